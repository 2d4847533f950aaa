package org.hoshimori.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.web.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class ResultTest {

    @Autowired
    Results results;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    OrganizationFixtures organizations;

    @ParameterizedTest
    @CsvSource({"implemented,100,complete", "partly,50,halfway", "not,0,urgent", "unknown,-25,urgent"})
    void the_same_answer_to_all_gives_the_golden_total(String answer, int total, String band) {
        var owner = organizations.company();
        var round = assessments.closed(owner, answer);
        var result = results.of(owner.organization(), round.id(), Locale.JAPANESE);
        assertThat(result.total()).isEqualTo(total);
        assertThat(result.band().id()).isEqualTo(band);
        assertThat(result.decisions()).hasSize(25);
    }

    @ParameterizedTest
    @CsvSource({"100,complete", "98,nearly", "95,nearly", "70,nearly", "69,halfway", "50,halfway", "49,urgent"})
    void the_band_switches_exactly_where_the_edition_says(int total, String band) {
        var owner = organizations.company();
        var round = assessments.closed(owner, assessments.worth(total));
        var result = results.of(owner.organization(), round.id(), Locale.JAPANESE);
        assertThat(result.total()).isEqualTo(total);
        assertThat(result.band().id()).isEqualTo(band);
    }

    /// 99 cannot be reached with 4, 2, 0 and −1: the rule itself is asked.
    @Test
    void a_total_of_99_is_not_yet_complete() {
        var owner = organizations.company();
        var round = assessments.closed(owner, "implemented");
        var diagnosis =
                results.of(owner.organization(), round.id(), Locale.JAPANESE).diagnosis();
        assertThat(diagnosis.band(99).id()).isEqualTo("nearly");
        assertThat(diagnosis.band(100).id()).isEqualTo("complete");
    }

    @Test
    void the_latest_is_the_round_that_was_closed_last_and_an_open_one_has_no_result() {
        var owner = organizations.company();
        assertThat(results.latest(owner.organization(), Locale.JAPANESE)).isEmpty();
        assessments.closed(owner, "not");
        assessments.closed(owner, "partly");
        var open = assessments.open(owner);
        assertThat(results.latest(owner.organization(), Locale.JAPANESE)
                        .orElseThrow()
                        .total())
                .isEqualTo(50);
        assertThatThrownBy(() -> results.of(owner.organization(), open.id(), Locale.JAPANESE))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void another_companys_result_stays_invisible() {
        var owner = organizations.company();
        var stranger = organizations.company();
        var round = assessments.closed(owner, "partly");
        assertThatThrownBy(() -> results.of(stranger.organization(), round.id(), Locale.JAPANESE))
                .isInstanceOf(NotFound.class);
        assertThat(results.latest(stranger.organization(), Locale.JAPANESE)).isEmpty();
    }

    @Test
    void differences_are_found_by_id() {
        var owner = organizations.company();
        var day = LocalDate.of(2026, 5, 1);
        var first = assessments.closed(owner, "春", day, Map.of("backup", "not", "antivirus", "partly"));
        var second = assessments.closed(owner, "秋", day.plusMonths(6), Map.of("antivirus", "unknown"));
        var earlier = results.of(owner.organization(), first.id(), Locale.JAPANESE);
        var later = results.of(owner.organization(), second.id(), Locale.JAPANESE);
        var differences = Difference.between(earlier, later);
        assertThat(differences).hasSize(25);
        assertThat(differences)
                .filteredOn(one -> one.way() == Difference.Way.BETTER)
                .extracting(one -> one.question().id())
                .containsExactly("backup");
        assertThat(differences)
                .filteredOn(one -> one.way() == Difference.Way.WORSE)
                .extracting(one -> one.question().id())
                .containsExactly("antivirus");
    }

    @Test
    void a_question_that_the_earlier_round_did_not_ask_is_new() {
        var owner = organizations.company();
        var round = assessments.closed(owner, "partly");
        var result = results.of(owner.organization(), round.id(), Locale.JAPANESE);
        var without = new Result(
                result.round(),
                result.edition(),
                result.score(),
                result.band(),
                result.decisions().stream()
                        .filter(decision -> !decision.question().equals("backup"))
                        .toList());
        assertThat(Difference.between(without, result))
                .filteredOn(one -> one.way() == Difference.Way.NEW)
                .extracting(one -> one.question().id())
                .containsExactly("backup");
    }

    @Test
    void weakest_come_first_and_unknown_ones_stand_apart() {
        var owner = organizations.company();
        var round =
                assessments.closed(owner, Map.of("os-up-to-date", "partly", "backup", "not", "antivirus", "unknown"));
        var result = results.of(owner.organization(), round.id(), Locale.JAPANESE);
        assertThat(result.weakest()).extracting(question -> question.id()).containsExactly("backup", "os-up-to-date");
        assertThat(result.unknown()).extracting(question -> question.id()).containsExactly("antivirus");
        assertThat(result.gain(result.unknown().getFirst())).isEqualTo(5);
    }
}
