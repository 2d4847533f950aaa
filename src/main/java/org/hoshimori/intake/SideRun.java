package org.hoshimori.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.intake.DryRun.Fate;
import org.hoshimori.intake.DryRun.Trouble;
import org.jspecify.annotations.Nullable;

/// What taking over a sheet beside the register would do, row by row; nothing has happened yet.
///
/// @param id of the [SideSheet]
/// @param sheet name of the sheet in the file
record SideRun(String id, String sheet, List<Said> rows) {

    /// @param entry which it is about; null when refused
    /// @param before the figure as it stands; 0 when nobody has said
    /// @param figure what the sheet says; 0 when refused
    record Said(int line, SideSheet.@Nullable Entry entry, Fate fate, int before, int figure, List<Trouble> troubles) {}

    int count(Fate fate) {
        return (int) rows.stream().filter(row -> row.fate() == fate).count();
    }

    List<Trouble> problems() {
        return rows.stream().flatMap(row -> row.troubles().stream()).toList();
    }

    /// How many figures would be written.
    int writing() {
        return count(Fate.NEW) + count(Fate.CHANGED);
    }

    /// The figures that would be written, by key.
    Map<String, Integer> figures() {
        return by(false);
    }

    /// What they replace, by key; 0 where nobody had said anything.
    Map<String, Integer> replaced() {
        return by(true);
    }

    private Map<String, Integer> by(boolean before) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (var row : rows) {
            var entry = row.entry();
            if (entry != null && (row.fate() == Fate.NEW || row.fate() == Fate.CHANGED)) {
                figures.put(entry.key(), before ? row.before() : row.figure());
            }
        }
        return figures;
    }
}
