package org.hoshimori.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.CloseOutcome;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.control.ControlId;
import org.hoshimori.control.ControlRegister;
import org.hoshimori.control.ControlTerms;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.hoshimori.organization.Worries;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/// Builds the sample company day by day, from its founding to the last round. Whoever calls holds the transaction.
@Component
class SampleBuilding {

    private final ApplicationContext today;
    private final Editions editions;
    private final Clock clock;

    SampleBuilding(ApplicationContext today, Editions editions, Clock clock) {
        this.today = today;
        this.editions = editions;
        this.clock = clock;
    }

    /// The company with its people and everything that happened in it; returns the owner.
    Actor build(SampleCompany sample, Locale locale) {
        try (var past = Past.beside(today, clock.getZone())) {
            var oldest = sample.rounds().getFirst();
            var last = now().minusMonths(sample.rounds().getLast().monthsAgo());
            past.turnTo(now().minusMonths(oldest.monthsAgo()).minusDays(7));
            var people = found(past, sample, locale);
            for (var round : sample.rounds()) {
                var begun = now().minusMonths(round.monthsAgo());
                var leader = actor(people, round.by());
                past.turnTo(begun);
                var open = answer(past, leader, round, begun, locale);
                past.turnTo(begun.plusDays(round.closedAfterDays()));
                close(past, leader, open, round);
                if (round.equals(oldest)) {
                    keepArticles(past, people, sample.articles());
                } else if (round.equals(sample.rounds().get(1))) {
                    new SamplePapers(past, people, now()).write(sample.documents());
                    new SampleRegister(past, people, now()).write(sample, locale);
                    treatments(past, people).write(sample, LocalDate.MIN, last, locale);
                }
                if (round.equals(sample.rounds().getLast())) {
                    decide(past, leader, open, people, sample.controls(), locale);
                    treatments(past, people).write(sample, last, LocalDate.MAX, locale);
                }
            }
            return actor(people, sample.people().getFirst().id());
        }
    }

    private SampleTreatments treatments(Past past, Map<String, Actor> people) {
        return new SampleTreatments(past, people, now());
    }

    private Map<String, Actor> found(Past past, SampleCompany sample, Locale locale) {
        var first = sample.people().getFirst();
        var owner = past.verb(Organizations.class)
                .found(new Organizations.Founding(
                        sample.company().name().in(locale),
                        first.name().in(locale),
                        text(first.jobTitle(), locale),
                        EnumSet.copyOf(first.held()),
                        null,
                        true));
        describe(past, owner, sample, locale);
        var units = departments(past, owner, sample.departments(), locale);
        Map<String, Actor> people = new HashMap<>();
        people.put(first.id(), owner);
        for (var person : sample.people().subList(1, sample.people().size())) {
            people.put(person.id(), join(past, owner, person, units, locale));
        }
        past.verb(Worries.class).choose(owner, sample.worries(), List.of());
        return people;
    }

    private static void describe(Past past, Actor owner, SampleCompany sample, Locale locale) {
        var organizations = past.verb(Organizations.class);
        var facts = sample.company();
        var empty = organizations.company(owner.organization());
        organizations.change(
                owner,
                new Company(
                        empty.id(),
                        empty.name(),
                        true,
                        empty.createdAt(),
                        new Company.Facts(
                                facts.kana(),
                                null,
                                false,
                                facts.industry(),
                                facts.prefecture(),
                                facts.address().in(locale),
                                facts.employees(),
                                facts.capitalYen(),
                                owner.name(),
                                facts.website(),
                                facts.yearlyBudgetYen()),
                        facts.contact().in(locale)));
    }

    private static Map<String, DepartmentId> departments(
            Past past, Actor owner, List<SampleCompany.Unit> units, Locale locale) {
        Map<String, DepartmentId> ids = new HashMap<>();
        for (var unit : units) {
            var id = DepartmentId.next();
            var parent = unit.parent() == null ? null : known(ids, unit.parent());
            past.verb(Departments.class)
                    .add(
                            owner,
                            new Department(
                                    id, parent, unit.kindOf(), unit.name().in(locale)));
            ids.put(unit.id(), id);
        }
        return ids;
    }

    private static Actor join(
            Past past, Actor owner, SampleCompany.Person person, Map<String, DepartmentId> units, Locale locale) {
        var people = past.verb(People.class);
        var led = person.led().stream().map(unit -> known(units, unit)).collect(Collectors.toSet());
        var added = people.add(
                owner,
                new Member(
                        MemberId.next(),
                        person.name().in(locale),
                        text(person.jobTitle(), locale),
                        person.department() == null ? null : known(units, person.department()),
                        null,
                        "",
                        EnumSet.<Role>copyOf(person.held()),
                        led));
        return people.actor(owner.organization(), added.id()).orElseThrow();
    }

    /// Between the first round and the second.
    private void keepArticles(Past past, Map<String, Actor> people, SampleCompany.Articles articles) {
        var title = editions.standard(Locale.JAPANESE).fiveArticles().title();
        var by = actor(people, articles.by());
        var begun = now().minusMonths(articles.monthsAgo());
        past.turnTo(begun);
        var round = past.verb(Assessments.class)
                .open(by, new Assessments.Opening(Round.FIVE_ARTICLES, title, begun, null, null, null));
        say(past, by, round, articles.states());
    }

    private static Round answer(Past past, Actor by, SampleCompany.ClosedRound round, LocalDate begun, Locale locale) {
        var open = past.verb(Assessments.class)
                .open(
                        by,
                        new Assessments.Opening(
                                Round.SELF_DIAGNOSIS, round.name().in(locale), begun, null, null, null));
        say(past, by, open, round.answers());
        return open;
    }

    private static void say(Past past, Actor by, Round round, Map<String, String> answers) {
        var respondent = past.verb(Rounds.class)
                .respondents(by.organization(), round.id())
                .getFirst();
        answers.forEach((question, answer) -> {
            var change = new AnswerChange(question, answer, false, null, null, 0);
            var outcome = past.verb(Assessments.class).answer(by.organization(), by.author(), respondent.id(), change);
            if (!(outcome instanceof AnswerOutcome.Saved)) {
                throw new IllegalStateException(SampleFile.PATH + ": an answer was not taken: " + question);
            }
        });
    }

    private static void close(Past past, Actor by, Round open, SampleCompany.ClosedRound round) {
        var outcome = past.verb(Assessments.class).close(by, open.id());
        if (!(outcome instanceof CloseOutcome.Closed(var score)) || score.total() != round.total()) {
            throw new IllegalStateException(
                    SampleFile.PATH + ": the round does not give " + round.total() + ": " + outcome);
        }
    }

    private void decide(
            Past past,
            Actor leader,
            Round round,
            Map<String, Actor> people,
            List<SampleCompany.Control> controls,
            Locale locale) {
        var register = past.verb(ControlRegister.class);
        var content = editions.standard(locale).controls();
        var finished = new ArrayList<Finished>();
        for (var control : controls) {
            var candidate = content.named(control.candidate());
            var who = actor(people, control.who());
            var terms =
                    new ControlTerms(who.member(), now().plusDays(control.dueInDays()), control.costOnceYen(), null);
            var decided = register.decide(
                            leader,
                            new ControlRegister.Weak(round.id(), candidate.question()),
                            List.of(new ControlTerms.Chosen(candidate.id(), candidate.title(), candidate.what())),
                            terms)
                    .getFirst();
            if (control.to() == DecidedControl.State.DONE) {
                finished.add(new Finished(who, decided.id(), now().plusDays(control.dueInDays())));
            } else {
                move(register, who, decided.id(), control.to());
            }
        }
        finished.sort(Comparator.comparing(Finished::on));
        for (var one : finished) {
            past.turnTo(one.on());
            move(register, one.by(), one.control(), DecidedControl.State.DONE);
        }
    }

    /// A control that is done on a day after the round was closed.
    private record Finished(Actor by, ControlId control, LocalDate on) {}

    private static void move(ControlRegister register, Actor by, ControlId control, DecidedControl.State to) {
        var moved = register.move(by, control, to, "");
        if (!(moved instanceof ControlRegister.MoveOutcome.Moved)) {
            throw new IllegalStateException(SampleFile.PATH + ": a control was not moved: " + moved);
        }
    }

    private LocalDate now() {
        return LocalDate.now(clock);
    }

    private static Actor actor(Map<String, Actor> people, String id) {
        return found(people.get(id), id);
    }

    private static DepartmentId known(Map<String, DepartmentId> units, String id) {
        return found(units.get(id), id);
    }

    private static <T> T found(@Nullable T there, String id) {
        if (there == null) {
            throw new IllegalStateException(SampleFile.PATH + ": nobody and nothing is called " + id);
        }
        return there;
    }

    private static @Nullable String text(SampleCompany.@Nullable Text text, Locale locale) {
        return text == null ? null : text.in(locale);
    }
}
