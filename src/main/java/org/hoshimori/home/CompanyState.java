package org.hoshimori.home;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// Everything that the next step depends on, in numbers.
///
/// @param open the round being answered; null for none
/// @param latest the latest closed round; null for none
/// @param missingFacts how many of the company's facts that a declaration needs are unknown
/// @param worries how many things that must not happen the owner has chosen
/// @param onward documents and declarations
record CompanyState(
        Articles articles,
        @Nullable Open open,
        @Nullable Latest latest,
        Work work,
        int missingFacts,
        int worries,
        Onward onward,
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
    ///
    /// @param toRead documents that the reader was asked to read and has not confirmed
    /// @param moreLate what else the reader should have done by now, such as deciding again about a risk that was
    ///     accepted until a day that has passed
    record Work(int mine, int mineLate, int late, int toRead, int moreLate) {}

    CompanyState withMoreLate(int count) {
        var with = new Work(work.mine, work.mineLate, work.late, work.toRead, count);
        return new CompanyState(articles, open, latest, with, missingFacts, worries, onward, today);
    }

    /// What comes after the controls.
    ///
    /// @param regulations chapters of the regulations in force
    /// @param star stars declared and current, 0 to 2
    /// @param desk where a declaration can be handed in, and whether one is on its way
    /// @param asker who asked for the approval of the basic policy that another person gives; else null
    /// @param later what the company does not take up today
    record Onward(
            PolicyDocument policyDocument,
            int regulations,
            int star,
            Desk desk,
            Handbook handbook,
            Protection protection,
            @Nullable MemberId asker,
            List<PutOff> later) {

        static final Onward NOTHING = new Onward(
                PolicyDocument.NONE, 0, 0, Desk.ELSEWHERE, Handbook.MISSING, Protection.NOT_LOOKED_AT, null, List.of());

        boolean putOff(PutOff.Matter matter) {
            return later.stream().anyMatch(one -> one.matter() == matter);
        }

        /// Two stars are declared, or nothing about a declaration is to be done for now. Without a public policy there
        /// is nothing to declare.
        private boolean declared() {
            return star == 2
                    || desk == Desk.NOWHERE
                    || desk == Desk.WAITING
                    || putOff(PutOff.Matter.DECLARATION)
                    || policyDocument == PolicyDocument.IN_FORCE && putOff(PutOff.Matter.PUBLICATION);
        }

        boolean canDeclare(int stars, Desk where) {
            return desk == where && star < stars;
        }

        /// The basic policy stands and nothing is left to declare for now: the regulations and STEP 4 are next.
        boolean beyond() {
            var stands = policyDocument == PolicyDocument.IN_FORCE || policyDocument == PolicyDocument.PUBLIC;
            return stands && declared();
        }

        Onward with(Protection found) {
            return new Onward(policyDocument, regulations, star, desk, handbook, found, asker, later);
        }

        Onward with(Handbook found) {
            return new Onward(policyDocument, regulations, star, desk, found, protection, asker, later);
        }

        /// Whoever asked for the approval leaves it to the other who can give it.
        Onward seenBy(MemberId reader) {
            return reader.equals(asker)
                    ? new Onward(
                            PolicyDocument.WITH_ANOTHER, regulations, star, desk, handbook, protection, asker, later)
                    : this;
        }
    }

    /// How far the employees' handbook is.
    enum Handbook {
        MISSING,
        IN_FORCE,
        HANDED_OUT
    }

    /// How far the detailed analysis of STEP 4 is.
    enum Protection {
        NOT_LOOKED_AT,
        NO_ASSETS,
        LISTED,
        /// Large risks stood in the round closed last, and nobody has decided about any risk.
        UNTREATED,
        TREATED
    }

    /// How far the basic policy is.
    enum PolicyDocument {
        NONE,
        DRAFT,
        IN_REVIEW,
        /// The reader asked for the approval, and somebody else gives it.
        WITH_ANOTHER,
        IN_FORCE,
        PUBLIC
    }

    /// Where declarations are handed in.
    enum Desk {
        HERE,
        /// Handed in here; staff look at it.
        WAITING,
        /// Handed in here, and the company has something to do about it.
        ASKS,
        ELSEWHERE,
        /// A sample company declares nothing.
        NOWHERE
    }

    /// The weak points are known and decided about, so that the basic policy is the next thing to do.
    boolean readyForPolicyDocument() {
        return latest != null && open == null && !undecided();
    }

    boolean canDeclareTwo(Desk where) {
        return latest != null && policyDocument(PolicyDocument.PUBLIC) && onward.canDeclare(2, where);
    }

    boolean protection(Protection found) {
        return onward.protection() == found;
    }

    boolean policyDocument(PolicyDocument... states) {
        return List.of(states).contains(onward.policyDocument());
    }

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
