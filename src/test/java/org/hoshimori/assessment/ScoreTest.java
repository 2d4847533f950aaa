package org.hoshimori.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Golden figures of appendix 3: 実施している 4, 一部実施している 2, 実施していない 0, わからない −1.
class ScoreTest {

    private static final SelfDiagnosis DIAGNOSIS =
            Editions.shipped().standard(Locale.JAPANESE).selfDiagnosis();

    @Test
    void everything_done_is_100() {
        assertThat(total(Map.of("implemented", 25))).isEqualTo(100);
    }

    @Test
    void nothing_known_is_minus_25() {
        assertThat(total(Map.of("unknown", 25))).isEqualTo(-25);
    }

    @Test
    void the_parts_add_up_to_20_52_and_28() {
        assertThat(score(Map.of("implemented", 25)).parts())
                .extracting(Score.PartScore::points)
                .containsExactly(20, 52, 28);
    }

    @Test
    void there_is_no_score_before_every_question_is_answered() {
        var answers = answers(Map.of("implemented", 25));
        answers.remove("backup");
        assertThat(Score.of(DIAGNOSIS, answers)).isEmpty();
    }

    @Test
    void the_bands_switch_exactly_at_100_99_70_69_50_and_49() {
        assertThat(List.of(100, 99, 70, 69, 50, 49, -25))
                .extracting(total -> DIAGNOSIS.band(total).id())
                .containsExactly("complete", "nearly", "nearly", "halfway", "halfway", "urgent", "urgent");
    }

    @Test
    void real_answers_reach_the_edges_of_the_bands() {
        assertThat(total(Map.of("implemented", 24, "partly", 1))).isEqualTo(98);
        assertThat(total(Map.of("implemented", 17, "partly", 1, "not", 7))).isEqualTo(70);
        assertThat(total(Map.of("implemented", 17, "partly", 1, "not", 6, "unknown", 1)))
                .isEqualTo(69);
        assertThat(total(Map.of("partly", 25))).isEqualTo(50);
        assertThat(total(Map.of("implemented", 12, "partly", 1, "not", 11, "unknown", 1)))
                .isEqualTo(49);
    }

    @Test
    void the_lowest_among_those_who_know_is_proposed() {
        var proposal = propose("implemented", "partly", "unknown");
        assertThat(proposal.answer().id()).isEqualTo("partly");
        assertThat(proposal.spread()).isTrue();
        assertThat(propose("not", "not", "unknown").spread()).isFalse();
    }

    @Test
    void unknown_is_proposed_only_where_nobody_knows() {
        assertThat(propose("unknown", "unknown").answer().id()).isEqualTo("unknown");
        assertThat(propose("unknown", "implemented").answer().id()).isEqualTo("implemented");
        assertThat(Proposal.of(DIAGNOSIS, List.of(said(null, false)))).isEmpty();
    }

    @Test
    void a_thing_is_not_there_when_all_who_know_say_so() {
        var nothing = said("implemented", true);
        var unknown = said("unknown", false);
        assertThat(Proposal.of(DIAGNOSIS, List.of(nothing, unknown)))
                .get()
                .extracting(Proposal::notApplicable)
                .isEqualTo(true);
        assertThat(Proposal.of(DIAGNOSIS, List.of(nothing, said("partly", false))))
                .get()
                .extracting(Proposal::notApplicable)
                .isEqualTo(false);
    }

    private static Proposal propose(String... answers) {
        return Proposal.of(
                        DIAGNOSIS,
                        List.of(answers).stream()
                                .map(answer -> said(answer, false))
                                .toList())
                .orElseThrow();
    }

    private static RecordedAnswer said(@Nullable String answer, boolean notApplicable) {
        return new RecordedAnswer(
                RespondentId.next(), "backup", answer, notApplicable, null, null, 1, "港", OffsetDateTime.now());
    }

    private static int total(Map<String, Integer> counts) {
        return score(counts).total();
    }

    private static Score score(Map<String, Integer> counts) {
        return Score.of(DIAGNOSIS, answers(counts)).orElseThrow();
    }

    private static Map<String, String> answers(Map<String, Integer> counts) {
        var answers = new HashMap<String, String>();
        var questions = DIAGNOSIS.questions().iterator();
        counts.forEach((answer, count) -> {
            for (int i = 0; i < count; i++) {
                answers.put(questions.next().id(), answer);
            }
        });
        return answers;
    }
}
