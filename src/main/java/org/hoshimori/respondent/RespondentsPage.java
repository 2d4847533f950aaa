package org.hoshimori.respondent;

import java.time.OffsetDateTime;
import java.util.List;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.Member;
import org.jspecify.annotations.Nullable;

/// Who answers a round, how far they are, and who could be asked too.
record RespondentsPage(Round round, List<Row> rows, Candidates candidates, Reader reader) {

    /// One respondent.
    ///
    /// @param until when the colleague's link ends; null without an open link
    /// @param reachable whether a reminder by mail would arrive
    record Row(
            Respondent respondent,
            long answered,
            long of,
            @Nullable OffsetDateTime until,
            boolean reachable) {

        boolean done() {
            return answered >= of;
        }

        boolean is(Respondent.Kind kind) {
            return respondent.kind() == kind;
        }

        /// Whether the answers are typed in here by the responsible person.
        boolean typedIn() {
            return is(Respondent.Kind.PAPER) || is(Respondent.Kind.DEPARTMENT);
        }
    }

    /// Who could be asked too.
    ///
    /// @param people who do not answer yet
    /// @param departments that do not answer yet
    /// @param everybody for whom a sheet can be printed
    record Candidates(List<Member> people, List<Department> departments, List<Member> everybody) {}

    /// What the reader may do.
    ///
    /// @param leads whether they may change who answers; never in a closed round
    /// @param mail whether reminders can be sent
    /// @param address of the questions, to hand over where there is no mail
    record Reader(boolean leads, boolean mail, String address) {}

    long done() {
        return rows.stream().filter(Row::done).count();
    }
}
