package org.hoshimori.scenario;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.organization.Member;
import org.hoshimori.scenario.Situation.Item;
import org.hoshimori.web.Problems;

/// Asks who does the ticked items, and until when, before they become controls.
///
/// @param workers whom work may be given to
record TakeoverPage(WhatIf outlook, TakeoverForm form, List<Member> workers, LocalDate today, Problems problems) {

    /// Chosen items for which no control is open yet.
    List<Item> fresh() {
        return outlook.done().stream().filter(item -> !item.decided()).toList();
    }

    /// Chosen items that have been decided before: they are not decided twice.
    List<Item> already() {
        return outlook.done().stream().filter(Item::decided).toList();
    }

    long once() {
        return fresh().stream().mapToLong(item -> item.cost().once()).sum();
    }

    long yearly() {
        return fresh().stream().mapToLong(item -> item.cost().yearly()).sum();
    }

    String due() {
        return TakeoverForm.text(form.due());
    }

    boolean selected(Member person) {
        return workers.size() == 1 || person.id().toString().equals(TakeoverForm.text(form.responsible()));
    }

    String back() {
        return WhatIfPage.address("/risks/what-if", outlook.done());
    }
}
