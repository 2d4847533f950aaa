package org.hoshimori.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class DeskPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    DeskFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    StaffFixtures staff;

    @Autowired
    AccessFixtures access;

    @Autowired
    ApplicationRepository repository;

    @Autowired
    Applications applications;

    @Autowired
    Batches batches;

    private RequestPostProcessor as(StaffRole role) {
        return access.signedIn(staff.clerk(role).email());
    }

    private UUID waiting() {
        return fixtures.waiting(organizations.company().organization());
    }

    @Test
    void the_desk_opens_to_staff_only_and_each_role_sees_its_part() throws Exception {
        var id = waiting();
        page(get("/desk"), access.as(organizations.company()), 403);
        page(get("/desk/applications/" + id), as(StaffRole.SETTINGS), 403);
        page(get("/desk/staff"), as(StaffRole.RECEPTION), 403);
        page(get("/desk/batches"), as(StaffRole.RECEPTION), 403);
        var head = as(StaffRole.HEAD);
        var desk = page(get("/desk"), head, 200);
        assertThat(desk.select(".site-nav a").eachAttr("href"))
                .contains("/desk/queue", "/desk/batches", "/desk/settings", "/desk/staff")
                .doesNotContain("/controls");
        for (var path : new String[] {
            "/desk/queue?heap=accepted",
            "/desk/queue?heap=closed",
            "/desk/staff",
            "/desk/settings",
            "/desk/settings/rules/standard",
            "/desk/settings/news",
            "/desk/registers",
            "/desk/batches?doubt=any",
            "/desk/statistics",
            "/statistics",
            "/supporters",
            "/subsidies",
            "/news",
            "/companies"
        }) {
            page(get(path), head, 200);
        }
        page(get("/desk/applications/" + UUID.randomUUID()), head, 404);
        page(get("/desk/queue?heap=attic"), head, 404);
        page(get("/desk/settings/rules/other"), head, 404);
    }

    @Test
    void a_head_finds_a_declaration_and_stops_it_with_a_reason() throws Exception {
        var owner = organizations.company();
        var id = ((Applications.Outcome.Waits) fixtures.handIn(owner.organization(), fixtures.facts())).application();
        var head = as(StaffRole.HEAD);
        mvc.perform(post("/desk/applications/" + id).param("move", "accept").with(head));
        var number = Objects.requireNonNull(repository.find(id).orElseThrow().number());
        var found = page(get("/desk/declarations?q=" + number), head, 200);
        assertThat(found.select(".rows a").attr("href")).isEqualTo("/desk/applications/" + id);
        assertThat(page(get("/desk/declarations?q=存在しない名前"), head, 200)
                        .select(".empty")
                        .text())
                .contains("存在しない名前");
        page(get("/desk/applications/" + id + "/stop"), as(StaffRole.RECEPTION), 403);
        page(get("/desk/applications/" + waiting() + "/stop"), head, 404);
        page(get("/desk/applications/" + id + "/stop"), head, 200);
        page(post("/desk/applications/" + id + "/stop"), head, 422);
        mvc.perform(post("/desk/applications/" + id + "/stop")
                        .param("reason", "閉業の知らせがありました。")
                        .with(head))
                .andExpect(status().is3xxRedirection());
        assertThat(page(get("/desk/applications/" + id), head, 200).text()).contains("受付が宣言を止めた", "閉業の知らせがありました。");
        assertThat(page(get("/declaration/applications/" + id), access.as(owner), 200)
                        .text())
                .contains("受付が宣言を止めました", "閉業の知らせがありました。");
    }

    @Test
    void a_batch_says_what_it_did_not_decide_and_why() throws Exception {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        fixtures.emptyDesk(head);
        var taken = waiting();
        waiting();
        fixtures.batch(head, new Batches.Choice("none", 0, Life.Move.ACCEPT, ""));
        repository.claim(
                taken, staff.clerk(StaffRole.RECEPTION).clerk().id(), OffsetDateTime.now(), DeskController.LEASE);
        batches.work();
        var newest = page(get("/desk/batches"), as(StaffRole.HEAD), 200)
                .select(".rows > li")
                .getFirst();
        assertThat(newest.text()).contains("1 / 2件", "判断しなかったのは1件です", "ほかの人が見ているため");
        assertThat(newest.select("details a").attr("href")).isEqualTo("/desk/applications/" + taken);
    }

    @Test
    void a_clerk_accepts_and_returns_and_a_colleague_is_told() throws Exception {
        var id = waiting();
        var path = "/desk/applications/" + id;
        var clerk = as(StaffRole.RECEPTION);
        var page = page(get(path), clerk, 200);
        assertThat(page.select(".facts").text()).contains("secret@planted.example");
        assertThat(page.select("button[value=refuse]")).isEmpty();
        assertThat(page(get(path), as(StaffRole.RECEPTION), 200).select(".notice.warn"))
                .hasSize(1);
        page(post(path).param("move", "accept"), as(StaffRole.RECEPTION), 422);
        var refused = page(post(path).param("move", "return").param("note", " "), clerk, 422);
        assertThat(refused.select("#note-error")).hasSize(1);
        page(post(path).param("move", "refuse").param("note", "x"), clerk, 403);
        page(post(path).param("move", "explode"), clerk, 404);
        mvc.perform(post(path)
                        .param("move", "return")
                        .param("note", "<script>町</script>")
                        .with(clerk))
                .andExpect(status().isSeeOther());
        assertThat(repository.find(id).orElseThrow().stage()).isEqualTo(Stage.RETURNED);
        var after = page(get(path), clerk, 200);
        assertThat(after.select(".history").text()).contains("<script>町</script>");
        assertThat(after.select(".history script")).isEmpty();
        assertThat(after.select(".notice").text()).contains("1通、待っています", "送信サーバーが設定されていない");
        mvc.perform(post(path + "/undo").with(as(StaffRole.HEAD))).andExpect(status().isSeeOther());
        assertThat(repository.find(id).orElseThrow().stage()).isEqualTo(Stage.WAITING);
    }

    /// Enter in a field presses the first button of its form.
    @Test
    void enter_in_the_field_of_the_number_merges() throws Exception {
        var id = waiting();
        var buttons = page(get("/desk/applications/" + id), as(StaffRole.HEAD), 200)
                .select("form:has(#into) button[type=submit]");
        assertThat(buttons.eachAttr("value")).startsWith("merge").contains("accept");
    }

    @Test
    void what_changed_stands_beside_what_was_before_in_words() throws Exception {
        var company = organizations.company().organization();
        var facts = fixtures.facts();
        var id = ((Applications.Outcome.Waits) fixtures.handIn(company, facts)).application();
        mvc.perform(post("/desk/applications/" + id)
                .param("move", "return")
                .param("note", "見直してください")
                .with(as(StaffRole.RECEPTION)));
        facts.put("prefecture", "14");
        facts.put("representative", "港 太郎");
        applications.handInAgain(company, id, fixtures.paper(facts, 1));
        assertThat(page(get("/desk/applications/" + id), as(StaffRole.HEAD), 200)
                        .select(".facts small")
                        .eachText())
                .containsExactly("前：東京都", "前：なし");
    }

    @Test
    void a_number_is_known_however_it_is_typed() throws Exception {
        var head = as(StaffRole.HEAD);
        var id = waiting();
        mvc.perform(post("/desk/applications/" + id).param("move", "accept").with(head));
        var number = Objects.requireNonNull(repository.find(id).orElseThrow().number());
        var wide = new StringBuilder();
        number.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        var typed = wide.insert(3, "－").insert(7, " ").toString();
        assertThat(page(get("/desk/declarations").param("q", typed), head, 200)
                        .select(".rows a")
                        .attr("href"))
                .isEqualTo("/desk/applications/" + id);
        var duplicate = waiting();
        mvc.perform(post("/desk/applications/" + duplicate)
                        .param("move", "merge")
                        .param("into", typed)
                        .with(head))
                .andExpect(status().isSeeOther());
        assertThat(repository.find(duplicate).orElseThrow().course().mergedInto())
                .isEqualTo(number);
        assertThat(page(get("/desk/queue?heap=closed"), head, 200).select("th").eachText())
                .contains("届いた日")
                .doesNotContain("期限");
    }

    @Test
    void what_is_due_today_is_not_late() {
        var now = OffsetDateTime.parse("2026-07-10T08:00+09:00");
        assertThat(DeskController.left(OffsetDateTime.parse("2026-07-03T07:00+09:00"), 7, now))
                .isZero();
        assertThat(DeskController.left(OffsetDateTime.parse("2026-07-02T23:59+09:00"), 7, now))
                .isEqualTo(-1);
    }

    @Test
    void words_are_saved_as_revisions_and_wrong_ones_come_back() throws Exception {
        var settings = as(StaffRole.SETTINGS);
        var today = Today.inJapan().toString();
        mvc.perform(post("/desk/settings/news")
                        .param("name", "opening")
                        .param("title", "受付を始めました")
                        .param("body", "今日からです。")
                        .param("from", today)
                        .with(settings))
                .andExpect(status().isSeeOther());
        assertThat(page(get("/news"), settings, 200).text()).contains("今日からです。");
        var refused = page(
                post("/desk/settings/setting")
                        .param("name", "digits")
                        .param("body", "70")
                        .param("from", today),
                settings,
                422);
        assertThat(refused.select("#body").val()).isEqualTo("70");
        mvc.perform(post("/desk/registers/supporters")
                        .param("supporter", "みなと信用金庫")
                        .param("offers", "相談を受けます")
                        .with(settings))
                .andExpect(status().isSeeOther());
        assertThat(page(get("/supporters?q=相談"), settings, 200).select(".rows li"))
                .isNotEmpty();
        assertThat(page(get("/supporters?q=ありえない"), settings, 200).select(".rows li"))
                .isEmpty();
        page(post("/desk/registers/subsidies").param("subsidy", "x"), settings, 422);
        mvc.perform(post("/desk/registers/subsidies")
                        .param("subsidy", "デジタル化の補助")
                        .param("body", "みなと市")
                        .param("star", "2")
                        .param("opensOn", today)
                        .with(settings))
                .andExpect(status().isSeeOther());
        assertThat(page(get("/subsidies"), settings, 200).text()).contains("デジタル化の補助");
    }

    @Test
    void a_head_invites_and_the_link_lets_one_person_in_once() throws Exception {
        var head = as(StaffRole.HEAD);
        page(post("/desk/staff").param("name", ""), head, 422);
        var link = String.valueOf(mvc.perform(post("/desk/staff")
                        .param("name", "新しい人")
                        .param("role", "reception")
                        .with(head))
                .andReturn()
                .getFlashMap()
                .get("link"));
        var path = link.substring(link.indexOf("/desk/set-up/"));
        var nobody = org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf();
        page(get(path), nobody, 200);
        page(post(path).param("name", "森").param("email", "not-an-address").param("password", "x"), nobody, 422);
        mvc.perform(post(path)
                        .param("name", "森")
                        .param("email", UUID.randomUUID() + "@example.jp")
                        .param("password", "a long and quiet pass phrase")
                        .with(nobody))
                .andExpect(status().isSeeOther());
        page(get(path), nobody, 404);
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, RequestPostProcessor who, int status)
            throws Exception {
        return Jsoup.parse(mvc.perform(request.with(who))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
