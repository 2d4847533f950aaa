package org.hoshimori.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPaperTest {

    @Test
    void begins_with_the_byte_order_mark_and_ends_every_row_with_crlf() {
        assertThat(csv(List.of("会社", "番号"), List.of("見本株式会社", "1"))).isEqualTo("\uFEFF会社,番号\r\n見本株式会社,1\r\n");
    }

    @Test
    void is_utf_8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvPaper paper = new CsvPaper(bytes)) {
            paper.row("髙");
        }
        assertThat(bytes.toByteArray())
                .startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF)
                .containsSequence((byte) 0xE9, (byte) 0xAB, (byte) 0x99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81-3", "-1", "@SUM(A1)", "＝1+1", "＋1", "＠SUM(A1)"})
    void a_cell_that_would_run_as_a_formula_gets_an_apostrophe(String dangerous) {
        assertThat(row(dangerous, "x")).isEqualTo("'" + dangerous + ",x");
    }

    @Test
    void a_tab_or_line_break_before_a_formula_does_not_hide_it() {
        assertThat(row("\t=1", "\r=1", "\n=1")).isEqualTo("\"'\t=1\",\"'\r=1\",\"'\n=1\"");
    }

    @Test
    void a_control_character_before_a_formula_does_not_hide_it() {
        assertThat(row("\u0000=1+1", "a\u000Bb")).isEqualTo("'=1+1,ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "1-2", "－", "'", "見本", " =1"})
    void a_harmless_cell_stays_as_it_is(String harmless) {
        assertThat(row(harmless, "x")).isEqualTo(harmless + ",x");
    }

    @Test
    void separators_quotes_and_line_breaks_are_quoted() {
        assertThat(row("a,b", "say \"yes\"", "two\r\nlines", "c;=1+1", "plain"))
                .isEqualTo("\"a,b\",\"say \"\"yes\"\"\",\"two\r\nlines\",\"c;=1+1\",plain");
    }

    @Test
    void a_row_of_one_empty_cell_is_still_a_row() {
        assertThat(row("")).isEqualTo("\"\"");
        assertThat(row("", "")).isEqualTo(",");
    }

    @Test
    void closing_closes_the_stream() {
        boolean[] closed = new boolean[1];
        new CsvPaper(new ByteArrayOutputStream() {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                })
                .close();
        assertThat(closed[0]).isTrue();
    }

    private static String row(String... cells) {
        String csv = csv(List.of(cells));
        return csv.substring(1, csv.length() - 2);
    }

    @SafeVarargs
    private static String csv(List<String>... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvPaper paper = new CsvPaper(bytes)) {
            for (List<String> row : rows) {
                paper.row(row);
            }
        }
        return bytes.toString(UTF_8);
    }
}
