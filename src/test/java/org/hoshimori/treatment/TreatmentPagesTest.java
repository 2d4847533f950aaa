package org.hoshimori.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.asset.AssetRegister;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.treatment.DecidedTreatment.State;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class TreatmentPagesTest {

    private static final String LIST = "/risks/treatments";

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssetFixtures assets;

    @Autowired
    AssetRegister register;

    @Autowired
    TreatmentFixtures fixtures;

    @Autowired
    Treatments treatments;

    @Autowired
    StatementCount statements;

    @Test
    void the_risk_pages_lead_here() throws Exception {
        var owner = organizations.company();
        var asset = asset(owner, "図面", 2);
        var map = page(get("/risks"), owner, 200);
        assertThat(map.select("a[href=/risks/treatments], a[href=/risks/report]"))
                .hasSizeGreaterThan(1);
        assertThat(map.select("a[href=/risks/treatments/new?asset=" + asset.id() + "]"))
                .hasSize(1);
        assertThat(page(get("/risks/result"), owner, 200).select("a.button[href=/risks/treatments]"))
                .hasSize(1);
    }

    @Test
    void without_assets_the_list_says_the_first_step() throws Exception {
        var owner = organizations.company();
        assertThat(page(get(LIST), owner, 200).select(".empty a").attr("href")).isEqualTo("/assets/start");
        assertThat(page(get("/risks/report"), owner, 200).select("#decisions")).hasSize(1);
    }

    @Test
    void a_retained_risk_is_recorded_shown_and_counted() throws Exception {
        var owner = organizations.company();
        var asset = asset(owner, "図面", 2);
        var form = page(get(LIST + "/new?kind=retain&asset=" + asset.id()), owner, 200);
        assertThat(form.select("select[name=person] option[selected]").val())
                .isEqualTo(owner.member().toString());
        var id = form.select("form input[name=id]").val();
        var sent = form(asset)
                .param("id", id)
                .param("kind", "retain")
                .param("words", "<script>alert(1)</script>")
                .param("person", owner.member().toString())
                .param("day", treatments.today().plusDays(3).toString());
        mvc.perform(sent.with(access.as(owner)))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(LIST + "/" + id))
                .andExpect(flash().attribute("toast", "treatment.toast.recorded"));
        var one = page(get(LIST + "/" + id), owner, 200);
        assertThat(one.select(".lead").text()).isEqualTo("<script>alert(1)</script>");
        assertThat(one.text()).contains("港 一郎さん", "あと3日", "リスクの保有を決めた");
        var list = page(get(LIST), owner, 200);
        assertThat(list.select(".rows .chip").text()).contains("受け入れた");
        assertThat(page(get(LIST + "?state=open"), owner, 200).select(".rows li"))
                .isEmpty();
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_says_what_to_do() throws Exception {
        var owner = organizations.company();
        var asset = asset(owner, "図面", 2);
        var sent = form(asset)
                .param("id", TreatmentId.next().toString())
                .param("kind", "retain")
                .param("words", "週に1回確かめる")
                .param("person", owner.member().toString())
                .param("day", "2020-01-01");
        var past = page(sent, owner, 422);
        assertThat(past.select("#day-error").text()).isEqualTo("過ぎた日付です。今日か、その先の日付にしてください。");
        assertThat(past.select("textarea").text()).isEqualTo("週に1回確かめる");
        assertThat(past.select("#day").val()).isEqualTo("2020-01-01");
        var empty = page(form(asset).param("id", TreatmentId.next().toString()).param("kind", "modify"), owner, 422);
        assertThat(empty.select("#problems a").eachAttr("href")).containsExactly("#items", "#person", "#day");
        var strange = form(asset)
                .param("id", TreatmentId.next().toString())
                .param("kind", "share")
                .param("partner", "a\u0007b")
                .param("sum", "たくさん")
                .param("costOnce", "１０，０００円")
                .param("day", "2026-13-40");
        assertThat(page(strange, owner, 422).select("#problems a").eachAttr("href"))
                .containsExactly("#partner", "#way", "#day", "#sum");
        assertThat(treatments.standings(owner.organization(), Locale.JAPANESE).decisions())
                .isEmpty();
    }

    @Test
    void a_lead_cannot_accept_a_large_risk_in_the_owners_name() throws Exception {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        var asset = asset(owner, "図面", 2);
        var shown = page(get(LIST + "/new?kind=retain&asset=" + asset.id()), lead, 200);
        assertThat(shown.select("form[action=/risks/treatments]")).isEmpty();
        assertThat(shown.select(".notice").text()).contains("経営者だけ");
        var sent = form(asset)
                .param("id", TreatmentId.next().toString())
                .param("kind", "retain")
                .param("words", "理由")
                .param("person", owner.member().toString())
                .param("day", treatments.today().toString());
        assertThat(page(sent, lead, 422).select("#problems").text()).contains("経営者が自分で受け入れます");
    }

    @Test
    void trying_shows_what_would_change_and_saves_nothing() throws Exception {
        var owner = organizations.company();
        var asset = asset(owner, "図面", 2);
        var form = page(get(LIST + "/new?asset=" + asset.id()), owner, 200);
        var items = form.select("input[name=items]").eachAttr("value");
        assertThat(items).isNotEmpty();
        var sent = form(asset)
                .param("id", TreatmentId.next().toString())
                .param("kind", "modify")
                .param("preview", "1");
        items.forEach(item -> sent.param("items", item));
        var tried = page(sent, owner, 200);
        assertThat(tried.select("#tried").text()).contains("1件 → 0件", "0件 → 1件");
        assertThat(tried.select("input[name=items][checked]")).hasSameSizeAs(items);
        assertThat(treatments.standings(owner.organization(), Locale.JAPANESE).decisions())
                .isEmpty();
    }

    @Test
    void a_group_shares_one_decision_and_can_leave_out_what_is_decided() throws Exception {
        var owner = organizations.company();
        var one = assets.add(owner, AssetFixtures.row("一", "営業部", "office-pc", 2));
        assets.add(owner, AssetFixtures.row("二", "営業部", "mobile-device", 2));
        assets.add(owner, AssetFixtures.row("三", "経理部", "office-pc", 2));
        fixtures.retain(owner, one, treatments.today().plusDays(9));
        var all = page(get(LIST + "/new").param("department", "営業部"), owner, 200);
        assertThat(all.select(".rows .title").eachText()).containsExactlyInAnyOrder("一", "二");
        assertThat(all.text()).contains("このうち1件は、もう扱い方が決まっています");
        var open = page(get(URI.create(all.select("a[href*=only=open]").attr("href"))), owner, 200);
        assertThat(open.select(".rows .title").eachText()).containsExactly("二");
        assertThat(page(get(LIST + "/new").param("medium", "office-pc"), owner, 200)
                        .select(".rows .title")
                        .eachText())
                .containsExactlyInAnyOrder("一", "三");
    }

    @Test
    void finishing_and_withdrawing_need_the_right_person_and_a_reason() throws Exception {
        var owner = organizations.company();
        var worker = organizations.person(owner, Role.EMPLOYEE);
        var other = organizations.person(owner, Role.EMPLOYEE);
        var asset = asset(owner, "図面", 2);
        var avoid = new Treatment.Avoid("やめる", worker.member(), treatments.today(), Treatment.Costs.UNKNOWN);
        var path = LIST + "/" + fixtures.record(owner, List.of(asset), avoid);
        page(get(path), other, 404);
        page(post(path + "/finish"), other, 404);
        assertThat(page(get(path), worker, 200).select("form[action=" + path + "/finish]"))
                .hasSize(1);
        page(post(path + "/withdraw").param("reason", "x"), worker, 403);
        assertThat(page(post(path + "/withdraw").param("reason", " "), owner, 422)
                        .select("#reason-error")
                        .text())
                .isEqualTo("取りやめる理由を書いてください。");
        mvc.perform(post(path + "/finish").with(access.as(worker))).andExpect(redirectedUrl(path));
        mvc.perform(post(path + "/finish").with(access.as(worker)))
                .andExpect(flash().attribute("toast", "treatment.toast.ended"));
        assertThat(treatments.standings(owner.organization(), Locale.JAPANESE).count(State.DONE))
                .isEqualTo(1);
        mvc.perform(get(path + "/finish").with(access.as(owner))).andExpect(redirectedUrl(path));
    }

    @Test
    void what_is_not_the_companys_is_not_found_and_who_may_not_is_refused() throws Exception {
        var owner = organizations.company();
        var stranger = organizations.company();
        var auditor = organizations.person(owner, Role.AUDITOR);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var asset = asset(owner, "図面", 2);
        var id = fixtures.retain(owner, asset, treatments.today());
        page(get(LIST + "/" + id), stranger, 404);
        page(get(LIST + "/" + UUID.randomUUID()), owner, 404);
        page(get(LIST + "/no-id"), owner, 404);
        page(get(LIST + "/new?asset=" + asset.id()), stranger, 404);
        page(get(LIST + "/new?asset=nonsense"), owner, 404);
        page(get(LIST + "/new"), owner, 404);
        page(get(LIST + "/new?department=x"), owner, 404);
        page(post(LIST + "/" + id + "/withdraw").param("reason", "x"), stranger, 404);
        page(form(asset).param("id", "x").param("kind", "modify").param("preview", "1"), stranger, 404);
        page(form(asset).param("id", "x").param("kind", "nonsense"), owner, 404);
        for (var path : List.of(LIST, "/risks/report", "/risks/report.pdf", "/risks/report.xlsx")) {
            page(get(path), employee, 403);
            page(get(path), auditor, 200);
        }
        page(get(LIST + "/new?asset=" + asset.id()), auditor, 403);
        page(form(asset), auditor, 403);
        assertThat(page(get(LIST), auditor, 200).select("input[type=checkbox]")).isEmpty();
    }

    @Test
    void the_list_is_filtered_and_goes_on_page_by_page() throws Exception {
        var owner = organizations.company();
        assets.addAll(owner, AssetFixtures.rows(130, 5));
        var names = new ArrayList<String>();
        var path = LIST;
        while (!path.isEmpty()) {
            var shown = page(get(URI.create(path.replace("#list", ""))), owner, 200);
            names.addAll(shown.select(".treatment-rows .title").eachText());
            path = shown.select(".pager a:contains(次の50件)").attr("href");
        }
        assertThat(names).hasSize(130).doesNotHaveDuplicates();
        var sales = page(get(LIST).param("department", "営業部").param("level", "high"), owner, 200);
        assertThat(sales.select(".treatment-rows li")).isNotEmpty().allSatisfy(row -> assertThat(row.text())
                .contains("営業部", "大"));
        assertThat(page(get(LIST).param("state", "nonsense").param("after", "x"), owner, 200)
                        .select(".treatment-rows li"))
                .hasSize(50);
    }

    @Test
    void the_task_list_says_what_was_promised_and_what_expires() throws Exception {
        var owner = organizations.company();
        var worker = organizations.person(owner, Role.EMPLOYEE);
        var day = treatments.today().plusDays(3);
        fixtures.retain(owner, asset(owner, "近い", 2), day);
        fixtures.retain(owner, asset(owner, "遠い", 2), day.plusDays(90));
        var avoid = new Treatment.Avoid("やめる", worker.member(), day, Treatment.Costs.UNKNOWN);
        var path = LIST + "/" + fixtures.record(owner, List.of(asset(owner, "持ち出し", 2)), avoid);
        assertThat(page(get("/controls?tab=mine"), owner, 200)
                        .select("section[aria-labelledby=more] a")
                        .eachText())
                .containsExactly("「近い」の扱い方を、もう一度決める");
        assertThat(page(get("/"), owner, 200)
                        .select("section[aria-labelledby=later] .title")
                        .eachText())
                .containsExactly("「近い」の扱い方を、もう一度決める");
        assertThat(page(get("/controls?tab=mine"), worker, 200)
                        .select("section[aria-labelledby=more] a")
                        .eachAttr("href"))
                .containsExactly(path);
        page(get(path), worker, 200);
        assertThat(page(get("/controls?tab=mine"), organizations.company(), 200).select("#more"))
                .isEmpty();
    }

    @Test
    void what_left_the_register_stays_in_the_history() throws Exception {
        var owner = organizations.company();
        var asset = asset(owner, "消える図面", 2);
        var id = fixtures.retain(owner, asset, treatments.today());
        register.remove(owner, asset.id());
        var one = page(get(LIST + "/" + id), owner, 200);
        assertThat(one.select(".rows").text()).contains("消える図面", "いまは台帳にありません");
        assertThat(treatments.due(owner.organization(), treatments.today().plusDays(9)))
                .isEmpty();
    }

    @Test
    void pages_take_the_same_few_statements_for_many_assets() throws Exception {
        var owner = organizations.company();
        var asset = asset(owner, "一つ", 2);
        var id = fixtures.modify(owner, List.of(asset), fixtures.items(owner, asset));
        var paths = List.of(
                LIST, LIST + "/" + id, LIST + "/new?asset=" + asset.id(), "/risks/report", "/risks/report.xlsx");
        var few = paths.stream().map(path -> statements(path, owner)).toList();
        for (var row : AssetFixtures.rows(80, 7)) {
            assets.add(owner, row);
            fixtures.retain(owner, row, treatments.today().plusDays(9));
        }
        var many = paths.stream().map(path -> statements(path, owner)).toList();
        assertThat(many).isEqualTo(few).allSatisfy(count -> assertThat(count).isBetween(1, 12));
    }

    private int statements(String path, Actor owner) {
        try {
            var cookie = access.cookie(owner);
            return statements.of(() -> mvc.perform(get(path).cookie(cookie)).andExpect(status().isOk()));
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private Asset asset(Actor owner, String name, int importance) {
        return assets.add(owner, AssetFixtures.row(name, "", "office-pc", importance));
    }

    private static MockHttpServletRequestBuilder form(Asset asset) {
        return post(LIST).param("asset", asset.id().toString()).param("department", "");
    }

    private Document page(MockHttpServletRequestBuilder request, Actor actor, int expected) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
