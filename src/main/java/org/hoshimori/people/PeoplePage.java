package org.hoshimori.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Role;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;

/// A page of the people of a company.
///
/// @param departments their names
/// @param search part of a name, or empty
/// @param last the person before the next page; null when there is none
/// @param overburdened names of those on whom all the work of table 5 rests
record PeoplePage(
        List<Member> people,
        Map<DepartmentId, String> departments,
        String search,
        @Nullable MemberId last,
        List<String> overburdened,
        boolean manages) {

    String department(Member member) {
        return member.department() == null ? "" : departments.getOrDefault(member.department(), "");
    }

    /// Department and title, as far as they are known.
    String about(Member member) {
        return Stream.of(department(member), member.jobTitle() == null ? "" : member.jobTitle())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    /// Roles in words, the highest first.
    static String roles(Shell shell, Member member) {
        return member.roles().stream()
                .sorted()
                .map(role -> role(shell, role))
                .collect(Collectors.joining(shell.text("people.and")));
    }

    static String role(Shell shell, Role role) {
        return shell.text("organization.role." + role.id());
    }

    String next() {
        return "/people?after=" + last + "&search=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
