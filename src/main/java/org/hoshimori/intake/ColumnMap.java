package org.hoshimori.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.intake.Sheet.Line;

/// Which column of a sheet is which of the register, and where its rows begin.
///
/// @param header index of the line with the headings; -1 when there is none
/// @param columns index of the column in the sheet, by the column of the register
record ColumnMap(int header, Map<Column, Integer> columns) {

    private static final int LOOKED_AT = 40;

    /// The line that names the most columns, alone or together with the line under it (headings over headings).
    static ColumnMap guess(Sheet sheet, Words words) {
        var best = new ColumnMap(-1, Map.of());
        for (var index = 0; index < Math.min(LOOKED_AT, sheet.lines().size()); index++) {
            var alone = of(index, List.of(sheet.lines().get(index)), words);
            if (alone.columns.size() > best.columns.size()) {
                best = alone;
            }
            if (index > 0) {
                var both = of(
                        index,
                        List.of(sheet.lines().get(index - 1), sheet.lines().get(index)),
                        words);
                if (both.columns.size() > best.columns.size()) {
                    best = both;
                }
            }
        }
        return best.columns.size() >= 2 || best.columns.containsKey(Column.NAME) ? best : new ColumnMap(-1, Map.of());
    }

    private static ColumnMap of(int index, List<Line> headings, Words words) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var line : headings.reversed()) {
            for (var place = 0; place < line.cells().size(); place++) {
                var here = place;
                if (!columns.containsValue(place)) {
                    words.column(line.cell(place)).ifPresent(column -> columns.putIfAbsent(column, here));
                }
            }
        }
        return new ColumnMap(index, columns);
    }

    /// How much a sheet looks like a register.
    static int likeness(Sheet sheet, Words words) {
        var named = words.list("sheets").indexOf(sheet.name());
        var columns = guess(sheet, words).columns.size();
        return columns == 0 ? -1 : columns * 10 + (named < 0 ? 0 : 100 - named);
    }

    String written() {
        var text = new StringBuilder().append(header);
        columns.forEach((column, place) ->
                text.append(' ').append(column.id()).append('=').append(place));
        return text.toString();
    }

    /// Reads what [#written()] wrote.
    static ColumnMap read(String text) {
        var parts = new ArrayList<>(List.of(text.split(" ")));
        var columns = new EnumMap<Column, Integer>(Column.class);
        var header = Integer.parseInt(parts.removeFirst());
        for (var part : parts) {
            var pair = part.split("=");
            Column.of(pair[0]).ifPresent(column -> columns.put(column, Integer.valueOf(pair[1])));
        }
        return new ColumnMap(header, columns);
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    String cell(Line line, Column column) {
        return line.cell(columns.getOrDefault(column, -1));
    }

    /// The lines that hold assets.
    List<Line> lines(Sheet sheet) {
        return sheet.lines()
                .subList(
                        Math.min(header + 1, sheet.lines().size()),
                        sheet.lines().size());
    }
}
