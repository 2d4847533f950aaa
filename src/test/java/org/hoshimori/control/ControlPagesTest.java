package org.hoshimori.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@HoshimoriTest
class ControlPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    ControlFixtures fixtures;

    @Autowired
    ControlFixtures.Counted counted;

    @Autowired
    Controls controls;

    @Autowired
    ControlRegister register;

    @Test
    void weak_questions_stand_weakest_first_and_what_nobody_knows_apart() throws Exception {
        var owner = organizations.company();
        var page = page(get("/controls/decide/" + fixtures.closedRound(owner)), owner, 200);
        assertThat(page.select("section[aria-labelledby=weak] .fold").eachAttr("id"))
                .containsExactly("incident-readiness", "backup");
        assertThat(page.select("section[aria-labelledby=unknown] .fold").eachAttr("id"))
                .containsExactly("antivirus");
        assertThat(page.select("#backup .switch input[type=checkbox]")).hasSizeGreaterThan(2);
        assertThat(page.select("#incident-readiness").text()).contains("+4");
        assertThat(page.select("#antivirus").text()).contains("+5");
    }

    @Test
    void one_question_stands_open_the_first_undecided_or_the_one_asked_for() throws Exception {
        var owner = organizations.company();
        var path = "/controls/decide/" + fixtures.closedRound(owner);
        assertThat(open(page(get(path), owner, 200))).containsExactly("incident-readiness");
        assertThat(open(page(get(path + "?open=antivirus"), owner, 200))).containsExactly("antivirus");
        assertThat(open(page(get(path + "?open=nothing"), owner, 200))).containsExactly("incident-readiness");
        var refused = page(post(path + "/backup").param("what", "x"), owner, 422);
        assertThat(open(refused)).containsExactly("backup");
        register.defer(owner, "incident-readiness", "来月", fixtures.today().plusDays(9));
        assertThat(open(page(get(path), owner, 200))).containsExactly("backup");
    }

    private static List<String> open(Document page) {
        return page.select(".fold:has(> details[open])").eachAttr("id");
    }

    @Test
    void a_decision_is_kept_shown_and_lands_in_the_task_list() throws Exception {
        var owner = organizations.company();
        var round = fixtures.closedRound(owner);
        var path = "/controls/decide/" + round;
        var first = page(get(path), owner, 200).select("#backup .switch input").val();
        mvc.perform(post(path + "/backup")
                        .with(access.as(owner))
                        .param("candidates", first)
                        .param("title", "<script>alert(1)</script>")
                        .param("responsible", owner.member().toString())
                        .param("due", fixtures.today().plusDays(3).toString())
                        .param("costOnce", "10,000円"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(path + "#backup"))
                .andExpect(flash().attribute("toast", "control.toast.decided"));
        assertThat(controls.of(owner.organization(), owner.member())).hasSize(2);
        var after = page(get(path), owner, 200);
        assertThat(after.select("#backup .chip.ok")).hasSize(1);
        assertThat(after.select("#backup .decided a")).hasSize(2);
        assertThat(after.select("#backup input[value=" + first + "]")).isEmpty();
        var list = page(get("/controls"), owner, 200);
        assertThat(list.select(".rows .chip.warn")).hasSize(2);
        assertThat(list.select(".rows").text()).contains("<script>alert(1)</script>");
        assertThat(list.select(".rows script")).isEmpty();
    }

    @Test
    void a_refused_decision_comes_back_with_everything_typed() throws Exception {
        var owner = organizations.company();
        var path = "/controls/decide/" + fixtures.closedRound(owner) + "/backup";
        var page = page(
                post(path)
                        .param("title", "毎月写す")
                        .param("responsible", owner.member().toString())
                        .param("due", "2020-01-01")
                        .param("costOnce", "たくさん"),
                owner,
                422);
        assertThat(page.select("#problems a").eachAttr("href")).containsExactly("#backup-due", "#backup-costOnce");
        assertThat(page.select("#backup-title").val()).isEqualTo("毎月写す");
        assertThat(page.select("#backup-due").val()).isEqualTo("2020-01-01");
        assertThat(page.select("#backup-costOnce").val()).isEqualTo("たくさん");
        assertThat(page.select("#backup-responsible option[selected]").val())
                .isEqualTo(owner.member().toString());
        assertThat(controls.all(owner.organization())).isEmpty();
        mvc.perform(get(path).with(access.as(owner))).andExpect(status().isSeeOther());
    }

    @Test
    void not_now_needs_a_reason_and_a_day_and_comes_back_when_due() throws Exception {
        var owner = organizations.company();
        var round = fixtures.closedRound(owner);
        var path = "/controls/decide/" + round + "/backup/later";
        var refused = page(post(path).param("reason", " ").param("lookAgainOn", "2020-01-01"), owner, 422);
        assertThat(refused.select("#problems a").eachAttr("href"))
                .containsExactlyInAnyOrder("#backup-reason", "#backup-lookAgainOn");
        assertThat(refused.select("#backup details.later[open]")).hasSize(1);
        mvc.perform(post(path)
                        .with(access.as(owner))
                        .param("reason", "来月まで忙しい")
                        .param("lookAgainOn", fixtures.today().plusDays(30).toString()))
                .andExpect(status().isSeeOther());
        assertThat(page(get("/controls?tab=all"), owner, 200)
                        .select("section[aria-labelledby=later] li")
                        .text())
                .contains("来月まで忙しい");
        register.defer(owner, "antivirus", "過ぎた日", fixtures.today());
        assertThat(page(get("/controls?tab=mine"), owner, 200)
                        .select("section[aria-labelledby=again] a")
                        .attr("href"))
                .isEqualTo("/controls/decide/" + round + "?open=antivirus#antivirus");
    }

    @Test
    void who_may_not_decide_is_refused_and_strangers_find_nothing() throws Exception {
        var owner = organizations.company();
        var round = fixtures.closedRound(owner);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var inspector = organizations.person(owner, Role.INSPECTOR);
        var stranger = organizations.company();
        var control = fixtures.control(owner, round, "写し", owner.member(), fixtures.today());
        var decide = "/controls/decide/" + round;
        page(get(decide), employee, 403);
        page(post(decide + "/backup").param("title", "x"), employee, 403);
        assertThat(page(get(decide), inspector, 200).select(".measure form")).isEmpty();
        page(get(decide), stranger, 404);
        page(post(decide + "/backup").param("title", "x"), stranger, 404);
        page(post(decide + "/clear-desk").param("title", "not weak"), owner, 404);
        var path = "/controls/" + control.id();
        page(get(path), employee, 404);
        page(get(path), stranger, 404);
        page(post(path + "/state").param("state", "done"), stranger, 404);
        page(post(path + "/state").param("state", "done"), inspector, 403);
        page(post(path + "/state").param("state", "done"), employee, 404);
        page(post(path).param("title", "x"), employee, 403);
        page(get("/controls?tab=all&after=" + control.id()), stranger, 404);
        page(get("/controls/not-an-id"), owner, 404);
        assertThat(controls.all(owner.organization()))
                .extracting(DecidedControl::state)
                .containsExactly(State.PLANNED);
    }

    @Test
    void an_employee_sees_and_moves_only_their_own() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var round = fixtures.closedRound(owner);
        fixtures.control(owner, round, "ほかの人の", owner.member(), fixtures.today());
        var own = fixtures.control(
                owner, round, "自分の", employee.member(), fixtures.today().minusDays(3));
        for (var tab : new String[] {"mine", "all", "board"}) {
            var page = page(get("/controls?tab=" + tab + "&person=" + owner.member()), employee, 200);
            assertThat(page.select("main").text()).contains("自分の").doesNotContain("ほかの人の");
            assertThat(page.select("main .chip.bad").text()).contains("3日過ぎています");
        }
        mvc.perform(post("/controls/" + own.id() + "/state")
                        .with(access.as(employee))
                        .param("state", "done"))
                .andExpect(status().isSeeOther());
        var page = page(get("/controls/" + own.id()), employee, 200);
        assertThat(page.select(".notice.ok").text()).contains("問11");
        assertThat(page.select("form[action=/controls/" + own.id() + "]")).isEmpty();
    }

    @Test
    void dropping_needs_a_reason_and_a_change_is_checked() throws Exception {
        var owner = organizations.company();
        var control = fixtures.control(owner, fixtures.closedRound(owner), "写し", owner.member(), fixtures.today());
        var path = "/controls/" + control.id();
        var refused = page(post(path + "/state").param("state", "dropped").param("reason", ""), owner, 422);
        assertThat(refused.select("#problems a").attr("href")).isEqualTo("#reason");
        var changed = page(
                post(path)
                        .param("title", "新しい名前")
                        .param("responsible", owner.member().toString())
                        .param("due", "いつか"),
                owner,
                422);
        assertThat(changed.select("#title").val()).isEqualTo("新しい名前");
        assertThat(changed.select("#due-error")).hasSize(1);
        mvc.perform(post(path + "/state")
                        .with(access.as(owner))
                        .param("state", "dropped")
                        .param("reason", "機器を手放す"))
                .andExpect(status().isSeeOther());
        var page = page(get(path), owner, 200);
        assertThat(page.select(".notice").text()).contains("機器を手放す");
        assertThat(page.select(".history > li:first-child").text())
                .contains("見送りました")
                .contains("機器を手放す");
    }

    @Test
    void evidence_is_kept_and_given_back_to_those_who_may_see_it() throws Exception {
        var owner = organizations.company();
        var stranger = organizations.company();
        var control = fixtures.control(owner, fixtures.closedRound(owner), "写し", owner.member(), fixtures.today());
        var path = "/controls/" + control.id();
        var bytes = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        var file = new MockMultipartFile("file", "点検.pdf", "application/pdf", bytes);
        mvc.perform(multipart(path + "/evidence").file(file).with(access.as(owner)))
                .andExpect(status().isSeeOther());
        var link = page(get(path), owner, 200)
                .select("section[aria-labelledby=evidence] .rows a")
                .attr("href");
        var given = mvc.perform(get(link).with(access.as(owner))).andReturn().getResponse();
        assertThat(given.getContentAsByteArray()).isEqualTo(bytes);
        assertThat(given.getHeader("Content-Disposition")).startsWith("attachment");
        page(get(link), stranger, 404);
        var empty = new MockMultipartFile("file", "点検.pdf", "application/pdf", new byte[0]);
        page(multipart(path + "/evidence").file(empty), owner, 422);
        page(multipart(path + "/evidence").file(file), stranger, 404);
    }

    @Test
    void the_list_leaves_as_csv_and_excel() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        fixtures.control(owner, fixtures.closedRound(owner), "=1+1", owner.member(), fixtures.today());
        var csv = mvc.perform(get("/controls.csv").with(access.as(owner)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("'=1+1").contains("10000");
        var own = mvc.perform(get("/controls.csv").with(access.as(employee)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(own).doesNotContain("1+1");
        var excel = mvc.perform(get("/controls.xlsx").with(access.as(owner)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(excel, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void pages_take_at_most_12_statements_however_many_rows() throws Exception {
        var owner = organizations.company();
        var round = fixtures.closedRound(owner);
        var control = fixtures.control(owner, round, "1", owner.member(), fixtures.today());
        var paths = new String[] {
            "/controls/decide/" + round,
            "/controls?tab=mine",
            "/controls?tab=all",
            "/controls?tab=board",
            "/controls/" + control.id()
        };
        var before = new int[paths.length];
        for (var i = 0; i < paths.length; i++) {
            before[i] = statements(paths[i], owner);
            assertThat(before[i]).as(paths[i]).isBetween(4, 12);
        }
        for (var i = 0; i < 55; i++) {
            fixtures.control(
                    owner,
                    round,
                    "control " + i,
                    owner.member(),
                    fixtures.today().plusDays(i));
        }
        for (var i = 0; i < paths.length; i++) {
            assertThat(statements(paths[i], owner)).as(paths[i]).isEqualTo(before[i]);
        }
        var first = page(get("/controls?tab=all"), owner, 200);
        assertThat(first.select(".rows[aria-label] > li")).hasSize(50);
        var second = page(get(first.select(".pager a").attr("href")), owner, 200);
        assertThat(second.select(".rows[aria-label] > li")).hasSize(6);
        assertThat(statements(first.select(".pager a").attr("href"), owner)).isLessThanOrEqualTo(12);
    }

    private int statements(String path, Actor actor) throws Exception {
        access.cookie(actor);
        counted.restart();
        page(get(path), actor, 200);
        return counted.statements();
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, Actor actor, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
