package org.hoshimori.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.template.Blank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people bring and type into documents: nothing harmless is refused, nothing that does not fit is taken.
class BroughtTest {

    private static byte[] pdf(String inside) {
        return ("%PDF-1.7\n1 0 obj\n" + inside + "\nendobj\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void three_letters_of_chance_in_a_scan_are_no_script() {
        assertThat(DocumentConfig.OwnFile.refusal(pdf("<</Length 9>> stream\n\u00e1/JS\u0003\u00fa.x\nendstream")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</S /JavaScript /JS (app.alert(1))>>",
                "<</S /Java#53cript /JS (app.alert(1))>>",
                "<</S /Rendition /JS (app.alert(1))>>",
                "<</S /Launch /F (calc.exe)>>",
                "<</Type /EmbeddedFile>>"
            })
    void what_acts_is_refused(String inside) {
        assertThat(DocumentConfig.OwnFile.refusal(pdf(inside))).isEqualTo("document.problem.file.active");
    }

    @Test
    void a_table_that_is_longer_than_a_blank_keeps_is_refused_in_words() {
        var columns = List.of(new Blank.Column("a", "A"), new Blank.Column("b", "B"), new Blank.Column("c", "C"));
        var blank = new Blank.Rows("table", "表", "", null, null, null, false, columns, List.of());
        Map<String, String[]> form = new HashMap<>(Map.of("was.table", new String[] {""}));
        for (var row = 0; row < BlankValues.MOST_ROWS; row++) {
            for (var column : columns) {
                form.put("table." + row + "." + column.id(), new String[] {"あ".repeat(300)});
            }
        }
        assertThat(BlankValues.typed(List.of(blank), form).good()).isEmpty();
    }

    @Test
    void a_person_is_no_long_text() {
        var blank = new Blank.Person("who", "誰", "", null, null, null, false, "owner");
        var form = Map.of("was.who", new String[] {""}, "who", new String[] {"x".repeat(50_000)});
        assertThat(BlankValues.typed(List.of(blank), form).good()).isEmpty();
    }

    @Test
    void long_clauses_that_have_nothing_in_common_are_compared_at_once() {
        var before = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (var line = 0; line < 60; line++) {
            before.add("、。".repeat(5_000));
            after.add("・「".repeat(5_000));
        }
        var start = System.nanoTime();
        var difference = WordDifference.between(String.join("\n", before), String.join("\n", after));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(difference.none()).isFalse();
    }
}
