package org.hoshimori.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.asset.Asset;
import org.hoshimori.intake.DryRun.Fate;
import org.hoshimori.intake.DryRun.Trouble;
import org.hoshimori.intake.Sheet.Line;
import org.hoshimori.intake.SideRun.Said;

/// Reads the figures of a sheet beside the register. A row counts only when its place in the list and its words mean
/// the same entry: a row that slipped would change what nobody meant to change.
final class SideReader {

    private static final int LOOKED_AT = 40;
    private static final int MOST_ROWS = 1_000;

    /// The part of an entry's pairs of letters that other words for it must hold.
    private static final double ALIKE = 0.25;

    /// Columns from 0; -1 for one that the sheet lacks.
    ///
    /// @param header index of the line with the headings
    private record Columns(int header, int group, int number, int text, int figure) {}

    private record Found(Line line, String group, int order) {}

    private final Words words;
    private final SideSheet side;

    SideReader(Words words, SideSheet side) {
        this.words = words;
        this.side = side;
    }

    /// How much a sheet looks like this one; -1 when it cannot be it.
    int likeness(Sheet sheet) {
        if (columns(sheet).isEmpty()) {
            return -1;
        }
        var name = Words.heading(sheet.name());
        var names = words.list("side." + side.id() + ".sheets");
        for (var index = 0; index < names.size(); index++) {
            if (name.contains(Words.heading(names.get(index)))) {
                return 100 - index;
            }
        }
        return 0;
    }

    private Optional<Columns> columns(Sheet sheet) {
        for (var index = 0; index < Math.min(LOOKED_AT, sheet.lines().size()); index++) {
            var line = sheet.lines().get(index);
            var text = place(line, "text");
            var figure = place(line, "figure");
            if (text >= 0 && figure >= 0) {
                return Optional.of(new Columns(index, place(line, "group"), place(line, "number"), text, figure));
            }
        }
        return Optional.empty();
    }

    private int place(Line line, String column) {
        var names = words.list("side." + side.id() + "." + column).stream()
                .map(Words::heading)
                .toList();
        for (var place = 0; place < line.cells().size(); place++) {
            var heading = Words.heading(line.cell(place));
            if (names.contains(heading)) {
                return place;
            }
        }
        return -1;
    }

    /// @param standing the figures as they are kept now, by key
    SideRun read(Sheet sheet, List<SideSheet.Entry> entries, Map<String, Integer> standing) {
        var rows = new ArrayList<Said>();
        var columns = columns(sheet);
        if (columns.isPresent()) {
            Set<String> seen = new HashSet<>();
            var match = new Match(entries);
            for (var found : found(sheet, columns.get(), match)) {
                read(found, columns.get(), match, standing, seen).ifPresent(rows::add);
            }
        }
        return new SideRun(side.id(), sheet.name(), rows);
    }

    /// The rows that say something, with their places in the list: by their numbers when these run through the whole
    /// sheet, else by counting.
    private static List<Found> found(Sheet sheet, Columns columns, Match match) {
        var found = new ArrayList<Found>();
        var group = "";
        for (var line : sheet.lines()
                .subList(columns.header() + 1, Math.min(MOST_ROWS, sheet.lines().size()))) {
            if (!line.cell(columns.group()).isBlank()) {
                group = line.cell(columns.group());
            }
            var text = line.cell(columns.text());
            var silent = line.cell(columns.figure()).isBlank();
            // A heading among the rows, or a line that says nothing, takes no place in the list.
            if (!(silent && (text.isBlank() || match.unlike(text)))) {
                found.add(new Found(line, group, found.size()));
            }
        }
        Set<String> numbers = new HashSet<>();
        var numbered = columns.number() >= 0
                && found.stream().allMatch(one -> {
                    var number = RowReader.plain(one.line().cell(columns.number()));
                    return number.matches("[1-9]\\d{0,3}") && numbers.add(number);
                });
        return numbered
                ? found.stream()
                        .map(one -> new Found(
                                one.line(),
                                one.group(),
                                Integer.parseInt(RowReader.plain(one.line().cell(columns.number()))) - 1))
                        .toList()
                : found;
    }

    private Optional<Said> read(
            Found found, Columns columns, Match match, Map<String, Integer> standing, Set<String> seen) {
        var line = found.line();
        var text = line.cell(columns.text());
        var typed = RowReader.plain(line.cell(columns.figure()));
        if (text.isBlank()) {
            return Optional.of(refused(line, columns.text(), "intake.problem.side-empty", ""));
        }
        if (match.unlike(text)) {
            return Optional.of(refused(line, columns.text(), "intake.problem.side-unknown", text));
        }
        if (!match.agrees(found.order(), text, found.group())) {
            return Optional.of(refused(line, columns.text(), "intake.problem.side-order", text));
        }
        var entry = match.entries().get(found.order());
        if (!seen.add(entry.key())) {
            return Optional.of(refused(line, columns.text(), "intake.problem.side-twice", text));
        }
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var figure = figure(typed);
        if (figure.isEmpty()) {
            return Optional.of(refused(line, columns.figure(), "intake.side.wrong." + side.id(), typed));
        }
        int before = standing.getOrDefault(entry.key(), 0);
        var fate = before == 0 ? Fate.NEW : before == figure.get() ? Fate.SAME : Fate.CHANGED;
        return Optional.of(new Said(line.number(), entry, fate, before, figure.get(), List.of()));
    }

    private static Said refused(Line line, int place, String key, String typed) {
        var shown = typed.length() > 60 ? typed.substring(0, 60) : typed;
        return new Said(
                line.number(), null, Fate.REFUSED, 0, 0, List.of(new Trouble(line.number(), place, key, shown)));
    }

    /// `2`, `2：some words`, or the words alone.
    private Optional<Integer> figure(String typed) {
        if (typed.matches("(?s)[1-" + side.highest() + "](\\.0+)?([^0-9.].*)?")) {
            return Optional.of(typed.charAt(0) - '0');
        }
        for (var figure = 1; figure <= side.highest(); figure++) {
            for (var word : words.list("side." + side.id() + "." + figure)) {
                if (!word.isEmpty() && Asset.folded(word).equals(Asset.folded(typed))) {
                    return Optional.of(figure);
                }
            }
        }
        return Optional.empty();
    }

    /// How the words of a row fit the entries: the same words, or, since the official workbook asks in whole
    /// sentences, as many of the entry's pairs of letters as no other entry finds in them.
    private static final class Match {

        private final List<SideSheet.Entry> entries;
        private final List<Set<String>> pairs;
        private final Map<String, double[]> known = new HashMap<>();

        Match(List<SideSheet.Entry> entries) {
            this.entries = entries;
            this.pairs = entries.stream().map(entry -> pairs(entry.title())).toList();
        }

        List<SideSheet.Entry> entries() {
            return entries;
        }

        boolean unlike(String text) {
            return java.util.Arrays.stream(scores(text)).noneMatch(score -> score >= ALIKE);
        }

        boolean agrees(int order, String text, String group) {
            if (order >= entries.size()) {
                return false;
            }
            var scores = scores(text);
            var best = java.util.Arrays.stream(scores).max().orElse(0);
            var own = Asset.folded(entries.get(order).group());
            var said = Asset.folded(group);
            return scores[order] >= ALIKE
                    && scores[order] >= best
                    && (said.isEmpty() || said.contains(own) || own.contains(said));
        }

        private double[] scores(String text) {
            return known.computeIfAbsent(text, words -> {
                var start = words.substring(0, Math.min(400, words.length()));
                var folded = Asset.folded(start);
                var said = pairs(start);
                var scores = new double[entries.size()];
                for (var index = 0; index < scores.length; index++) {
                    if (Asset.folded(entries.get(index).title()).equals(folded)) {
                        scores[index] = 2;
                    } else {
                        var there = pairs.get(index);
                        scores[index] = there.stream().filter(said::contains).count() / (double) there.size();
                    }
                }
                return scores;
            });
        }

        /// Every two letters that stand side by side.
        private static Set<String> pairs(String text) {
            var folded = Asset.folded(text);
            Set<String> pairs = new HashSet<>();
            for (var place = 0; place + 2 <= folded.length(); place++) {
                pairs.add(folded.substring(place, place + 2));
            }
            return pairs;
        }
    }
}
