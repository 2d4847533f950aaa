package org.hoshimori.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.jspecify.annotations.Nullable;

/// A site or department as a browser sends it.
///
/// @param id made with the empty form, so that a form sent twice adds one
record DepartmentForm(
        @Nullable UUID id,

        @NotBlank(message = "web.problem.required")
        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String name,

        @Pattern(regexp = "site|department", message = "web.problem.type") @Nullable
        String kind,

        @Nullable UUID parent) {

    /// The form of one to add.
    static DepartmentForm blank() {
        return new DepartmentForm(DepartmentId.next().value(), "", Department.Kind.DEPARTMENT.id(), null);
    }

    DepartmentId newId() {
        return id == null ? DepartmentId.next() : new DepartmentId(id);
    }

    static DepartmentForm of(Department department) {
        var parent = department.parent();
        return new DepartmentForm(
                department.id().value(),
                department.name(),
                department.kind().id(),
                parent == null ? null : parent.value());
    }

    /// Only when nothing is wrong with the form.
    Department department(DepartmentId id) {
        return new Department(
                id,
                parent == null ? null : new DepartmentId(parent),
                Department.Kind.of(kind == null ? "" : kind).orElse(Department.Kind.DEPARTMENT),
                name == null ? "" : name.strip());
    }
}
