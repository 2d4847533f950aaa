package org.hoshimori.treatment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.control.ControlId;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Role;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.TreatmentOutcome.Refusal;
import org.jspecify.annotations.Nullable;

/// What a company does about a risk: one of the four ways of the guideline (低減, 保有, 回避, 移転).
public sealed interface Treatment {

    /// Nobody plans further ahead; a year typed with a digit too many is noticed (独自の目安).
    int YEARS_AHEAD = 10;

    /// 低減: make the risk smaller.
    ///
    /// @param items ids of check items that will be done
    /// @param controls controls that the company decided on
    /// @param words more about it, possibly empty
    record Modify(
            List<String> items,
            List<ControlId> controls,
            String words,
            MemberId responsible,
            LocalDate due,
            Costs costs)
            implements Treatment {

        public Modify {
            items = List.copyOf(items);
            controls = List.copyOf(controls);
        }

        /// With the known check items that its controls are for.
        Modify with(Collection<DecidedControl> decided, List<String> known) {
            var more = decided.stream()
                    .filter(control -> controls.contains(control.id()))
                    .map(DecidedControl::question)
                    .filter(known::contains);
            var all = Stream.concat(items.stream(), more).distinct().toList();
            return new Modify(all, controls, words, responsible, due, costs);
        }
    }

    /// 保有: live with the risk, for a reason, until a day (included).
    record Retain(String reason, MemberId acceptedBy, LocalDate until) implements Treatment {}

    /// 回避: change something, so that the risk is no longer there.
    record Avoid(String change, MemberId responsible, LocalDate due, Costs costs) implements Treatment {}

    /// 移転: let somebody else bear it.
    ///
    /// @param words more about it, possibly empty
    /// @param sumYen what they would bear, in yen; null when unknown
    /// @param until in force until this day (included); null without an end
    record Share(
            Way way,
            String partner,
            String words,
            @Nullable Long sumYen,
            @Nullable LocalDate until,
            Costs costs) implements Treatment {}

    /// What a treatment costs, in yen; null while it is unknown.
    record Costs(@Nullable Long onceYen, @Nullable Long yearlyYen) {

        public static final Costs UNKNOWN = new Costs(null, null);

        long once() {
            return onceYen == null ? 0 : onceYen;
        }

        long yearly() {
            return yearlyYen == null ? 0 : yearlyYen;
        }
    }

    /// To whom a risk is shared.
    enum Way {
        SERVICE,
        INSURANCE,
        CONTRACT;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Way> of(@Nullable String id) {
            return Arrays.stream(values()).filter(way -> way.id().equals(id)).findFirst();
        }
    }

    /// The word in database, addresses and message keys.
    default String kind() {
        return switch (this) {
            case Modify _ -> "modify";
            case Retain _ -> "retain";
            case Avoid _ -> "avoid";
            case Share _ -> "share";
        };
    }

    /// The day that matters: done by, accepted until, in force until; null without one.
    default @Nullable LocalDate day() {
        return switch (this) {
            case Modify modify -> modify.due;
            case Retain retain -> retain.until;
            case Avoid avoid -> avoid.due;
            case Share share -> share.until;
        };
    }

    /// Who does it, or who accepted; null where nobody is named.
    default @Nullable MemberId person() {
        return switch (this) {
            case Modify modify -> modify.responsible;
            case Retain retain -> retain.acceptedBy;
            case Avoid avoid -> avoid.responsible;
            case Share _ -> null;
        };
    }

    default Costs costs() {
        return switch (this) {
            case Modify modify -> modify.costs;
            case Retain _ -> Costs.UNKNOWN;
            case Avoid avoid -> avoid.costs;
            case Share share -> share.costs;
        };
    }

    /// The reason, what changes, or what there is to say.
    default String saying() {
        return switch (this) {
            case Modify modify -> modify.words;
            case Retain retain -> retain.reason;
            case Avoid avoid -> avoid.change;
            case Share share -> share.words;
        };
    }

    /// Which rule stands against this decision; empty when it may stand.
    ///
    /// @param worst the worst level of the assets that it is about
    /// @param actor who decides
    default Optional<Refusal> refusal(RiskLevel worst, Actor actor, LocalDate today) {
        var own =
                switch (this) {
                    case Modify modify ->
                        modify.items.isEmpty() && modify.controls.isEmpty() ? Refusal.NOTHING_CHOSEN : null;
                    case Retain retain ->
                        retain.reason.isBlank()
                                ? Refusal.WORDLESS
                                : mayStand(retain, worst, actor) ? null : Refusal.OWNER_ONLY;
                    case Avoid avoid -> avoid.change.isBlank() ? Refusal.WORDLESS : null;
                    case Share share -> share.partner.isBlank() ? Refusal.WORDLESS : null;
                };
        return own == null ? wrongDay(day(), today) : Optional.of(own);
    }

    private static Optional<Refusal> wrongDay(@Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return Optional.empty();
        }
        return day.isBefore(today)
                ? Optional.of(Refusal.PAST)
                : day.isAfter(today.plusYears(YEARS_AHEAD)) ? Optional.of(Refusal.TOO_FAR) : Optional.empty();
    }

    /// Nobody accepts a large risk in another person's name, and only an owner accepts one at all.
    private static boolean mayStand(Retain retain, RiskLevel worst, Actor actor) {
        return worst != RiskLevel.LARGE || (actor.is(Role.OWNER) && retain.acceptedBy.equals(actor.member()));
    }
}
