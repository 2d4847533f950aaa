package org.hoshimori.result;

import java.util.List;
import java.util.Locale;
import org.hoshimori.content.SelfDiagnosis;
import org.jspecify.annotations.Nullable;

/// The line from the lowest to the highest total with the marks on it, in percent of its width: text keeps its size at
/// every width.
///
/// @param bands from the lowest to the highest
/// @param earlier null without an earlier round
/// @param peers null without companies to compare with
record ScaleLine(
        List<Stretch> bands,
        Mark now,
        @Nullable Mark earlier,
        @Nullable Mark peers) {

    private static final double LEFT = 25;
    private static final double RIGHT = 78;
    private static final double SLIVER = 0.4;

    /// One band on the line.
    ///
    /// @param shade 0 for the lowest band
    record Stretch(int from, String x, String width, int shade, String anchor) {}

    /// One total on the line.
    ///
    /// @param row 0, or 1 where two words would meet
    record Mark(int points, String x, String anchor, int row) {}

    static ScaleLine of(Result result, @Nullable Integer earlier, @Nullable Integer peers) {
        var diagnosis = result.diagnosis();
        var bands = diagnosis.bands().stream()
                .sorted((one, other) -> Integer.compare(one.from(), other.from()))
                .toList();
        var isPeersLeft = earlier != null && peers != null && peers < earlier;
        var first = earlier == null ? null : mark(diagnosis, earlier, isPeersLeft ? "start" : "end", 0);
        var second = peers == null ? null : mark(diagnosis, peers, isPeersLeft ? "end" : "start", 0);
        var isMet = first != null && second != null && first.anchor().equals(second.anchor());
        return new ScaleLine(
                bands.stream()
                        .map(band -> stretch(diagnosis, band, bands.indexOf(band)))
                        .toList(),
                mark(diagnosis, result.total(), "middle", 0),
                first,
                second == null || !isMet ? second : new Mark(second.points(), second.x(), second.anchor(), 1));
    }

    int height() {
        return peers != null && peers.row() > 0 ? 175 : 150;
    }

    /// With a minus sign that is as wide as a plus.
    static String signed(int points) {
        return String.valueOf(points).replace('-', '−');
    }

    private static Stretch stretch(SelfDiagnosis diagnosis, SelfDiagnosis.Band band, int shade) {
        var from = Math.min(percent(diagnosis, band.from()), 100 - SLIVER);
        var next = band.to() >= diagnosis.highestTotal() ? 100 : percent(diagnosis, band.to() + 1);
        var gap = next >= 100 ? 0 : SLIVER;
        return new Stretch(
                band.from(),
                text(from),
                text(next - from - gap),
                shade,
                shade == 0 ? "start" : from > 95 ? "end" : "middle");
    }

    private static Mark mark(SelfDiagnosis diagnosis, int points, String wanted, int row) {
        var percent = percent(diagnosis, points);
        var left = wanted.equals("middle") ? LEFT / 2 : LEFT;
        var right = wanted.equals("middle") ? 100 - LEFT / 2 : RIGHT;
        var anchor = percent < left ? "start" : percent > right ? "end" : wanted;
        return new Mark(points, text(percent), anchor, row);
    }

    private static double percent(SelfDiagnosis diagnosis, int points) {
        var lowest = diagnosis.bands().stream()
                .mapToInt(SelfDiagnosis.Band::from)
                .min()
                .orElse(0);
        return 100.0 * (points - lowest) / (diagnosis.highestTotal() - lowest);
    }

    private static String text(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }
}
