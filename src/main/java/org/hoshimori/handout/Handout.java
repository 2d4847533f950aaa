package org.hoshimori.handout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;

/// A document that is handed out.
///
/// @param template id of the document
/// @param mail whether people are told by mail, where mail is set up
/// @param quiz whether three questions come before confirming
record Handout(String template, Audience audience, boolean mail, boolean quiz) {

    /// The one document for which the content has questions.
    static final String HANDBOOK = "handbook";

    /// Whom a document is handed out to: everybody, or departments with all that stand under them, and single people.
    record Audience(Kind kind, Set<DepartmentId> departments, Set<MemberId> people) {

        static final Audience EVERYBODY = new Audience(Kind.EVERYBODY, Set.of(), Set.of());

        enum Kind {
            EVERYBODY,
            CHOSEN
        }

        Audience {
            departments = Set.copyOf(departments);
            people = Set.copyOf(people);
        }

        static Audience of(Set<DepartmentId> departments, Set<MemberId> people) {
            return new Audience(Kind.CHOSEN, departments, people);
        }

        /// Whether the company's tree of departments must be known to tell who is asked.
        boolean needsTree() {
            return !departments.isEmpty();
        }

        /// Those who are asked today.
        ///
        /// @param tree all departments, each one after its parent
        List<Member> among(List<Member> everybody, List<Department> tree) {
            var inside = inside(tree);
            return everybody.stream()
                    .filter(member -> kind == Kind.EVERYBODY
                            || people.contains(member.id())
                            || (member.department() != null && inside.contains(member.department())))
                    .toList();
        }

        private Set<DepartmentId> inside(List<Department> tree) {
            var inside = new HashSet<DepartmentId>();
            for (var department : tree) {
                if (departments.contains(department.id())
                        || (department.parent() != null && inside.contains(department.parent()))) {
                    inside.add(department.id());
                }
            }
            return inside;
        }
    }

    boolean asksQuestions() {
        return quiz && template.equals(HANDBOOK);
    }
}
