package org.hoshimori.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.treatment.Treatment.Costs;
import org.hoshimori.treatment.Treatment.Way;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class ReportPaperTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Organizations companies;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssetFixtures assets;

    @Autowired
    TreatmentFixtures fixtures;

    @Autowired
    Treatments treatments;

    @Test
    void the_paper_says_who_where_what_and_how_much() throws Exception {
        var owner = organizations.company();
        fill(owner);
        var text = pdf(owner);
        assertThat(text)
                .contains("みなと工業株式会社", "情報資産のリスクと対応の報告")
                .contains("設計図", "顧客名簿", "見積書")
                .contains("低減", "保有", "移転")
                .contains("2人だけが使うため", "港 一郎", treatments.today().plusDays(90).toString())
                .contains("みなと保険", "10,000,000円", "12,000円", "32,000円")
                .doesNotContain("treatment.");
    }

    @Test
    void excel_holds_every_risk_every_decision_and_typed_sums() throws Exception {
        var owner = organizations.company();
        fill(owner);
        try (var book = excel(owner)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            var summary = cells(book, 0);
            assertThat(summary).contains("みなと工業株式会社", "12,000円", "32,000円");
            var risks = book.getSheetAt(1);
            assertThat(risks.getLastRowNum()).isEqualTo(5);
            assertThat(cells(book, 1)).contains("設計図", "受け入れた", "予定がある", "まだ決めていない", "=1+1");
            var decisions = book.getSheetAt(2);
            assertThat(decisions.getLastRowNum()).isEqualTo(4);
            assertThat(cells(book, 2)).contains("保有", "2人だけが使うため", "みなと保険", "港 一郎", "10,000,000円");
            assertThat(risks.getRow(2).getCell(6).getNumericCellValue()).isGreaterThan(0);
        }
    }

    @Test
    void costs_are_counted_once_per_decision_and_done_ones_are_paid() throws Exception {
        var owner = organizations.company();
        var one = assets.add(owner, AssetFixtures.row("一", "", "office-pc", 2));
        var two = assets.add(owner, AssetFixtures.row("二", "", "office-pc", 2));
        var both = fixtures.modify(owner, List.of(one, two), fixtures.items(owner, one));
        assertThat(figures(owner)).containsExactly("10,000円", "2,000円");
        treatments.finish(owner, both);
        assertThat(figures(owner)).containsExactly("0円", "2,000円");
    }

    @Test
    void the_map_shows_what_is_and_what_will_be() throws Exception {
        var owner = organizations.company();
        var one = assets.add(owner, AssetFixtures.row("一", "", "office-pc", 2));
        fixtures.modify(owner, List.of(one), fixtures.items(owner, one));
        var page = page(owner);
        assertThat(page.select(".key-figures > div").eachText())
                .containsExactly("大 1件 予定の対策のあとは0件", "中 0件 予定の対策のあとは1件", "小 0件 予定の対策のあとは0件");
        assertThat(page.select(".matrix td p").eachText()).hasSize(9).containsOnlyOnce("1件");
    }

    @Test
    void the_sample_company_is_marked_everywhere() throws Exception {
        var owner = companies.found(
                new Organizations.Founding("見本株式会社", "見本", null, EnumSet.of(Role.OWNER), "owner@example.jp", true));
        fill(owner);
        assertThat(response("/risks/report.pdf", owner).getHeader("Content-Disposition"))
                .contains("%E8%A6%8B%E6%9C%AC_");
        assertThat(pdf(owner)).contains("見本");
        try (var book = excel(owner)) {
            for (var sheet = 0; sheet < 3; sheet++) {
                assertThat(book.getSheetAt(sheet).getRow(0).getCell(0).getStringCellValue())
                        .startsWith("見本");
            }
        }
        assertThat(page(owner).select(".sample-mark")).hasSize(1);
    }

    private void fill(Actor owner) {
        var drawing = assets.add(owner, AssetFixtures.row("設計図", "製造部", "office-pc", 2));
        var customers = assets.add(owner, AssetFixtures.row("顧客名簿", "営業部", "mobile-device", 2));
        var quote = assets.add(owner, AssetFixtures.row("見積書", "営業部", "paper-documents", 1));
        assets.add(owner, AssetFixtures.row("=1+1", "", "office-pc", 2));
        fixtures.modify(owner, List.of(drawing), fixtures.items(owner, drawing));
        fixtures.retain(owner, customers, treatments.today().plusDays(90));
        fixtures.record(
                owner,
                List.of(quote),
                new Treatment.Share(Way.INSURANCE, "みなと保険", "サイバー保険", 10_000_000L, null, new Costs(2_000L, 30_000L)));
    }

    private List<String> figures(Actor owner) throws Exception {
        return page(owner).select("section[aria-labelledby=money] dd").eachText();
    }

    private Document page(Actor owner) throws Exception {
        return Jsoup.parse(response("/risks/report", owner).getContentAsString(StandardCharsets.UTF_8));
    }

    private String pdf(Actor owner) throws Exception {
        try (var document = Loader.loadPDF(response("/risks/report.pdf", owner).getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private XSSFWorkbook excel(Actor owner) throws Exception {
        return new XSSFWorkbook(
                new ByteArrayInputStream(response("/risks/report.xlsx", owner).getContentAsByteArray()));
    }

    private MockHttpServletResponse response(String path, Actor owner) throws Exception {
        return mvc.perform(get(path).with(access.as(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private static List<String> cells(XSSFWorkbook book, int sheet) throws IOException {
        var cells = new ArrayList<String>();
        var formatter = new DataFormatter();
        book.getSheetAt(sheet).forEach(row -> row.forEach(cell -> cells.add(formatter.formatCellValue(cell))));
        return cells;
    }
}
