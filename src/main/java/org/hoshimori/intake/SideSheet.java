package org.hoshimori.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;

/// A sheet beside the register in the same workbook: a fixed list of rows with one figure each. A room further left
/// knows the list and keeps the figures; this room reads the sheet.
public interface SideSheet {

    /// One row of the list.
    ///
    /// @param key by which the figure is kept
    /// @param group what the row stands under, in words
    /// @param title what the row says, in words
    record Entry(String key, String group, String title) {}

    /// The word in message keys and in `intake/words.properties`, for example `answers`.
    String id();

    /// The highest figure; the lowest is 1.
    int highest();

    /// The rows in the order of the sheet, in the language of the workbook.
    List<Entry> entries(OrganizationId organization);

    /// The figures as they stand, by key; none for rows that nobody answered.
    Map<String, Integer> standing(OrganizationId organization);

    /// Writes figures and forgets others, with the trail, inside the caller's transaction.
    void write(Actor actor, Map<String, Integer> figures, Set<String> forgotten);
}
