package org.hoshimori.people;

import java.util.LinkedHashMap;
import java.util.List;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The tree with the form that adds to it, or with the form of one of its members.
///
/// @param edited null where one is added
/// @param manages whether the person may change the tree
record DepartmentsPage(
        List<Row> rows, @Nullable Department edited, DepartmentForm form, Problems problems, boolean manages) {

    /// @param depth 0 directly under the company
    /// @param above name of what it stands under, or null
    record Row(Department department, int depth, @Nullable String above) {

        /// The name behind one dash per step down, for a list of choices.
        String indented() {
            return "―".repeat(depth) + (depth == 0 ? "" : " ") + department.name();
        }

        /// Deeper steps look alike: on a phone there is no room to go on.
        int shownDepth() {
            return Math.min(depth, 5);
        }
    }

    /// Rows of a tree in its own order.
    static List<Row> rows(List<Department> tree) {
        var rows = new LinkedHashMap<DepartmentId, Row>();
        for (var department : tree) {
            var above = department.parent() == null ? null : rows.get(department.parent());
            rows.put(
                    department.id(),
                    above == null
                            ? new Row(department, 0, null)
                            : new Row(
                                    department,
                                    above.depth() + 1,
                                    above.department().name()));
        }
        return List.copyOf(rows.values());
    }
}
