package org.hoshimori.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// One cell of a [Spreadsheet], with its type: Excel guesses nothing and runs nothing.
///
/// There is no formula on purpose. What looks like one is [Text], whoever wrote it.
public sealed interface SheetCell {

    /// Nothing in the cell.
    SheetCell EMPTY = new Empty();

    /// Words, and numbers that are names (corporate number, telephone, code with a leading zero). Longer than
    /// 32,767 characters, the most that Excel opens, it ends in "…".
    static SheetCell text(String text) {
        return new Text(text);
    }

    /// A count. Excel keeps 15 digits.
    static SheetCell whole(long number) {
        return new Whole(number);
    }

    /// A measured or computed number, shown with one or two decimals.
    static SheetCell decimal(BigDecimal number) {
        return new Decimal(number);
    }

    /// An amount in whole yen, shown as 12,000円.
    static SheetCell yen(long amount) {
        return new Yen(amount);
    }

    /// A day from 1900 on, shown as 2026/11/20.
    static SheetCell day(LocalDate day) {
        return new Day(day);
    }

    /// A moment in the reader's local time, from 1900 on, shown as 2026/11/20 10:42. Excel knows no time zone: the
    /// caller converts.
    static SheetCell moment(LocalDateTime moment) {
        return new Moment(moment);
    }

    record Empty() implements SheetCell {}

    record Text(String text) implements SheetCell {}

    record Whole(long number) implements SheetCell {}

    record Decimal(BigDecimal number) implements SheetCell {}

    record Yen(long amount) implements SheetCell {}

    record Day(LocalDate day) implements SheetCell {
        public Day {
            SheetPlan.requireExcelYear(day);
        }
    }

    record Moment(LocalDateTime moment) implements SheetCell {
        public Moment {
            SheetPlan.requireExcelYear(moment.toLocalDate());
        }
    }
}
