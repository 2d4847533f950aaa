package org.hoshimori.result;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.organization.Company;
import org.hoshimori.paper.CsvPaper;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.paper.SheetCell;
import org.hoshimori.paper.SheetColumn;
import org.hoshimori.paper.SheetPlan;
import org.hoshimori.paper.Spreadsheet;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// A result on paper, in Excel and as CSV, in the official words: what leaves the screen may be laid before others.
@Component
class ResultPapers {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final TemplateEngine templates;
    private final PdfPaper pdf;
    private final MessageSource messages;

    ResultPapers(TemplateEngine templates, PdfPaper pdf, MessageSource messages) {
        this.templates = templates;
        this.pdf = pdf;
        this.messages = messages;
    }

    /// Everything that is handed over.
    ///
    /// @param earlier the round before; null for the first one
    record Dossier(
            Company company,
            Result result,
            @Nullable Result earlier,
            List<Respondent> respondents,
            List<Reason> reasons) {

        ScaleLine line() {
            return ScaleLine.of(result, earlier == null ? null : earlier.total(), null);
        }

        String signed(int points) {
            return ScaleLine.signed(points);
        }

        /// Place of a total on a drawn line of this length.
        int place(int points, int length) {
            var lowest = result.diagnosis().bands().stream()
                    .mapToInt(band -> band.from())
                    .min()
                    .orElse(0);
            return length * (points - lowest) / (result.diagnosis().highestTotal() - lowest);
        }
    }

    byte[] pdf(Dossier dossier, Locale locale) {
        var output = new StringOutput();
        templates.render("result/paper.jte", Map.of("shell", shell(locale), "page", dossier), output);
        return pdf.render(output.toString().strip());
    }

    byte[] workbook(Dossier dossier, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        var shell = shell(locale);
        try (var book = Spreadsheet.to(bytes)) {
            summary(book, dossier, shell);
            answers(book, dossier, shell);
            voices(book, dossier, shell);
        }
        return bytes.toByteArray();
    }

    byte[] csv(Dossier dossier, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        var shell = shell(locale);
        try (var paper = new CsvPaper(bytes)) {
            if (dossier.company().sample()) {
                paper.row(shell.text("result.sample"));
            }
            paper.row(
                    shell.text("result.column.number"),
                    shell.text("result.column.part"),
                    shell.text("result.column.question"),
                    shell.text("result.column.answer"),
                    shell.text("result.column.points"),
                    shell.text("result.column.proposed"),
                    shell.text("result.column.nothing"),
                    shell.text("result.column.reason"));
            for (var reason : dossier.reasons()) {
                paper.row(
                        String.valueOf(reason.question().number()),
                        dossier.result()
                                .diagnosis()
                                .part(reason.question().part())
                                .title(),
                        reason.question().question(),
                        reason.answer().official(),
                        String.valueOf(reason.decision().points()),
                        proposed(reason),
                        nothing(reason, shell),
                        why(reason));
            }
        }
        return bytes.toByteArray();
    }

    private static void summary(Spreadsheet book, Dossier dossier, Shell shell) {
        var result = dossier.result();
        var diagnosis = result.diagnosis();
        book.sheet(plan(
                        dossier,
                        shell,
                        shell.text("result.sheet.result"),
                        SheetColumn.of(shell.text("result.column.item"), 36),
                        SheetColumn.of(shell.text("result.column.value"), 48),
                        SheetColumn.of(shell.text("result.column.highest"), 10))
                .portrait());
        line(
                book,
                shell.text("result.company"),
                SheetCell.text(dossier.company().name()));
        line(book, shell.text("result.round"), SheetCell.text(result.round().name()));
        line(book, shell.text("result.started"), SheetCell.day(result.round().startedOn()));
        var closedAt = result.round().closedAt();
        line(book, shell.text("result.closed"), closedAt == null ? SheetCell.EMPTY : moment(closedAt));
        line(
                book,
                shell.text("result.edition"),
                SheetCell.text(result.edition().about().title()));
        book.row(
                SheetCell.text(shell.text("result.total")),
                SheetCell.whole(result.total()),
                SheetCell.whole(diagnosis.highestTotal()));
        line(book, shell.text("result.band"), SheetCell.text(result.band().title()));
        line(book, shell.text("result.advice"), SheetCell.text(result.band().advice()));
        counts(book, result, shell);
    }

    private static void counts(Spreadsheet book, Result result, Shell shell) {
        var diagnosis = result.diagnosis();
        for (var part : result.score().parts()) {
            book.row(
                    SheetCell.text(part.part().title()),
                    SheetCell.whole(part.points()),
                    SheetCell.whole(part.highest()));
        }
        for (var answer : diagnosis.scale()) {
            book.row(
                    SheetCell.text(shell.text("result.count", answer.official())),
                    SheetCell.whole(result.score().count(answer)),
                    SheetCell.whole(diagnosis.questions().size()));
        }
    }

    private static void answers(Spreadsheet book, Dossier dossier, Shell shell) {
        book.sheet(plan(
                dossier,
                shell,
                shell.text("result.sheet.answers"),
                SheetColumn.of(shell.text("result.column.number"), 6),
                SheetColumn.of(shell.text("result.column.part"), 22),
                SheetColumn.of(shell.text("result.column.question"), 56),
                SheetColumn.of(shell.text("result.column.answer"), 18),
                SheetColumn.of(shell.text("result.column.points"), 8),
                SheetColumn.of(shell.text("result.column.proposed"), 18),
                SheetColumn.of(shell.text("result.column.nothing"), 12),
                SheetColumn.of(shell.text("result.column.reason"), 40)));
        for (var reason : dossier.reasons()) {
            book.row(
                    SheetCell.whole(reason.question().number()),
                    SheetCell.text(dossier.result()
                            .diagnosis()
                            .part(reason.question().part())
                            .title()),
                    SheetCell.text(reason.question().question()),
                    SheetCell.text(reason.answer().official()),
                    SheetCell.whole(reason.decision().points()),
                    SheetCell.text(proposed(reason)),
                    SheetCell.text(nothing(reason, shell)),
                    SheetCell.text(why(reason)));
        }
    }

    private static void voices(Spreadsheet book, Dossier dossier, Shell shell) {
        book.sheet(plan(
                dossier,
                shell,
                shell.text("result.sheet.respondents"),
                SheetColumn.of(shell.text("result.column.number"), 6),
                SheetColumn.of(shell.text("result.column.question"), 44),
                SheetColumn.of(shell.text("result.column.respondent"), 24),
                SheetColumn.of(shell.text("result.column.kind"), 18),
                SheetColumn.of(shell.text("result.column.answer"), 18),
                SheetColumn.of(shell.text("result.column.comment"), 48),
                SheetColumn.of(shell.text("result.column.writer"), 20),
                SheetColumn.of(shell.text("result.column.time"), 18)));
        for (var reason : dossier.reasons()) {
            for (var voice : reason.voices()) {
                var answer = voice.answer();
                book.row(
                        SheetCell.whole(reason.question().number()),
                        SheetCell.text(reason.question().question()),
                        SheetCell.text(voice.respondent().label()),
                        SheetCell.text(shell.text(
                                "result.kind." + voice.respondent().kind().id())),
                        SheetCell.text(answer == null ? "" : answer.official()),
                        SheetCell.text(voice.comment()),
                        SheetCell.text(voice.said().by()),
                        moment(voice.said().at()));
            }
        }
    }

    private static SheetPlan plan(Dossier dossier, Shell shell, String name, SheetColumn... columns) {
        var plan = SheetPlan.of(name, columns)
                .titled(shell.text(
                        "result.sheet.title",
                        dossier.result().diagnosis().title(),
                        dossier.company().name(),
                        dossier.result().round().name()));
        return dossier.company().sample() ? plan.marked(shell.text("result.sample")) : plan;
    }

    private static void line(Spreadsheet book, String name, SheetCell value) {
        book.row(SheetCell.text(name), value, SheetCell.EMPTY);
    }

    private static SheetCell moment(OffsetDateTime time) {
        LocalDateTime local = time.atZoneSameInstant(JAPAN).toLocalDateTime();
        return SheetCell.moment(local);
    }

    private static String proposed(Reason reason) {
        var proposed = reason.proposed();
        return proposed == null ? "" : proposed.official();
    }

    private static String nothing(Reason reason, Shell shell) {
        return reason.decision().notApplicable() ? shell.text("result.nothing") : "";
    }

    private static String why(Reason reason) {
        var why = reason.decision().reason();
        return why == null ? "" : why;
    }

    private Shell shell(Locale locale) {
        return new Shell(locale, messages, "", null, List.of(), "", null);
    }
}
