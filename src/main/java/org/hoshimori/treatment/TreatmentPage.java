package org.hoshimori.treatment;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.asset.AssetId;
import org.hoshimori.content.CompanyRules.CheckItem;
import org.hoshimori.content.Edition;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.treatment.DecidedTreatment.Held;
import org.hoshimori.treatment.Standings.Standing;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// One decision: what it says, for which assets, and what happened before and after.
///
/// @param rows some of its assets, also those that left
/// @param next where the next page of its assets begins after; null on the last
/// @param others earlier and later decisions about the same assets
record TreatmentPage(
        DecidedTreatment decided,
        Standings standings,
        List<Held> rows,
        @Nullable AssetId next,
        List<DecidedControl> controls,
        List<DecidedTreatment> others,
        List<TrailEntry> history,
        Edition edition,
        Map<String, String> media,
        Rights rights,
        Typed typed) {

    /// What the reader may do.
    ///
    /// @param works may say that the work is done
    /// @param decides may take the decision back or make another
    record Rights(boolean works, boolean decides) {}

    /// What somebody wrote to take a decision back.
    record Typed(String reason, Problems problems) {}

    Treatment treatment() {
        return decided.treatment();
    }

    String path() {
        return "/risks/treatments/" + decided.id();
    }

    /// Today's standing of the assets on this page, by id; what left or was removed is not there.
    Map<AssetId, Standing> today() {
        return standings.under(decided.id()).stream()
                .collect(Collectors.toMap(one -> one.asset().id(), Function.identity()));
    }

    /// Assets of today's register under this decision.
    int covered() {
        return standings.under(decided.id()).size();
    }

    /// How things stand for the decision as a whole: as its first asset in the list; null when it has none any more.
    DecidedTreatment.@Nullable State state() {
        return standings.under(decided.id()).stream()
                .map(Standing::state)
                .findFirst()
                .orElse(null);
    }

    long now(RiskLevel level) {
        return standings.under(decided.id()).stream()
                .filter(one -> one.asset().level() == level)
                .count();
    }

    long after(RiskLevel level) {
        return standings.under(decided.id()).stream()
                .filter(one -> one.after() == level)
                .count();
    }

    /// Days until the day that matters, negative when it has passed.
    long daysLeft() {
        var day = treatment().day();
        return day == null ? 0 : ChronoUnit.DAYS.between(standings.today(), day);
    }

    boolean standsOrIsDone() {
        return decided.end() == null || decided.done();
    }

    /// A medium in words; any other name as it is.
    String medium(String name) {
        return media.getOrDefault(name, name);
    }

    List<CheckItem> items() {
        return treatment() instanceof Treatment.Modify modify
                ? edition.allCheckItems().stream()
                        .filter(item -> modify.items().contains(item.id()))
                        .toList()
                : List.of();
    }
}
