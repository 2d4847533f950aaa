package org.hoshimori.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSchemeTest {

    private static final byte[] KEY = "a key of the installation, 32 by".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({"1, 4", "'', 4", "12, 6", "9, 5", "123, 4"})
    void every_number_of_a_scheme_comes_exactly_once(String leading, int digits) {
        var scheme = new Numbers.Scheme(leading, digits, KEY);
        var numbers = new HashSet<String>();
        for (var position = 1L; position <= scheme.size(); position++) {
            var number = scheme.number(position);
            assertThat(number).hasSize(digits).startsWith(leading).matches("[0-9]+");
            numbers.add(number);
        }
        assertThat((long) numbers.size()).isEqualTo(scheme.size());
        assertThatThrownBy(() -> scheme.number(scheme.size() + 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scheme.number(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neighbours_cannot_be_guessed_and_another_key_gives_other_numbers() {
        var scheme = new Numbers.Scheme("1", 11, KEY);
        var other = new Numbers.Scheme("1", 11, "another key of an installation!!".getBytes(StandardCharsets.UTF_8));
        var close = 0;
        for (var position = 1L; position < 1000; position++) {
            var here = Long.parseLong(scheme.number(position));
            var next = Long.parseLong(scheme.number(position + 1));
            close += Math.abs(here - next) < 100_000 ? 1 : 0;
            assertThat(other.number(position)).isNotEqualTo(scheme.number(position));
        }
        assertThat(close).isLessThan(3);
    }

    @Test
    void the_same_key_gives_the_same_number_for_ever() {
        assertThat(new Numbers.Scheme("1", 11, KEY).number(1)).isEqualTo(new Numbers.Scheme("1", 11, KEY).number(1));
        assertThatThrownBy(() -> new Numbers.Scheme("12345", 5, KEY)).isInstanceOf(IllegalArgumentException.class);
    }
}
