package org.hoshimori.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.assessment.Round;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class ResultPapersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures companies;

    @Autowired
    Organizations organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssessmentFixtures assessments;

    @Test
    void the_pdf_says_everything_in_official_words() throws Exception {
        var owner = companies.company("川口<精機>&合同会社");
        assessments.closed(owner, "春", DAY.minusMonths(6), assessments.all("not"));
        var text = text(file(owner, round(owner), "pdf").getContentAsByteArray());
        assertThat(text)
                .contains("川口<精機>&合同会社")
                .contains("2026/秋: 本社")
                .contains("合計 47点／100点満点")
                .contains("一部実施している")
                .contains("わからない")
                .contains("中小企業の情報セキュリティ対策ガイドライン 第3.0版")
                .contains("基本的対策")
                .doesNotContain("一部できている")
                .doesNotContain("見本");
    }

    @Test
    void a_sample_company_is_marked_on_every_export() throws Exception {
        var sample = organizations.found(
                new Organizations.Founding("サンプル商店", "花子", null, EnumSet.of(Role.OWNER), null, true));
        var round = round(sample);
        assertThat(text(file(sample, round, "pdf").getContentAsByteArray())).contains("見本");
        assertThat(rows(file(sample, round, "xlsx").getContentAsByteArray(), 0)
                        .getFirst()
                        .getCellText(0))
                .contains("見本");
        assertThat(name(file(sample, round, "csv"))).startsWith("見本_");
    }

    @Test
    void excel_has_three_sheets_with_typed_cells_and_comments_stay_text() throws Exception {
        var owner = companies.company();
        var book = file(owner, round(owner), "xlsx").getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("結果", "回答", "回答者");
        }
        var total = rows(book, 0).stream()
                .filter(row -> row.getCellText(0).equals("合計"))
                .findFirst()
                .orElseThrow();
        assertThat(total.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(total.getCell(1).asNumber().intValue()).isEqualTo(47);
        var answers = rows(book, 1);
        assertThat(answers.stream().filter(row -> row.getCellText(3).equals("一部実施している")))
                .hasSize(24);
        var comment = rows(book, 2).stream()
                .filter(row -> row.getCellCount() > 5 && row.getCellText(5).startsWith("="))
                .findFirst()
                .orElseThrow();
        assertThat(comment.getCell(5).getType()).isEqualTo(CellType.STRING);
        assertThat(comment.getCell(5).getFormula()).isNull();
    }

    @Test
    void csv_begins_with_a_mark_for_excel_and_has_a_line_per_question() throws Exception {
        var owner = companies.company();
        var csv = file(owner, round(owner), "csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF番号,部分,問い,回答,点数");
        assertThat(csv.lines()).hasSize(26);
        assertThat(csv).contains("わからない,'-1,").contains("一部実施している,2,");
    }

    @Test
    void file_names_say_what_is_inside_and_break_nothing() throws Exception {
        var owner = companies.company();
        var round = round(owner);
        assertThat(name(file(owner, round, "pdf"))).isEqualTo("自社診断の結果_2026_秋_本社_2026-11-20.pdf");
        assertThat(name(file(owner, round, "xlsx"))).endsWith(".xlsx");
    }

    private Round round(Actor owner) {
        var round = assessments.open(owner, "2026/秋: 本社", DAY);
        assessments.answer(owner, round, assessments.all("partly"));
        assessments.answer(owner, round, "backup", "unknown", "=HYPERLINK(\"http://example.jp\")");
        return assessments.close(owner, round);
    }

    private MockHttpServletResponse file(Actor actor, Round round, String ending) throws Exception {
        return mvc.perform(get("/results/" + round.id() + "/result." + ending).with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private static String name(MockHttpServletResponse response) {
        var header = String.valueOf(response.getHeader("Content-Disposition"));
        var encoded = header.substring(header.lastIndexOf("''") + 2);
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\u00A0", " ");
        }
    }

    private static List<Row> rows(byte[] book, int sheet) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            return workbook.getSheet(sheet).orElseThrow().read();
        }
    }
}
