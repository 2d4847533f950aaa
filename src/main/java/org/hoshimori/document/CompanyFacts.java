package org.hoshimori.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.assessment.Round;
import org.hoshimori.content.Edition;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.DocumentConfig.Sources;
import org.hoshimori.document.DraftRepository.Filled;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.Role;
import org.hoshimori.organization.Worries;
import org.hoshimori.template.Facts;
import org.hoshimori.template.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the company knows about itself, so that no document begins as a blank page: profile, roles, decided
/// controls, answers, worries and the blanks. In Japanese, the language in which a company adopts its documents, and in
/// the others in which documents can be read; what the company wrote itself stays as it wrote it.
@Component
class CompanyFacts {

    /// What is known on a day.
    ///
    /// @param values what stands in each blank: the company's own, or else the Japanese standard
    /// @param facts the same in every language
    /// @param words what each fact says in words, to be compared later: base key to words
    /// @param titles what each fact is called in every language
    /// @param yes keys of choices that are chosen, for example `outsources.yes`
    /// @param points by question of the round that was closed last; empty before the first
    /// @param worries id of the content, or the owner's own words, to its words
    record Known(
            Company company,
            List<Member> people,
            Map<String, Filled> blanks,
            Map<String, String> values,
            Map<Language, Facts> facts,
            Map<String, String> words,
            Map<Language, Map<String, String>> titles,
            List<String> yes,
            Map<String, String> worries,
            Map<String, Integer> points) {

        Map<String, String> titles(Language language) {
            return Objects.requireNonNull(titles.get(language));
        }

        Facts in(Language language) {
            return Objects.requireNonNull(facts.get(language));
        }

        /// The facts that a document uses, in words.
        Map<String, String> wordsOf(Collection<String> keys) {
            Map<String, String> used = new TreeMap<>(words);
            used.keySet().retainAll(keys.stream().map(CompanyFacts::base).toList());
            return used;
        }
    }

    private final Sources sources;
    private final DraftRepository drafts;

    CompanyFacts(Sources sources, DraftRepository drafts) {
        this.sources = sources;
        this.drafts = drafts;
    }

    /// Everything that is known now: six statements, however large the company is.
    Known known(OrganizationId organization) {
        return known(organization, drafts.blanks(organization));
    }

    /// The same where the blanks are at hand: five statements.
    Known known(OrganizationId organization, Map<String, Filled> blanks) {
        var found = new Found(
                sources.organizations().company(organization),
                sources.people().all(organization),
                blanks,
                sources.rounds().latestPoints(organization, Round.SELF_DIAGNOSIS),
                sources.controls().all(organization),
                sources.worries().of(organization));
        Map<Language, Facts> facts = new EnumMap<>(Language.class);
        Map<Language, Map<String, String>> titles = new EnumMap<>(Language.class);
        var japanese = new Gathering(found, Language.JAPANESE);
        for (var language : Language.values()) {
            var said = language == Language.JAPANESE ? japanese : new Gathering(found, language);
            facts.put(language, said.facts.build());
            titles.put(language, said.titles);
        }
        return japanese.known(facts, titles);
    }

    /// The fact that a key of a template is about: `controls.title` is about the controls, `outsources.yes` about the
    /// blank.
    static String base(String key) {
        if (key.startsWith("organization.") || key.startsWith("role.") || key.startsWith("document.")) {
            return key;
        }
        var word = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        return word.equals("control") ? "controls" : word;
    }

    /// What was found, before it is said in a language.
    private record Found(
            Company company,
            List<Member> people,
            Map<String, Filled> blanks,
            Map<String, Integer> points,
            List<DecidedControl> controls,
            List<Worries.Worry> worries) {}

    /// What was found, said in one language: the parts write into it one after the other.
    private final class Gathering {

        private final Found raw;
        private final Language language;
        private final Facts.Builder facts = Facts.builder();
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> words = new LinkedHashMap<>();
        private final Map<String, String> titles = new LinkedHashMap<>();
        private final List<String> yes = new ArrayList<>();
        private final Map<String, String> worries = new LinkedHashMap<>();

        Gathering(Found raw, Language language) {
            this.raw = raw;
            this.language = language;
            profile();
            roles();
            controls();
            worries();
            blanks();
        }

        Known known(Map<Language, Facts> all, Map<Language, Map<String, String>> called) {
            return new Known(raw.company, raw.people, raw.blanks, values, all, words, called, yes, worries, raw.points);
        }

        private String text(String key) {
            return sources.texts().getMessage(key, null, language.locale());
        }

        private String day(LocalDate day) {
            return DateTimeFormatter.ofPattern(text("document.format.date"), language.locale())
                    .format(day);
        }

        void profile() {
            var known = raw.company.facts();
            say("organization.name", raw.company.name(), "document.unknown.name");
            say("organization.representative", known.representative(), "document.unknown.person");
            say("organization.address", known.address(), "document.unknown.address");
            say("organization.industry", industry(known.industry()), "document.unknown.industry");
            var employees = known.employees();
            say("organization.employees", employees == null ? null : "" + employees, "document.unknown.employees");
            say("organization.website", known.website(), "document.unknown.website");
            var alone = raw.people.size() <= 1 && (employees == null || employees == 0);
            facts.truths(Map.of("organization.alone", alone, "organization.team", !alone));
            words.put("organization.team", text(alone ? "document.fact.alone" : "document.fact.team"));
            titles.put("organization.team", text("document.fact.organization.team"));
        }

        private @Nullable String industry(@Nullable String letter) {
            return edition().industries().stream()
                    .filter(one -> one.code().equals(letter))
                    .findFirst()
                    .map(one -> one.title())
                    .orElse(letter);
        }

        void roles() {
            for (var role : Role.values()) {
                var names = raw.people.stream()
                        .filter(person -> person.is(role))
                        .map(Member::name)
                        .collect(Collectors.joining(text("document.format.comma")));
                var key = "role." + role.id();
                // An employee's role is everybody's; a name would say something else.
                say(key, role == Role.EMPLOYEE || names.isEmpty() ? null : names, "document." + key);
            }
        }

        private void say(String key, @Nullable String value, String unknown) {
            var said = value == null || value.isBlank() ? text(unknown) : value;
            facts.text(key, said);
            words.put(key, value == null || value.isBlank() ? "" : said);
            titles.put(key, text("document.fact." + key));
        }

        void controls() {
            var live = raw.controls.stream()
                    .filter(control -> control.state() != DecidedControl.State.DROPPED)
                    .toList();
            facts.table("controls", rows(live));
            var lines = new ArrayList<String>();
            for (var question : edition().selfDiagnosis().questions()) {
                var of = live.stream()
                        .filter(control -> control.question().equals(question.id()))
                        .toList();
                var done = raw.points.getOrDefault(question.id(), 0) == 4;
                facts.truths(Map.of("control." + question.id(), done || !of.isEmpty()))
                        .table("controls." + question.id(), rows(of));
                if (done) {
                    lines.add(question.shortTitle());
                }
                of.forEach(control -> lines.add(title(control)));
            }
            words.put("controls", String.join(text("document.format.comma"), lines));
            titles.put("controls", text("document.fact.controls"));
        }

        private List<Map<String, String>> rows(List<DecidedControl> controls) {
            return controls.stream()
                    .map(control -> Map.of(
                            "title", title(control),
                            "person",
                                    raw.people.stream()
                                            .filter(person -> control.isFor(person.id()))
                                            .map(Member::name)
                                            .findFirst()
                                            .orElse(""),
                            "due", control.due() == null ? "" : day(control.due())))
                    .toList();
        }

        /// What was taken from the content is said in the language of the text; what the company wrote, as it wrote it.
        private String title(DecidedControl control) {
            var candidate = Objects.requireNonNullElse(control.candidate(), "");
            return Stream.of(Locale.JAPANESE, Locale.ENGLISH)
                    .flatMap(locale -> sources.editions().standard(locale).controls().find(candidate).stream())
                    .filter(one -> one.title().equals(control.title()))
                    .findFirst()
                    .map(_ -> edition().controls().named(candidate).title())
                    .orElse(control.title());
        }

        void worries() {
            var offered = edition().owner().worries();
            for (var worry : raw.worries) {
                var id = worry.contentId();
                var said = id == null
                        ? Objects.requireNonNullElse(worry.ownText(), "")
                        : offered.find(id).map(one -> one.text()).orElse(id);
                worries.put(id == null ? said : id, said);
            }
            facts.table(
                    "worries",
                    worries.values().stream().map(said -> Map.of("title", said)).toList());
            words.put("worries", String.join(text("document.format.comma"), worries.values()));
            titles.put("worries", text("document.fact.worries"));
        }

        /// A standard that stands untouched is said in the language of the text.
        void blanks() {
            var standards = sources.templates().blanks(edition().id(), Language.JAPANESE);
            var said = sources.templates().blanks(edition().id(), language);
            for (var i = 0; i < standards.size(); i++) {
                var blank = said.get(i);
                var stored = raw.blanks.get(blank.id());
                var standard = BlankValues.valueOr(standards.get(i), "");
                var value = BlankValues.valueOr(standards.get(i), stored == null ? "" : stored.value());
                values.put(blank.id(), value);
                var shown = value.equals(standard) ? BlankValues.valueOr(blank, "") : value;
                var ways = new BlankValues.Ways(this::person, text("document.format.comma"));
                words.put(blank.id(), BlankValues.put(facts, yes, blank, shown, ways));
                titles.put(blank.id(), blank.title());
            }
        }

        /// A person is a member, or whoever holds a role.
        private String person(String value) {
            return Role.of(value)
                    .map(role -> "role." + role.id())
                    .map(key -> words.getOrDefault(key, "").isEmpty() ? text("document." + key) : words.get(key))
                    .orElseGet(() -> raw.people.stream()
                            .filter(person -> person.id().toString().equals(value))
                            .map(Member::name)
                            .findFirst()
                            .orElse(text("document.role.security-lead")));
        }

        private Edition edition() {
            return sources.editions().standard(language.locale());
        }
    }
}
