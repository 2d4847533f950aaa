package org.hoshimori.handout;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hoshimori.database.Database;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.document.Revision;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Handed-out documents, walked through the real verbs.
@Component
public class HandoutFixtures {

    public static final String HANDBOOK = "handbook";

    private final Handouts handouts;
    private final Requests requests;
    private final DocumentFixtures documents;
    private final Departments departments;
    private final People people;
    private final Database database;

    HandoutFixtures(
            Handouts handouts,
            Requests requests,
            DocumentFixtures documents,
            Departments departments,
            People people,
            Database database) {
        this.handouts = handouts;
        this.requests = requests;
        this.documents = documents;
        this.departments = departments;
        this.people = people;
        this.database = database;
    }

    /// The handbook, approved by the owner alone and handed out to everybody.
    public Revision handedOut(Actor owner) {
        return handedOut(owner, Audience.EVERYBODY);
    }

    Revision handedOut(Actor owner, Audience audience) {
        return handedOut(owner, new Handout(HANDBOOK, audience, true, false));
    }

    Revision handedOut(Actor owner, Handout handout) {
        var revision = documents.approved(owner, owner, HANDBOOK);
        handouts.handOut(owner, handout);
        return revision;
    }

    /// The next revision, with another telephone number in it.
    Revision next(Actor owner, Actor approver) {
        documents.work(
                owner,
                HANDBOOK,
                "incident-phone",
                "内線 " + MemberId.next().toString().substring(30));
        return documents.approved(owner, approver, HANDBOOK);
    }

    /// A personal link of a person to the revision in force.
    String token(Actor owner, MemberId member) {
        return token(owner, HANDBOOK, member);
    }

    String token(Actor owner, String template, MemberId member) {
        var organization = owner.organization();
        return database.transact(organization, () -> {
            var person = people.member(organization, member);
            var revision = handouts.revision(organization, template);
            return Objects.requireNonNull(requests.links(organization, revision, List.of(person), owner.member())
                    .get(member));
        });
    }

    DepartmentId department(Actor owner, String name, @Nullable DepartmentId parent) {
        return departments
                .add(owner, new Department(DepartmentId.next(), parent, Department.Kind.DEPARTMENT, name))
                .id();
    }

    Member member(Actor owner, String name, @Nullable DepartmentId department, @Nullable String email) {
        return people.add(
                owner,
                new Member(MemberId.next(), name, null, department, email, "", EnumSet.of(Role.EMPLOYEE), Set.of()));
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(Clock.systemUTC());
    }
}
