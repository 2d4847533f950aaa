package org.hoshimori.risk;

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
import java.util.stream.Collectors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.asset.MethodChoice;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class RiskPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssetFixtures assets;

    @Autowired
    RiskAnalysis analysis;

    @Autowired
    RiskAnswers answers;

    @Autowired
    MethodChoice methods;

    @Autowired
    Editions editions;

    @Autowired
    StatementCount statements;

    @Test
    void without_assets_the_page_says_the_first_step() throws Exception {
        var owner = organizations.company();
        assertThat(page("/risks", owner).select(".empty a").attr("href")).isEqualTo("/assets/start");
    }

    @Test
    void the_worst_stands_first_and_every_number_opens() throws Exception {
        var owner = organizations.company();
        assets.add(owner, AssetFixtures.row("低い表", "総務部", "internal-server", 0));
        assets.add(owner, AssetFixtures.row("大事な図面", "製造部", "internal-server", 2));
        var page = page("/risks", owner);
        assertThat(page.select("#list ~ ul .title, section ul .title").eachText())
                .startsWith("大事な図面");
        assertThat(page.select(".matrix a")).hasSize(2);
        assertThat(page.select(".matrix thead th").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).contains("1", "低"),
                        one -> assertThat(one).contains("2", "中"),
                        one -> assertThat(one).contains("3", "高"));
        var narrowed = page(page.select(".matrix a").getFirst().attr("href").replace("#list", ""), owner);
        assertThat(narrowed.select("section ul .title")).hasSize(1);
        assertThat(page.select("details p").text()).contains("重要度2");
    }

    @Test
    void what_is_done_makes_risks_smaller_and_what_does_not_apply_drops_out() {
        var owner = organizations.company();
        assets.add(owner, AssetFixtures.row("図面", "", "office-pc", 2));
        var before = analysis.of(owner.organization(), Locale.JAPANESE).assets().getFirst();
        answers.record(owner, all(1));
        var after = analysis.of(owner.organization(), Locale.JAPANESE).assets().getFirst();
        assertThat(after.value()).isLessThan(before.value());
        assertThat(after.likelihood()).isEqualTo(1);
        assertThat(before.level()).isEqualTo(RiskLevel.LARGE);
        assertThat(after.level()).isEqualTo(RiskLevel.MIDDLE);
    }

    @Test
    void answers_are_kept_and_nonsense_changes_nothing() throws Exception {
        var owner = organizations.company();
        var item = items().getFirst();
        send("/risks/check", owner, Map.of(item, "2", "no-such-item", "1", items().get(1), "9", items().get(2), "x"))
                .andExpect(redirectedUrl("/risks/check"));
        assertThat(answers.answers(owner.organization())).isEqualTo(Map.of(item, 2));
        var other = organizations.company();
        assertThat(answers.answers(other.organization())).isEmpty();
        assertThat(page("/risks/check", owner)
                        .select("input[name=" + item + "][checked]")
                        .attr("value"))
                .isEqualTo("2");
    }

    @Test
    void a_threat_of_the_companys_own_decides_and_one_that_is_switched_off_does_not() throws Exception {
        var owner = organizations.company();
        assets.add(owner, AssetFixtures.row("図面", "", "NAS", 2));
        assertThat(level(owner)).isEqualTo(RiskLevel.MIDDLE);
        var add = Map.of("id", "own-00000000-0000-7000-8000-000000000001", "title", "盗難", "medium", "NAS");
        send("/risks/threats/media", owner, Map.of("name", "NAS"));
        var sent = new java.util.HashMap<>(add);
        sent.put("frequency", "3");
        sent.put("items", items().getFirst());
        send("/risks/threats/new", owner, sent).andExpect(status().is3xxRedirection());
        assertThat(level(owner)).isEqualTo(RiskLevel.LARGE);
        assertThat(page("/risks", owner).select("details p").text()).contains("盗難");
        answers.record(owner, Map.of(items().getFirst(), 1));
        assertThat(level(owner)).isEqualTo(RiskLevel.MIDDLE);
        answers.record(owner, Map.of(items().getFirst(), 3));
        send("/risks/threats/" + sent.get("id") + "/off", owner, Map.of("reason", "鍵のある部屋にある"));
        assertThat(level(owner)).isEqualTo(RiskLevel.MIDDLE);
    }

    private RiskLevel level(Actor owner) {
        return analysis.of(owner.organization(), Locale.JAPANESE)
                .assets()
                .getFirst()
                .level();
    }

    @Test
    void the_other_edition_shows_first_what_would_change() throws Exception {
        var owner = organizations.company();
        assets.add(owner, AssetFixtures.row("図面", "", "office-pc", 1));
        var preview = page("/risks/method", owner);
        assertThat(preview.select("form input[name=method]").attr("value")).isEqualTo("3.1");
        assertThat(methods.of(owner.organization())).isEqualTo("3.0");
        send("/risks/method", owner, Map.of("method", "3.1")).andExpect(redirectedUrl("/risks"));
        assertThat(analysis.of(owner.organization(), Locale.JAPANESE)
                        .assets()
                        .getFirst()
                        .importance())
                .isEqualTo(2);
        send("/risks/method", owner, Map.of("method", "9.9")).andExpect(status().isNotFound());
        send("/risks/method", owner, Map.of("method", "3.0")).andExpect(redirectedUrl("/risks"));
    }

    @Test
    void an_employee_sees_nothing_and_an_auditor_changes_nothing() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var auditor = organizations.person(owner, Role.AUDITOR);
        mvc.perform(get("/risks").cookie(access.cookie(employee))).andExpect(status().isForbidden());
        assertThat(page("/risks/check", auditor).select("form button[type=submit]"))
                .isEmpty();
        send("/risks/check", auditor, Map.of(items().getFirst(), "1")).andExpect(status().isForbidden());
    }

    @Test
    void the_map_takes_the_same_few_statements_for_many_assets() throws Exception {
        var owner = organizations.company();
        assets.add(owner, AssetFixtures.row("一つ", "", "office-pc", 1));
        var cookie = access.cookie(owner);
        var few = statements.of(() -> mvc.perform(get("/risks").cookie(cookie)));
        for (var row : AssetFixtures.rows(60, 7)) {
            assets.add(owner, row);
        }
        var many = statements.of(() -> mvc.perform(get("/risks").cookie(cookie)));
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(12);
    }

    private List<String> items() {
        return editions.standard(Locale.JAPANESE).allCheckItems().stream()
                .map(CompanyRules.CheckItem::id)
                .toList();
    }

    private Map<String, Integer> all(int answer) {
        return items().stream().collect(Collectors.toMap(item -> item, _ -> answer));
    }

    private org.springframework.test.web.servlet.ResultActions send(String path, Actor actor, Map<String, String> sent)
            throws Exception {
        var request = post(path).with(csrf()).cookie(access.cookie(actor));
        sent.forEach(request::param);
        return mvc.perform(request);
    }

    private Document page(String path, Actor actor) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).cookie(access.cookie(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
