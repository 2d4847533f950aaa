package org.hoshimori.template;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.content.BadContent;
import org.hoshimori.content.BadContent.Fault;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// All document templates and blanks of all editions, read and checked once at start; unchangeable and free for any
/// thread.
@Component
public final class Templates {

    private static final String MAIN = "/template.md";
    private static final String VARIANT = "/easy.md";

    /// Standard words of blanks in easy Japanese, laid over the others like a translation.
    private static final String EASY_BLANKS = "easy/blanks.yaml";

    /// Keys that no blank asks for: facts of the company, of its people, of the document.
    private static final Set<String> FACTS = Set.of(
            "organization.name",
            "organization.representative",
            "organization.address",
            "organization.industry",
            "organization.employees",
            "organization.website",
            "organization.alone",
            "organization.team",
            "role.owner",
            "role.security-lead",
            "role.department-head",
            "role.system-admin",
            "role.trainer",
            "role.inspector",
            "document.date",
            "document.title",
            "controls",
            "worries");

    /// One edition in one language; a document that is not said in it stands there in Japanese.
    private record Shelf(Map<String, Template> templates, List<Blank> blanks) {}

    private final Map<String, Map<Language, Shelf>> shelves = new HashMap<>();
    private final MessageSource texts;

    /// Throws [BadContent] with all faults of all editions.
    Templates(Editions editions, MessageSource texts) {
        this.texts = texts;
        var faults = new ArrayList<Fault>();
        for (var id : editions.ids()) {
            var japanese = editions.edition(id, Locale.JAPANESE);
            var english = editions.edition(id, Locale.ENGLISH).documentTexts();
            Map<Language, Shelf> shelf = new EnumMap<>(Language.class);
            var first = shelf(japanese, null, List.of(), Language.JAPANESE, faults);
            shelf.put(Language.JAPANESE, first);
            shelf.put(Language.EASY, shelf(japanese, first, easy(japanese.documentTexts()), Language.EASY, faults));
            shelf.put(Language.ENGLISH, shelf(japanese, first, english, Language.ENGLISH, faults));
            shelves.put(id, shelf);
        }
        if (!faults.isEmpty()) {
            throw new BadContent(faults.stream().distinct().toList());
        }
    }

    /// All templates: basic policy, handbook, regulations by chapter, clause, check list.
    public List<Template> all(String edition, Locale locale) {
        return List.copyOf(shelf(edition, Language.of(locale)).templates().values());
    }

    /// A template of a known id; Japanese where there is no English. Errors: [NoSuchElementException].
    public Template template(String edition, String document, Locale locale) {
        return template(edition, document, Language.of(locale));
    }

    private Template template(String edition, String document, Language language) {
        var template = shelf(edition, language).templates().get(document);
        if (template == null) {
            throw new NoSuchElementException("no template '" + document + "'");
        }
        return template;
    }

    /// The same document in every language in which the content says it, Japanese first. Errors:
    /// [NoSuchElementException].
    public Map<Language, Template> languages(String edition, String document) {
        Map<Language, Template> languages = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            var template = template(edition, document, language);
            languages.put(template.language(), template);
        }
        return languages;
    }

    /// All blanks, topic by topic.
    public List<Blank> blanks(String edition, Locale locale) {
        return blanks(edition, Language.of(locale));
    }

    /// All blanks with the standard words of a language.
    public List<Blank> blanks(String edition, Language language) {
        return shelf(edition, language).blanks();
    }

    private Shelf shelf(String edition, Language language) {
        var languages = shelves.get(edition);
        if (languages == null) {
            throw new NoSuchElementException("no edition '" + edition + "'");
        }
        return Objects.requireNonNull(languages.get(language));
    }

    /// The variants and blanks in easy Japanese under the names of what they stand for.
    private static List<Edition.DocumentText> easy(List<Edition.DocumentText> texts) {
        return texts.stream()
                .filter(text -> text.path().endsWith(VARIANT) || text.path().equals(EASY_BLANKS))
                .map(text -> new Edition.DocumentText(
                        text.path().equals(EASY_BLANKS)
                                ? BlankReader.FOLDER + EASY_BLANKS
                                : text.path().replace(VARIANT, MAIN),
                        text.shownAs(),
                        text.text()))
                .toList();
    }

    /// @param japanese gives what is not said in this language; null for itself
    private Shelf shelf(
            Edition edition,
            @Nullable Shelf japanese,
            List<Edition.DocumentText> translations,
            Language language,
            List<Fault> faults) {
        var blanks = new BlankReader(faults).read(edition.documentTexts(), translations);
        var said = byPath(translations);
        var read = new LinkedHashMap<Template, TemplateReader>();
        var taken = new ArrayList<Template>();
        for (var text : edition.documentTexts()) {
            if (text.path().endsWith(MAIN)) {
                var original = new TemplateReader(text, faults);
                var translation = said.get(text.path());
                if (japanese == null) {
                    read.put(original.read(null, language, words(language.locale())), original);
                } else if (translation == null) {
                    taken.add(Objects.requireNonNull(
                            japanese.templates().get(text.path().replace(MAIN, ""))));
                } else {
                    var reader = new TemplateReader(translation, faults);
                    read.put(reader.read(original, language, words(language.locale())), reader);
                }
            }
        }
        var titles =
                titles(Stream.concat(read.keySet().stream(), taken.stream()).toList());
        var known = known(edition, blanks);
        read.forEach((template, reader) -> reader.checkWords(template, known, titles.keySet()));
        var sorted = Stream.concat(
                        taken.stream(), read.keySet().stream().map(template -> template.with(Map.copyOf(titles))))
                .sorted(Comparator.comparing(Template::kind)
                        .thenComparingInt(Templates::chapter)
                        .thenComparing(Template::chapter)
                        .thenComparing(Template::id))
                .toList();
        var templates = new LinkedHashMap<String, Template>();
        sorted.forEach(template -> templates.put(template.id(), template));
        return new Shelf(templates, List.copyOf(blanks.values()));
    }

    private static Map<String, Edition.DocumentText> byPath(List<Edition.DocumentText> texts) {
        var byPath = new HashMap<String, Edition.DocumentText>();
        texts.forEach(text -> byPath.put(text.path(), text));
        return byPath;
    }

    private static int chapter(Template template) {
        return template.chapter().matches("[0-9]+") ? Integer.parseInt(template.chapter()) : 0;
    }

    /// By `document#clause`, the words for a reference from another document.
    private static Map<String, String> titles(List<Template> templates) {
        var titles = new HashMap<String, String>();
        for (var template : templates) {
            template.clauses()
                    .forEach(clause -> titles.put(
                            template.id() + "#" + clause.id(),
                            MessageFormat.format(
                                    template.words().document(),
                                    template.chapter(),
                                    template.title(),
                                    clause.title())));
        }
        return titles;
    }

    private static Set<String> known(Edition edition, Map<String, Blank> blanks) {
        var known = new HashSet<>(FACTS);
        edition.selfDiagnosis().questions().forEach(question -> {
            known.add("control." + question.id());
            known.add("controls." + question.id());
        });
        for (var blank : blanks.values()) {
            known.add(blank.id());
            options(blank).forEach(option -> known.add(blank.id() + "." + option.id()));
        }
        return known;
    }

    private static List<Blank.Option> options(@Nullable Blank blank) {
        return switch (blank) {
            case Blank.Choice choice -> choice.options();
            case Blank.Choices choices -> choices.options();
            case null -> List.of();
            case Blank.Text _, Blank.LongText _, Blank.Amount _, Blank.Day _, Blank.Person _, Blank.Rows _ -> List.of();
        };
    }

    private Template.Words words(Locale locale) {
        return new Template.Words(
                texts.getMessage("template.article", null, locale),
                texts.getMessage("template.form", null, locale),
                texts.getMessage("template.document", null, locale),
                texts.getMessage("template.gone", null, locale),
                texts.getMessage("template.supplement", null, locale),
                texts.getMessage("template.effect", null, locale),
                texts.getMessage("template.history", null, locale),
                List.of(
                        texts.getMessage("template.history.number", null, locale),
                        texts.getMessage("template.history.date", null, locale),
                        texts.getMessage("template.history.person", null, locale),
                        texts.getMessage("template.history.change", null, locale)),
                texts.getMessage("template.bullet", null, locale),
                texts.getMessage("template.steps", null, locale),
                new Template.Names(
                        texts.getMessage("template.readable.fact", null, locale),
                        texts.getMessage("template.readable.rows", null, locale),
                        texts.getMessage("template.readable.see", null, locale),
                        texts.getMessage("template.readable.date", null, locale)),
                texts.getMessage("template.japanese", null, locale));
    }
}
