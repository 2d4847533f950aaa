package org.hoshimori.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.content.BadContent.Fault;
import org.junit.jupiter.api.Test;

class YamlTreeTest {

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void plain_words_are_text_even_those_that_old_yaml_takes_for_truth_values_or_dates() {
        YamlTree tree = read("a: no\nb: off\nc: 2019-03-19\nd: 12:30\ne: 010\n");

        assertThat(tree.root().toString())
                .isEqualTo("{\"a\":\"no\",\"b\":\"off\",\"c\":\"2019-03-19\",\"d\":\"12:30\",\"e\":\"010\"}");
    }

    @Test
    void numbers_truth_values_and_nothing_are_recognised_unless_quoted() {
        YamlTree tree = read("a: -25\nb: 3.0\nc: \"3.0\"\nd: true\ne: ~\nf:\ng: ''\n");

        assertThat(tree.root().toString())
                .isEqualTo("{\"a\":-25,\"b\":3.0,\"c\":\"3.0\",\"d\":true,\"e\":null,\"f\":null,\"g\":\"\"}");
    }

    @Test
    void a_place_has_the_line_of_its_key_and_is_named_by_ids() {
        YamlTree tree =
                read("title: x\narticles:\n  - id: one\n    title: >-\n      a\n      b\n  - id: two\n    title: c\n");

        assertThat(tree.line("/articles/0/title")).isEqualTo(4);
        assertThat(tree.line("/articles/1")).isEqualTo(7);
        assertThat(tree.line("/articles/1/missing")).isEqualTo(7);
        assertThat(tree.line("")).isEqualTo(1);
        assertThat(tree.place("/articles/1/title")).isEqualTo("articles › two › title");
        assertThat(tree.place("")).isEqualTo("the file");
    }

    @Test
    void broken_syntax_is_reported_with_its_line() {
        assertFault("a: 1\nb: [x\n", 3, "This is not YAML");
        assertFault("a: 1\n  b: 2\n", 2, "This is not YAML");
        assertFault("a: 1\nb: x: y\n", 2, "This is not YAML");
    }

    @Test
    void a_key_that_stands_twice_is_reported() {
        assertFault("a: 1\nb: 2\na: 3\n", 3, "The key 'a' stands here twice");
    }

    @Test
    void a_key_that_is_no_word_is_reported() {
        assertFault("? [a, b]\n: 1\n", 1, "A key is not a word");
    }

    @Test
    void anchors_are_refused_also_those_that_contain_themselves() {
        assertFault("a: 1\nb: &x [*x]\n", 2, "Anchors");
    }

    @Test
    void an_empty_file_and_two_documents_are_refused() {
        assertFault("# only a comment\n", 1, "The file is empty");
        assertFault("a: 1\n---\nb: 2\n", 2, "This is not YAML");
    }

    @Test
    void a_control_character_is_reported_with_its_line() {
        assertFault("a: 1\nb: x\u0007y\n", 2, "A character that YAML does not allow");
    }

    @Test
    void all_twin_keys_of_a_file_are_reported_at_once() {
        YamlTree.read("x.yaml", "a: 1\na: 2\nb: 1\nb: 2\n", faults);

        assertThat(faults).extracting(Fault::line).containsExactly(2, 4);
    }

    private YamlTree read(String text) {
        YamlTree tree = YamlTree.read("x.yaml", text, faults).orElseThrow();
        assertThat(faults).isEmpty();
        return tree;
    }

    private void assertFault(String text, int line, String problem) {
        faults.clear();
        assertThat(YamlTree.read("x.yaml", text, faults)).isEmpty();
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("x.yaml");
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.problem()).startsWith(problem);
            assertThat(fault.remedy()).isNotBlank();
        });
    }
}
