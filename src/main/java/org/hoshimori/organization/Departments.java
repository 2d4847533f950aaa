package org.hoshimori.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// The sites and departments of a company, as a tree.
@Component
public class Departments {

    private final Database database;
    private final DepartmentRepository departments;
    private final Trail trail;

    Departments(Database database, DepartmentRepository departments, Trail trail) {
        this.database = database;
        this.departments = departments;
        this.trail = trail;
    }

    /// How a change of the tree ended.
    public sealed interface Outcome {

        /// It was done.
        record Done(Department department) implements Outcome {}

        /// A rule stands against it; nothing changed.
        record Refused(Refusal reason) implements Outcome {}
    }

    /// Why the tree stays as it is.
    public enum Refusal {
        /// People belong to it, or somebody leads it.
        PEOPLE_INSIDE,
        /// Other sites or departments stand under it.
        CHILDREN_INSIDE,
        /// It would stand under itself.
        INTO_ITSELF,
        /// Answers were given in its name, and those are kept.
        USED
    }

    /// All of them in the order of the tree: each one follows its parent, sites before departments.
    public List<Department> all(OrganizationId organization) {
        return tree(departments.all(organization));
    }

    /// Adds a site or department. Errors: [NotFound] when the parent is not one of this company.
    public Department add(Actor actor, Department department) {
        return database.transact(actor.organization(), () -> {
            if (department.parent() != null) {
                one(departments.all(actor.organization()), department.parent());
            }
            departments.add(actor.organization(), department);
            note(actor, department.id(), Change.to("added", department.name()));
            return department;
        });
    }

    /// Renames, moves, or turns a site into a department. Errors: [NotFound] when it or its parent is not of this
    /// company.
    public Outcome change(Actor actor, Department changed) {
        return database.transact(actor.organization(), () -> {
            // Two people who move at the same time could otherwise hang two departments under each other.
            var known = departments.locked(actor.organization());
            var before = one(known, changed.id());
            if (changed.parent() != null) {
                one(known, changed.parent());
                if (below(known, changed.id()).contains(changed.parent())) {
                    return new Outcome.Refused(Refusal.INTO_ITSELF);
                }
            }
            departments.change(actor.organization(), changed);
            note(actor, known, before, changed);
            return new Outcome.Done(changed);
        });
    }

    /// Removes an empty one. Errors: [NotFound] when it is not of this company.
    public Outcome remove(Actor actor, DepartmentId id) {
        try {
            return database.transact(actor.organization(), () -> {
                var known = departments.locked(actor.organization());
                var department = one(known, id);
                if (known.stream().anyMatch(other -> id.equals(other.parent()))) {
                    return new Outcome.Refused(Refusal.CHILDREN_INSIDE);
                }
                if (departments.hasPeople(actor.organization(), id)) {
                    return new Outcome.Refused(Refusal.PEOPLE_INSIDE);
                }
                departments.remove(actor.organization(), id);
                note(actor, id, new Change("removed", department.name(), null));
                return new Outcome.Done(department);
            });
        } catch (DataIntegrityViolationException stillNamed) {
            return new Outcome.Refused(Refusal.USED);
        }
    }

    /// It and everything under it.
    static Set<DepartmentId> below(List<Department> known, DepartmentId top) {
        var inside = new HashSet<DepartmentId>();
        inside.add(top);
        for (var department : tree(known)) {
            if (department.parent() != null && inside.contains(department.parent())) {
                inside.add(department.id());
            }
        }
        return inside;
    }

    private static List<Department> tree(List<Department> departments) {
        Map<@Nullable DepartmentId, List<Department>> children = new HashMap<>();
        departments.forEach(department -> children.computeIfAbsent(department.parent(), _ -> new ArrayList<>())
                .add(department));
        var ordered = new ArrayList<Department>();
        hang(ordered, children, null);
        return ordered;
    }

    private static void hang(
            List<Department> ordered,
            Map<@Nullable DepartmentId, List<Department>> children,
            @Nullable DepartmentId parent) {
        for (var department : Objects.requireNonNullElse(children.get(parent), List.<Department>of())) {
            ordered.add(department);
            hang(ordered, children, department.id());
        }
    }

    private static Department one(List<Department> known, DepartmentId id) {
        return known.stream()
                .filter(department -> department.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("department"));
    }

    private void note(Actor actor, List<Department> known, Department before, Department after) {
        if (!before.name().equals(after.name())) {
            note(actor, after.id(), new Change("changed-name", before.name(), after.name()));
        }
        if (before.kind() != after.kind()) {
            note(
                    actor,
                    after.id(),
                    new Change("changed-kind", before.kind().id(), after.kind().id()));
        }
        if (!Objects.equals(before.parent(), after.parent())) {
            note(actor, after.id(), new Change("moved", name(known, before.parent()), name(known, after.parent())));
        }
    }

    private static @Nullable String name(List<Department> known, @Nullable DepartmentId id) {
        return id == null ? null : one(known, id).name();
    }

    private void note(Actor actor, DepartmentId department, Change change) {
        trail.append(actor.organization(), actor.author(), Subject.of("department", department), change);
    }
}
