package org.hoshimori.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;

/// A person as a browser sends them.
///
/// @param id made with the empty form, so that a form sent twice adds one person
/// @param leads the departments that a department head leads
record MemberForm(
        @Nullable UUID id,

        @NotBlank(message = "web.problem.required")
        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = ONE_LINE, message = "web.problem.control")
        @Nullable
        String name,

        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = ONE_LINE, message = "web.problem.control")
        @Nullable
        String jobTitle,

        @Nullable UUID department,

        @Email(message = "people.problem.email") @Size(max = 254, message = "web.problem.long") @Nullable
        String email,

        @Nullable List<String> roles,
        @Nullable List<UUID> leads) {

    private static final String ONE_LINE = "\\P{Cntrl}*";

    /// The form of a person to add.
    static MemberForm blank() {
        return new MemberForm(MemberId.next().value(), "", "", null, "", List.of(Role.EMPLOYEE.id()), List.of());
    }

    static MemberForm of(Member member) {
        var department = member.department();
        return new MemberForm(
                member.id().value(),
                member.name(),
                member.jobTitle(),
                department == null ? null : department.value(),
                member.email(),
                member.roles().stream().map(Role::id).toList(),
                member.departments().stream().map(DepartmentId::value).toList());
    }

    MemberId newId() {
        return id == null ? MemberId.next() : new MemberId(id);
    }

    /// Words that are no role count as none.
    Set<Role> chosenRoles() {
        var chosen = EnumSet.noneOf(Role.class);
        Objects.requireNonNullElse(roles, List.<String>of())
                .forEach(word -> Role.of(word).ifPresent(chosen::add));
        return chosen;
    }

    boolean has(Role role) {
        return chosenRoles().contains(role);
    }

    boolean leads(DepartmentId led) {
        return leads != null && leads.contains(led.value());
    }

    boolean in(DepartmentId place) {
        return place.value().equals(department);
    }

    /// Every department that the form names.
    Set<DepartmentId> named() {
        var named = leads == null
                ? new HashSet<DepartmentId>()
                : leads.stream().filter(Objects::nonNull).map(DepartmentId::new).collect(Collectors.toSet());
        if (department != null) {
            named.add(new DepartmentId(department));
        }
        return named;
    }

    /// Only when nothing is wrong with the form. Who leads no department any more leads none.
    Member person(MemberId id, String personalCode) {
        var places = leads == null || !has(Role.DEPARTMENT_HEAD)
                ? Set.<DepartmentId>of()
                : leads.stream().filter(Objects::nonNull).map(DepartmentId::new).collect(Collectors.toSet());
        return new Member(
                id,
                name == null ? "" : name.strip(),
                blank(jobTitle),
                department == null ? null : new DepartmentId(department),
                blank(email),
                personalCode,
                chosenRoles(),
                places);
    }

    private static @Nullable String blank(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
