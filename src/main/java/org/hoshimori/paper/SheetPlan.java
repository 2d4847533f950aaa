package org.hoshimori.paper;

import java.time.LocalDate;
import java.util.List;

/// How one sheet of a [Spreadsheet] looks before its rows come.
///
/// @param name on the tab; at most 31 characters and none of `: \ / ? * [ ] '`, others are
///     replaced by Excel's rules
/// @param title in the first row, large, and at the top of every printed page
/// @param columns in order
/// @param page A4, upright or sideways; always as wide as the paper, as many pages long as it takes
/// @param mark a word on top of everything, such as 見本; empty for none
public record SheetPlan(String name, String title, List<SheetColumn> columns, Orientation page, String mark) {

    private static final int FIRST_YEAR = 1900;

    /// How the A4 paper lies.
    public enum Orientation {
        PORTRAIT,
        LANDSCAPE
    }

    public SheetPlan {
        if (name.isBlank() || columns.isEmpty()) {
            throw new IllegalArgumentException("A sheet needs a name and a column");
        }
        columns = List.copyOf(columns);
    }

    /// A landscape sheet without a mark; its title is its name.
    public static SheetPlan of(String name, SheetColumn... columns) {
        return new SheetPlan(name, name, List.of(columns), Orientation.LANDSCAPE, "");
    }

    public SheetPlan titled(String words) {
        return new SheetPlan(name, words, columns, page, mark);
    }

    public SheetPlan portrait() {
        return new SheetPlan(name, title, columns, Orientation.PORTRAIT, mark);
    }

    /// With a red word in the first row and at the top of every printed page.
    public SheetPlan marked(String word) {
        return new SheetPlan(name, title, columns, page, word);
    }

    /// Excel has no days before 1900 and would show a row of #.
    static void requireExcelYear(LocalDate day) {
        if (day.getYear() < FIRST_YEAR) {
            throw new IllegalArgumentException("Excel knows no day before 1900: " + day);
        }
    }
}
