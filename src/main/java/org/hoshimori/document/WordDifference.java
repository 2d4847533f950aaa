package org.hoshimori.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What changed between two texts, word by word: lines are matched first, words only inside lines that differ, so that
/// the whole regulations take milliseconds.
///
/// @param lines in order; a run of lines without a change is cut to its first and last
public record WordDifference(List<Line> lines) {

    private static final int AROUND = 1;

    /// Lines, or words of two lines, multiplied: comparing costs as much when nothing is alike. What is longer is
    /// compared line by line, or shown as gone and new.
    private static final long MOST_LINES = 4_000_000;

    private static final long MOST_WORDS = 1_000_000;

    /// A line, or the gap where unchanged lines were left out.
    public record Line(List<Piece> pieces) {

        public boolean gap() {
            return pieces.isEmpty();
        }

        boolean changed() {
            return pieces.stream().anyMatch(piece -> piece.kind() != Kind.SAME);
        }
    }

    /// A run of words that stayed, went or came.
    public record Piece(Kind kind, String text) {}

    /// What became of some words.
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /// Whether the two texts are the same.
    public boolean none() {
        return lines.stream().noneMatch(Line::changed);
    }

    static WordDifference between(String before, String after) {
        var from = before.lines().toList();
        var to = after.lines().toList();
        var lines = new ArrayList<Line>();
        if ((long) from.size() * to.size() > MOST_LINES) {
            changed(lines, from, to);
            return new WordDifference(shortened(lines));
        }
        var at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            from.subList(at, delta.getSource().getPosition()).forEach(line -> lines.add(same(line)));
            changed(lines, delta.getSource().getLines(), delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        from.subList(at, from.size()).forEach(line -> lines.add(same(line)));
        return new WordDifference(shortened(lines));
    }

    /// The lines of one place: paired in order as far as both sides have them.
    private static void changed(List<Line> lines, List<String> before, List<String> after) {
        for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
            if (i >= after.size()) {
                lines.add(new Line(List.of(new Piece(Kind.GONE, before.get(i)))));
            } else if (i >= before.size()) {
                lines.add(new Line(List.of(new Piece(Kind.NEW, after.get(i)))));
            } else {
                lines.add(new Line(words(before.get(i), after.get(i))));
            }
        }
    }

    private static List<Piece> words(String before, String after) {
        var from = split(before);
        var to = split(after);
        var pieces = new ArrayList<Piece>();
        if ((long) from.size() * to.size() > MOST_WORDS) {
            return List.of(new Piece(Kind.GONE, before), new Piece(Kind.NEW, after));
        }
        var at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            add(pieces, Kind.SAME, from.subList(at, delta.getSource().getPosition()));
            add(pieces, Kind.GONE, delta.getSource().getLines());
            add(pieces, Kind.NEW, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Kind.SAME, from.subList(at, from.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    /// Japanese has no spaces: the breaks between scripts come near enough to words.
    private static List<String> split(String line) {
        var breaks = BreakIterator.getWordInstance(Locale.JAPANESE);
        breaks.setText(line);
        var words = new ArrayList<String>();
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            words.add(line.substring(start, end));
        }
        return words;
    }

    private static Line same(String line) {
        return new Line(List.of(new Piece(Kind.SAME, line)));
    }

    private static List<Line> shortened(List<Line> lines) {
        var shown = new ArrayList<Line>();
        for (var i = 0; i < lines.size(); i++) {
            if (near(lines, i)) {
                shown.add(lines.get(i));
            } else if (shown.isEmpty() || !shown.getLast().gap()) {
                shown.add(new Line(List.of()));
            }
        }
        return shown;
    }

    private static boolean near(List<Line> lines, int at) {
        for (var i = Math.max(0, at - AROUND); i <= Math.min(lines.size() - 1, at + AROUND); i++) {
            if (lines.get(i).changed()) {
                return true;
            }
        }
        return false;
    }
}
