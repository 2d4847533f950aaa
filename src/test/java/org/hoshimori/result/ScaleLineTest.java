package org.hoshimori.result;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.assessment.Score;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.MemberId;
import org.junit.jupiter.api.Test;

class ScaleLineTest {

    private static final Edition EDITION = Editions.shipped().standard(Locale.JAPANESE);

    @Test
    void the_line_goes_from_the_lowest_to_the_highest_total() {
        assertThat(ScaleLine.of(all("unknown"), null, null).now().x()).isEqualTo("0.00%");
        assertThat(ScaleLine.of(all("implemented"), null, null).now().x()).isEqualTo("100.00%");
        assertThat(ScaleLine.of(all("partly"), null, null).now().x()).isEqualTo("60.00%");
    }

    @Test
    void words_at_the_edges_stay_inside() {
        assertThat(ScaleLine.of(all("unknown"), null, null).now().anchor()).isEqualTo("start");
        assertThat(ScaleLine.of(all("implemented"), null, null).now().anchor()).isEqualTo("end");
        assertThat(ScaleLine.of(all("partly"), null, null).now().anchor()).isEqualTo("middle");
    }

    @Test
    void the_left_mark_is_written_to_the_left_and_the_right_one_to_the_right() {
        var line = ScaleLine.of(all("partly"), 48, 61);
        assertThat(requireNonNull(line.earlier()).anchor()).isEqualTo("end");
        assertThat(requireNonNull(line.peers()).anchor()).isEqualTo("start");
        var turned = ScaleLine.of(all("partly"), 61, 48);
        assertThat(requireNonNull(turned.earlier()).anchor()).isEqualTo("start");
        assertThat(requireNonNull(turned.peers()).anchor()).isEqualTo("end");
        assertThat(turned.height()).isEqualTo(150);
    }

    @Test
    void two_marks_at_the_same_edge_get_two_rows() {
        var line = ScaleLine.of(all("partly"), -20, -10);
        assertThat(requireNonNull(line.peers()).row()).isEqualTo(1);
        assertThat(line.height()).isEqualTo(175);
    }

    @Test
    void a_minus_is_as_wide_as_a_figure() {
        assertThat(ScaleLine.signed(-25)).isEqualTo("−25");
    }

    @Test
    void the_trend_shows_the_last_rounds_oldest_first_with_one_star() {
        var rounds = IntStream.range(0, 20).mapToObj(ScaleLineTest::round).toList();
        var trend = Trend.of(rounds, rounds.getFirst());
        assertThat(trend.points()).hasSize(Trend.SHOWN);
        assertThat(trend.points().getLast().current()).isTrue();
        assertThat(trend.points()).filteredOn(Trend.Point::current).hasSize(1);
        assertThat(trend.points()).filteredOn(Trend.Point::labelled).hasSize(2);
        assertThat(trend.points().getFirst().total()).isEqualTo(11);
    }

    private static Result all(String answer) {
        var diagnosis = EDITION.selfDiagnosis();
        Map<String, String> answers =
                diagnosis.questions().stream().collect(Collectors.toMap(question -> question.id(), _ -> answer));
        var score = Score.of(diagnosis, answers).orElseThrow();
        return new Result(round(0), EDITION, score, diagnosis.band(score.total()), List.of());
    }

    private static Round round(int total) {
        return new Round(
                RoundId.next(),
                Round.SELF_DIAGNOSIS,
                EDITION.id(),
                "回",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null,
                MemberId.next(),
                OffsetDateTime.parse("2026-11-20T10:00:00+09:00"),
                total);
    }
}
