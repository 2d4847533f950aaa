package org.hoshimori.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@HoshimoriTest
class ScenarioPagesTest {

    private static final List<String> PATHS =
            List.of("/risks/what-if", "/risks/what-if/costs", "/risks/cheapest", "/risks/budget");

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssetFixtures assets;

    @Autowired
    RiskAnswers answers;

    @Autowired
    Controls controls;

    @Autowired
    Situations situations;

    @Autowired
    Trail trail;

    @Autowired
    StatementCount statements;

    @Test
    void without_assets_every_page_says_the_first_step() throws Exception {
        var owner = organizations.company();
        for (var path : List.of("/risks/what-if", "/risks/cheapest", "/risks/budget")) {
            assertThat(page(path, owner).select(".empty a").attr("href")).isEqualTo("/assets/start");
        }
    }

    @Test
    void the_map_of_risks_leads_here() throws Exception {
        var owner = organizations.company();
        var next = page("/risks", owner).select(".risk-stages a").eachAttr("href");
        assertThat(next).containsExactly("/assets", "/risks/check", "/risks", "/risks/what-if", "/risks/treatments");
        assertThat(page(next.get(3), owner).select("nav a").eachAttr("href"))
                .contains("/risks/what-if", "/risks/cheapest", "/risks/budget");
    }

    @Test
    void ticks_move_the_figures_and_store_nothing() throws Exception {
        var owner = company();
        var before = page("/risks/what-if", owner);
        assertThat(large(before)).isEqualTo("2件");
        var after = page(
                "/risks/what-if?item=passwords-used&item=no-such-item&item=external-sharing-limited"
                        + "&item=proper-passwords-only&item=rights-updated-and-reviewed&item=cloud-chosen-carefully",
                owner);
        assertThat(large(after)).isEqualTo("1件");
        assertThat(after.select("input[name=item][checked]").eachAttr("value")).hasSize(5);
        assertThat(after.select("#outcome .scenario-rates tbody").text()).contains("アクセス制御及び認証 0.0 % 60.0 %");
        assertThat(answers.answers(owner.organization())).isEmpty();
        assertThat(controls.all(owner.organization())).isEmpty();
    }

    @Test
    void the_script_gets_only_the_parts_that_move() throws Exception {
        var owner = company();
        var part = mvc.perform(get("/risks/what-if?item=passwords-used")
                        .header("HX-Request", "true")
                        .cookie(access.cookie(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(part).doesNotContain("<html").contains("key-figures");
        assertThat(Jsoup.parse(part).select("#said[hx-swap-oob]").text()).contains("1項目");
    }

    @Test
    void what_is_done_or_does_not_apply_or_cannot_be_done_is_not_offered() throws Exception {
        var owner = company();
        answers.record(owner, Map.of("passwords-used", 1, "antivirus-used", 4));
        cost(owner, Map.of("why.backup-taken", "場所がないため")).andExpect(redirectedUrl("/risks/what-if/costs"));
        var page = page("/risks/what-if?item=backup-taken&item=passwords-used", owner);
        assertThat(page.select("input[name=item]").eachAttr("value"))
                .hasSize(52)
                .doesNotContain("passwords-used", "antivirus-used", "backup-taken");
        assertThat(page.text()).contains("場所がないため");
    }

    @Test
    void ticked_items_become_controls_with_a_person_a_day_and_their_cost() throws Exception {
        var owner = company();
        var ask = page("/risks/what-if/decide?item=firewall-in-place&item=passwords-used", owner);
        assertThat(ask.select("input[type=hidden][name=item]")).hasSize(2);
        decide(owner, owner.member().toString(), "2999-01-01", "firewall-in-place")
                .andExpect(status().isUnprocessableContent());
        decide(owner, owner.member().toString(), day(), "firewall-in-place", "passwords-used")
                .andExpect(redirectedUrl("/controls?tab=all"));
        decide(owner, owner.member().toString(), day(), "firewall-in-place", "passwords-used")
                .andExpect(redirectedUrl("/controls?tab=all"));
        var decided = controls.all(owner.organization());
        assertThat(decided).hasSize(2).allSatisfy(control -> {
            assertThat(control.responsible()).isEqualTo(owner.member());
            assertThat(control.due()).hasToString(day());
        });
        assertThat(decided).extracting(DecidedControl::costOnceYen).contains(80_000L);
        assertThat(decided).extracting(DecidedControl::costYearlyYen).contains(36_000L);
        assertThat(page("/controls?tab=all", owner).text()).contains("対策状況チェック 40番 ファイアウォールなどの設置");
        assertThat(page("/controls?tab=board", owner).text()).contains("対策状況チェック 40番");
        assertThat(page("/controls/" + decided.getFirst().id(), owner).text()).contains("対策状況チェック");
        var ticks = page("/risks/what-if", owner).select("a[href^=/risks/what-if?item]");
        assertThat(ticks.attr("href")).contains("item=passwords-used", "item=firewall-in-place");
    }

    @Test
    void what_was_decided_is_the_treatment_of_the_risks_that_become_smaller() throws Exception {
        var owner = company();
        var set = page("/risks/cheapest", owner)
                .select("a[href^=/risks/what-if?item]")
                .attr("href");
        var items = set.substring(set.indexOf('?') + 1).replace("item=", "").split("&");
        for (var click = 0; click < 2; click++) {
            decide(owner, owner.member().toString(), day(), items).andExpect(redirectedUrl("/controls?tab=all"));
            var list = page("/risks/treatments", owner);
            assertThat(list.select(".treatment-rows li").eachText())
                    .filteredOn(row -> row.contains("低減"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row).contains("→"));
        }
        assertThat(page("/risks/report", owner).select(".rows a[href^=/risks/treatments/]"))
                .hasSize(1);
    }

    @Test
    void what_is_missing_is_asked_for_and_what_was_typed_stays() throws Exception {
        var owner = company();
        var refused = Jsoup.parse(decide(owner, "nobody", "きのう", "passwords-used")
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(refused.select("#responsible-error, #due-error")).hasSize(2);
        assertThat(refused.select("#due").val()).isEqualTo("きのう");
        assertThat(refused.select("input[name=item]").val()).isEqualTo("passwords-used");
        decide(owner, owner.member().toString(), day()).andExpect(status().isUnprocessableContent());
        var stranger = organizations.company();
        decide(owner, stranger.member().toString(), day(), "passwords-used")
                .andExpect(status().isUnprocessableContent());
        assertThat(controls.all(owner.organization())).isEmpty();
    }

    @Test
    void a_company_says_what_items_cost_and_what_it_cannot_do() throws Exception {
        var owner = company();
        cost(owner, Map.of("once.backup-taken", "１２，３４５円", "why.logs-kept", "人がいないため"))
                .andExpect(redirectedUrl("/risks/what-if/costs"));
        var page = page("/risks/what-if/costs", owner);
        assertThat(page.select("[id='once.backup-taken']").val()).isEqualTo("12345");
        assertThat(page.select("[id='yearly.backup-taken']").val()).isEqualTo("24000");
        assertThat(page.select("[id='why.logs-kept']").val()).isEqualTo("人がいないため");
        assertThat(trail.newest(owner.organization(), Subject.of("company", owner.organization()), Long.MAX_VALUE, 5))
                .anySatisfy(entry -> assertThat(entry.toString()).contains("scenario-costs-changed", "logs-kept"));
        cost(owner, Map.of("reset", "1")).andExpect(redirectedUrl("/risks/what-if/costs"));
        assertThat(page("/risks/what-if/costs", owner)
                        .select("[id='once.backup-taken']")
                        .val())
                .isEqualTo("40000");
    }

    @Test
    void wrong_sums_and_reasons_are_said_at_their_field_and_stay() throws Exception {
        var owner = company();
        var refused = Jsoup.parse(cost(
                        owner,
                        Map.of("once.backup-taken", "たくさん", "yearly.logs-kept", "-5", "why.bcc-used", "x".repeat(301)))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(refused.select("p.error")).hasSize(3);
        assertThat(refused.select("[id='once.backup-taken']").val()).isEqualTo("たくさん");
        assertThat(refused.select(".notice.bad a").eachAttr("href")).contains("#once.backup-taken");
        assertThat(situations.of(owner.organization(), Locale.JAPANESE).items())
                .noneMatch(item -> item.cost().own());
    }

    @Test
    void the_cheapest_set_gives_the_reason_for_each_item_and_its_assets() throws Exception {
        var owner = company();
        var page = page("/risks/cheapest", owner);
        assertThat(page.select(".scenario-reasons > li"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.select("summary").text()).contains("件が「大」のままです"));
        assertThat(page.select(".scenario-reasons a").eachText()).contains("顧客の名簿", "図面");
        var taken = page(page.select("a[href^=/risks/what-if?item]").attr("href"), owner);
        assertThat(large(taken)).isEqualTo("0件");
    }

    @Test
    void what_stays_is_shown_with_what_else_it_needs() throws Exception {
        var owner = company();
        cost(owner, Map.of("why.passwords-used", "古い機械のため"));
        var page = page("/risks/cheapest", owner);
        var stay = page.select("section:has(#stay)");
        assertThat(stay.text()).contains("2件", "古い機械のため", "回避", "移転");
        assertThat(stay.select("a").eachText()).contains("顧客の名簿");
    }

    @Test
    void a_budget_is_spent_in_the_best_way_and_never_exceeded() throws Exception {
        var owner = company();
        var nothing = page("/risks/budget?yen=0", owner);
        assertThat(nothing.select("[id='best']").text()).contains("0円");
        assertThat(large(nothing)).isEqualTo("1件");
        var plenty = page("/risks/budget?yen=１０，０００，０００円", owner);
        assertThat(large(plenty)).isEqualTo("0件");
        assertThat(plenty.select("svg.scenario-curve")).hasSize(2);
        assertThat(plenty.select("svg.scenario-curve circle").size())
                .isEqualTo(2 * (plenty.select("table.table tbody tr").size() - 1));
        var refused = mvc.perform(get("/risks/budget?yen=たくさん").cookie(access.cookie(owner)))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(Jsoup.parse(refused.getResponse().getContentAsString(StandardCharsets.UTF_8))
                        .select("[id='yen']")
                        .val())
                .isEqualTo("たくさん");
    }

    @Test
    void an_employee_sees_nothing_and_an_auditor_changes_nothing() throws Exception {
        var owner = company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var auditor = organizations.person(owner, Role.AUDITOR);
        for (var path : PATHS) {
            mvc.perform(get(path).cookie(access.cookie(employee))).andExpect(status().isForbidden());
            page(path, auditor);
        }
        assertThat(page("/risks/what-if/costs", auditor).select("main button")).isEmpty();
        assertThat(page("/risks/what-if", auditor).select("[formaction]")).isEmpty();
        mvc.perform(get("/risks/what-if/decide").cookie(access.cookie(auditor))).andExpect(status().isForbidden());
        cost(auditor, Map.of("once.backup-taken", "1")).andExpect(status().isForbidden());
        decide(auditor, auditor.member().toString(), day(), "passwords-used").andExpect(status().isForbidden());
    }

    @Test
    void every_page_takes_the_same_few_statements_for_many_assets() throws Exception {
        var few = company();
        var many = company();
        assets.addAll(many, AssetFixtures.rows(200, 5));
        var fewCookie = access.cookie(few);
        var manyCookie = access.cookie(many);
        for (var path : PATHS) {
            var counted = statements.of(() -> mvc.perform(get(path).cookie(fewCookie)));
            assertThat(counted).as(path).isLessThanOrEqualTo(12);
            assertThat(statements.of(() -> mvc.perform(get(path).cookie(manyCookie))))
                    .as(path)
                    .isEqualTo(counted);
        }
    }

    @Test
    void a_medium_of_its_own_and_the_other_method_are_counted_too() {
        var owner = company();
        assets.add(owner, AssetFixtures.row("看板", "", "自作の棚", 2));
        var outlook = WhatIf.of(situations.of(owner.organization(), Locale.JAPANESE), java.util.Set.of());
        assertThat(outlook.before(2, 1)).isEqualTo(1);
        assertThat(outlook.before(RiskLevel.LARGE)).isEqualTo(2);
    }

    /// Two important assets and one that is not.
    private Actor company() {
        var owner = organizations.company();
        assets.add(owner, AssetFixtures.row("顧客の名簿", "営業部", "office-pc", 2));
        assets.add(owner, AssetFixtures.row("図面", "製造部", "cloud-server", 2));
        assets.add(owner, AssetFixtures.row("予定表", "", "cloud-server", 0));
        return owner;
    }

    private static String day() {
        return Today.inJapan().plusMonths(2).toString();
    }

    private ResultActions decide(Actor actor, String person, String due, String... items) throws Exception {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("responsible", person);
        sent.add("due", due);
        List.of(items).forEach(item -> sent.add("item", item));
        return mvc.perform(
                post("/risks/what-if/decide").params(sent).with(csrf()).cookie(access.cookie(actor)));
    }

    private ResultActions cost(Actor actor, Map<String, String> sent) throws Exception {
        var request = post("/risks/what-if/costs").with(csrf()).cookie(access.cookie(actor));
        sent.forEach(request::param);
        return mvc.perform(request);
    }

    /// How many assets are 大 by the first of the figures.
    private static String large(Document page) {
        return page.select(".key-figures dd").eachText().getFirst();
    }

    private Document page(String path, Actor actor) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).cookie(access.cookie(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
