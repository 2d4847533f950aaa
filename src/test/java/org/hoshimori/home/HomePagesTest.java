package org.hoshimori.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.handout.Handouts;
import org.hoshimori.home.CompanyState.PolicyDocument;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.sample.SampleFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class HomePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    Assessments assessments;

    @Autowired
    Rounds rounds;

    @Autowired
    Editions editions;

    @Autowired
    SampleFixtures samples;

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_has_one_next_step_on_the_first_day(Role role) throws Exception {
        var person = organizations.person(organizations.company(), role);
        var page = page(person, get("/"), 200);
        assertThat(page.select(".hero h1")).hasSize(1);
        assertThat(page.select(".hero .button.large")).hasSize(1);
        assertThat(page.select(".way > li")).hasSize(4);
        assertThat(page.select(".asterism use")).hasSize(7);
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void the_line_about_reaching_the_pages_concerns_those_who_can_change_it() throws Exception {
        var owner = organizations.company();
        assertThat(page(owner, get("/"), 200).text()).contains("HOSHIMORI_BIND", "HOSHIMORI_PUBLIC_URL");
        var employee = organizations.person(owner, Role.EMPLOYEE);
        assertThat(page(employee, get("/"), 200).text()).doesNotContain("HOSHIMORI_BIND");
    }

    @Autowired
    DocumentFixtures documents;

    @Autowired
    Handouts handouts;

    @Autowired
    Lookout lookout;

    @Test
    void the_step_follows_what_the_company_does() throws Exception {
        var owner = organizations.company();
        assertThat(step(owner)).isEqualTo("/articles");
        var round = open(owner, "2026年秋");
        assertThat(step(owner)).isEqualTo("/assessments/" + round.id());
        answer(owner, round, "not");
        assertThat(step(owner)).isEqualTo("/assessments/" + round.id() + "/decide");
        assessments.close(owner, round.id());
        assertThat(step(owner)).isEqualTo("/controls/decide/" + round.id());
        assertThat(page(owner, get("/"), 200).select("#trend")).isEmpty();
    }

    /// Where two owners sign in, the one who asked for the approval is not asked to give it.
    @Test
    void the_basic_policy_waits_for_the_other_owner() {
        var owner = organizations.company();
        access.cookie(owner);
        documents.asked(owner, "basic-policy");
        assertThat(policy(owner)).isEqualTo(PolicyDocument.IN_REVIEW);
        var other = organizations.person(owner, Role.OWNER);
        assertThat(policy(owner)).isEqualTo(PolicyDocument.IN_REVIEW);
        access.cookie(other);
        assertThat(policy(owner)).isEqualTo(PolicyDocument.WITH_ANOTHER);
        assertThat(policy(other)).isEqualTo(PolicyDocument.IN_REVIEW);
    }

    private PolicyDocument policy(Actor reader) {
        var reading = handouts.reading(reader.organization(), reader.member());
        return lookout.look(reader.organization(), Locale.JAPANESE)
                .state(reader.member(), reading)
                .onward()
                .policyDocument();
    }

    /// STEP 4 is open to whoever wants to begin there.
    @Test
    void the_way_leads_on_to_the_detailed_analysis() throws Exception {
        var page = page(samples.owner(UUID.randomUUID() + "@example.jp", "correct horse battery"), get("/"), 200);
        assertThat(page.select(".way > li").getLast().select("a").eachAttr("href"))
                .containsExactly("/assets", "/risks");
    }

    @Test
    void two_closed_rounds_make_a_trend_for_those_who_may_read_results() throws Exception {
        var owner = organizations.company();
        closed(owner, "partly");
        closed(owner, "implemented");
        var page = page(owner, get("/"), 200);
        assertThat(page.select("h2#trend").text()).isEqualTo("点数は、50点から100点に");
        assertThat(page.select(".chart .dot")).hasSize(1);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        assertThat(page(employee, get("/"), 200).select("#trend")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_owners_page_opens_for_those_who_read_and_only_the_owner_chooses(Role role) throws Exception {
        var person = organizations.person(organizations.company(), role);
        var reads = role != Role.EMPLOYEE;
        var page = page(person, get("/owner"), reads ? 200 : 403);
        assertThat(page.select(".home-efforts > li")).hasSize(reads ? 7 : 0);
        assertThat(page.select("form[action=/owner/worries]")).hasSize(role == Role.OWNER ? 1 : 0);
        mvc.perform(post("/owner/worries").with(access.as(person)).param("own", "火事"))
                .andExpect(status().is(role == Role.OWNER ? 303 : 403));
    }

    @Test
    void the_owners_page_holds_part_one_of_the_guideline() throws Exception {
        var page = page(organizations.company(), get("/owner"), 200);
        assertThat(page.select("section[aria-labelledby=disadvantages] article"))
                .hasSize(4);
        assertThat(page.select("section[aria-labelledby=cases] article")).hasSize(3);
        assertThat(page.select("section[aria-labelledby=principles] article")).hasSize(3);
        assertThat(page.select(".home-law"))
                .hasSameSizeAs(HomeFixtures.EDITION.laws().laws());
        assertThat(page.text()).contains("第179条", "第83条", "2019年3月の資料による", "第3.1版", "独自の目安");
    }

    @Test
    void no_printed_penalty_stands_in_the_column_of_today() throws Exception {
        var page = page(organizations.company(), get("/owner"), 200);
        for (var row : page.select(".home-law tbody tr")) {
            assertThat(row.select("td").getFirst().text()).doesNotContain("懲役");
        }
    }

    @Test
    void what_must_not_happen_is_kept_and_stands_on_the_start_page() throws Exception {
        var owner = organizations.company();
        mvc.perform(post("/owner/worries")
                        .with(access.as(owner))
                        .param("worry", "office-burgled", "office-burgled")
                        .param("own", "図面が外に出る\r\n\r\n 工場が止まる "))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/owner#worries"));
        var page = page(owner, get("/owner"), 200);
        assertThat(page.select("input[name=worry][checked]").eachAttr("value")).containsExactly("office-burgled");
        assertThat(page.select("#own").text()).isEqualTo("図面が外に出る\n工場が止まる");
        assertThat(page(owner, get("/"), 200).text()).contains("事務所に入られ", "図面が外に出る", "工場が止まる");
        var stranger = organizations.company();
        assertThat(page(stranger, get("/"), 200).text()).doesNotContain("図面が外に出る");
    }

    @Test
    void own_words_that_do_not_fit_come_back_as_typed() throws Exception {
        var owner = organizations.company();
        for (var own : new String[] {"長".repeat(201), "1\n2\n3\n4\n5\n6", "鳴る\u0007", "長い\n".repeat(400)}) {
            var page = page(owner, post("/owner/worries").param("own", own).param("worry", "office-burgled"), 422);
            assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#own");
            assertThat(page.select("#own").text())
                    .startsWith(own.substring(0, 2).strip());
            assertThat(page.select("input[name=worry][checked]")).hasSize(1);
        }
        page(owner, post("/owner/worries").param("worry", "no-such-worry"), 404);
    }

    @Test
    void the_glossary_is_open_to_everybody_and_searches_without_a_script() throws Exception {
        var all = Jsoup.parse(mvc.perform(get("/glossary"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(all.select(".home-terms > div")).hasSameSizeAs(HomeFixtures.EDITION.glossary());
        var found = Jsoup.parse(mvc.perform(get("/glossary").param("q", "バックアップ<script>"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(found.select("#q").val()).isEqualTo("バックアップ<script>");
        assertThat(found.select(".empty")).hasSize(1);
        mvc.perform(get("/glossary?language=en")).andExpect(status().isOk());
    }

    @Test
    void all_pages_speak_english() throws Exception {
        var owner = organizations.company("Minato");
        closed(owner, "partly");
        closed(owner, "partly");
        assertThat(page(owner, get("/?language=en"), 200).text()).contains("Who is responsible", "50 points");
        assertThat(page(owner, get("/owner?language=en"), 200).text()).contains("seven efforts");
    }

    private String step(Actor actor) throws Exception {
        return page(actor, get("/"), 200).select(".hero .button.large").attr("href");
    }

    private Round open(Actor owner, String name) {
        return assessments.open(
                owner,
                new Assessments.Opening(Round.SELF_DIAGNOSIS, name, LocalDate.of(2026, 11, 1), null, null, null));
    }

    private void answer(Actor owner, Round round, String answer) {
        var me = rounds.respondents(owner.organization(), round.id()).getFirst();
        for (var question : editions.standard(Locale.JAPANESE).selfDiagnosis().questions()) {
            assessments.answer(
                    owner.organization(),
                    owner.author(),
                    me.id(),
                    new AnswerChange(question.id(), answer, false, null, null, 0));
        }
    }

    private void closed(Actor owner, String answer) {
        var round = open(owner, "回");
        answer(owner, round, answer);
        assessments.close(owner, round.id());
    }

    private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
