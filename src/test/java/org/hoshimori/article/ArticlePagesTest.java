package org.hoshimori.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matchers;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class ArticlePagesTest {

    private static final String LINE = "/articles/passwords-long";

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    Articles articles;

    @Autowired
    StandingRound round;

    @Autowired
    Rounds rounds;

    @Autowired
    Organizations companies;

    @Autowired
    Editions editions;

    @Test
    void five_articles_with_their_examples_wait_for_a_state() throws Exception {
        var page = page(organizations.company(), get("/articles"), 200);
        assertThat(page.select(".article-part")).hasSize(5);
        assertThat(page.select("form[data-keep]").size()).isEqualTo(33);
        assertThat(page.select("input[type=radio][checked]")).isEmpty();
        assertThat(page.select("#readiness li")).hasSize(5);
    }

    @Test
    void a_line_is_saved_with_note_and_person_and_the_page_opens_there_again() throws Exception {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        mvc.perform(post(LINE)
                        .with(access.as(owner))
                        .param("state", "partly")
                        .param("note", " 経理の2台だけ\n残りは12月 ")
                        .param("who", lead.member().toString())
                        .param("seenRevision", "0"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/articles?open=strengthen-passwords#passwords-long"));
        var line = page(lead, get("/articles?open=strengthen-passwords"), 200).select("[data-keep=passwords-long]");
        assertThat(line.select("input[checked]").val()).isEqualTo("partly");
        assertThat(line.select("textarea").text()).isEqualTo("経理の2台だけ\n残りは12月");
        assertThat(line.select("option[selected]").val())
                .isEqualTo(lead.member().toString());
        assertThat(line.select("[name=seenRevision]").val()).isEqualTo("1");
        assertThat(line.parents().select("details.article-examples[open]")).hasSize(1);
    }

    @Test
    void all_share_one_set_of_answers_in_one_open_round_called_like_the_company() {
        var owner = organizations.company("ひとつ工業株式会社");
        var admin = organizations.person(owner, Role.SYSTEM_ADMIN);
        keep(owner, "use-antivirus", "done", 0);
        keep(admin, "know-the-threats", "partly", 0);
        var open = rounds.open(owner.organization(), Round.FIVE_ARTICLES).orElseThrow();
        assertThat(rounds.respondents(owner.organization(), open.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.label()).isEqualTo("ひとつ工業株式会社"));
        assertThat(progress(owner).settled()).isEqualTo(2);
    }

    @Test
    void two_first_answers_at_the_same_time_are_both_kept() throws Exception {
        var owner = organizations.company();
        var items = editions.standard(Locale.JAPANESE).fiveArticles().articles();
        try (var people = Executors.newFixedThreadPool(5)) {
            var work = IntStream.range(0, 5)
                    .<Callable<AnswerOutcome>>mapToObj(
                            i -> () -> keep(owner, items.get(i).id(), "done", 0))
                    .toList();
            for (var done : people.invokeAll(work)) {
                assertThat(done.get()).isInstanceOf(AnswerOutcome.Saved.class);
            }
        }
        assertThat(progress(owner).settled()).isEqualTo(5);
    }

    @Test
    void the_second_of_two_people_sees_what_changed_and_keeps_what_was_typed() throws Exception {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        keep(owner, "passwords-long", "done", 0);
        var page = page(
                lead, post(LINE).param("state", "not-yet").param("note", "まだ半分").param("seenRevision", "0"), 409);
        var line = page.select("[data-keep=passwords-long]");
        assertThat(line.select(".notice").text()).contains(owner.name(), "できている");
        assertThat(line.select("input[checked]").val()).isEqualTo("not-yet");
        assertThat(line.select("textarea").text()).isEqualTo("まだ半分");
        assertThat(line.select("[name=seenRevision]").val()).isEqualTo("1");
        assertThat(articles.answers(owner.organization()).get("passwords-long"))
                .satisfies(answer -> assertThat(answer.answer()).isEqualTo("done"));
        mvc.perform(post(LINE).with(access.as(lead)).param("state", "not-yet").param("seenRevision", "1"))
                .andExpect(status().isSeeOther());
    }

    @Test
    void a_note_that_is_too_long_or_holds_control_characters_comes_back_as_typed() throws Exception {
        var owner = organizations.company();
        for (var note : new String[] {"長".repeat(2001), "鳴る\u0007"}) {
            var page = page(owner, post(LINE).param("state", "done").param("note", note), 422);
            assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#note-passwords-long");
            assertThat(page.select("#note-passwords-long").text()).startsWith(note.substring(0, 2));
            assertThat(page.select("[data-keep=passwords-long] input[checked]").val())
                    .isEqualTo("done");
        }
        assertThat(progress(owner).settled()).isZero();
    }

    @Test
    void a_script_in_a_note_stays_text() throws Exception {
        var owner = organizations.company();
        mvc.perform(post(LINE).with(access.as(owner)).param("note", "</textarea><script>alert(1)</script>"))
                .andExpect(status().isSeeOther());
        var page = page(owner, get("/articles"), 200);
        assertThat(page.select("#note-passwords-long").text()).contains("<script>");
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @Test
    void unknown_lines_states_and_other_companies_people_are_not_found() throws Exception {
        var owner = organizations.company();
        var stranger = organizations.company();
        page(owner, post("/articles/no-such-line").param("state", "done"), 404);
        page(owner, post(LINE).param("state", "perfect"), 404);
        page(owner, post(LINE).param("who", stranger.member().toString()), 404);
        page(owner, post(LINE).param("who", UUID.randomUUID().toString()), 404);
    }

    @Test
    void another_company_sees_nothing_of_it() {
        var owner = organizations.company();
        keep(owner, "use-antivirus", "done", 0);
        assertThat(articles.answers(organizations.company().organization())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_reads_and_only_those_who_keep_them_can_save(Role role) throws Exception {
        var owner = organizations.company();
        keep(owner, "use-antivirus", "done", 0);
        var person = organizations.person(owner, role);
        var keeps = role == Role.OWNER
                || role == Role.SECURITY_LEAD
                || role == Role.DEPARTMENT_HEAD
                || role == Role.SYSTEM_ADMIN;
        var page = page(person, get("/articles"), 200);
        assertThat(page.select("form[data-keep]").size()).isEqualTo(keeps ? 33 : 0);
        mvc.perform(post(LINE).with(access.as(person)).param("state", "done"))
                .andExpect(status().is(keeps ? 303 : 403));
    }

    @Test
    void begun_five_times_the_page_says_that_one_star_can_be_declared() throws Exception {
        var owner = organizations.company();
        editions.standard(Locale.JAPANESE)
                .fiveArticles()
                .articles()
                .forEach(article -> keep(owner, article.id(), "partly", 0));
        var text = page(owner, get("/articles"), 200).select("#readiness").text();
        assertThat(text).contains("一つ星を宣言できる様子です").doesNotContain("あと、これだけです", "認定", "取得");
    }

    @Test
    void the_leaflet_carries_the_five_articles_and_whom_to_ask_on_one_page() throws Exception {
        var owner = organizations.company("しおかぜ印刷株式会社");
        assertThat(page(owner, get("/articles"), 200).select("a[href=/company]"))
                .hasSize(1);
        assertThat(leaflet(owner)).contains("しおかぜ印刷株式会社", "相談先：");
        var company = companies.company(owner.organization());
        companies.change(
                owner,
                new Company(
                        company.id(),
                        company.name(),
                        company.sample(),
                        company.createdAt(),
                        company.facts(),
                        "総務 小川 <内線 12> & 夜間 090"));
        var text = leaflet(owner);
        editions.standard(Locale.JAPANESE).fiveArticles().articles().forEach(article -> assertThat(
                        text.replaceAll("\\s", ""))
                .contains(article.title().substring(0, 8)));
        assertThat(text).contains("総務 小川 <内線 12> & 夜間 090").doesNotContain("相談先：");
        assertThat(page(owner, get("/articles"), 200).select("a[href=/company]"))
                .isEmpty();
    }

    @Test
    void the_page_and_the_leaflet_speak_english_too() throws Exception {
        var owner = organizations.company();
        mvc.perform(get("/articles?language=en").with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Five things first")));
        assertThat(leaflet(owner, "/articles/leaflet.pdf?language=en")).contains("In our company", "Ask:");
    }

    private String leaflet(Actor actor) throws Exception {
        return leaflet(actor, "/articles/leaflet.pdf");
    }

    private String leaflet(Actor actor, String path) throws Exception {
        var pdf = mvc.perform(get(path).with(access.as(actor)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ArticleProgress progress(Actor actor) {
        return articles.progress(actor.organization(), editions.standard(Locale.JAPANESE));
    }

    private AnswerOutcome keep(Actor actor, String item, String state, int seen) {
        return round.keep(
                actor,
                editions.standard(Locale.JAPANESE).fiveArticles(),
                new AnswerChange(item, state, false, null, null, seen));
    }
}
