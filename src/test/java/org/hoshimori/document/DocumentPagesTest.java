package org.hoshimori.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.document.DocumentFixtures.POLICY;
import static org.hoshimori.document.DocumentFixtures.REGULATION;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@HoshimoriTest
class DocumentPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    DocumentFixtures fixtures;

    @Autowired
    Documents documents;

    @Test
    void the_list_says_of_every_document_how_needed_it_is_and_why() throws Exception {
        var owner = organizations.company();
        var page = page(get("/documents"), owner, 200);
        assertThat(page.select(".document-lines > li"))
                .hasSize(documents.templates().size());
        assertThat(page.select("#" + POLICY + " .chip:first-child").text()).startsWith("◎");
        assertThat(page.select("#regulation-development").text()).contains("–", "いいえ");
        fixtures.fill(owner, POLICY, "develops-systems", "yes");
        assertThat(page(get("/documents"), owner, 200)
                        .select("#regulation-development")
                        .text())
                .contains("○");
    }

    @Test
    void what_is_typed_is_saved_and_stands_on_the_paper() throws Exception {
        var owner = organizations.company();
        var page = page(get("/documents/" + REGULATION), owner, 200);
        mvc.perform(post("/documents/" + REGULATION)
                        .with(access.as(owner))
                        .param("was.password-minimum", was(page, "password-minimum"))
                        .param("password-minimum", "１５"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/documents/" + REGULATION));
        var after = page(get("/documents/" + REGULATION), owner, 200);
        assertThat(after.select("#password-minimum").val()).isEqualTo("15");
        assertThat(after.select("#preview").text()).contains("15文字以上");
    }

    @Test
    void while_one_types_only_the_paper_and_what_is_remembered_come_back() throws Exception {
        var owner = organizations.company();
        var page = page(get("/documents/" + REGULATION), owner, 200);
        var part = page(
                post("/documents/" + REGULATION)
                        .header("HX-Request", "true")
                        .param("was.password-minimum", was(page, "password-minimum"))
                        .param("password-minimum", "18"),
                owner,
                200);
        assertThat(part.select("header")).isEmpty();
        assertThat(part.text()).contains("18文字以上");
        assertThat(was(part, "password-minimum")).isEqualTo(BlankValues.seen("18"));
        assertThat(part.select("#saved[hx-swap-oob]").text()).contains("保存");
    }

    @Test
    void a_wrong_number_comes_back_as_it_was_typed() throws Exception {
        var owner = organizations.company();
        var page = page(get("/documents/" + REGULATION), owner, 200);
        var refused = page(
                post("/documents/" + REGULATION)
                        .param("was.password-minimum", was(page, "password-minimum"))
                        .param("password-minimum", "たくさん"),
                owner,
                422);
        assertThat(refused.select("#password-minimum").val()).isEqualTo("たくさん");
        assertThat(refused.select("#problems a").eachAttr("href")).containsExactly("#password-minimum");
        assertThat(refused.select("#preview").text()).doesNotContain("たくさん");
    }

    @Test
    void the_second_editor_sees_what_the_first_wrote_and_keeps_what_was_typed() throws Exception {
        var owner = organizations.company();
        var page = page(get("/documents/" + REGULATION), owner, 200);
        fixtures.fill(owner, REGULATION, "password-minimum", "12");
        var late = page(
                post("/documents/" + REGULATION)
                        .param("was.password-minimum", was(page, "password-minimum"))
                        .param("password-minimum", "20"),
                owner,
                422);
        assertThat(late.select("#conflict").text()).contains("12", "港 一郎");
        assertThat(late.select("#password-minimum").val()).isEqualTo("20");
        mvc.perform(post("/documents/" + REGULATION)
                        .with(access.as(owner))
                        .param("was.password-minimum", was(late, "password-minimum"))
                        .param("password-minimum", "20"))
                .andExpect(status().isSeeOther());
        assertThat(page(get("/documents/" + REGULATION), owner, 200)
                        .select("#password-minimum")
                        .val())
                .isEqualTo("20");
    }

    @Test
    void rows_of_a_table_are_added_and_removed_without_script() throws Exception {
        var owner = organizations.company();
        var template = template("backup");
        var page = page(get("/documents/" + template), owner, 200);
        mvc.perform(post("/documents/" + template)
                        .with(access.as(owner))
                        .param("was.backup", was(page, "backup"))
                        .param("backup.0.machine", "会計のパソコン")
                        .param("backup.1.machine", "図面のサーバー"))
                .andExpect(status().isSeeOther());
        var two = page(get("/documents/" + template), owner, 200);
        assertThat(two.select("[name=backup.1.machine]").val()).isEqualTo("図面のサーバー");
        mvc.perform(post("/documents/" + template)
                        .with(access.as(owner))
                        .param("was.backup", was(two, "backup"))
                        .param("backup.0.machine", "会計のパソコン")
                        .param("backup.1.machine", "図面のサーバー")
                        .param("remove", "backup.0"))
                .andExpect(status().isSeeOther());
        assertThat(page(get("/documents/" + template), owner, 200)
                        .select("[name=backup.0.machine]")
                        .val())
                .isEqualTo("図面のサーバー");
    }

    @Test
    void clauses_need_a_reason_a_heading_and_the_right_word_beside_security_action() throws Exception {
        var owner = organizations.company();
        var clause = documents.template(REGULATION).clauses().getFirst().id();
        var path = "/documents/" + REGULATION + "/clauses";
        assertThat(page(post(path + "/" + clause).param("act", "leave").param("reason", " "), owner, 422)
                        .select("#problems a"))
                .hasSize(1);
        var wrong = page(
                post(path)
                        .param("title", "宣言")
                        .param("markdown", "当社はSECURITY ACTIONの認定を受けた。")
                        .param("after", clause),
                owner,
                422);
        assertThat(wrong.select("#problems").text()).contains("認定", "宣言");
        assertThat(wrong.select("#markdown").text()).contains("認定を受けた");
        mvc.perform(post(path)
                        .with(access.as(owner))
                        .param("title", "<b>自社の決まり</b>")
                        .param("markdown", "<script>alert(1)</script>と[ここ](javascript:alert(1))。")
                        .param("after", clause))
                .andExpect(status().isSeeOther());
        var paper = page(get("/documents/" + REGULATION), owner, 200);
        assertThat(paper.select("#preview script, #preview b, #preview a[href^=javascript]"))
                .isEmpty();
        assertThat(paper.select("#preview").text()).contains("自社の決まり");
        page(post(path + "/nowhere").param("act", "restore"), owner, 404);
    }

    @Test
    void a_document_is_asked_for_approved_and_read_by_everybody() throws Exception {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        access.cookie(owner);
        access.cookie(employee);
        var path = "/documents/" + POLICY;
        assertThat(page(post(path + "/ask").param("from", "2020-01-01"), lead, 422)
                        .select("#problems")
                        .text())
                .contains("今日から");
        mvc.perform(post(path + "/ask")
                        .with(access.as(lead))
                        .param("from", documents.today().toString())
                        .param("note", "初めて"))
                .andExpect(status().isSeeOther());
        page(get(path + "/approval"), employee, 403);
        assertThat(page(get(path + "/approval"), lead, 200).select("form#approve"))
                .isEmpty();
        var approval = page(get(path + "/approval"), owner, 200);
        mvc.perform(post(path + "/approval")
                        .with(access.as(owner))
                        .param(
                                "fingerprint",
                                approval.select("form#approve input[name=fingerprint]")
                                        .val()))
                .andExpect(redirectedUrl(path + "/history"));
        assertThat(page(get(path + "/history"), owner, 200).select("a[href^=/handouts/]"))
                .hasSize(1);
        assertThat(page(get("/documents"), employee, 200).select("a.title").eachText())
                .containsExactly(documents.template(POLICY).title());
        assertThat(page(get(path + "/revisions/1"), employee, 200)
                        .select(".paper")
                        .text())
                .contains(documents.template(POLICY).clauses().getFirst().title());
        page(get(path), employee, 403);
        page(get(path + "/revisions/2"), employee, 404);
        page(get(path + "/revisions/1"), organizations.company("よその会社"), 404);
    }

    @Test
    void the_difference_of_two_revisions_shows_words() throws Exception {
        var owner = organizations.company();
        access.cookie(owner);
        fixtures.approved(owner, owner, REGULATION);
        fixtures.fill(owner, REGULATION, "password-minimum", "14");
        fixtures.approved(owner, owner, REGULATION);
        var page = page(get("/documents/" + REGULATION + "/history?from=1&to=2"), owner, 200);
        assertThat(page.select("del").text()).contains("10");
        assertThat(page.select("ins").text()).contains("14");
        assertThat(page.select(".history .now").text()).contains("第2版");
        page(get("/documents/" + REGULATION + "/history?from=1&to=9"), owner, 404);
    }

    @Test
    void a_brought_document_is_an_attachment_and_nothing_that_acts_is_taken() throws Exception {
        var owner = organizations.company();
        access.cookie(owner);
        var path = "/documents/" + POLICY;
        refuse(owner, path, "%PDF-1.7 /OpenAction << /S /JavaScript >>");
        refuse(owner, path, "<html>no document</html>");
        mvc.perform(multipart(path + "/own-file")
                        .file(file("%PDF-1.7 nothing that acts"))
                        .with(access.as(owner)))
                .andExpect(status().isSeeOther());
        var revision = fixtures.approved(owner, owner, POLICY);
        assertThat(revision.fingerprint()).isEqualTo(Clauses.fingerprint("%PDF-1.7 nothing that acts"));
        var answer = mvc.perform(get(path + "/revisions/1/file").with(access.as(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        var other = organizations.company("よその会社");
        page(get(path + "/revisions/1/file"), other, 404);
        page(get(path + "/revisions/1/word"), other, 404);
        page(get(path + "/draft/file"), other, 404);
    }

    private void refuse(Actor owner, String path, String content) throws Exception {
        mvc.perform(multipart(path + "/own-file").file(file(content)).with(access.as(owner)))
                .andExpect(status().isUnprocessableContent());
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "方針.pdf", "application/pdf", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void drafts_leave_the_house_marked_as_drafts() throws Exception {
        var owner = organizations.company();
        for (var kind : new String[] {"word", "pdf", "markdown"}) {
            var answer = mvc.perform(
                            get("/documents/" + POLICY + "/draft/" + kind).with(access.as(owner)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse();
            assertThat(answer.getContentAsByteArray()).as(kind).isNotEmpty();
            assertThat(answer.getHeader("Content-Disposition")).as(kind).startsWith("attachment");
        }
        mvc.perform(get("/documents/" + POLICY + "/draft/exe").with(access.as(owner)))
                .andExpect(status().isNotFound());
        var text = mvc.perform(get("/documents/" + POLICY + "/draft/markdown").with(access.as(owner)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("> 案");
    }

    @Test
    void a_regulation_on_paper_has_a_table_of_contents_with_pages() throws Exception {
        var paper = mvc.perform(
                        get("/documents/regulation-access-control/draft/pdf").with(access.as(organizations.company())))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = org.apache.pdfbox.Loader.loadPDF(paper)) {
            var first = new org.apache.pdfbox.text.PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(document)).containsPattern("目次\\s+第1条\\S+?[. …]+ ?[12]\\s");
        }
    }

    @Test
    void an_unknown_document_is_not_found() throws Exception {
        var owner = organizations.company();
        page(get("/documents/nowhere"), owner, 404);
        page(post("/documents/nowhere"), owner, 404);
        page(post("/documents/nowhere/ask").param("from", Today.inJapan().toString()), owner, 404);
    }

    @Test
    void the_companys_own_word_template_is_looked_into_before_it_is_used() throws Exception {
        var owner = organizations.company();
        mvc.perform(multipart("/documents/word-template")
                        .file(file("no Word at all"))
                        .with(access.as(owner)))
                .andExpect(status().isUnprocessableContent());
        var word = mvc.perform(get("/documents/" + POLICY + "/draft/word").with(access.as(owner)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var template = new MockMultipartFile("file", "ひな形.docx", null, word);
        mvc.perform(multipart("/documents/word-template").file(template).with(access.as(owner)))
                .andExpect(status().isSeeOther());
        assertThat(page(get("/documents/word-template"), owner, 200).text()).contains("ひな形.docx");
        mvc.perform(get("/documents/" + REGULATION + "/draft/word").with(access.as(owner)))
                .andExpect(status().isOk());
    }

    private String template(String key) {
        return documents.templates().stream()
                .filter(one -> one.keys().stream()
                        .anyMatch(used -> CompanyFacts.base(used).equals(key)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String was(Document page, String blank) {
        return page.select("input[name=\"was." + blank + "\"]").val();
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, Actor actor, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
