package org.hoshimori.control;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hoshimori.content.Edition;
import org.hoshimori.control.Controls.Names;
import org.hoshimori.control.Controls.Topic;
import org.hoshimori.organization.Company;
import org.hoshimori.paper.CsvPaper;
import org.hoshimori.paper.SheetCell;
import org.hoshimori.paper.SheetColumn;
import org.hoshimori.paper.SheetPlan;
import org.hoshimori.paper.Spreadsheet;
import org.jspecify.annotations.Nullable;

/// The list of controls as a file. The sample company's files say so.
///
/// @param texts the words of a key in the reader's language
record ControlPaper(
        Company company, List<DecidedControl> controls, Names names, Edition edition, UnaryOperator<String> texts) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private List<String> headings() {
        return List.of(
                texts.apply("control.paper.number"),
                texts.apply("control.paper.question"),
                texts.apply("control.paper.title"),
                texts.apply("control.paper.what"),
                texts.apply("control.paper.person"),
                texts.apply("control.paper.due"),
                texts.apply("control.paper.state"),
                texts.apply("control.paper.once"),
                texts.apply("control.paper.yearly"),
                texts.apply("control.paper.decided"));
    }

    byte[] csv() {
        var bytes = new ByteArrayOutputStream();
        try (var csv = new CsvPaper(bytes)) {
            if (company.sample()) {
                csv.row(texts.apply("control.paper.sample"));
            }
            csv.row(headings());
            for (var control : controls) {
                csv.row(List.of(
                        number(control),
                        question(control),
                        control.title(),
                        Objects.toString(control.what(), ""),
                        person(control),
                        Objects.toString(control.due(), ""),
                        state(control),
                        Objects.toString(control.costOnceYen(), ""),
                        Objects.toString(control.costYearlyYen(), ""),
                        control.decidedAt()
                                .atZoneSameInstant(JAPAN)
                                .toLocalDate()
                                .toString()));
            }
        }
        return bytes.toByteArray();
    }

    byte[] excel() {
        var bytes = new ByteArrayOutputStream();
        try (var book = Spreadsheet.to(bytes)) {
            book.sheet(plan());
            for (var control : controls) {
                var due = control.due();
                book.row(
                        SheetCell.text(number(control)),
                        SheetCell.text(question(control)),
                        SheetCell.text(control.title()),
                        SheetCell.text(Objects.toString(control.what(), "")),
                        SheetCell.text(person(control)),
                        due == null ? SheetCell.EMPTY : SheetCell.day(due),
                        SheetCell.text(state(control)),
                        yen(control.costOnceYen()),
                        yen(control.costYearlyYen()),
                        SheetCell.day(
                                control.decidedAt().atZoneSameInstant(JAPAN).toLocalDate()));
            }
        }
        return bytes.toByteArray();
    }

    private SheetPlan plan() {
        var widths = List.of(8, 28, 36, 50, 16, 14, 12, 16, 16, 14);
        var headings = headings();
        var columns = new SheetColumn[headings.size()];
        for (var i = 0; i < columns.length; i++) {
            columns[i] = SheetColumn.of(headings.get(i), widths.get(i));
        }
        var title = company.name() + " " + texts.apply("control.paper.sheet");
        var plan = SheetPlan.of(texts.apply("control.paper.sheet"), columns).titled(title);
        return company.sample() ? plan.marked(texts.apply("control.paper.sample")) : plan;
    }

    private static SheetCell yen(@Nullable Long amount) {
        return amount == null ? SheetCell.EMPTY : SheetCell.yen(amount);
    }

    /// The number of a question as a figure; that of a check item says what it is, for both begin with 1.
    private String number(DecidedControl control) {
        var topic = Topic.of(edition, control.question());
        return topic.checkItem()
                ? texts.apply("control.paper.item") + " " + topic.number()
                : topic.number() == 0 ? "" : String.valueOf(topic.number());
    }

    private String question(DecidedControl control) {
        return Topic.of(edition, control.question()).title();
    }

    private String person(DecidedControl control) {
        return Objects.toString(names.nameOf(control.responsible()), "");
    }

    private String state(DecidedControl control) {
        return texts.apply("control.state." + control.state().id());
    }
}
