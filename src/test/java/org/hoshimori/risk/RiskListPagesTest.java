package org.hoshimori.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.risk.Analysis.Approach;
import org.hoshimori.trail.Trail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class RiskListPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssetFixtures assets;

    @Autowired
    Assets register;

    @Autowired
    RiskAnalysis analysis;

    @Autowired
    Approaches approaches;

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
    void the_list_is_narrowed_by_level_and_department() throws Exception {
        add("図面", "製造部", "office-pc", 2);
        add("名簿", "", "office-pc", 2);
        add("社内報", "製造部", "cloud-server", 0);
        assertThat(names("/risks/list")).containsExactly("名簿", "図面", "社内報");
        assertThat(names("/risks/list?level=low")).containsExactly("社内報");
        assertThat(names("/risks/list?level=high&department=-")).containsExactly("名簿");
        assertThat(names("/risks/list?level=no&department=%E8%A3%BD%E9%80%A0%E9%83%A8"))
                .containsExactly("図面", "社内報");
        assertThat(page("/risks/list?level=high").expectFirst("tbody tr").text())
                .isEqualTo("名簿を選ぶ 大 名簿 事務所PC 事務所PCへのサイバー攻撃 2 3 6");
        assertThat(page("/risks/list?level=mid").select(".empty h2").text()).isNotEmpty();
    }

    @Test
    void the_counts_of_the_map_open_the_assets_in_the_register() throws Exception {
        add("図面", "製造部", "office-pc", 2);
        add("名簿", "", "office-pc", 2);
        add("社内報", "製造部", "cloud-server", 0);
        var resting = add("古い図面", "製造部", "office-pc", 2);
        approaches.choose(owner, List.of(resting.id()), Approach.BASELINE);
        var counts = page("/risks").select(".key-figures a");
        assertThat(counts.eachText()).containsExactly("2", "0", "1");
        assertThat(names(counts.get(0).attr("href"))).containsExactlyInAnyOrder("図面", "名簿");
        assertThat(names(counts.get(2).attr("href"))).containsExactly("社内報");
        assertThat(names("/assets?level=rest")).containsExactly("古い図面");
        assertThat(page("/assets?level=high").select("tbody td .level.high").eachText())
                .contains("大");
        assertThat(page("/assets?level=mid")
                        .select("select[name=level] option[selected]")
                        .eachText())
                .containsExactly("中");
    }

    @Test
    void the_level_stays_in_a_kept_view_and_in_a_change_of_many_rows() throws Exception {
        var high = add("図面", "製造部", "office-pc", 2);
        add("社内報", "製造部", "cloud-server", 0);
        send(post("/assets/views").param("name", "大だけ").param("level", "high"));
        assertThat(names(page("/assets").select("a:contains(大だけ)").attr("href")))
                .containsExactly("図面");
        send(post("/assets/bulk/apply").param("all", "1").param("level", "high").param("toUsers", "全員"))
                .andExpect(redirectedUrl("/assets?level=high"));
        assertThat(register.all(owner.organization()).stream()
                        .filter(row -> row.users().equals("全員")))
                .extracting(Asset::id)
                .containsExactly(high.id());
    }

    @Test
    void the_map_counts_each_department_and_leads_to_its_assets() throws Exception {
        add("図面", "製造部", "office-pc", 2);
        add("社内報", "製造部", "cloud-server", 0);
        add("名簿", "", "office-pc", 1);
        var rows = page("/risks").select("#departments ~ .table-box tbody tr");
        assertThat(rows.eachText()).containsExactly("製造部 1 0 1", "部署なし 0 1 0");
        for (var link : rows.select("a").eachAttr("href")) {
            assertThat(names(link)).as(link).isNotEmpty();
        }
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() throws Exception {
        assets.addAll(owner, AssetFixtures.rows(130, 11));
        var seen = new ArrayList<String>();
        var path = "/risks/list";
        for (var pages = 0; !path.isEmpty(); pages++) {
            assertThat(pages).isLessThan(3);
            var page = page(path);
            seen.addAll(page.select("tbody th").eachText());
            path = page.select(".pager a").stream()
                    .map(link -> link.attr("href"))
                    .filter(link -> link.contains("after="))
                    .reduce("", (_, last) -> last);
        }
        assertThat(seen)
                .isEqualTo(analysis.of(owner.organization(), Locale.JAPANESE).assets().stream()
                        .map(Analysis.AssetRisk::name)
                        .toList());
        assertThat(names("/risks/list?after=nonsense")).hasSize(50);
    }

    @Test
    void what_rests_on_the_basic_measures_leaves_the_count_and_comes_back() throws Exception {
        var plan = add("図面", "製造部", "office-pc", 2);
        add("名簿", "総務部", "office-pc", 2);
        send(post("/risks/approach")
                        .param("ids", plan.id().toString(), AssetId.next().toString(), "nonsense"))
                .andExpect(redirectedUrl("/risks/list"));
        assertThat(names("/risks/list")).containsExactly("名簿");
        assertThat(names("/risks/list?approach=baseline")).containsExactly("図面");
        assertThat(analysis.of(owner.organization(), Locale.JAPANESE).count(RiskLevel.LARGE))
                .isEqualTo(1);
        assertThat(page("/risks").select("section").text()).contains("ほかに、基本の対策でみる情報資産が1件");
        send(post("/risks/approach").param("approach", "baseline").param("all", "1"))
                .andExpect(redirectedUrl("/risks/list?approach=baseline"));
        assertThat(names("/risks/list")).hasSize(2);
        assertThat(trail.newestOf(owner.organization(), "register", Long.MAX_VALUE, 9).stream()
                        .filter(entry -> entry.action().startsWith("risk-"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void a_whole_department_rests_by_its_filter() throws Exception {
        add("図面", "製造部", "office-pc", 2);
        add("名簿", "総務部", "office-pc", 2);
        send(post("/risks/approach").param("department", "総務部").param("all", "1"));
        assertThat(names("/risks/list")).containsExactly("図面");
    }

    @Test
    void the_register_shows_the_level_of_each_row_in_few_statements() throws Exception {
        add("図面", "製造部", "office-pc", 2);
        var rest = add("名簿", "総務部", "office-pc", 2);
        approaches.choose(owner, List.of(rest.id()), Approach.BASELINE);
        var rows = page("/assets").select("tr[data-asset]");
        assertThat(rows.select("tr:contains(図面) td.nowrap").text()).isEqualTo("大 6");
        assertThat(rows.select("tr:contains(名簿) td.nowrap").text()).isEqualTo("基本の対策");
        var cookie = access.cookie(owner);
        var few = statements.of(() -> mvc.perform(get("/assets").cookie(cookie)));
        assets.addAll(owner, AssetFixtures.rows(60, 7));
        assertThat(statements.of(() -> mvc.perform(get("/assets").cookie(cookie))))
                .isEqualTo(few)
                .isLessThanOrEqualTo(12);
        assertThat(statements.of(() -> mvc.perform(get("/risks/list").cookie(cookie))))
                .isLessThanOrEqualTo(12);
    }

    @Test
    void another_companys_assets_are_not_touched_and_an_auditor_changes_nothing() throws Exception {
        var plan = add("図面", "製造部", "office-pc", 2);
        var other = organizations.company();
        mvc.perform(post("/risks/approach")
                .with(csrf())
                .cookie(access.cookie(other))
                .param("ids", plan.id().toString()));
        approaches.choose(other, List.of(plan.id()), Approach.BASELINE);
        assertThat(names("/risks/list")).containsExactly("図面");
        var auditor = access.cookie(organizations.person(owner, Role.AUDITOR));
        mvc.perform(get("/risks/list").cookie(auditor)).andExpect(status().isOk());
        mvc.perform(post("/risks/approach").with(csrf()).cookie(auditor)).andExpect(status().isForbidden());
    }

    private Asset add(String name, String department, String medium, int figure) {
        return assets.add(owner, AssetFixtures.row(name, department, medium, figure));
    }

    private List<String> names(String path) throws Exception {
        return page(path).select("tbody th[scope=row]").eachText();
    }

    private org.springframework.test.web.servlet.ResultActions send(MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(csrf()).cookie(access.cookie(owner)));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(path)).cookie(access.cookie(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
