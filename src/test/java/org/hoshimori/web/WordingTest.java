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
    void around_a_declaration_only_sentences_that_name_it_are_looked_at() {
        assertThat(Wording.ofDeclaration("ＳＥＣＵＲＩＴＹ　ＡＣＴＩＯＮの★を獲得し、認可されました。")).containsExactly("獲得", "認可");
        assertThat(Wording.ofDeclaration("We obtained two stars and are accredited by SECURITY ACTION."))
                .containsExactly("obtained", "accredited");
        for (var right : new String[] {
            "運転免許の取得を支援します。",
            "ISO 27001の認証を取得しています。SECURITY ACTIONも宣言しています。",
            "認定こども園として、SECURITY ACTIONを宣言しました。",
            "　\n"
        }) {
            assertThat(Wording.ofDeclaration(right)).as(right).isEmpty();
        }
    }

    @Test
    void no_text_takes_long() {
        var text = "certif".repeat(20_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Wording.wrong(text)))
                .isEmpty();
    }
}
