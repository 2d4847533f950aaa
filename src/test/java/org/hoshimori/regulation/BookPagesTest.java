package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class BookPagesTest {

    private static final String BOOK = "/regulations/book/";

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    DocumentFixtures documents;

    @Test
    void word_holds_every_needed_chapter_in_order_and_each_counts_from_one() throws Exception {
        var owner = organizations.company();
        documents.work(owner, "regulation-development", "develops-systems", "yes");
        var revision = documents.approved(owner, owner, "regulation-people");
        try (var word = new XWPFDocument(new ByteArrayInputStream(fetch(owner, "word", 200)))) {
            var chapters = styled(word, "Heading1");
            assertThat(chapters.stream().map(XWPFParagraph::getText))
                    .hasSizeGreaterThan(8)
                    .isSortedAccordingTo((one, other) -> Integer.compare(number(one), number(other)))
                    .contains("第2章　人的対策")
                    .anyMatch(text -> text.startsWith("第1章") && text.endsWith("（案）"))
                    .anyMatch(text -> text.startsWith("第8章"));
            var text = word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertThat(text).anyMatch(line -> line.contains(revision.fingerprint()));
            assertThat(text).noneMatch(line -> line.contains("{{") || line.contains("【"));
            assertThat(text.getFirst()).isEqualTo("情報セキュリティ関連規程");
            assertThat(word.getHeaderList().getFirst().getText()).contains("案を含む");
            var articles = styled(word, "Heading2").stream()
                    .filter(heading -> heading.getNumID() != null)
                    .toList();
            assertThat(articles.stream().map(XWPFParagraph::getNumLevelText)).containsOnly("第%1条");
            assertThat(articles.stream().map(XWPFParagraph::getNumID).distinct())
                    .hasSize(chapters.size());
        }
    }

    @Test
    void pdf_begins_with_a_table_of_contents_and_is_tagged() throws Exception {
        var owner = organizations.company();
        documents.work(owner, "regulation-telework", "teleworks", "yes");
        documents.approved(owner, owner, "regulation-people");
        try (var pdf = Loader.loadPDF(fetch(owner, "pdf", 200))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getNumberOfPages()).isGreaterThan(20);
            var front = new PDFTextStripper();
            front.setEndPage(6);
            assertThat(front.getText(pdf)).contains("目次", "第1章", "第2章", "第12章").containsPattern("第1条[^\\n]*(\\. ){3,}");
            assertThat(new PDFTextStripper().getText(pdf)).contains("この章は案です。", "第1版", "附則");
        }
    }

    @Test
    void markdown_nests_articles_under_chapters() throws Exception {
        var owner = organizations.company();
        var text = new String(fetch(owner, "markdown", 200), StandardCharsets.UTF_8);
        assertThat(text).startsWith("> 案を含む\n\n# 情報セキュリティ関連規程\n\n## 第1章").contains("\n### 第1条（");
        assertThat(text).doesNotContain("{{");
    }

    @Test
    void whoever_only_uses_the_product_gets_what_is_in_force_and_nothing_else() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        fetch(employee, "markdown", 404);
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        access.cookie(owner);
        access.cookie(lead);
        documents.approved(lead, owner, "regulation-people");
        for (var path : List.of("markdown", "markdown?of=in-force")) {
            var reader = path.contains("?") ? owner : employee;
            var text = new String(fetch(reader, path, 200), StandardCharsets.UTF_8);
            assertThat(text).startsWith("# 情報セキュリティ関連規程\n\n## 第2章").doesNotContain("案です", "## 第1章");
        }
    }

    @Test
    void what_is_in_work_on_the_next_revision_does_not_stand_there_yet() throws Exception {
        var owner = organizations.company();
        documents.approved(owner, owner, "regulation-people");
        documents.work(owner, "regulation-people", "penalty-source", "まだ決めていない決まり");
        var text = new String(fetch(owner, "markdown?of=in-force", 200), StandardCharsets.UTF_8);
        assertThat(text).contains("違反したときの扱い").doesNotContain("まだ決めていない決まり");
    }

    @Test
    void nobody_gets_the_book_of_another_company_or_of_an_unknown_kind() throws Exception {
        var owner = organizations.company();
        documents.work(owner, "regulation-people", "penalty-source", "うちだけの就業規則");
        var other = organizations.company("よその会社");
        assertThat(new String(fetch(other, "markdown", 200), StandardCharsets.UTF_8))
                .doesNotContain("うちだけの就業規則");
        assertThat(new String(fetch(owner, "markdown", 200), StandardCharsets.UTF_8))
                .contains("うちだけの就業規則");
        fetch(owner, "exe", 404);
    }

    @Test
    void the_file_says_by_its_name_that_there_are_drafts_in_it() throws Exception {
        var owner = organizations.company();
        var name = answer(owner, "markdown", 200).getHeader("Content-Disposition");
        assertThat(java.net.URLDecoder.decode(Objects.requireNonNull(name), StandardCharsets.UTF_8))
                .contains("案を含む_情報セキュリティ関連規程.md");
    }

    private static List<XWPFParagraph> styled(XWPFDocument word, String style) {
        return word.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .toList();
    }

    private static int number(String heading) {
        return Integer.parseInt(heading.replaceAll("^第([0-9]+)章.*", "$1"));
    }

    private byte[] fetch(Actor actor, String path, int status) throws Exception {
        return answer(actor, path, status).getContentAsByteArray();
    }

    private MockHttpServletResponse answer(Actor actor, String path, int status) throws Exception {
        return mvc.perform(get(BOOK + path).with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse();
    }
}
