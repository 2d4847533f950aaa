package org.hoshimori.control;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hoshimori.content.Edition;
import org.hoshimori.control.ControlRegister.Deferral;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reading what a company decided: for the start page, the owner's page and whoever else asks.
@Component
public final class Controls {

    /// Work that another room asks of people; the task list shows it, too.
    @FunctionalInterface
    public interface MoreTasks {

        /// What this person has to do, the earliest first.
        List<Task> of(Actor actor, Locale locale);
    }

    /// One thing to do.
    ///
    /// @param title in the reader's language
    /// @param path of its page
    public record Task(String title, String path, LocalDate due) {

        /// Days until the date, negative when it has passed.
        public long daysLeft(LocalDate today) {
            return ChronoUnit.DAYS.between(today, due);
        }
    }

    /// Which controls a list shows.
    ///
    /// @param person whom they are for; null for everybody
    /// @param states empty for all
    record Filter(@Nullable MemberId person, List<State> states) {

        static final Filter ALL = new Filter(null, List.of());
    }

    /// The controls of one person in one state, counted and summed.
    ///
    /// @param person null for those that are for nobody
    record Load(@Nullable MemberId person, State state, long count, long overdue, long onceYen, long yearlyYen) {

        long open() {
            return state.open() ? count : 0;
        }

        /// What is still to be paid: a control that is done has been paid, one that was dropped never will be.
        long onceToPay() {
            return state.open() ? onceYen : 0;
        }

        /// What runs on year after year, also when the control is done.
        long yearlyRunning() {
            return state == State.DROPPED ? 0 : yearlyYen;
        }
    }

    /// The people of a company, as pages about controls name them and let one choose.
    record Names(List<Member> people, Map<MemberId, String> names) {

        Names(List<Member> people) {
            this(people, names(people));
        }

        private static Map<MemberId, String> names(List<Member> people) {
            Map<MemberId, String> names = new HashMap<>();
            people.forEach(person -> names.put(person.id(), person.name()));
            return names;
        }

        /// Null for nobody and for somebody who has left.
        @Nullable
        String nameOf(@Nullable MemberId person) {
            return person == null ? null : names.get(person);
        }

        /// Those who may be given work: an auditor changes nothing.
        List<Member> workers() {
            return people.stream()
                    .filter(person -> Permission.WORK.grantedTo(person.roles()))
                    .toList();
        }

        boolean works(@Nullable MemberId person) {
            return person != null
                    && workers().stream().anyMatch(worker -> worker.id().equals(person));
        }
    }

    /// What a control is for, in words: a question of the self-diagnosis or one of the 55 check items.
    ///
    /// @param key of the word before the number: a question, a check item, or one that the edition does not know
    /// @param number 0 for one that the edition does not know
    record Topic(String key, int number, String title) {

        static Topic of(Edition edition, String question) {
            var asked = edition.selfDiagnosis().questions().find(question);
            if (asked.isPresent()) {
                return new Topic(
                        "control.question", asked.get().number(), asked.get().shortTitle());
            }
            return edition.allCheckItems()
                    .find(question)
                    .map(item -> new Topic("control.item", item.number(), item.subject()))
                    .orElse(new Topic("control.gone", 0, question));
        }

        boolean checkItem() {
            return key.equals("control.item");
        }
    }

    private static final int MOST = 200;

    private static final int BATCH = 500;

    private final ControlRepository controls;
    private final ControlNoteRepository notes;
    private final People people;
    private final Organizations organizations;
    private final Clock clock;

    Controls(
            ControlRepository controls,
            ControlNoteRepository notes,
            People people,
            Organizations organizations,
            Clock clock) {
        this.controls = controls;
        this.notes = notes;
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
    }

    /// The first 200 controls: open ones first, by date.
    public List<DecidedControl> all(OrganizationId organization) {
        return controls.slice(organization, Filter.ALL, null, MOST);
    }

    /// The first 200 controls that one person is responsible for: open ones first, by date.
    public List<DecidedControl> of(OrganizationId organization, MemberId member) {
        return controls.slice(organization, new Filter(member, List.of()), null, MOST);
    }

    /// How many controls are in each state: `planned`, `doing`, `done`, `dropped`; 0 where there is none.
    public Map<String, Long> countByState(OrganizationId organization) {
        Map<String, Long> counts = new TreeMap<>();
        for (var state : State.values()) {
            counts.put(state.id(), 0L);
        }
        controls.loads(organization, Filter.ALL, today())
                .forEach(load -> counts.merge(load.state().id(), load.count(), Long::sum));
        return counts;
    }

    /// The controls that were finished since a moment, for example since the last round was closed: their questions
    /// are worth answering again. At most 200.
    public List<DecidedControl> finishedSince(OrganizationId organization, OffsetDateTime moment) {
        return controls.finishedSince(organization, moment, MOST);
    }

    /// @param controls as [#all]
    /// @param deferred as [#deferred]
    public record Standing(List<DecidedControl> controls, Set<String> deferred) {}

    /// The first 200 controls and the questions put off, in one statement.
    public Standing standing(OrganizationId organization) {
        return controls.standing(organization, today(), MOST);
    }

    /// The questions that the company put off, by reason and date, and need not be looked at again today.
    public Set<String> deferred(OrganizationId organization) {
        return notes.deferrals(organization).stream()
                .filter(deferral -> !deferral.due(today()))
                .map(Deferral::question)
                .collect(Collectors.toSet());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Names names(OrganizationId organization) {
        return new Names(people.all(organization));
    }

    Company company(OrganizationId organization) {
        return organizations.company(organization);
    }

    List<Deferral> deferrals(OrganizationId organization) {
        return notes.deferrals(organization);
    }

    /// Everything still to be done.
    List<DecidedControl> open(OrganizationId organization) {
        return controls.slice(organization, new Filter(null, List.of(State.PLANNED, State.DOING)), null, BATCH);
    }

    /// Every control of a filter, for a file.
    List<DecidedControl> everything(OrganizationId organization, Filter filter) {
        var all = new ArrayList<DecidedControl>();
        List<DecidedControl> some;
        do {
            some = controls.slice(organization, filter, all.isEmpty() ? null : all.getLast(), BATCH);
            all.addAll(some);
        } while (some.size() == BATCH);
        return all;
    }
}
