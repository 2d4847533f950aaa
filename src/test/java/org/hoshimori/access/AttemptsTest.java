package org.hoshimori.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final Attempts attempts = new Attempts();

    @Test
    void the_eleventh_guess_at_one_person_is_refused_from_wherever_it_comes() {
        for (var i = 0; i < 10; i++) {
            assertThat(attempts.allowed("a@example.jp", "10.0.0." + i)).isTrue();
        }
        assertThat(attempts.allowed("A@EXAMPLE.JP", "10.0.0.99")).isFalse();
        assertThat(attempts.allowed("b@example.jp", "10.0.0.99")).isTrue();
    }

    @Test
    void whoever_got_in_begins_anew() {
        for (var i = 0; i < 10; i++) {
            attempts.allowed("a@example.jp", "10.0.0.1");
        }
        attempts.succeeded("a@example.jp");
        assertThat(attempts.allowed("a@example.jp", "10.0.0.1")).isTrue();
    }

    @Test
    void one_address_cannot_guess_at_everybody() {
        for (var i = 0; i < 100; i++) {
            assertThat(attempts.allowed(i + "@example.jp", "10.0.0.1")).isTrue();
        }
        assertThat(attempts.allowed("100@example.jp", "10.0.0.1")).isFalse();
    }

    @Test
    void links_that_lead_nowhere_are_counted_and_good_ones_are_not() {
        assertThat(attempts.mayOpenLinks("10.0.0.1")).isTrue();
        for (var i = 0; i < 100; i++) {
            attempts.missedLink("10.0.0.1");
        }
        assertThat(attempts.mayOpenLinks("10.0.0.1")).isFalse();
        assertThat(attempts.mayOpenLinks("10.0.0.2")).isTrue();
    }
}
