package org.hoshimori.organization;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person of the company as lists show it.
///
/// @param personalCode printed on question sheets, for example `K7Q2`; unique in the company
/// @param departments the departments that the person leads
public record Member(
        MemberId id,
        String name,
        @Nullable String jobTitle,
        @Nullable DepartmentId department,
        @Nullable String email,
        String personalCode,
        Set<Role> roles,
        Set<DepartmentId> departments) {

    public Member {
        roles = roles.isEmpty() ? EnumSet.of(Role.EMPLOYEE) : roles;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
