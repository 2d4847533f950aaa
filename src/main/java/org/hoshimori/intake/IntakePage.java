package org.hoshimori.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.intake.DryRun.Fate;
import org.hoshimori.intake.DryRun.Recent;
import org.hoshimori.intake.DryRun.Row;
import org.hoshimori.web.Problems;

/// A file before it goes into the register: its columns, what would happen, what is wrong.
///
/// @param taken whether it has been taken over and not taken back
record IntakePage(
        UUID id,
        String fileName,
        Sheet sheet,
        ColumnMap map,
        Map<Column, String> headings,
        DryRun run,
        boolean taken,
        Beside beside) {

    /// What stands beside the register, and what can be taken back.
    ///
    /// @param may whether the person may judge risks
    /// @param undoable whether the file can be taken back
    /// @param kept what stayed when it was taken back
    record Beside(List<SideRun> runs, boolean may, boolean undoable, List<String> kept) {}

    static final int SHOWN = 200;

    /// The page where a file is chosen.
    ///
    /// @param recent what can still be taken back
    record Choosing(Problems problems, List<Recent> recent) {}

    List<String> heads() {
        return map.header() < 0 || map.header() >= sheet.lines().size()
                ? List.of()
                : sheet.lines().get(map.header()).cells();
    }

    /// How many columns the sheet has in its first lines.
    int width() {
        return sheet.lines().stream()
                .limit(SHOWN)
                .mapToInt(line -> line.cells().size())
                .max()
                .orElse(0);
    }

    String head(int place) {
        return place < heads().size() ? heads().get(place) : "";
    }

    String letter(int place) {
        return new DryRun.Trouble(0, place, "", "").column();
    }

    /// The first text under a heading, to see what is meant.
    String example(int place) {
        return map.lines(sheet).stream()
                .limit(20)
                .map(line -> line.cell(place))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> text.length() > 30 ? text.substring(0, 30) : text)
                .orElse("");
    }

    boolean chosen(int place, Column column) {
        return map.columns().getOrDefault(column, -1) == place;
    }

    int count(Fate fate) {
        return run.count(fate);
    }

    List<DryRun.Trouble> problems() {
        return run.troubles().stream()
                .filter(trouble -> !trouble.key().startsWith("intake.note."))
                .toList();
    }

    /// How often each thing worth knowing was read.
    Map<String, Long> hints() {
        return run.troubles().stream()
                .filter(trouble -> trouble.key().startsWith("intake.note."))
                .collect(java.util.stream.Collectors.groupingBy(
                        DryRun.Trouble::key, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    }

    /// Whether the file has a register at all.
    boolean register() {
        return !sheet.lines().isEmpty();
    }

    /// How many figures beside the register could be written.
    int figures() {
        return beside.may() ? beside.runs().stream().mapToInt(SideRun::writing).sum() : 0;
    }

    List<Row> writing() {
        return run.writing();
    }
}
