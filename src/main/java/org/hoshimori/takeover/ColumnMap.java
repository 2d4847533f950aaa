package org.hoshimori.takeover;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.takeover.Rows.Row;

/// Which column of a file is which, and in which line the headings stand.
///
/// @param header line of the headings in the file, from 1; 0 when it has none
/// @param columns place of the column in the file, from 0
record ColumnMap(int header, Map<Column, Integer> columns) {

    private static final int LOOKED_AT = 20;

    /// The line among the first that names the most columns.
    static ColumnMap guess(Rows first, Words words) {
        var best = new ColumnMap(0, Map.of());
        for (var row : first.list().subList(0, Math.min(LOOKED_AT, first.list().size()))) {
            var columns = new EnumMap<Column, Integer>(Column.class);
            for (var place = 0; place < row.cells().size(); place++) {
                var here = place;
                words.column(row.cell(place)).ifPresent(column -> columns.putIfAbsent(column, here));
            }
            if (columns.size() > best.columns.size()) {
                best = new ColumnMap(row.line(), columns);
            }
        }
        return best.columns.size() >= 2 ? best : new ColumnMap(0, Map.of());
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

    int place(Column column) {
        return columns.getOrDefault(column, -1);
    }

    String cell(Row row, Column column) {
        return row.cell(place(column));
    }

    /// What every list must have so that anything can be taken over; the missing ones.
    List<Column> missing() {
        var missing = new ArrayList<Column>();
        for (var column : List.of(Column.STAR, Column.SINCE, Column.NAME, Column.INDUSTRY)) {
            if (!has(column)) {
                missing.add(column);
            }
        }
        if (!has(Column.NUMBER) && !has(Column.KEY)) {
            missing.add(Column.NUMBER);
        }
        if (!has(Column.ADDRESS) && !has(Column.PREFECTURE)) {
            missing.add(Column.PREFECTURE);
        }
        if (!has(Column.ADDRESS) && !has(Column.MUNICIPALITY)) {
            missing.add(Column.MUNICIPALITY);
        }
        return missing;
    }
}
