package org.hoshimori.people;

import java.util.Arrays;
import java.util.List;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.Role;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// One person, or the one being added.
///
/// @param member null where one is added
/// @param mayMakeOwner whether the role of the owner is offered
record MemberPage(
        @Nullable Member member,
        MemberForm form,
        Problems problems,
        List<DepartmentsPage.Row> departments,
        boolean mayMakeOwner) {

    /// An owner is changed only by an owner.
    boolean edits() {
        return mayMakeOwner || member == null || !member.is(Role.OWNER);
    }

    /// What stands in a field.
    static String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.OWNER || mayMakeOwner)
                .toList();
    }
}
