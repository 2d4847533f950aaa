package org.hoshimori.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.web.Shells;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class ResultPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    DSLContext sql;

    @Test
    void before_the_first_round_a_page_leads_to_the_questions() throws Exception {
        var page = page(organizations.company(), "/results");
        assertThat(page.select("main a.button").attr("href")).isEqualTo("/assessments");
    }

    @Test
    void the_latest_result_is_found_and_an_open_round_leads_to_its_questions() throws Exception {
        var owner = organizations.company();
        var round = assessments.closed(owner, "partly");
        mvc.perform(get("/results").with(access.as(owner))).andExpect(redirectedUrl("/results/" + round.id()));
        var open = assessments.open(owner);
        mvc.perform(get("/results/" + open.id()).with(access.as(owner)))
                .andExpect(redirectedUrl("/assessments/" + open.id()));
    }

    @Test
    void the_page_says_score_band_parts_shares_and_what_to_do() throws Exception {
        var owner = organizations.company();
        var round =
                assessments.closed(owner, Map.of("backup", "not", "os-up-to-date", "partly", "antivirus", "unknown"));
        var page = page(owner, "/results/" + round.id());
        assertThat(page.select(".score-figure").text()).startsWith("89");
        assertThat(page.select(".page-head").text()).contains("2026年11月20日（金） 2026年秋 港 一郎さんが回答");
        assertThat(page.select(".score .verdict").text()).contains("100点");
        assertThat(page.select(".scale-line title").text()).contains("今回89点");
        assertThat(page.select("[aria-labelledby=by-part] .bars > li")).hasSize(3);
        assertThat(page.select("[aria-labelledby=shares] .bars > li").eachText())
                .containsExactly("できている 22問", "一部できている 1問", "できていない 1問", "わからない 1問");
        assertThat(page.select("li.measure").eachAttr("id")).containsExactly("backup", "os-up-to-date");
        assertThat(page.select("#backup .chip").text()).isEqualTo("できていない");
        assertThat(page.select("#backup a.button").attr("href"))
                .isEqualTo("/controls/decide/" + round.id() + "?open=backup#backup");
        assertThat(page.select("#unknown-antivirus")).hasSize(1);
        assertThat(page.select(".star.lit")).hasSize(1);
        assertThat(page.text()).doesNotContain("一部実施している");
    }

    @Test
    void a_round_is_compared_with_the_one_before_or_with_any_that_is_chosen() throws Exception {
        var owner = organizations.company();
        var first = assessments.closed(owner, "1回目", DAY.minusYears(1), assessments.all("not"));
        assessments.closed(owner, "2回目", DAY.minusMonths(6), assessments.all("partly"));
        var third = assessments.closed(owner, "3回目", DAY, assessments.all("implemented"));
        var page = page(owner, "/results/" + third.id());
        assertThat(page.select(".score").text()).contains("「2回目」より50点上がりました");
        assertThat(page.select("[aria-labelledby=trend] svg desc").text())
                .isEqualTo("2025年11月20日（木）は0点。 2026年5月20日（水）は50点。 2026年11月20日（金）は100点。");
        assertThat(page.select("[aria-labelledby=trend] .star.lit")).hasSize(1);
        var chosen = page(owner, "/results/" + third.id() + "?with=" + first.id());
        assertThat(chosen.select(".score").text()).contains("「1回目」より100点上がりました");
        assertThat(chosen.select("#with option[selected]").val())
                .isEqualTo(first.id().toString());
        assertThat(chosen.select("#compare tbody tr")).hasSize(25);
        var earliest = page(owner, "/results/" + first.id());
        assertThat(earliest.select(".score").text()).doesNotContain("上がりました");
    }

    @Test
    void every_number_has_its_reason_and_they_add_up() throws Exception {
        var owner = organizations.company();
        var round = assessments.open(owner);
        assessments.answer(owner, round, assessments.all("partly"));
        assessments.answer(owner, round, "backup", "unknown", "だれが取っているか\n確かめたい<b>");
        assessments.close(owner, round);
        var page = page(owner, "/results/" + round.id() + "/reasons");
        assertThat(page.select("article")).hasSize(25);
        assertThat(page.select("#backup").text())
                .contains("−1点")
                .contains("港 一郎")
                .contains("確かめたい<b>");
        assertThat(page.select("[aria-labelledby=sum]").text()).contains("＝ 47点");
        assertThat(page.select("[aria-labelledby=rule] dt").eachText()).containsExactly("4点", "2点", "0点", "−1点");
        assertThat(page.select("[aria-labelledby=rule]").text())
                .contains("独自の目安")
                .contains("付録3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/reasons", "/result.pdf", "/result.xlsx", "/result.csv"})
    void another_companys_result_is_not_found_and_employees_may_not_see_it(String path) throws Exception {
        var owner = organizations.company();
        var round = assessments.closed(owner, "partly");
        var address = "/results/" + round.id() + path;
        mvc.perform(get(address).with(access.as(organizations.company()))).andExpect(status().isNotFound());
        mvc.perform(get(address).with(access.as(organizations.person(owner, Role.EMPLOYEE))))
                .andExpect(status().isForbidden());
        mvc.perform(get(address).with(access.as(organizations.person(owner, Role.AUDITOR))))
                .andExpect(status().isOk());
    }

    @Test
    void a_foreign_or_open_round_to_compare_with_is_not_found() throws Exception {
        var owner = organizations.company();
        var round = assessments.closed(owner, "partly");
        var foreign = assessments.closed(organizations.company(), "partly");
        var open = assessments.open(owner);
        for (var with : List.of(foreign.id().toString(), open.id().toString(), "nonsense")) {
            mvc.perform(get("/results/" + round.id()).param("with", with).with(access.as(owner)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void an_auditor_reads_and_is_not_offered_a_decision() throws Exception {
        var owner = organizations.company();
        var round = assessments.closed(owner, "partly");
        var page = page(organizations.person(owner, Role.AUDITOR), "/results/" + round.id());
        assertThat(page.select("a[href^=/controls/decide]")).isEmpty();
    }

    @Test
    void only_the_owner_agrees_to_the_comparison_and_takes_it_back() throws Exception {
        var owner = organizations.company();
        assessments.closed(owner, "partly");
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        mvc.perform(post("/comparison/consent").with(access.as(lead))).andExpect(status().isForbidden());
        assertThat(page(lead, "/comparison").select("main form")).isEmpty();
        mvc.perform(post("/comparison/consent").with(access.as(owner)))
                .andExpect(redirectedUrl("/comparison"))
                .andExpect(flash().attribute(Shells.TOAST, "result.comparison.agreed"));
        assertThat(page(owner, "/comparison").select("main form").attr("action"))
                .isEqualTo("/comparison/withdrawal");
        mvc.perform(post("/comparison/withdrawal").with(access.as(owner))).andExpect(redirectedUrl("/comparison"));
        assertThat(page(owner, "/comparison").select("main form").attr("action"))
                .isEqualTo("/comparison/consent");
    }

    @Test
    void the_page_is_complete_in_english() throws Exception {
        var owner = organizations.company();
        var round = assessments.closed(owner, Map.of("backup", "not", "antivirus", "unknown"));
        for (var path : List.of("", "/reasons")) {
            var page = page(owner, "/results/" + round.id() + path + "?language=en");
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("h1, h2").text()).doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}]");
        }
    }

    @Test
    void the_number_of_statements_does_not_grow_with_rounds() throws Exception {
        var owner = organizations.company();
        assessments.closed(owner, "not");
        var second = assessments.closed(owner, "partly");
        var few = statements(owner, "/results/" + second.id());
        for (int more = 0; more < 6; more++) {
            assessments.closed(owner, "partly");
        }
        var last = assessments.closed(owner, "implemented");
        assertThat(statements(owner, "/results/" + last.id())).isEqualTo(few).isLessThanOrEqualTo(12);
        assertThat(statements(owner, "/results/" + last.id() + "/reasons")).isLessThanOrEqualTo(12);
        assertThat(statements(owner, "/comparison")).isLessThanOrEqualTo(12);
    }

    private int statements(Actor actor, String path) throws Exception {
        page(actor, path);
        var counted = new ArrayList<String>();
        ExecuteListenerProvider counter = () -> new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                counted.add(String.valueOf(context.sql()));
            }
        };
        var before = sql.configuration().executeListenerProviders();
        try {
            var with = new ArrayList<>(List.of(before));
            with.add(counter);
            sql.configuration().set(with.toArray(ExecuteListenerProvider[]::new));
            page(actor, path);
        } finally {
            sql.configuration().set(before);
        }
        assertThat(counted).isNotEmpty();
        return counted.size();
    }

    private Document page(Actor actor, String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
