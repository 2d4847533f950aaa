package org.hoshimori.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes an Excel workbook (ISO/IEC 29500) sheet by sheet and row by row: a title, a frozen header with filters,
/// typed cells, drop-downs that refuse other words, ready to print on A4.
///
/// ```
/// try (Spreadsheet book = Spreadsheet.to(out)) {
///     SheetColumn name = SheetColumn.of("情報資産名称", 40);
///     SheetColumn importance = SheetColumn.of("重要度", 10).choices(List.of("2", "1", "0"), "2、1、0 から選んでください。");
///     book.sheet(SheetPlan.of("台帳", name, importance));
///     book.row(SheetCell.text("社員名簿"), SheetCell.whole(2));
/// }
/// ```
///
/// For one thread. Closing it finishes the workbook and leaves the stream open; it must have at least one sheet by
/// then. Throws [UncheckedIOException] when the stream cannot be written, [IllegalArgumentException] for a row of
/// another length than its header.
public final class Spreadsheet implements AutoCloseable {

    /// Rows that wait in memory before they go to the stream.
    private static final int BATCH = 500;

    private final Workbook workbook;
    private final SheetChoices choices;
    private @Nullable OpenSheet open;

    private Spreadsheet(OutputStream out) {
        workbook = new Workbook(out, "Hoshimori", null);
        choices = new SheetChoices(workbook);
    }

    public static Spreadsheet to(OutputStream out) {
        return new Spreadsheet(out);
    }

    /// Finishes the sheet before, if any, and begins the next.
    public Spreadsheet sheet(SheetPlan plan) {
        finishSheet();
        Worksheet sheet = workbook.newWorksheet(plan.name().replace('\'', '’'));
        SheetLook.prepare(sheet, plan);
        open = new OpenSheet(sheet, plan);
        return this;
    }

    public Spreadsheet row(SheetCell... cells) {
        return row(List.of(cells));
    }

    /// Adds a row to the sheet that was begun last.
    public Spreadsheet row(List<SheetCell> cells) {
        OpenSheet current = open;
        if (current == null) {
            throw new IllegalStateException("A row needs a sheet first");
        }
        current.add(cells);
        return this;
    }

    @Override
    public void close() {
        finishSheet();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finishSheet() {
        OpenSheet current = open;
        if (current != null) {
            open = null;
            current.finish(choices);
        }
    }

    /// The sheet that takes rows now. Only one can, because it streams.
    private static final class OpenSheet {

        private final Worksheet sheet;
        private final SheetPlan plan;
        private int next = SheetLook.FIRST_ROW;

        OpenSheet(Worksheet sheet, SheetPlan plan) {
            this.sheet = sheet;
            this.plan = plan;
        }

        void add(List<SheetCell> cells) {
            if (cells.size() != plan.columns().size()) {
                throw new IllegalArgumentException("%d cells for %d columns in %s"
                        .formatted(cells.size(), plan.columns().size(), plan.name()));
            }
            for (int column = 0; column < cells.size(); column++) {
                SheetLook.write(sheet, next, column, cells.get(column));
            }
            next++;
            if (next % BATCH == 0) {
                flush();
            }
        }

        void finish(SheetChoices choices) {
            sheet.setAutoFilter(
                    SheetLook.HEADER_ROW,
                    0,
                    Math.max(SheetLook.FIRST_ROW, next - 1),
                    plan.columns().size() - 1);
            choices.enforce(sheet, plan.columns());
            try {
                sheet.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
