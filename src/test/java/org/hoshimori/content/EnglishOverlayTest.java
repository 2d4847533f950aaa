package org.hoshimori.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.content.BadContent.Fault;
import org.junit.jupiter.api.Test;

class EnglishOverlayTest {

    private static final String JAPANESE = """
            title: 題名
            number: 5
            edition: "3.0"
            notes:
              - 一つめ
              - 二つめ
            items:
              - id: one
                text: 一
                code: A
              - id: two
                text: 二
            """;

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void items_are_matched_by_id_and_everything_else_stays() {
        assertThat(lay("""
                title: Title
                notes: [first, second]
                items:
                  - id: two
                    text: Two
                  - id: one
                    text: One
                """))
                .isEqualTo(
                        "{\"title\":\"Title\",\"number\":5,\"edition\":\"3.0\",\"notes\":[\"first\",\"second\"],"
                                + "\"items\":[{\"id\":\"one\",\"text\":\"One\",\"code\":\"A\"},{\"id\":\"two\",\"text\":\"Two\"}]}");
        assertThat(faults).isEmpty();
    }

    @Test
    void every_missing_text_is_reported_where_it_should_stand() {
        lay("""
                notes: [first, second]
                items:
                  - id: one
                """);

        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactly(
                        "en.yaml:1: There is no English for 'title' (ja.yaml:1). To do: Add it here, under the same key or id.",
                        "en.yaml:3: There is no English for 'items › one › text' (ja.yaml:9)."
                                + " To do: Add it here, under the same key or id.",
                        "en.yaml:2: There is no English for 'items › two' (ja.yaml:11)."
                                + " To do: Add it here, under the same key or id.");
    }

    @Test
    void a_text_that_is_still_japanese_or_empty_is_reported() {
        assertFault("title: Title", "title: 題名", 1, "'title' is still Japanese.");
        assertFault("text: Two", "text: Two、", 7, "'items › two › text' is still Japanese.");
        assertFault("title: Title", "title: ''", 1, "'title' is empty.");
    }

    @Test
    void keys_and_items_that_the_japanese_does_not_have_are_reported() {
        assertFault("title: Title", "title: Title\nextra: x", 2, "'extra' is not in ja.yaml.");
        assertFault("id: two", "id: three\n    text: Three\n  - id: two", 6, "'items › three' is not in ja.yaml.");
    }

    @Test
    void an_item_without_id_or_with_the_id_of_another_is_reported() {
        assertFault("id: two", "text: Three\n  - id: two", 6, "This item has no id");
        assertFault("id: two", "id: one\n    text: Three\n  - id: two", 6, "The id 'one' stands in this list twice.");
    }

    @Test
    void a_list_of_texts_is_translated_whole() {
        assertFault("notes: [first, second]", "notes: [first]", 2, "'notes' has 1 items, ja.yaml:4 has 2.");
        assertFault("[first, second]", "[first, 二つめ]", 2, "'notes › 1' is still Japanese.");
    }

    @Test
    void a_translation_cannot_change_a_number_an_id_or_a_code() {
        assertFault("title: Title", "title: Title\nnumber: 6", 2, "'number' is of another kind than in ja.yaml:2.");
        assertFault(
                "text: One", "text: One\n    code: B", 6, "'items › one › code' changes 'A', which is not Japanese.");
        assertFault("title: Title", "title: [Title]", 1, "'title' is of another kind than in ja.yaml:1.");
    }

    @Test
    void repeating_a_text_without_japanese_is_allowed_and_an_address_may_lead_to_an_english_page() {
        assertThat(lay("title: 題名\nurl: https://example.org/\n", "title: Title\nurl: https://example.org/en/\n"))
                .isEqualTo("{\"title\":\"Title\",\"url\":\"https://example.org/en/\"}");
        assertThat(lay("edition: \"3.0\"\n", "edition: \"3.0\"\n")).isEqualTo("{\"edition\":\"3.0\"}");
        assertThat(faults).isEmpty();
    }

    @Test
    void kana_kanji_and_their_punctuation_are_japanese_and_symbols_are_not() {
        assertThat(List.of("漢", "か", "カ", "ー", "。", "「", "：", "ｶ", "〜")).allMatch(EnglishOverlay::isJapanese);
        assertThat(List.of("STEP 1", "×", "①", "−1", "★", "→", "“x”", "2–0")).noneMatch(EnglishOverlay::isJapanese);
    }

    private String lay(String english) {
        return lay(JAPANESE, english);
    }

    private String lay(String japanese, String english) {
        return EnglishOverlay.lay(tree("ja.yaml", japanese), tree("en.yaml", english), faults)
                .toString();
    }

    private YamlTree tree(String file, String text) {
        return YamlTree.read(file, text, faults).orElseThrow();
    }

    /// Breaks a right translation of [#JAPANESE] in one place.
    private void assertFault(String right, String wrong, int line, String problem) {
        faults.clear();
        lay("""
                title: Title
                notes: [first, second]
                items:
                  - id: one
                    text: One
                  - id: two
                    text: Two
                """.replace(right, wrong));
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("en.yaml");
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.problem()).startsWith(problem);
            assertThat(fault.remedy()).isNotBlank();
        });
    }
}
