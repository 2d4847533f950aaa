package org.hoshimori.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.hoshimori.content.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a company types into a clause of its own becomes a document on every paper: a clause that is kept and then
/// breaks the page cannot be taken back any more.
class StrangeTextTest {

    private static final Templates TEMPLATES = TemplateFixtures.shipped(Editions.shipped());
    private static final WordWriter WRITER = new WordWriter(TemplateFixtures.texts());

    private static Composition composed(String markdown) {
        var template = TEMPLATES.template("3.0", "basic-policy", Locale.JAPANESE);
        var own = new ClauseChange.Added("own-1", "", "独自の条", markdown);
        return new Composer().compose(template, Facts.builder().build(), List.of(own));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&#xE000;", "&#xE000;0&#xE001;", "&#xE001;&#xE000;x", "`&#57344;`", "&#57344;99999999999&#57345;"
            })
    void our_own_tokens_written_as_entities_are_no_tokens(String markdown) {
        assertThat(composed("前" + markdown + "後").plainText()).contains("前").contains("後");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "> ", "1. ", "> - ", "**あ ", "[", "*_"})
    void nested_without_end_it_stays_readable(String mark) throws Exception {
        var composition = composed(mark.repeat(9_999 / mark.length()) + "あ");
        assertThat(composition.html()).contains("あ");
        assertThat(Composition.read(composition.json())).isEqualTo(composition);
        try (var document = word(composition)) {
            assertThat(document.getParagraphs()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[あ](<https://a b>)",
                "[あ](https://a|b)",
                "[あ](https://)",
                "[あ](https://x.example/%zz)",
                "[あ](https://[)"
            })
    void an_address_that_is_none_is_plain_text(String markdown) throws Exception {
        var composition = composed(markdown);
        assertThat(composition.html()).contains("あ");
        try (var document = word(composition)) {
            assertThat(document.getParagraphs()).isNotEmpty();
        }
    }

    @Test
    void a_good_address_stays_a_link() {
        assertThat(composed("[あ](https://x.example/%E3%81%82?a=1#b)").html()).contains("href=\"https://x.example/");
    }

    @Test
    void a_table_with_rows_of_other_lengths_fits_its_head() throws Exception {
        var composition = composed("| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n| 5 |\n");
        try (var document = word(composition)) {
            assertThat(document.getTables()).hasSize(1);
        }
    }

    private static XWPFDocument word(Composition composition) throws Exception {
        var bytes = WRITER.word(composition, new WordLook("見本株式会社", "", "", null));
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }
}
