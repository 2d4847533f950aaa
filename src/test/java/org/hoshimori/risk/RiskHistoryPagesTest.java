package org.hoshimori.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Trail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class RiskHistoryPagesTest {

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
    RiskRounds rounds;

    @Autowired
    RiskAnswers answers;

    @Autowired
    Editions editions;

    @Autowired
    Database database;

    @Autowired
    Trail trail;

    @Autowired
    StatementCount statements;

    Actor owner;

    @BeforeEach
    void company() {
        owner = organizations.company();
    }

    @Test
    void a_company_without_a_closed_round_sees_how_to_close_the_first() throws Exception {
        assertThat(page("/risks/history").select(".empty a").attr("href")).isEqualTo("/assets/start");
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        var page = page("/risks/history");
        assertThat(page.select("form[action=/risks/history] input[name=title]")).hasSize(1);
        assertThat(page.select("svg.risk-trend")).isEmpty();
    }

    @Test
    void a_closed_round_keeps_levels_departments_rates_and_reasons() throws Exception {
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        assets.add(owner, AssetFixtures.row("社内報", "", "cloud-server", 0));
        var id = close("1回目");
        answers.record(owner, all(1));
        var page = page("/risks/history/" + id);
        assertThat(page.select(".key-figures dd").eachText()).containsExactly("1件", "0件", "1件");
        assertThat(page.select("#departments ~ .table-box tbody tr").eachText())
                .containsExactly("部署なし 0 0 1", "製造部 1 0 0");
        assertThat(page.select("#groups ~ .table-box tbody tr")).hasSize(11).allSatisfy(row -> assertThat(row.text())
                .endsWith("0.0 %"));
        assertThat(page.expectFirst("#list ~ .table-box tbody tr").text())
                .startsWith("図面 製造部 事務所PC 事務所PCへのサイバー攻撃 2 3 大 6");
        assertThat(trail.newestOf(owner.organization(), "risk-round", Long.MAX_VALUE, 9))
                .hasSize(1);
    }

    @Test
    void what_is_closed_never_changes() throws Exception {
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        close("1回目");
        for (var statement : List.of(
                "UPDATE risk_round SET title = 'x'",
                "DELETE FROM risk_round",
                "UPDATE risk_round_asset SET level = 0",
                "DELETE FROM risk_round_asset",
                "UPDATE risk_round_group SET rate = 1000",
                "INSERT INTO risk_round_group SELECT organization_id, round_id, 99, 'x', 'x', 0 FROM risk_round_group LIMIT 1")) {
            assertThatThrownBy(() -> database.within(owner.organization(), sql -> sql.execute(statement)))
                    .as(statement)
                    .hasStackTraceContaining("closed and does not change");
        }
    }

    @Test
    void nothing_is_taken_out_of_what_is_closed() throws Exception {
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        close("1回目");
        for (var table : List.of("risk_round_asset", "risk_round_group")) {
            assertThatThrownBy(() -> database.within(owner.organization(), sql -> {
                        sql.execute(
                                "INSERT INTO risk_round SELECT organization_id, gen_random_uuid(), 'x', '', method, 0,"
                                        + " 0, 0, 0, opened_at, NULL, closed_by FROM risk_round");
                        return sql.execute("UPDATE " + table
                                + " SET round_id = (SELECT id FROM risk_round WHERE closed_at IS NULL)");
                    }))
                    .as(table)
                    .hasStackTraceContaining("closed and does not change");
        }
    }

    @Test
    void a_double_click_closes_one_round() throws Exception {
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        var id = RiskRound.Id.next();
        rounds.close(owner, id, "1回目", "", Locale.JAPANESE);
        rounds.close(owner, id, "1回目", "", Locale.JAPANESE);
        assertThat(rounds.newest(owner.organization(), 9)).hasSize(1);
    }

    @Test
    void a_round_without_a_name_or_without_assets_is_not_closed_and_what_was_typed_stays() throws Exception {
        var id = RiskRound.Id.next().toString();
        var page = Jsoup.parse(send(owner, Map.of("id", id, "title", " ", "note", "覚え"))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#problems a").attr("href")).isEqualTo("#title");
        send(owner, Map.of("id", id, "title", "1回目")).andExpect(status().is(422));
        assertThat(rounds.newest(owner.organization(), 9)).isEmpty();
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        page = Jsoup.parse(send(owner, Map.of("id", id, "title", "", "note", "<b>覚え</b>"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#note").text()).isEqualTo("<b>覚え</b>");
        assertThat(page.select("input[name=id]").attr("value")).isEqualTo(id);
    }

    @Test
    void two_rounds_show_what_moved_which_way() throws Exception {
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        var first = close("1回目");
        answers.record(owner, all(1));
        assets.add(owner, AssetFixtures.row("名簿", "総務部", "cloud-server", 1));
        var second = close("2回目");
        // The earlier round stands first, whichever was chosen as which.
        var page = page("/risks/history/compare?before=" + second + "&after=" + first + "&way=better");
        assertThat(page.select("#counts ~ .table-box tbody tr").eachText())
                .containsExactly("大 1 0 −1", "中 0 2 +2", "小 0 0 ±0");
        assertThat(page.select("#list ~ ul li").eachText()).containsExactly("図面 大 → 中");
        assertThat(page.expectFirst("#rates ~ .table-box tbody tr").text()).endsWith("0.0 % 100.0 % +100.0");
        assertThat(page("/risks/history/compare?before=" + first + "&after=" + second + "&way=new")
                        .select("#list ~ ul li")
                        .eachText())
                .containsExactly("名簿 なし → 中");
        var history = page("/risks/history");
        assertThat(history.select("svg.risk-trend rect")).hasSize(6);
        assertThat(history.select("table tbody tr th").eachText()).containsExactly("2回目", "1回目");
    }

    @Test
    void another_companys_round_is_not_found_and_an_auditor_closes_nothing() throws Exception {
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        var id = close("1回目");
        var other = organizations.company();
        mvc.perform(get("/risks/history/" + id).cookie(access.cookie(other))).andExpect(status().isNotFound());
        mvc.perform(get("/risks/history/compare?before=" + id + "&after=x").cookie(access.cookie(owner)))
                .andExpect(status().isNotFound());
        assertThat(rounds.newest(other.organization(), 9)).isEmpty();
        var auditor = organizations.person(owner, Role.AUDITOR);
        send(auditor, Map.of("id", RiskRound.Id.next().toString(), "title", "x"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_page_of_many_assets_leads_to_the_next_and_takes_few_statements() throws Exception {
        assets.addAll(owner, AssetFixtures.rows(120, 3));
        var id = close("1回目");
        var seen = new java.util.TreeSet<String>();
        var path = "/risks/history/" + id;
        for (var pages = 0; !path.isEmpty(); pages++) {
            assertThat(pages).isLessThan(3);
            var page = page(path);
            page.select("#list ~ .table-box tbody th").forEach(row -> seen.add(row.text()));
            path = page.select(".pager a").attr("href").replace("#list", "");
        }
        assertThat(seen).hasSize(120);
        var cookie = access.cookie(owner);
        for (var read : List.of("", "/" + id, "/compare?before=" + id + "&after=" + id)) {
            assertThat(statements.of(
                            () -> mvc.perform(get("/risks/history" + read).cookie(cookie))
                                    .andExpect(status().isOk())))
                    .as(read)
                    .isLessThanOrEqualTo(12);
        }
    }

    @Test
    void a_company_goes_with_its_closed_rounds() {
        assets.add(owner, AssetFixtures.row("図面", "製造部", "office-pc", 2));
        close("1回目");
        companies.remove(owner.organization(), owner.author());
        assertThat(rounds.newest(owner.organization(), 9)).isEmpty();
    }

    private String close(String title) {
        var id = RiskRound.Id.next();
        assertThat(rounds.close(owner, id, title, "", Locale.JAPANESE)).isEqualTo(new RiskRounds.Outcome.Closed(id));
        return id.toString();
    }

    private Map<String, Integer> all(int answer) {
        return editions.standard(Locale.JAPANESE).allCheckItems().stream()
                .collect(Collectors.toMap(CompanyRules.CheckItem::id, _ -> answer));
    }

    private ResultActions send(Actor actor, Map<String, String> sent) throws Exception {
        var request = post("/risks/history").with(csrf()).cookie(access.cookie(actor));
        sent.forEach(request::param);
        return mvc.perform(request);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).cookie(access.cookie(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
