package org.hoshimori.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void cells_from_one_to_four_are_left_out_and_never_alone() {
        var hidden = Statistics.suppressed(List.of(new long[] {3, 40}, new long[] {90, 50}, new long[] {12, 60}));
        assertThat(new boolean[] {hidden[0][0], hidden[1][0], hidden[2][0]}).containsExactly(true, false, true);
        assertThat(new boolean[] {hidden[0][1], hidden[1][1], hidden[2][1]}).containsExactly(false, false, false);
    }

    @Test
    void two_small_cells_cover_each_other_and_nothing_is_no_secret() {
        var hidden = Statistics.suppressed(List.of(new long[] {3, 0}, new long[] {4, 0}, new long[] {12, 60}));
        assertThat(new boolean[] {hidden[0][0], hidden[1][0], hidden[2][0]}).containsExactly(true, true, false);
        assertThat(new boolean[] {hidden[0][1], hidden[1][1], hidden[2][1]}).containsExactly(false, false, false);
    }

    @Test
    void hidden_cells_hide_at_least_five_together() {
        var hidden = Statistics.suppressed(List.of(new long[] {1, 0}, new long[] {1, 0}, new long[] {12, 0}));
        assertThat(hidden[2][0]).isTrue();
    }

    @Test
    void one_star_is_never_told_without_the_other() {
        var hidden = Statistics.suppressed(List.of(new long[] {3, 0}, new long[] {0, 60}));
        Statistics.together(hidden);
        assertThat(hidden[1][1]).isTrue();
        var told = Statistics.suppressed(List.of(new long[] {5, 0}, new long[] {0, 60}));
        Statistics.together(told);
        assertThat(told).isDeepEqualTo(new boolean[2][2]);
    }

    @Test
    void each_prefecture_has_a_tile_of_its_own() {
        var places = new HashSet<String>();
        for (var code = 1; code <= 47; code++) {
            var tile = Statistics.tile(String.format("%02d", code));
            assertThat(tile[0]).isBetween(0, 12);
            assertThat(tile[1]).isBetween(0, 12);
            places.add(tile[0] + "/" + tile[1]);
        }
        assertThat(places).hasSize(47);
    }
}
