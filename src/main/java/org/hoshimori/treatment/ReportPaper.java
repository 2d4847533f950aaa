package org.hoshimori.treatment;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.paper.SheetCell;
import org.hoshimori.paper.SheetColumn;
import org.hoshimori.paper.SheetPlan;
import org.hoshimori.paper.Spreadsheet;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.ReportPage.Covered;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The report for the owner on paper and in Excel. The sample company's says so.
@Component
class ReportPaper {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final TemplateEngine templates;
    private final PdfPaper pdf;
    private final MessageSource messages;

    ReportPaper(TemplateEngine templates, PdfPaper pdf, MessageSource messages) {
        this.templates = templates;
        this.pdf = pdf;
        this.messages = messages;
    }

    byte[] pdf(ReportPage page, Locale locale) {
        var output = new StringOutput();
        templates.render("treatment/paper.jte", Map.of("shell", shell(locale), "page", page), output);
        return pdf.render(output.toString().strip());
    }

    byte[] workbook(ReportPage page, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        var shell = shell(locale);
        try (var book = Spreadsheet.to(bytes)) {
            summary(book, page, shell);
            risks(book, page, shell);
            decisions(book, page, shell);
        }
        return bytes.toByteArray();
    }

    private static void summary(Spreadsheet book, ReportPage page, Shell shell) {
        book.sheet(plan(
                        page,
                        shell,
                        "summary",
                        column(shell, "item", 36),
                        column(shell, "now", 16),
                        column(shell, "after", 16))
                .portrait());
        book.row(text(shell, "company"), SheetCell.text(page.company().name()), SheetCell.EMPTY);
        book.row(text(shell, "day"), SheetCell.day(page.standings().today()), SheetCell.EMPTY);
        book.row(text(shell, "method"), SheetCell.text(page.analysis().method().title()), SheetCell.EMPTY);
        for (var level : List.of(RiskLevel.LARGE, RiskLevel.MIDDLE, RiskLevel.SMALL)) {
            book.row(
                    SheetCell.text(Words.title(page.analysis(), level)),
                    SheetCell.whole(page.analysis().count(level)),
                    SheetCell.whole(page.after(level)));
        }
        for (var importance : page.importances()) {
            for (var likelihood : page.likelihoods()) {
                book.row(
                        SheetCell.text(shell.text("treatment.report.cell", importance, likelihood.value())),
                        SheetCell.whole(page.analysis().count(importance, likelihood.value())),
                        SheetCell.EMPTY);
            }
        }
        book.row(text(shell, "once"), SheetCell.yen(page.onceYen()), SheetCell.EMPTY);
        book.row(text(shell, "yearly"), SheetCell.yen(page.yearlyYen()), SheetCell.EMPTY);
    }

    private static void risks(Spreadsheet book, ReportPage page, Shell shell) {
        book.sheet(plan(
                page,
                shell,
                "risks",
                column(shell, "asset", 36),
                column(shell, "department", 18),
                column(shell, "medium", 20),
                column(shell, "threat", 34),
                column(shell, "importance", 9),
                column(shell, "likelihood", 9),
                column(shell, "value", 9),
                column(shell, "level", 8),
                column(shell, "kind", 10),
                column(shell, "state", 18),
                column(shell, "after", 10)));
        for (var one : page.standings().all()) {
            var asset = one.asset();
            var decided = one.decided();
            book.row(
                    SheetCell.text(asset.name()),
                    SheetCell.text(asset.department()),
                    SheetCell.text(page.medium(asset.medium())),
                    SheetCell.text(page.threat(asset)),
                    SheetCell.whole(asset.importance()),
                    SheetCell.whole(asset.likelihood()),
                    SheetCell.whole(asset.value()),
                    SheetCell.text(Words.title(page.analysis(), asset.level())),
                    decided == null ? SheetCell.EMPTY : kind(decided, shell),
                    SheetCell.text(shell.text("treatment.state." + one.state().id())),
                    SheetCell.text(Words.title(page.analysis(), one.after())));
        }
    }

    private static void decisions(Spreadsheet book, ReportPage page, Shell shell) {
        book.sheet(plan(
                page,
                shell,
                "decisions",
                column(shell, "kind", 10),
                column(shell, "level", 8),
                column(shell, "assets", 9),
                column(shell, "asset", 34),
                column(shell, "words", 44),
                column(shell, "partner", 24),
                column(shell, "person", 16),
                column(shell, "until", 14),
                column(shell, "sum", 16),
                column(shell, "once", 14),
                column(shell, "yearly", 14),
                column(shell, "decided", 14)));
        for (var one : page.decisions()) {
            book.row(decision(one, page, shell));
        }
    }

    private static List<SheetCell> decision(Covered one, ReportPage page, Shell shell) {
        var decided = one.decided();
        var treatment = decided.treatment();
        var share = treatment instanceof Treatment.Share with ? with : null;
        return List.of(
                kind(decided, shell),
                SheetCell.text(Words.title(page.analysis(), decided.level())),
                SheetCell.whole(one.assets().size()),
                SheetCell.text(one.first().asset().name()),
                SheetCell.text(treatment.saying()),
                SheetCell.text(share == null ? "" : share.partner()),
                SheetCell.text(decided.person()),
                day(treatment.day()),
                yen(share == null ? null : share.sumYen()),
                yen(treatment.costs().onceYen()),
                yen(treatment.costs().yearlyYen()),
                day(decided.decidedAt().atZoneSameInstant(JAPAN).toLocalDate()));
    }

    private static SheetCell kind(DecidedTreatment decided, Shell shell) {
        return SheetCell.text(
                shell.text("treatment.official." + decided.treatment().kind()));
    }

    private static SheetCell day(@Nullable LocalDate day) {
        return day == null ? SheetCell.EMPTY : SheetCell.day(day);
    }

    private static SheetCell yen(@Nullable Long amount) {
        return amount == null ? SheetCell.EMPTY : SheetCell.yen(amount);
    }

    private static SheetCell text(Shell shell, String word) {
        return SheetCell.text(shell.text("treatment.report." + word));
    }

    private static SheetColumn column(Shell shell, String word, int width) {
        return SheetColumn.of(shell.text("treatment.report." + word), width);
    }

    private static SheetPlan plan(ReportPage page, Shell shell, String sheet, SheetColumn... columns) {
        var name = shell.text("treatment.sheet." + sheet);
        var plan = SheetPlan.of(name, columns)
                .titled(shell.text("treatment.sheet.title", page.company().name(), name));
        return page.company().sample() ? plan.marked(shell.text("treatment.sample")) : plan;
    }

    private Shell shell(Locale locale) {
        return new Shell(locale, messages, "", null, List.of(), "", null);
    }
}
