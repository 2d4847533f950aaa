package org.hoshimori.desk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.Life.Stage;
import org.jspecify.annotations.Nullable;

/// One application as it was handed in, and how far it is.
///
/// @param organization null for declarations that came from elsewhere
/// @param number of the declaration it is about; null for a new one before it is accepted
/// @param earlier what was handed in before it was returned; null the first time
/// @param doubts ids of the checks that somebody should look at
public record Application(
        UUID id,
        @Nullable OrganizationId organization,
        Purpose purpose,
        Stage stage,
        int star,
        @Nullable String number,
        Snapshot snapshot,
        @Nullable Snapshot earlier,
        List<String> doubts,
        OffsetDateTime handedInAt,
        Course course) {

    /// What an application is for.
    public enum Purpose {
        NEW,
        CHANGE,
        STEP_UP,
        RESTART,
        /// After a merger of companies: the number goes on with another company.
        TRANSFER;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// What an acceptance does to the declaration that it is about.
        Life.Turn turn() {
            return switch (this) {
                case NEW -> Life.Turn.GIVE_AGAIN;
                case CHANGE, TRANSFER -> Life.Turn.CHANGE;
                case STEP_UP -> Life.Turn.STEP_UP;
                case RESTART -> Life.Turn.RESTART;
            };
        }

        public static Purpose of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// What is handed in.
    ///
    /// @param number of the declaration it is about; null for a new one
    /// @param rulesRevision of the rules of use that were agreed to
    /// @param by name of the person
    /// @param seen ids of checks that did not pass beforehand, see [Applications#looked]
    public record Paper(
            Purpose purpose,
            int star,
            @Nullable String number,
            Snapshot snapshot,
            int rulesRevision,
            String by,
            List<String> seen) {

        Paper about(@Nullable String declaration, List<String> doubts) {
            return new Paper(purpose, star, declaration, snapshot, rulesRevision, by, doubts);
        }
    }

    /// What happened since it was handed in.
    ///
    /// @param note what staff wrote back; null while nothing was written
    /// @param claimedBy the clerk who has it before them; null when nobody, or when the claim ran out
    /// @param lookAfter ids say that it was accepted at once and is looked at afterwards
    public record Course(
            int rulesRevision,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String note,
            @Nullable String mergedInto,
            @Nullable UUID claimedBy,
            LookAfter lookAfter) {

        /// The same course, looked at afterwards or not; whoever had it before them has not any more.
        Course looked(LookAfter after) {
            return new Course(rulesRevision, decidedAt, note, mergedInto, null, after);
        }
    }

    /// Whether somebody still looks at an application that was accepted at once.
    public enum LookAfter {
        NO,
        YES
    }

    /// One line of its history.
    public record Event(
            OffsetDateTime at,
            String who,
            String move,
            String stage,
            @Nullable String note) {}

    /// A decision.
    ///
    /// @param who the clerk's name, the company's person, or the machine
    /// @param note to the company; empty for none
    /// @param into number of the declaration that a duplicate is merged into; empty for other moves
    record Decision(Life.Move move, String who, String note, String into) {

        /// Who decides when nobody looked.
        static final String MACHINE = "Hoshimori";

        static Decision of(Life.Move move, String who) {
            return new Decision(move, who, "", "");
        }
    }

    /// The same application further on.
    Application at(Stage next, @Nullable String itsNumber, Course further) {
        return new Application(
                id, organization, purpose, next, star, itsNumber, snapshot, earlier, doubts, handedInAt, further);
    }

    /// The fields that changed since it was returned.
    public List<String> changed() {
        return earlier == null ? List.of() : snapshot.changedFrom(earlier);
    }
}
