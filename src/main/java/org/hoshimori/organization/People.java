package org.hoshimori.organization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The people of a company: who is there, with which roles.
@Component
public class People {

    /// The roles without which nobody could give roles any more.
    private static final Set<Role> LEADING = EnumSet.of(Role.OWNER, Role.SECURITY_LEAD);

    /// Table 5 of the guideline divides the work: not all of this on one person.
    private static final Set<Role> TO_DIVIDE =
            EnumSet.of(Role.SECURITY_LEAD, Role.SYSTEM_ADMIN, Role.TRAINER, Role.INSPECTOR);

    private final Database database;
    private final MemberRepository members;
    private final DepartmentRepository departments;
    private final Trail trail;
    private final Clock clock;

    People(Database database, MemberRepository members, DepartmentRepository departments, Trail trail, Clock clock) {
        this.database = database;
        this.members = members;
        this.departments = departments;
        this.trail = trail;
        this.clock = clock;
    }

    /// How a change of a person ended.
    public sealed interface Outcome {

        /// It was done.
        record Done(Member person) implements Outcome {}

        /// A rule stands against it; nothing changed.
        record Refused(Refusal reason) implements Outcome {}
    }

    /// Why a person stays as they are.
    public enum Refusal {
        /// Only an owner makes an owner, and only an owner changes one.
        OWNERS_ONLY,
        /// A company that has an owner keeps one.
        LAST_OWNER,
        /// Without an owner, the last security lead stays: nobody else could give roles.
        LAST_LEAD
    }

    /// Everybody who has not left, in the order in which they came.
    public List<Member> all(OrganizationId organization) {
        return members.all(organization);
    }

    /// Some of them whose name holds the search, after one of them.
    ///
    /// @param search part of a name; empty for everybody
    public List<Member> some(OrganizationId organization, String search, @Nullable MemberId after, int limit) {
        return members.some(organization, search, after, limit);
    }

    public Optional<Member> find(OrganizationId organization, MemberId member) {
        return members.find(organization, member);
    }

    /// The person. Errors: [NotFound] when there is no such person in this company.
    public Member member(OrganizationId organization, MemberId member) {
        return find(organization, member).orElseThrow(() -> new NotFound("member"));
    }

    /// The person as one who acts.
    public Optional<Actor> actor(OrganizationId organization, MemberId member) {
        return find(organization, member).map(found -> actor(organization, found));
    }

    static Actor actor(OrganizationId organization, Member member) {
        return new Actor(
                organization, member.id(), member.name(), member.jobTitle(), member.roles(), member.departments());
    }

    /// Somebody at work in a company.
    public record Seat(Actor actor, String company, boolean sample) {}

    /// The acting person with what every page shows of the company; empty for those who left. One statement.
    public Optional<Seat> seat(OrganizationId organization, MemberId member) {
        return members.seat(organization, member);
    }

    /// Names of those on whom all the roles of table 5 rest together; the guideline advises to divide them.
    public List<String> overburdened(OrganizationId organization) {
        return members.holdingAll(organization, TO_DIVIDE);
    }

    /// Whether this person may make somebody an owner: an owner, or whoever manages people while there is no owner yet.
    public boolean mayMakeOwner(Actor actor) {
        return actor.is(Role.OWNER)
                || members.holding(actor.organization(), EnumSet.of(Role.OWNER)).isEmpty();
    }

    /// Adds a person; the personal code is made here. Errors: [IllegalArgumentException] when somebody who may not
    /// (see [#mayMakeOwner]) makes an owner.
    public Member add(Actor actor, Member person) {
        return database.transact(actor.organization(), () -> {
            if (person.is(Role.OWNER) && !mayMakeOwner(actor)) {
                throw new IllegalArgumentException("only an owner makes an owner");
            }
            var added = new Member(
                    person.id(),
                    person.name(),
                    person.jobTitle(),
                    person.department(),
                    person.email(),
                    freshCode(actor.organization()),
                    person.roles(),
                    person.departments());
            members.add(actor.organization(), added, OffsetDateTime.now(clock));
            note(actor, added.id(), Change.to("added", added.name() + ": " + roles(added)));
            return added;
        });
    }

    /// Changes name, title, department, address and roles; one entry in the trail per fact that differs.
    public Outcome change(Actor actor, Member person) {
        return database.transact(actor.organization(), () -> {
            var leading = members.holding(actor.organization(), LEADING);
            var before = member(actor.organization(), person.id());
            var refusal = refusal(actor, before, person.roles(), leading);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            members.change(actor.organization(), person);
            changes(actor.organization(), before, person).forEach(change -> note(actor, person.id(), change));
            return new Outcome.Done(person);
        });
    }

    /// Marks that a person has left.
    public Outcome leave(Actor actor, MemberId person) {
        return database.transact(actor.organization(), () -> {
            var leading = members.holding(actor.organization(), LEADING);
            var before = member(actor.organization(), person);
            var refusal = refusal(actor, before, Set.of(), leading);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            members.leave(actor.organization(), person, OffsetDateTime.now(clock));
            note(actor, person, new Change("left", before.name(), null));
            return new Outcome.Done(before);
        });
    }

    private static Optional<Refusal> refusal(
            Actor actor, Member before, Set<Role> after, Map<MemberId, Set<Role>> leading) {
        var owners = leading.values().stream()
                .filter(held -> held.contains(Role.OWNER))
                .count();
        var makesOrChangesOwner = before.is(Role.OWNER) || after.contains(Role.OWNER);
        if (makesOrChangesOwner && owners > 0 && !actor.is(Role.OWNER)) {
            return Optional.of(Refusal.OWNERS_ONLY);
        }
        if (before.is(Role.OWNER) && !after.contains(Role.OWNER) && owners == 1) {
            return Optional.of(Refusal.LAST_OWNER);
        }
        var wasLast = owners == 0 && before.is(Role.SECURITY_LEAD) && leading.size() == 1;
        return wasLast && after.stream().noneMatch(LEADING::contains)
                ? Optional.of(Refusal.LAST_LEAD)
                : Optional.empty();
    }

    private String freshCode(OrganizationId organization) {
        return Stream.generate(PersonalCode::next)
                .filter(code -> !members.knows(organization, code))
                .findFirst()
                .orElseThrow();
    }

    private List<Change> changes(OrganizationId organization, Member before, Member after) {
        var changes = new ArrayList<Change>();
        compare(changes, "changed-name", before.name(), after.name());
        compare(changes, "changed-job-title", before.jobTitle(), after.jobTitle());
        compare(changes, "changed-email", before.email(), after.email());
        compare(changes, "changed-roles", roles(before), roles(after));
        if (!Objects.equals(before.department(), after.department())
                || !before.departments().equals(after.departments())) {
            var names =
                    departments.all(organization).stream().collect(Collectors.toMap(Department::id, Department::name));
            compare(changes, "changed-department", name(names, before.department()), name(names, after.department()));
            compare(changes, "changed-lead", names(names, before), names(names, after));
        }
        return changes;
    }

    private static void compare(List<Change> changes, String action, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(action, before, after));
        }
    }

    private static @Nullable String name(Map<DepartmentId, String> names, @Nullable DepartmentId department) {
        return department == null ? null : names.get(department);
    }

    private static @Nullable String names(Map<DepartmentId, String> names, Member member) {
        var led = member.departments().stream()
                .map(id -> names.getOrDefault(id, id.toString()))
                .sorted()
                .collect(Collectors.joining(", "));
        return led.isEmpty() ? null : led;
    }

    private void note(Actor actor, MemberId person, Change change) {
        trail.append(actor.organization(), actor.author(), Subject.of("member", person), change);
    }

    private static String roles(Member member) {
        return member.roles().stream().map(Role::id).sorted().collect(Collectors.joining(", "));
    }
}
