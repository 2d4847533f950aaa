package org.hoshimori.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.DraftRepository.Filled;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.hoshimori.organization.Worries;
import org.hoshimori.template.Facts;
import org.hoshimori.template.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Gathers what the company knows about itself, so that no document begins as a blank page: profile, roles, decided
/// controls, answers, worries and the blanks. Always in Japanese: the language in which a company adopts its documents.
@Component
class CompanyFacts {

    private static final Locale LANGUAGE = Locale.JAPANESE;

    /// What is known on a day.
    ///
    /// @param words what each fact says in words, to be compared later: base key to words
    /// @param titles what each fact is called
    /// @param yes keys of choices that are chosen, for example `outsources.yes`
    /// @param points by question of the round that was closed last; empty before the first
    /// @param worries id of the content, or the owner's own words, to its words
    record Known(
            Company company,
            List<Member> people,
            Map<String, Filled> blanks,
            Facts facts,
            Map<String, String> words,
            Map<String, String> titles,
            List<String> yes,
            Map<String, String> worries,
            Map<String, Integer> points) {

        /// The facts that a document uses, in words.
        Map<String, String> wordsOf(Collection<String> keys) {
            Map<String, String> used = new TreeMap<>();
            keys.stream().map(CompanyFacts::base).distinct().forEach(key -> {
                var said = words.get(key);
                if (said != null) {
                    used.put(key, said);
                }
            });
            return used;
        }
    }

    /// Where facts come from.
    @Component
    record Sources(
            Organizations organizations,
            People people,
            Controls controls,
            Worries worries,
            Rounds rounds,
            Editions editions,
            Templates templates,
            MessageSource texts) {}

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
        var gathering = new Gathering(
                sources.organizations().company(organization),
                sources.people().all(organization),
                blanks,
                sources.rounds().latestPoints(organization, Round.SELF_DIAGNOSIS));
        gathering.profile();
        gathering.roles();
        gathering.controls(sources.controls().all(organization));
        gathering.worries(sources.worries().of(organization));
        gathering.blanks();
        return gathering.known();
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

    private String text(String key) {
        return sources.texts().getMessage(key, null, LANGUAGE);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("document.format.date"), LANGUAGE)
                .format(day);
    }

    /// One gathering: the parts write into it one after the other.
    private final class Gathering {

        private final Company company;
        private final List<Member> people;
        private final Map<String, Filled> filled;
        private final Map<String, Integer> points;
        private final Facts.Builder facts = Facts.builder();
        private final Map<String, String> words = new LinkedHashMap<>();
        private final Map<String, String> titles = new LinkedHashMap<>();
        private final List<String> yes = new ArrayList<>();
        private final Map<String, String> worries = new LinkedHashMap<>();

        Gathering(Company company, List<Member> people, Map<String, Filled> filled, Map<String, Integer> points) {
            this.company = company;
            this.people = people;
            this.filled = filled;
            this.points = points;
        }

        Known known() {
            return new Known(company, people, filled, facts.build(), words, titles, yes, worries, points);
        }

        void profile() {
            var known = company.facts();
            say("organization.name", company.name(), "document.unknown.name");
            say("organization.representative", known.representative(), "document.unknown.person");
            say("organization.address", known.address(), "document.unknown.address");
            say("organization.industry", industry(known.industry()), "document.unknown.industry");
            var employees = known.employees();
            say(
                    "organization.employees",
                    employees == null ? null : employees.toString(),
                    "document.unknown.employees");
            say("organization.website", known.website(), "document.unknown.website");
            var alone = people.size() <= 1 && (employees == null || employees == 0);
            facts.truths(Map.of("organization.alone", alone, "organization.team", !alone));
        }

        private @Nullable String industry(@Nullable String letter) {
            return letter == null
                    ? null
                    : edition().industries().stream()
                            .filter(one -> one.code().equals(letter))
                            .findFirst()
                            .map(one -> one.title())
                            .orElse(letter);
        }

        void roles() {
            for (var role : Role.values()) {
                var names = people.stream()
                        .filter(person -> person.is(role))
                        .map(Member::name)
                        .collect(Collectors.joining(text("document.format.comma")));
                var key = "role." + role.id();
                // An employee's role is everybody's; a name would say something else.
                say(key, role == Role.EMPLOYEE || names.isEmpty() ? null : names, "document.fact." + key);
            }
        }

        private void say(String key, @Nullable String value, String unknown) {
            var said = value == null || value.isBlank() ? text(unknown) : value;
            facts.text(key, said);
            words.put(key, value == null || value.isBlank() ? "" : said);
            titles.put(key, text("document.fact." + key));
        }

        void controls(List<DecidedControl> decided) {
            var live = decided.stream()
                    .filter(control -> control.state() != DecidedControl.State.DROPPED)
                    .toList();
            facts.table("controls", rows(live));
            var lines = new ArrayList<String>();
            for (var question : edition().selfDiagnosis().questions()) {
                var of = live.stream()
                        .filter(control -> control.question().equals(question.id()))
                        .toList();
                var done = points.getOrDefault(question.id(), 0) == 4;
                facts.truths(Map.of("control." + question.id(), done || !of.isEmpty()))
                        .table("controls." + question.id(), rows(of));
                if (done) {
                    lines.add(question.shortTitle());
                }
                of.forEach(control -> lines.add(control.title()));
            }
            words.put("controls", String.join(text("document.format.comma"), lines));
            titles.put("controls", text("document.fact.controls"));
        }

        private List<Map<String, String>> rows(List<DecidedControl> controls) {
            return controls.stream()
                    .map(control -> Map.of(
                            "title", control.title(),
                            "person",
                                    people.stream()
                                            .filter(person -> control.isFor(person.id()))
                                            .map(Member::name)
                                            .findFirst()
                                            .orElse(""),
                            "due", control.due() == null ? "" : day(control.due())))
                    .toList();
        }

        void worries(List<Worries.Worry> chosen) {
            for (var worry : chosen) {
                var id = worry.contentId();
                var said = id == null
                        ? Objects.requireNonNullElse(worry.ownText(), "")
                        : edition()
                                .owner()
                                .worries()
                                .find(id)
                                .map(one -> one.text())
                                .orElse(id);
                worries.put(id == null ? said : id, said);
            }
            facts.table(
                    "worries",
                    worries.values().stream().map(said -> Map.of("title", said)).toList());
            words.put("worries", String.join(text("document.format.comma"), worries.values()));
            titles.put("worries", text("document.fact.worries"));
        }

        void blanks() {
            for (var blank : sources.templates().blanks(edition().id(), LANGUAGE)) {
                var stored = filled.get(blank.id());
                var value = BlankValues.valueOr(blank, stored == null ? "" : stored.value());
                words.put(blank.id(), BlankValues.put(facts, yes, blank, value, this::person));
                titles.put(blank.id(), blank.title());
            }
        }

        /// A person is a member, or whoever holds a role.
        private String person(String value) {
            return Role.of(value)
                    .map(role -> {
                        var names = Objects.requireNonNullElse(words.get("role." + role.id()), "");
                        return names.isEmpty() ? text("document.fact.role." + role.id()) : names;
                    })
                    .orElseGet(() -> people.stream()
                            .filter(person -> person.id().toString().equals(value))
                            .map(Member::name)
                            .findFirst()
                            .orElse(text("document.fact.role.security-lead")));
        }

        private Edition edition() {
            return sources.editions().standard(LANGUAGE);
        }
    }
}
