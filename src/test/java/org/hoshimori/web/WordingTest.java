package org.hoshimori.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void a_wrong_word_is_found_before_and_behind_the_name() {
        assertThat(Wording.wrong("SECURITY ACTIONの認定を受けました")).contains("認定");
        assertThat(Wording.wrong("We are certified for Security Action.")).contains("certified");
        assertThat(Wording.wrong("SECURITY ACTIONを宣言しました")).isEmpty();
    }

    @Test
    void no_text_takes_long() {
        var text = "certif".repeat(20_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Wording.wrong(text)))
                .isEmpty();
    }
}
