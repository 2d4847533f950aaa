package org.hoshimori.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.hoshimori.content.Editions;
import org.hoshimori.paper.WordCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordWriterTest {

    private static final Editions EDITIONS = Editions.shipped();
    private static final Templates TEMPLATES = TemplateFixtures.shipped(EDITIONS);
    private static final WordLook LOOK = new WordLook("見本株式会社", "", "第1版", null);

    private static final WordWriter WRITER = new WordWriter(TemplateFixtures.texts());

    static List<Template> all() {
        return TEMPLATES.all("3.0", Locale.JAPANESE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void opened_again_it_says_the_same(Template template) throws Exception {
        var composition = compose(template);
        try (var document = open(WRITER.word(composition, LOOK))) {
            var expected = composition
                    .plainText()
                    .lines()
                    .map(WordWriterTest::bare)
                    .filter(line -> !line.isBlank())
                    .toList();
            var found = lines(document).stream()
                    .filter(line -> !line.equals("目次"))
                    .map(WordWriterTest::bare)
                    .toList();
            for (var i = 0; i < expected.size(); i++) {
                assertThat(found.get(i)).isEqualTo(expected.get(i));
            }
            assertThat(found).hasSameSizeAs(expected);
        }
    }

    @Test
    void headings_items_and_tables_are_real() throws Exception {
        var template = TEMPLATES.template("3.0", "regulation-access-control", Locale.JAPANESE);
        try (var document = open(WRITER.word(compose(template), LOOK))) {
            var headings = document.getParagraphs().stream()
                    .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                    .filter(paragraph -> paragraph.getNumID() != null)
                    .toList();
            assertThat(headings).hasSizeGreaterThan(5);
            assertThat(headings.stream().map(XWPFParagraph::getNumLevelText)).containsOnly("第%1条");
            assertThat(document.getTables()).isNotEmpty().allSatisfy(table -> assertThat(
                            table.getRow(0).isRepeatHeader())
                    .isTrue());
            assertThat(document.getStyles().getStyle("Title")).isNotNull();
            assertThat(document.getHeaderList().getFirst().getText()).contains("見本株式会社");
            assertThat(document.getDocument().toString()).contains("TOC \\o");
            assertThat(document.getStyles().getStyle("Heading1").getCTStyle().toString())
                    .contains("w:eastAsia=\"BIZ UDPGothic\"");
        }
    }

    @Test
    void a_company_gets_its_documents_in_its_own_template() throws Exception {
        byte[] own;
        try (var sample = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            sample.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("当社の便箋");
            sample.createParagraph().createRun().setText("ここに本文を書きます");
            sample.write(out);
            own = out.toByteArray();
        }
        assertThat(WordCheck.problems(own)).isEmpty();
        var template = TEMPLATES.template("3.0", "regulation-physical", Locale.JAPANESE);
        try (var document = open(WRITER.word(compose(template), new WordLook("見本", "", own)))) {
            assertThat(document.getHeaderList().getFirst().getText()).contains("当社の便箋");
            assertThat(lines(document)).doesNotContain("ここに本文を書きます").contains(template.title());
        }
    }

    @Test
    void what_could_do_harm_is_refused() throws Exception {
        assertThat(WordCheck.problems("no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("kind");
        assertThat(WordCheck.problems(zip(Map.of("word/document.xml", "<a/>", "word/vbaProject.bin", "x"))))
                .containsExactly("macros");
        assertThat(
                        WordCheck.problems(
                                zip(
                                        Map.of(
                                                "word/document.xml", "<a/>",
                                                "word/_rels/settings.xml.rels",
                                                        "<Relationships><Relationship Type=\"http://x/attachedTemplate\" Target=\"http://evil/\" TargetMode=\"External\"/></Relationships>"))))
                .containsExactly("outside");
        assertThat(WordCheck.problems(zip(Map.of("word/document.xml", "<a/>", "word/bomb", "0".repeat(101 << 20)))))
                .containsExactly("size");
    }

    private static byte[] zip(Map<String, String> parts) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static Composition compose(Template template) {
        return new Composer()
                .compose(
                        template, TemplateFixtures.team(TEMPLATES.blanks("3.0", Locale.JAPANESE), EDITIONS), List.of());
    }

    private static XWPFDocument open(byte[] word) throws Exception {
        return new XWPFDocument(new ByteArrayInputStream(word));
    }

    private static List<String> lines(XWPFDocument document) {
        var lines = new ArrayList<String>();
        for (IBodyElement element : document.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                lines.addAll(paragraph.getText().lines().toList());
            } else if (element instanceof XWPFTable table) {
                table.getRows()
                        .forEach(row -> lines.addAll(String.join(
                                        "\t",
                                        row.getTableCells().stream()
                                                .map(cell -> cell.getText())
                                                .toList())
                                .lines()
                                .toList()));
            }
        }
        lines.removeIf(String::isBlank);
        return lines;
    }

    /// Word counts by itself: labels are taken off our text before comparing.
    private static String bare(String line) {
        return line.strip()
                .replaceFirst("^第[0-9]+条（", "（")
                .replaceFirst("^([0-9]+|\\([0-9]+\\)|[ア-ン]|\\([ア-ン]\\)|・)[　\t]", "")
                .replaceFirst("^[0-9]+\\.　(?=.*)", "")
                .strip();
    }
}
