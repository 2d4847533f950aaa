package org.hoshimori.organization;

import java.util.Set;
import org.hoshimori.database.ActorId;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Author;
import org.jspecify.annotations.Nullable;

/// A person of a company making this request. Handed to every verb, so that what happens always knows who asked.
///
/// @param roles never empty: whoever has no other role is an employee
/// @param departments the departments that the person leads
public record Actor(
        OrganizationId organization,
        MemberId member,
        String name,
        @Nullable String jobTitle,
        Set<Role> roles,
        Set<DepartmentId> departments) {

    public boolean may(Permission permission) {
        return permission.grantedTo(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// How the trail remembers this person.
    public Author author() {
        return new Author(new ActorId(member.value()), name);
    }
}
