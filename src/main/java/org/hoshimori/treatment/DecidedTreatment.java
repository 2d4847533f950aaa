package org.hoshimori.treatment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.hoshimori.asset.AssetId;
import org.hoshimori.risk.RiskLevel;
import org.jspecify.annotations.Nullable;

/// A decision as it was recorded; it never changes, it only ends.
///
/// @param level the worst level of its assets on that day
/// @param person who does it or who accepted, as they were called that day; empty for nobody
/// @param end null while it stands
public record DecidedTreatment(
        TreatmentId id,
        Treatment treatment,
        Group.Scope scope,
        RiskLevel level,
        String person,
        String decidedBy,
        OffsetDateTime decidedAt,
        @Nullable End end) {

    /// How a decision ended.
    public enum Ending {
        DONE,
        WITHDRAWN,
        REPLACED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param by who ended it
    /// @param reason why; empty where none was given
    public record End(Ending how, String by, OffsetDateTime at, String reason) {}

    /// An asset under a decision.
    ///
    /// @param then its level on the day of the decision
    /// @param leftAt when another decision took its place, or this one was withdrawn; null while it stands
    record Held(
            TreatmentId treatment,
            AssetId asset,
            String name,
            RiskLevel then,
            @Nullable OffsetDateTime leftAt) {}

    /// What a list says of an asset's treatment.
    enum State {
        UNTREATED,
        EXPIRED,
        LATE,
        PLANNED,
        SHARED,
        ACCEPTED,
        DONE,
        CALM;

        /// The word in addresses and message keys.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Somebody has to decide.
        boolean open() {
            return this == UNTREATED || this == EXPIRED;
        }

        static List<State> of(@Nullable String id) {
            return List.of(values()).stream()
                    .filter(state -> state.id().equals(id))
                    .toList();
        }
    }

    boolean done() {
        return end != null && end.how() == Ending.DONE;
    }

    /// Work that somebody still has to finish.
    boolean inWork() {
        return end == null
                && switch (treatment) {
                    case Treatment.Modify _, Treatment.Avoid _ -> true;
                    case Treatment.Retain _, Treatment.Share _ -> false;
                };
    }

    /// How things stand for one of its assets.
    ///
    /// @param then the asset's level when this was decided
    /// @param now the asset's level today
    State state(RiskLevel then, RiskLevel now, LocalDate today) {
        var day = treatment.day();
        var passed = day != null && day.isBefore(today);
        var state =
                switch (treatment) {
                    // What was done and left a large risk is no answer to it.
                    case Treatment.Modify _ when done() -> now == RiskLevel.LARGE ? State.UNTREATED : State.DONE;
                    case Treatment.Avoid _ when done() -> State.DONE;
                    case Treatment.Modify _, Treatment.Avoid _ -> passed ? State.LATE : State.PLANNED;
                    // Nobody accepted more than what stood there that day.
                    case Treatment.Retain _ ->
                        passed ? State.EXPIRED : now.compareTo(then) > 0 ? State.UNTREATED : State.ACCEPTED;
                    case Treatment.Share _ -> passed ? State.EXPIRED : State.SHARED;
                };
        return state.open() && now == RiskLevel.SMALL ? State.CALM : state;
    }

    /// How things stand for an asset about which nothing was decided.
    static State untreated(RiskLevel now) {
        return now == RiskLevel.SMALL ? State.CALM : State.UNTREATED;
    }
}
