package org.hoshimori.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hoshimori.document.DocumentFixtures.REGULATION;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import hoshimori.schema.Tables;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.control.ControlRegister;
import org.hoshimori.control.ControlTerms;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.template.Language;
import org.hoshimori.web.NotFound;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// The handbook in Japanese, in easy Japanese and in English: one draft, one approval, three texts.
@HoshimoriTest
class LanguagesTest {

    private static final String HANDBOOK = "handbook";
    private static final String PATH = "/documents/handbook";

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

    @Autowired
    Database database;

    @Autowired
    AssessmentFixtures rounds;

    @Autowired
    ControlRegister controls;

    @Test
    void an_approval_keeps_every_language_from_the_same_facts() {
        var owner = signedIn();
        fixtures.fill(owner, HANDBOOK, "password-minimum", "17");
        var revision = fixtures.approved(owner, owner, HANDBOOK);
        assertThat(documents.languages(owner.organization(), revision))
                .containsExactly(Language.JAPANESE, Language.EASY, Language.ENGLISH);
        assertThat(text(owner, revision, Language.JAPANESE)).contains("パスワードは17文字以上にします。");
        assertThat(text(owner, revision, Language.EASY)).contains("17文字（もじ）か、もっと長くします。");
        assertThat(text(owner, revision, Language.ENGLISH)).contains("A password has at least 17 characters.");
        assertThat(revision.fingerprint()).isEqualTo(Clauses.fingerprint(text(owner, revision, Language.JAPANESE)));
    }

    @Test
    void what_was_kept_does_not_change_with_the_facts() {
        var owner = signedIn();
        var first = fixtures.approved(owner, owner, HANDBOOK);
        fixtures.fill(owner, HANDBOOK, "password-minimum", "19");
        var second = fixtures.approved(owner, owner, HANDBOOK);
        assertThat(text(owner, first, Language.ENGLISH)).contains("at least 10 characters");
        assertThat(text(owner, second, Language.ENGLISH)).contains("at least 19 characters");
    }

    @Test
    void the_database_refuses_to_change_or_remove_a_language() {
        var owner = signedIn();
        fixtures.approved(owner, owner, HANDBOOK);
        var organization = owner.organization();
        assertThatThrownBy(() -> database.within(organization, sql -> sql.update(Tables.DOCUMENT_LANGUAGE)
                        .set(Tables.DOCUMENT_LANGUAGE.COMPOSITION, "{}")
                        .execute()))
                .hasMessageContaining("does not change");
        assertThatThrownBy(() -> database.within(organization, sql -> sql.deleteFrom(Tables.DOCUMENT_LANGUAGE)
                        .execute()))
                .hasMessageContaining("does not change");
    }

    @Test
    void what_the_company_wrote_itself_stays_as_it_wrote_it() {
        var owner = signedIn();
        fixtures.fill(owner, HANDBOOK, "antivirus-product", "星森セキュリティ");
        fixtures.fill(owner, HANDBOOK, "penalty-source", "就業規則");
        var revision = fixtures.approved(owner, owner, HANDBOOK);
        assertThat(text(owner, revision, Language.ENGLISH))
                .contains("Our devices are protected by 星森セキュリティ.")
                .as("a standard that somebody saved untouched is still said in English")
                .contains("laid down in the employment rules");
    }

    @Test
    void decided_controls_are_said_in_the_language_of_the_text_where_the_content_has_words_for_them() {
        var owner = signedIn();
        var round = rounds.closed(owner);
        controls.decide(
                owner,
                new ControlRegister.Weak(round.id(), "backup"),
                List.of(new Chosen("write-backup-table", "控えの一覧表を1枚作る", null), new Chosen(null, "金曜に写す", null)),
                new ControlTerms(owner.member(), documents.today(), null, null));
        controls.decide(
                owner,
                new ControlRegister.Weak(round.id(), "antivirus"),
                List.of(new Chosen("write-backup-table", "Write a one-page backup table", null)),
                new ControlTerms(owner.member(), documents.today(), null, null));
        var revision = fixtures.approved(owner, owner, HANDBOOK);
        assertThat(text(owner, revision, Language.ENGLISH))
                .contains("What our company has decided", "Write a one-page backup table", "金曜に写す")
                .doesNotContain("控えの一覧表を1枚作る");
        assertThat(text(owner, revision, Language.JAPANESE))
                .contains("控えの一覧表を1枚作る")
                .doesNotContain("Write a one-page backup table");
    }

    @Test
    void a_clause_that_was_left_out_is_gone_in_every_language() throws Exception {
        var owner = signedIn();
        mvc.perform(post(PATH + "/clauses/mail-handling")
                        .with(access.as(owner))
                        .param("act", "leave")
                        .param("reason", "メールは使わないため"))
                .andExpect(status().isSeeOther());
        var revision = fixtures.approved(owner, owner, HANDBOOK);
        assertThat(text(owner, revision, Language.EASY)).doesNotContain("メールを読むとき");
        assertThat(text(owner, revision, Language.ENGLISH))
                .doesNotContain("Receiving and sending e-mail")
                .contains("Important information by e-mail");
    }

    @Test
    void a_reworded_clause_without_english_stands_in_japanese_and_says_so() throws Exception {
        var owner = signedIn();
        reword(owner, "mail-handling", "", "", 303);
        var english = page(get(PATH + "?in=en"), owner, 200).expectFirst("#clause-mail-handling");
        assertThat(english.attr("lang")).isEqualTo("ja");
        assertThat(english.text()).contains("わが社のメール", "This part is written in Japanese.", "朝に読む。");
        assertThat(english.expectFirst("p[lang=en]").text()).isEqualTo("This part is written in Japanese.");
        var easy = page(get(PATH + "?in=easy"), owner, 200).expectFirst("#clause-mail-handling");
        assertThat(easy.hasAttr("lang")).isFalse();
        assertThat(easy.text()).contains("朝に読む。").doesNotContain("written in Japanese");
        var clauses = page(get(PATH + "/clauses"), owner, 200);
        assertThat(clauses.select("main > .notice").text()).contains("英語がまだの条文が1つあります", "わが社のメール");
        assertThat(clauses.select("#clause-mail-handling .chip").eachText()).contains("英語がまだです");
        assertThat(clauses.select(".chip:contains(英語がまだです)")).hasSize(1);
    }

    @Test
    void a_reworded_clause_is_said_in_the_english_of_the_company_with_its_facts() throws Exception {
        var owner = signedIn();
        fixtures.fill(owner, HANDBOOK, "password-minimum", "17");
        reword(owner, "mail-handling", "Our mail", "Read it in the morning.", 303);
        var clauses = page(get(PATH + "/clauses"), owner, 200);
        assertThat(clauses.select(".chip:contains(英語がまだです)")).isEmpty();
        assertThat(clauses.select("#clause-mail-handling [name=english]").val()).isEqualTo("Read it in the morning.");
        var revision = fixtures.approved(owner, owner, HANDBOOK);
        assertThat(text(owner, revision, Language.ENGLISH))
                .contains("Our mail", "Read it in the morning.")
                .doesNotContain("朝に読む。", "written in Japanese");
        assertThat(text(owner, revision, Language.JAPANESE))
                .contains("朝に読む。")
                .doesNotContain("Read it in the morning.");
        var offered = clauses.select("#clause-all-company-rules [lang=en].pre").text();
        assertThat(offered).contains("A password has at least [").doesNotContain("{{", "パスワード");
        var name = offered.replaceAll("(?s).*at least (\\[[^]]+]).*", "$1");
        reword(owner, "all-company-rules", "Our rules", "As long as " + name + ", please.", 303);
        assertThat(page(get(PATH + "?in=en"), owner, 200)
                        .expectFirst("#clause-all-company-rules")
                        .text())
                .contains("As long as 17, please.");
        reword(owner, "mail-handling", "Our mail", "<script>alert(1)</script> {{password-minimum}}", 303);
        assertThat(page(get(PATH + "?in=en"), owner, 200)
                        .expectFirst("#clause-mail-handling")
                        .html())
                .doesNotContain("<script", "17");
    }

    @Test
    void english_needs_both_a_heading_and_a_text_and_keeps_what_was_typed() throws Exception {
        var owner = signedIn();
        var page = reword(owner, "mail-handling", "", "Read it in the morning.", 422);
        assertThat(page.select("#clause-mail-handling [name=english]").val()).isEqualTo("Read it in the morning.");
        assertThat(page.select("#clause-mail-handling .field.wrong label").eachText())
                .containsExactly("英語の見出し");
        assertThat(reword(owner, "mail-handling", "Our mail", "", 422)
                        .select("#clause-mail-handling .field.wrong label")
                        .eachText())
                .containsExactly("英語の本文");
        assertThat(page(get("/documents/" + REGULATION + "/clauses"), owner, 200)
                        .select("[name=english]"))
                .as("a regulation is not said in English")
                .isEmpty();
    }

    private Document reword(Actor actor, String clause, String heading, String english, int status) throws Exception {
        var saw = page(get(PATH + "/clauses"), actor, 200)
                .select("#clause-" + clause + " [name=saw]")
                .val();
        return page(
                post(PATH + "/clauses/" + clause)
                        .param("act", "reword")
                        .param("saw", saw)
                        .param("title", "わが社のメール")
                        .param("markdown", "朝に読む。")
                        .param("englishTitle", heading)
                        .param("english", english),
                actor,
                status);
    }

    @Test
    void a_document_that_is_said_in_japanese_alone_offers_nothing_else() throws Exception {
        var owner = signedIn();
        var revision = fixtures.approved(owner, owner, REGULATION);
        assertThat(documents.languages(owner.organization(), revision)).containsExactly(Language.JAPANESE);
        var path = "/documents/" + REGULATION;
        assertThat(page(get(path + "/revisions/1"), owner, 200).select(".tabs")).isEmpty();
        page(get(path + "/revisions/1?in=en"), owner, 404);
        page(get(path + "?in=en"), owner, 404);
        page(get(PATH + "?in=tlh"), owner, 404);
    }

    @Test
    void another_company_reads_none_of_them() {
        var owner = signedIn();
        var revision = fixtures.approved(owner, owner, HANDBOOK);
        var other = organizations.company("よその会社").organization();
        for (var language : Language.values()) {
            assertThatThrownBy(() -> documents.composition(other, revision.id(), language))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(documents.languages(other, revision)).containsExactly(Language.JAPANESE);
    }

    @Test
    void the_draft_is_shown_and_saved_in_the_language_that_was_chosen() throws Exception {
        var owner = organizations.company();
        var page = page(get(PATH + "?in=easy"), owner, 200);
        assertThat(page.select(".tabs a").eachText()).containsExactly("日本語", "やさしい日本語", "English");
        assertThat(page.select(".tabs [aria-current]").text()).isEqualTo("やさしい日本語");
        assertThat(page.select("#preview").text()).contains("10文字（もじ）か");
        assertThat(page.select("form#blanks").attr("hx-post")).isEqualTo(PATH + "?in=easy");
        var part = page(
                post(PATH + "?in=easy")
                        .header("HX-Request", "true")
                        .param(
                                "was.password-minimum",
                                page.select("[name=was.password-minimum]").val())
                        .param("password-minimum", "16"),
                owner,
                200);
        assertThat(part.text()).contains("16文字（もじ）か");
    }

    @Test
    void blanks_asked_in_english_keep_the_japanese_words_of_the_document() throws Exception {
        var owner = organizations.company();
        var page = page(get(PATH).param("language", "en"), owner, 200);
        assertThat(page.select("label[for=penalty-source]").text()).contains("Where it is laid down");
        assertThat(page.select("#penalty-source").val()).isEqualTo("就業規則");
    }

    @Test
    void everybody_reads_the_revision_in_the_language_that_suits() throws Exception {
        var owner = signedIn();
        fixtures.approved(owner, owner, HANDBOOK);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var path = PATH + "/revisions/1";
        assertThat(page(get(path), employee, 200).select(".paper").text()).contains("更新は、後回しにしない");
        var easy = page(get(path + "?in=easy"), employee, 200);
        assertThat(easy.select(".paper").text()).contains("すぐに新しくする");
        assertThat(easy.select("a[href$=in=easy]").eachAttr("href"))
                .contains(path + "/word?in=easy", path + "/pdf?in=easy", path + "/markdown?in=easy");
        var english = page(get(path).param("language", "en"), employee, 200);
        assertThat(english.select(".paper").attr("lang")).isEqualTo("en");
        assertThat(english.select(".paper").text()).contains("Do not put updates off");
        assertThat(english.select(".notice").text()).contains("For you, this is the guide");
        assertThat(page(get(path + "?in=ja").param("language", "en"), employee, 200)
                        .select(".paper")
                        .text())
                .contains("更新は、後回しにしない");
    }

    @Test
    void every_output_comes_in_every_language() throws Exception {
        var owner = signedIn();
        fixtures.approved(owner, owner, HANDBOOK);
        for (var at : new String[] {PATH + "/draft", PATH + "/revisions/1"}) {
            assertThat(new String(bytes(owner, at + "/markdown?in=easy"), StandardCharsets.UTF_8))
                    .contains("# 情報セキュリティハンドブック（やさしい日本語）", "（ぶんしょ）は、日本語です。");
            assertThat(new String(bytes(owner, at + "/pdf?in=en"), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            try (var word = new XWPFDocument(new ByteArrayInputStream(bytes(owner, at + "/word?in=en")));
                    var text = new XWPFWordExtractor(word)) {
                assertThat(text.getText())
                        .contains("Do not put updates off", "The Japanese text is the one that binds.");
            }
        }
    }

    private byte[] bytes(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private Actor signedIn() {
        var owner = organizations.company();
        access.cookie(owner);
        return owner;
    }

    private String text(Actor actor, Revision revision, Language language) {
        return documents
                .composition(actor.organization(), revision.id(), language)
                .plainText();
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, Actor actor, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
