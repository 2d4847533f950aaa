package org.hoshimori.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.content.Edition;
import org.hoshimori.control.ControlRegister.Deferral;
import org.hoshimori.control.Controls.Load;
import org.hoshimori.control.Controls.Names;
import org.hoshimori.control.Controls.Task;
import org.hoshimori.control.Controls.Topic;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// The task list and the board.
///
/// @param next where the next page begins; null on the last
/// @param loads counts and sums of everything that the reader may see
/// @param deferrals "not now", for those who decide and read
/// @param budgetYen set aside per year; null while it is not known
/// @param more what other rooms ask of the reader, on the reader's own list
/// @param round the newest closed round, where "not now" is taken up again; null before the first
record ControlsPage(
        Query query,
        Rights rights,
        List<DecidedControl> rows,
        @Nullable ControlId next,
        List<Load> loads,
        Names names,
        List<Deferral> deferrals,
        @Nullable Long budgetYen,
        Edition edition,
        @Nullable String round,
        List<Task> more,
        LocalDate today) {

    /// The three ways to look at the controls.
    enum Tab {
        MINE,
        ALL,
        BOARD
    }

    /// What the address asks for.
    ///
    /// @param person id of a member; empty for everybody
    /// @param state id of a state; empty for all
    /// @param after id of the control before this page
    record Query(Tab tab, String person, String state, String after) {}

    /// What the reader may do.
    record Rights(boolean readsAll, boolean works, boolean decides) {}

    /// One person's share.
    record Share(
            @Nullable String name, @Nullable MemberId person, long open, long overdue, long onceYen, long yearlyYen) {}

    boolean on(Tab tab) {
        return query.tab() == tab;
    }

    long count(State state) {
        return loads.stream()
                .filter(load -> load.state() == state)
                .mapToLong(Load::count)
                .sum();
    }

    long all() {
        return loads.stream().mapToLong(Load::count).sum();
    }

    long overdue() {
        return loads.stream().mapToLong(Load::overdue).sum();
    }

    long onceYen() {
        return loads.stream().mapToLong(Load::onceToPay).sum();
    }

    long yearlyYen() {
        return loads.stream().mapToLong(Load::yearlyRunning).sum();
    }

    /// Negative when the budget does not suffice; null without a budget.
    @Nullable
    Long leftYen() {
        return budgetYen == null ? null : Long.valueOf(budgetYen - onceYen() - yearlyYen());
    }

    /// The people with open work, most overdue first.
    List<Share> shares() {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (var load : loads) {
            var person = load.person();
            shares.merge(
                    Objects.toString(person),
                    new Share(
                            names.nameOf(person),
                            person,
                            load.open(),
                            load.overdue(),
                            load.onceToPay(),
                            load.yearlyRunning()),
                    ControlsPage::together);
        }
        var list = new ArrayList<>(shares.values());
        list.sort((one, other) -> one.overdue() == other.overdue()
                ? Long.compare(other.open(), one.open())
                : Long.compare(other.overdue(), one.overdue()));
        return list;
    }

    private static Share together(Share one, Share other) {
        return new Share(
                one.name(),
                one.person(),
                one.open() + other.open(),
                one.overdue() + other.overdue(),
                one.onceYen() + other.onceYen(),
                one.yearlyYen() + other.yearlyYen());
    }

    List<DecidedControl> rows(State state) {
        return rows.stream().filter(control -> control.state() == state).toList();
    }

    /// "Not now" whose day has come.
    List<Deferral> dueDeferrals() {
        return deferrals.stream().filter(deferral -> deferral.due(today)).toList();
    }

    /// What a control is for.
    Topic topic(String question) {
        return Topic.of(edition, question);
    }

    /// The address of the next page.
    String nextPage() {
        return "/controls?tab=" + query.tab().name().toLowerCase(Locale.ROOT) + "&person=" + query.person() + "&state="
                + query.state() + "&after=" + next;
    }
}
