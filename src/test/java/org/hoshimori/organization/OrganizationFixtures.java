package org.hoshimori.organization;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Companies and people for tests, made through the real verbs.
@Component
public class OrganizationFixtures {

    private final Organizations organizations;
    private final People people;

    OrganizationFixtures(Organizations organizations, People people) {
        this.organizations = organizations;
        this.people = people;
    }

    /// A new company with its owner.
    public Actor company() {
        return company("みなと工業株式会社");
    }

    public Actor company(String name) {
        return organizations.found(new Organizations.Founding(name, "港 一郎", "社長", EnumSet.of(Role.OWNER), null, false));
    }

    /// One more person with a role, in the owner's company.
    public Actor person(Actor owner, Role role) {
        var member = people.add(
                owner, new Member(MemberId.next(), role.id(), null, null, null, "", EnumSet.of(role), Set.of()));
        return people.actor(owner.organization(), member.id()).orElseThrow();
    }
}
