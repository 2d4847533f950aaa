package org.hoshimori.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class AssetPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    AssetFixtures fixtures;

    @Autowired
    Assets assets;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    MethodChoice method;

    @Autowired
    AccessFixtures access;

    @Autowired
    StatementCount statements;

    Actor owner;

    @BeforeEach
    void company() {
        owner = organizations.company();
    }

    @Test
    void an_empty_register_offers_typical_assets_and_ticking_them_fills_it() throws Exception {
        mvc.perform(get("/assets").with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/assets/start")));
        mvc.perform(get("/assets/start").with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("社員名簿")));
        for (var twice = 0; twice < 2; twice++) {
            mvc.perform(post("/assets/start")
                            .param("chosen", "common-employee-list", "common-accounting")
                            .param("department", "総務部")
                            .with(access.as(owner)))
                    .andExpect(redirectedUrl("/assets"));
        }
        assertThat(assets.all(owner.organization())).extracting(Asset::name).containsExactly("社員名簿", "会計ソフトのデータ");
        mvc.perform(get("/assets").with(access.as(owner))).andExpect(content().string(containsString("社員名簿")));
    }

    @Test
    void ticking_nothing_is_said_in_words() throws Exception {
        mvc.perform(post("/assets/start").with(access.as(owner)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("1つは印を付けて")));
    }

    @Test
    void a_row_is_added_opened_and_changed() throws Exception {
        var row = AssetFixtures.row("<b>名簿</b> & 帳簿", "総務部", "office-pc", 1);
        mvc.perform(form("/assets", row)).andExpect(status().is3xxRedirection());
        var stored = assets.all(owner.organization()).getFirst();
        assertThat(stored.name()).isEqualTo("<b>名簿</b> & 帳簿");
        mvc.perform(get("/assets/" + stored.id()).with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("&lt;b>名簿")))
                .andExpect(content().string(not(containsString("<b>名簿"))));
        mvc.perform(form("/assets/" + stored.id(), stored.rated(new Cia(2, 2, 2))))
                .andExpect(status().is3xxRedirection());
        assertThat(assets.all(owner.organization()).getFirst().cia()).isEqualTo(new Cia(2, 2, 2));
    }

    @Test
    void a_wrong_form_keeps_what_was_typed() throws Exception {
        mvc.perform(form("/assets", AssetFixtures.row("", "とても大事な部署", "", 1)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("とても大事な部署")))
                .andExpect(content().string(containsString("媒体・保存先を選んでください")));
        mvc.perform(form("/assets", AssetFixtures.row("あ".repeat(201), "", "office-pc", 1)))
                .andExpect(status().is(422));
        assertThat(assets.count(owner.organization())).isZero();
    }

    @Test
    void the_second_editor_keeps_the_typed_text_and_sees_the_other_change() throws Exception {
        var seen = fixtures.add(owner, AssetFixtures.row("見積書", "営業部", "office-pc", 1));
        var now = fixtures.add(owner, seen.rated(new Cia(2, 2, 2)));
        mvc.perform(form("/assets/" + seen.id(), seen.withCell("name", "私の名前").orElseThrow()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("私の名前")))
                .andExpect(content().string(containsString("ほかの人が先に変えました")))
                .andExpect(content().string(containsString("name=\"version\" value=\"" + now.version() + "\"")));
    }

    @Test
    void foreign_rows_are_not_found_and_employees_may_not_read() throws Exception {
        var foreign = fixtures.add(organizations.company(), AssetFixtures.row("よその設計図", "", "office-pc", 2));
        for (var path : new String[] {"/assets/" + foreign.id()}) {
            mvc.perform(get(path).with(access.as(owner))).andExpect(status().isNotFound());
        }
        mvc.perform(form("/assets/" + foreign.id(), foreign)).andExpect(status().isNotFound());
        mvc.perform(post("/assets/" + foreign.id() + "/remove").with(access.as(owner)))
                .andExpect(status().isNotFound());
        mvc.perform(post("/assets/" + foreign.id() + "/twin")
                        .param("medium", "office-pc")
                        .with(access.as(owner)))
                .andExpect(status().isNotFound());
        var employee = organizations.person(owner, Role.EMPLOYEE);
        mvc.perform(get("/assets").with(access.as(employee))).andExpect(status().isForbidden());
        var auditor = organizations.person(owner, Role.AUDITOR);
        mvc.perform(get("/assets").with(access.as(auditor))).andExpect(status().isOk());
        mvc.perform(get("/assets/new").with(access.as(auditor))).andExpect(status().isForbidden());
    }

    @Test
    void one_click_keeps_the_asset_on_another_medium_too() throws Exception {
        var paper = fixtures.add(owner, AssetFixtures.row("見積書", "", "paper-documents", 2));
        for (var twice = 0; twice < 2; twice++) {
            mvc.perform(post("/assets/" + paper.id() + "/twin")
                            .param("medium", "office-pc")
                            .with(access.as(owner)))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(assets.all(owner.organization()))
                .extracting(Asset::medium)
                .containsExactly("paper-documents", "office-pc");
    }

    @Test
    void a_cell_is_saved_and_says_when_somebody_was_faster() throws Exception {
        var row = fixtures.add(owner, AssetFixtures.row("見積書", "営業部", "office-pc", 1));
        mvc.perform(cell(row, "users", "営業の4人", 1))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-revision=\"2\"")));
        mvc.perform(cell(row, "users", "営業の5人", 1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("営業の4人")))
                .andExpect(content().string(containsString("ほかの人が先に変えました")));
        mvc.perform(cell(row, "name", "", 2)).andExpect(status().is(422));
        mvc.perform(cell(row, "medium", "x", 2)).andExpect(status().is(422));
        assertThat(assets.all(owner.organization()).getFirst().users()).isEqualTo("営業の4人");
    }

    @Test
    void a_figure_in_its_cell_moves_importance_and_level_at_once_and_can_be_taken_back() throws Exception {
        method.choose(owner, "3.1");
        var row = fixtures.add(owner, AssetFixtures.row("見積書", "営業部", "office-pc", 0));
        var twin = fixtures.add(owner, row.twinOn("paper-documents", LocalDate.of(2026, 11, 20)));
        assertThat(risk(written(cell(row, "availability", "1", 1), 200), row)).isEqualTo("1 小 3");
        var page = written(cell(row, "confidentiality", "３", 1), 200);
        assertThat(risk(page, row)).isEqualTo("3 大 9");
        assertThat(risk(page, twin)).startsWith("3 ");
        assertThat(page.select("[data-field=confidentiality]").eachText()).containsExactly("3", "3");
        mvc.perform(post(page.expectFirst("#asset-said form").attr("action")).with(access.as(owner)))
                .andExpect(redirectedUrl("/assets"));
        assertThat(assets.all(owner.organization())).extracting(Asset::cia).containsOnly(new Cia(0, 0, 0));
    }

    @Test
    void a_figure_that_the_method_does_not_have_changes_nothing() throws Exception {
        var row = fixtures.add(owner, AssetFixtures.row("見積書", "営業部", "office-pc", 1));
        for (var figure : new String[] {"3", "-1", "", "大", "12"}) {
            var page = written(cell(row, "integrity", figure, 1), 422);
            assertThat(page.select("[data-field=integrity]").text()).isEqualTo("0");
            assertThat(page.select("#asset-said form")).isEmpty();
        }
        written(cell(row, "importance", "2", 1), 422);
        written(cell(row, "integrity", "2", 7), 409);
        assertThat(assets.all(owner.organization())).containsExactly(row);
        var foreign = fixtures.add(organizations.company(), AssetFixtures.row("設計図", "", "office-pc", 2));
        mvc.perform(cell(foreign, "integrity", "1", 1)).andExpect(status().isNotFound());
    }

    private Document written(MockHttpServletRequestBuilder request, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /// Importance, level and value of a row.
    private static String risk(Document page, Asset row) {
        return page.select("[data-asset=" + row.id() + "] td:has(.level)").text();
    }

    @Test
    void many_rows_are_looked_at_then_changed() throws Exception {
        fixtures.addAll(owner, AssetFixtures.rows(10, 5));
        mvc.perform(post("/assets/bulk")
                        .param("all", "1")
                        .param("toUsers", "全員")
                        .with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<strong>全員</strong>")));
        assertThat(assets.all(owner.organization()))
                .noneMatch(row -> row.users().equals("全員"));
        mvc.perform(post("/assets/bulk/apply")
                        .param("all", "1")
                        .param("toUsers", "全員")
                        .with(access.as(owner)))
                .andExpect(status().is3xxRedirection());
        assertThat(assets.all(owner.organization())).allMatch(row -> row.users().equals("全員"));
        mvc.perform(post("/assets/bulk/apply").param("all", "1").with(access.as(owner)))
                .andExpect(status().is(422));
    }

    @Test
    void a_view_is_kept_and_dropped() throws Exception {
        mvc.perform(post("/assets/views")
                        .param("name", "営業の紙")
                        .param("department", "営業部")
                        .with(access.as(owner)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/assets").with(access.as(owner))).andExpect(content().string(containsString("営業の紙")));
        mvc.perform(post("/assets/views/remove").param("name", "営業の紙").with(access.as(owner)));
        mvc.perform(get("/assets").with(access.as(owner))).andExpect(content().string(not(containsString("営業の紙"))));
    }

    @Test
    void the_list_keeps_its_budget_of_statements_however_many_rows_there_are() throws Exception {
        fixtures.addAll(owner, AssetFixtures.rows(400, 6));
        mvc.perform(get("/assets").with(access.as(owner)));
        var row = assets.all(owner.organization()).getFirst();
        for (var path : new String[] {"/assets", "/assets?sort=department&q=7&personal=any", "/assets/" + row.id()}) {
            var count = statements.of(
                    () -> mvc.perform(get(path).with(access.as(owner))).andExpect(status().isOk()));
            assertThat(count).as(path).isBetween(1, 12);
        }
    }

    private MockHttpServletRequestBuilder cell(Asset row, String field, String value, int version) {
        return post("/assets/" + row.id() + "/cell")
                .param("field", field)
                .param("value", value)
                .param("version", String.valueOf(version))
                .with(access.as(owner));
    }

    private MockHttpServletRequestBuilder form(String path, Asset row) {
        return post(path)
                .param("id", row.id().toString())
                .param("version", String.valueOf(row.version()))
                .param("name", row.name())
                .param("department", row.department())
                .param("medium", row.medium())
                .param("figures[0]", "c" + row.cia().confidentiality())
                .param("figures[1]", "i" + row.cia().integrity())
                .param("figures[2]", "a" + row.cia().availability())
                .with(access.as(owner));
    }
}
