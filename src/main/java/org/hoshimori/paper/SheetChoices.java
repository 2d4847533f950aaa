package org.hoshimori.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.XmlEscapeHelper;
import org.jspecify.annotations.Nullable;

/// The words of the drop-downs, kept on a hidden sheet: written into the rule itself they would end at 255
/// characters and could hold no comma.
final class SheetChoices {

    private static final String SHEET = "選択肢";
    private static final int LONGEST_TITLE = 32;

    private final Workbook workbook;
    private final Map<List<String>, Range> ranges = new HashMap<>();
    private @Nullable Worksheet hidden;

    SheetChoices(Workbook workbook) {
        this.workbook = workbook;
    }

    /// Makes every column with choices refuse other words, down to the last row that Excel has, so that rows added
    /// later obey as well.
    void enforce(Worksheet sheet, List<SheetColumn> columns) {
        for (int index = 0; index < columns.size(); index++) {
            SheetColumn column = columns.get(index);
            if (!column.choices().isEmpty()) {
                enforce(sheet.range(SheetLook.FIRST_ROW, index, Worksheet.MAX_ROWS - 1, index), column);
            }
        }
    }

    /// Without the last four calls Excel shows the list and accepts anything all the same. The texts are escaped
    /// here because fastexcel writes them into an attribute as they are.
    private void enforce(Range cells, SheetColumn column) {
        String title = column.heading().replace('\n', ' ');
        cells.validateWithList(ranges.computeIfAbsent(column.choices(), this::store))
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .errorTitle(XmlEscapeHelper.escape(title.substring(0, Math.min(title.length(), LONGEST_TITLE))))
                .error(XmlEscapeHelper.escape(column.refusal()))
                .showErrorMessage(true);
    }

    private Range store(List<String> words) {
        Worksheet sheet = hiddenSheet();
        int column = ranges.size();
        for (int row = 0; row < words.size(); row++) {
            SheetLook.write(sheet, row, column, SheetCell.text(words.get(row)));
        }
        return sheet.range(0, column, words.size() - 1, column);
    }

    private Worksheet hiddenSheet() {
        Worksheet sheet = hidden;
        if (sheet == null) {
            sheet = workbook.newWorksheet(SHEET);
            sheet.setVisibilityState(VisibilityState.HIDDEN);
            hidden = sheet;
        }
        return sheet;
    }
}
