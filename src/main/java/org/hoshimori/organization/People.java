package org.hoshimori.organization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.springframework.stereotype.Component;

/// The people of a company: who is there, with which roles.
@Component
public class People {

    private final Database database;
    private final MemberRepository members;
    private final Trail trail;
    private final Clock clock;

    People(Database database, MemberRepository members, Trail trail, Clock clock) {
        this.database = database;
        this.members = members;
        this.trail = trail;
        this.clock = clock;
    }

    /// Everybody who has not left, in the order in which they came.
    public List<Member> all(OrganizationId organization) {
        return members.all(organization);
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
        return find(organization, member)
                .map(found -> new Actor(
                        organization, found.id(), found.name(), found.jobTitle(), found.roles(), found.departments()));
    }

    /// Adds a person; the personal code is made here.
    public Member add(Actor actor, Member person) {
        return database.transact(actor.organization(), () -> {
            var added = new Member(
                    person.id(),
                    person.name(),
                    person.jobTitle(),
                    person.department(),
                    person.email(),
                    PersonalCode.next(),
                    person.roles(),
                    person.departments());
            members.add(actor.organization(), added, OffsetDateTime.now(clock));
            note(actor, added.id(), Change.to("added", added.name() + ": " + roles(added)));
            return added;
        });
    }

    /// Changes name, title, department, address and roles.
    public void change(Actor actor, Member person) {
        database.transact(actor.organization(), () -> {
            var before = member(actor.organization(), person.id());
            members.change(actor.organization(), person);
            note(
                    actor,
                    person.id(),
                    new Change("changed", before.name() + ": " + roles(before), person.name() + ": " + roles(person)));
            return before;
        });
    }

    /// Marks that a person has left.
    public void leave(Actor actor, MemberId person) {
        database.transact(actor.organization(), () -> {
            var before = member(actor.organization(), person);
            members.leave(actor.organization(), person, OffsetDateTime.now(clock));
            note(actor, person, new Change("left", before.name(), null));
            return before;
        });
    }

    private void note(Actor actor, MemberId person, Change change) {
        trail.append(actor.organization(), actor.author(), Subject.of("member", person), change);
    }

    private static String roles(Member member) {
        return member.roles().stream().map(Role::id).sorted().collect(Collectors.joining(", "));
    }
}
