package org.hoshimori.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.CompanyFacts.Known;
import org.hoshimori.document.DocumentConfig.Press;
import org.hoshimori.organization.Company;
import org.hoshimori.template.Blank;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Template;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Why a company needs a document: always, because it applies, or not because it does not apply. A rule of our own;
/// what it rests on (links to questions, applicability) is content.
@Component
public class Needs {

    /// How much a document is needed.
    public enum Mark {
        ALWAYS,
        APPLIES,
        NOT;

        /// The word in message keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One reason.
    ///
    /// @param key of the sentence in the messages
    /// @param arguments of the sentence
    public record Reason(String key, List<Object> arguments) {

        static Reason of(String key, Object... arguments) {
            return new Reason("document.need.why." + key, List.of(arguments));
        }

        public String sentence(Shell shell) {
            return shell.text(key, arguments.toArray());
        }
    }

    /// How much a document is needed, and why: at least one reason.
    public record Need(Mark mark, List<Reason> reasons) {}

    /// What the way from worries to rules begins with.
    ///
    /// @param needs of every document, in the order of the content
    /// @param worries id of the content, or the owner's own words, to its words
    /// @param points by question of the round that was closed last; empty before the first
    /// @param profile what the company said yes to: titles of blanks such as outsourcing
    /// @param people how many work here
    public record Picture(
            Map<String, Need> needs,
            Map<String, String> worries,
            Map<String, Integer> points,
            List<String> profile,
            int people) {}

    /// The chapters of the regulations that a company needs, in their order.
    ///
    /// @param look the company's own Word template; null for none
    public record Regulations(Company company, List<Chapter> chapters, byte @Nullable [] look) {}

    /// One chapter as it binds, or as it would be.
    ///
    /// @param revision in force; null for a draft
    /// @param composition null where the company keeps a file of its own
    public record Chapter(
            Template template,
            @Nullable Revision revision,
            @Nullable Composition composition) {}

    private final CompanyFacts facts;
    private final Documents documents;
    private final Press press;
    private final Editions editions;
    private final RevisionRepository revisions;
    private final DraftRepository drafts;

    Needs(
            CompanyFacts facts,
            Documents documents,
            Press press,
            Editions editions,
            RevisionRepository revisions,
            DraftRepository drafts) {
        this.facts = facts;
        this.documents = documents;
        this.press = press;
        this.editions = editions;
        this.revisions = revisions;
        this.drafts = drafts;
    }

    /// All chapters in force, and the others that the company needs as drafts: ten statements.
    public Regulations regulations(OrganizationId organization) {
        return regulations(organization, need -> need.mark() != Mark.NOT);
    }

    /// The chapters in force and no other.
    public Regulations regulationsInForce(OrganizationId organization) {
        return regulations(organization, _ -> false);
    }

    /// @param drafted whether a chapter that is not in force stands there as a draft
    private Regulations regulations(OrganizationId organization, Predicate<Need> drafted) {
        var chapters = documents.templates().stream()
                .filter(template -> template.kind() == Template.Kind.REGULATION)
                .toList();
        var work =
                revisions.work(organization, chapters.stream().map(Template::id).toList(), documents.today());
        var known = facts.known(organization, work.values().iterator().next().blanks());
        var needs = of(known, Documents.LANGUAGE);
        var bound = new ArrayList<Chapter>();
        for (var template : chapters) {
            var piece = Objects.requireNonNull(work.get(template.id()));
            var revision = piece.inForce(documents.today()).orElse(null);
            if (revision != null) {
                bound.add(new Chapter(template, revision, null));
            } else if (drafted.test(Objects.requireNonNull(needs.get(template.id())))) {
                var sketch = documents.sketch(template, piece, known);
                bound.add(new Chapter(template, null, piece.draft().file() == null ? sketch.composition() : null));
            }
        }
        var look = drafts.look(organization)
                .flatMap(file -> press.files().content(organization, file))
                .orElse(null);
        return new Regulations(known.company(), adopted(organization, bound), look);
    }

    /// With the texts of the revisions, in one statement.
    private List<Chapter> adopted(OrganizationId organization, List<Chapter> chapters) {
        var ids = chapters.stream()
                .flatMap(chapter -> Stream.ofNullable(chapter.revision()))
                .map(Revision::id)
                .toList();
        var texts = revisions.contents(organization, ids);
        return chapters.stream()
                .map(chapter -> {
                    var revision = chapter.revision();
                    var text = revision == null ? null : texts.get(revision.id());
                    return text == null || text.composition().isEmpty()
                            ? chapter
                            : new Chapter(chapter.template(), revision, Composition.read(text.composition()));
                })
                .toList();
    }

    /// The needs with what they rest on, in the reader's language: six statements.
    public Picture picture(OrganizationId organization, Locale locale) {
        var known = facts.known(organization);
        var said = said(locale);
        var profile = known.yes().stream()
                .filter(key -> key.endsWith(".yes"))
                .map(CompanyFacts::base)
                .map(said::title)
                .toList();
        var worries = new LinkedHashMap<>(known.worries());
        worries.replaceAll((id, words) -> said.edition()
                .owner()
                .worries()
                .find(id)
                .map(worry -> worry.text())
                .orElse(words));
        return new Picture(
                of(known, locale),
                worries,
                known.points(),
                profile,
                known.people().size());
    }

    /// The need of every document, in the order of the content.
    Map<String, Need> of(Known known, Locale locale) {
        var said = said(locale);
        Map<String, Need> needs = new LinkedHashMap<>();
        documents.templates().forEach(template -> needs.put(template.id(), need(template, known, said)));
        return needs;
    }

    private Said said(Locale locale) {
        return new Said(
                editions.standard(locale),
                press.templates().blanks(Documents.EDITION, locale).stream()
                        .collect(Collectors.toMap(Blank::id, Blank::title)));
    }

    /// What reasons are said with, in the reader's language.
    ///
    /// @param titles of the blanks
    record Said(Edition edition, Map<String, String> titles) {

        String title(String blank) {
            return titles.getOrDefault(blank, blank);
        }
    }

    static Need need(Template template, Known known, Said said) {
        var edition = said.edition();
        var reasons = new ArrayList<Reason>();
        if (template.need() == Template.Need.ALWAYS) {
            reasons.add(Reason.of("always"));
            reasons.addAll(weak(template, known, edition));
            reasons.addAll(worries(template, known, edition));
            return new Need(template.circle() ? Mark.APPLIES : Mark.ALWAYS, reasons);
        }
        if (!template.applies().isEmpty()) {
            var yes = template.applies().stream().filter(known.yes()::contains).toList();
            if (yes.isEmpty()) {
                return new Need(Mark.NOT, profile("not-profile", template.applies(), said));
            }
            reasons.addAll(profile("profile", yes, said));
        }
        var weak = weak(template, known, edition);
        reasons.addAll(weak);
        reasons.addAll(worries(template, known, edition));
        if (reasons.isEmpty()) {
            return known.points().isEmpty()
                    ? new Need(Mark.APPLIES, List.of(Reason.of("no-round")))
                    : new Need(Mark.NOT, List.of(Reason.of("none")));
        }
        return new Need(Mark.APPLIES, reasons);
    }

    private static List<Reason> profile(String key, List<String> keys, Said said) {
        return keys.stream()
                .map(CompanyFacts::base)
                .distinct()
                .map(blank -> Reason.of(key, said.title(blank)))
                .toList();
    }

    private static List<Reason> weak(Template template, Known known, Edition edition) {
        return weak(edition.selfDiagnosis(), known.points()).stream()
                .filter(question -> template.questions().contains(question.id()))
                .map(question -> Reason.of("weak", question.number(), question.shortTitle()))
                .toList();
    }

    /// The questions of the last round that are below the best answer.
    static List<SelfDiagnosis.Question> weak(SelfDiagnosis diagnosis, Map<String, Integer> points) {
        var best = diagnosis.highestTotal() / diagnosis.questions().size();
        return diagnosis.questions().stream()
                .filter(question -> points.getOrDefault(question.id(), best) < best)
                .toList();
    }

    private static List<Reason> worries(Template template, Known known, Edition edition) {
        return edition.owner().worries().stream()
                .filter(worry -> known.worries().containsKey(worry.id()))
                .filter(worry -> worry.questions().stream().anyMatch(template.questions()::contains))
                .map(worry -> Reason.of("worry", worry.text()))
                .toList();
    }
}
