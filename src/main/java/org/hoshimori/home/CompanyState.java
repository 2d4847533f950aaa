package org.hoshimori.home;

import java.time.LocalDate;
import org.hoshimori.assessment.RoundId;
import org.jspecify.annotations.Nullable;

/// Everything that the next step depends on, in numbers.
///
/// @param open the round being answered; null for none
/// @param latest the latest closed round; null for none
/// @param missingFacts how many of the company's facts that a declaration needs are unknown
/// @param worries how many things that must not happen the owner has chosen
record CompanyState(
        Articles articles,
        @Nullable Open open,
        @Nullable Latest latest,
        Work work,
        int missingFacts,
        int worries,
        LocalDate today) {

    /// After so many months a round is due again: half a year or a year is usual (独自の目安).
    static final int MONTHS_TO_THE_NEXT_ROUND = 12;

    /// The five articles: how many have a state, and how many still lack a state or a beginning.
    record Articles(int settled, int missing) {}

    /// @param answered questions with an answer
    /// @param total questions of the round
    /// @param mine questions that the reader is asked and has not answered
    record Open(RoundId id, int answered, int total, int mine) {

        boolean complete() {
            return answered >= total;
        }
    }

    /// @param weak questions that are not fully done, the unknown ones too
    /// @param covered weak questions with a control
    /// @param settled weak questions with a control, or put off until a day that has not come
    record Latest(RoundId id, LocalDate closedOn, int weak, int covered, int settled) {}

    /// Controls that are planned or being done: the reader's own, late ones of the reader, late ones of everybody.
    record Work(int mine, int mineLate, int late) {}

    boolean begun() {
        return open != null || latest != null;
    }

    boolean mineToAnswer() {
        return open != null && open.mine() > 0;
    }

    boolean complete() {
        return open != null && open.complete();
    }

    boolean waiting() {
        return open != null && !open.complete();
    }

    /// Weak points are known, no control is decided about any of them, and not all of them are put off.
    boolean undecided() {
        return latest != null && latest.weak() > 0 && latest.covered() == 0 && latest.settled() < latest.weak();
    }

    boolean roundDue() {
        return latest != null && open == null && today.isAfter(latest.closedOn().plusMonths(MONTHS_TO_THE_NEXT_ROUND));
    }
}
