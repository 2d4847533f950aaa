package org.hoshimori.treatment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.DecidedTreatment.State;
import org.hoshimori.treatment.Standings.Standing;
import org.jspecify.annotations.Nullable;

/// The list of risks by how they are treated.
///
/// @param rows what is shown of it
/// @param next the asset after which the next page begins; null on the last
/// @param found how many assets the filter shows
record TreatmentsPage(
        Standings standings,
        Query query,
        List<Standing> rows,
        @Nullable String next,
        int found,
        Map<String, String> media) {

    private static final int PAGE = 50;

    /// What the address asks for; what does not make sense is left out, never refused.
    ///
    /// @param state a state, or `open` for everything that somebody has to decide about
    /// @param after the asset before this page
    record Query(
            @Nullable String state,
            @Nullable String level,
            @Nullable String department,
            @Nullable String after) {

        boolean shows(Standing standing) {
            var states = State.of(state);
            return (states.isEmpty() || states.contains(standing.state()))
                    && (!"open".equals(state) || standing.state().open())
                    && (!knows(level) || Words.look(standing.asset().level()).equals(level))
                    && (department == null
                            || department.isEmpty()
                            || standing.asset().department().equals(department));
        }

        private static boolean knows(@Nullable String level) {
            return List.of(RiskLevel.values()).stream()
                    .anyMatch(known -> Words.look(known).equals(level));
        }

        boolean narrows() {
            return !State.of(state).isEmpty()
                    || "open".equals(state)
                    || knows(level)
                    || !Group.Asked.text(department).isEmpty();
        }

        /// The address of a page of the same list.
        String path(String from) {
            var query = Words.part("state", state)
                    + Words.part("level", level)
                    + Words.part("department", department)
                    + Words.part("after", from);
            return "/risks/treatments" + (query.isEmpty() ? "" : "?" + query.substring(1));
        }
    }

    /// The page begins after an asset by its place in the whole list, so that it is found even when the filter
    /// no longer shows it.
    static TreatmentsPage of(Standings standings, Query query, Map<String, String> media) {
        var all = standings.all();
        var from = 0;
        for (var place = 0; place < all.size(); place++) {
            if (all.get(place).asset().id().toString().equals(query.after())) {
                from = place + 1;
            }
        }
        var rows = all.stream().skip(from).filter(query::shows).limit(PAGE + 1).toList();
        var more = rows.size() > PAGE;
        var shown = more ? rows.subList(0, PAGE) : rows;
        return new TreatmentsPage(
                standings,
                query,
                shown,
                more ? shown.getLast().asset().id().toString() : null,
                (int) all.stream().filter(query::shows).count(),
                media);
    }

    String medium(String id) {
        return Objects.requireNonNullElse(media.get(id), id);
    }

    /// The media of today's register, in the order of the guideline; the company's own last.
    List<String> mediaHere() {
        var here = standings.all().stream()
                .map(one -> one.asset().medium())
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        media.keySet().stream().filter(here::contains),
                        here.stream().filter(medium -> !media.containsKey(medium)))
                .toList();
    }

    /// What was accepted or shared up to a day that has passed.
    int expired() {
        return standings.count(State.EXPIRED);
    }
}
