package org.hoshimori.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.hoshimori.content.Appendix;
import org.junit.jupiter.api.Test;

class GlossaryPageTest {

    private static final Appendix.Glossary WORDS =
            HomeFixtures.EDITION.appendix().glossary();

    @Test
    void no_query_shows_every_word() {
        assertThat(GlossaryPage.of(WORDS, "  ").found()).hasSameSizeAs(WORDS.terms());
    }

    @Test
    void a_word_is_found_by_its_reading_in_either_kana_and_width() {
        for (var typed : new String[] {"あくせすけん", "アクセスけん", "ｱｸｾｽｹﾝ", "アクセス権", "ACCESS RIGHT", " access  right "}) {
            assertThat(GlossaryPage.of(WORDS, typed).found())
                    .as(typed)
                    .extracting(Appendix.Term::id)
                    .contains("access-right");
        }
    }

    @Test
    void nonsense_finds_nothing_and_an_endless_query_is_cut() {
        assertThat(GlossaryPage.of(WORDS, "\u0007ゔゔゔ").found()).isEmpty();
        assertThat(GlossaryPage.of(WORDS, "あ".repeat(5000)).query()).hasSize(100);
    }
}
