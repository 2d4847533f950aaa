package org.hoshimori.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.directory.DirectoryFixtures.at;
import static org.hoshimori.directory.DirectoryFixtures.entry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GramsTest {

    private static final Search ANYWHERE = search(null, null);

    @Test
    void whatever_is_asked_is_stored_with_every_name_that_contains_the_word() {
        var name = "サクラ農園999";
        var stored = Grams.stored(List.of(name), at(entry("70000000001", name, ""), 2, "A", "31", "やまて町"));
        for (var from = 0; from < name.length(); from++) {
            for (var to = from + 1; to <= name.length(); to++) {
                for (var shares : List.of(Map.<String, Float>of(), Map.of("サク", 0.2f, "農園", 0.05f, "農", 0.1f))) {
                    assertThat(stored).contains(Grams.asked(name.substring(from, to), search("31", "A"), shares));
                }
            }
        }
    }

    @Test
    void nothing_known_about_them_two_are_enough() {
        assertThat(Grams.asked("サクラ農園", ANYWHERE, Map.of())).containsExactly("サク", "クラ");
        assertThat(Grams.asked("農", ANYWHERE, Map.of())).containsExactly("農");
    }

    @Test
    void the_rarest_stand_first_and_common_ones_are_left_out_where_those_let_hardly_anything_through() {
        var shares = Map.of("サク", 0.18f, "クラ", 0.14f, "ラ農", 0.004f, "農園", 0.05f, "園9", 0.003f, "99", 0.006f);
        assertThat(Grams.asked("サクラ農園999", ANYWHERE, shares)).containsExactly("園9", "ラ農");
    }

    @Test
    void common_ones_are_asked_together_with_the_marks_of_the_filters() {
        var shares = Map.of("サク", 0.18f, "クラ", 0.14f, "#p13", 0.3f, "#iA", 0.05f);
        assertThat(Grams.asked("サクラ", search("13", "A"), shares)).containsExactly("#iA", "クラ", "サク");
        assertThat(Grams.asked("サクラ", ANYWHERE, shares)).containsExactly("クラ", "サク");
    }

    private static Search search(@Nullable String prefecture, @Nullable String industry) {
        return new SearchForm("x", prefecture, null, industry, null, null, null, null).search();
    }
}
