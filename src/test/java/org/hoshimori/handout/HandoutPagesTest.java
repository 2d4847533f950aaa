package org.hoshimori.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.handout.HandoutFixtures.HANDBOOK;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class HandoutPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    DocumentFixtures documents;

    @Autowired
    HandoutFixtures handouts;

    @Autowired
    People people;

    @Test
    void everybody_is_asked_and_one_click_is_enough() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        assertThat(page("/handouts", employee).select(".rows li")).isEmpty();
        handOut(owner);
        var mine = page("/handouts", employee);
        assertThat(mine.select(".rows li")).hasSize(1);
        assertThat(mine.select(".chip.warn")).hasSize(1);
        confirm(employee, 1).andExpect(redirectedUrl("/handouts"));
        confirm(employee, 1).andExpect(redirectedUrl("/handouts"));
        assertThat(page("/handouts", employee).select(".chip.ok")).hasSize(1);
        var list = page("/handouts/" + HANDBOOK, owner);
        assertThat(list.select(".rows .chip.ok")).hasSize(1);
        assertThat(list.select(".rows .chip.warn")).hasSize(1);
    }

    @Test
    void the_start_page_says_what_is_to_be_read_until_it_is_confirmed() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        assertThat(page("/", employee).select("main a[href='/handouts']")).isEmpty();
        handOut(owner);
        var next = page("/", employee).select(".hero");
        assertThat(next.select("h1").text()).contains("1件");
        assertThat(next.select("a[href='/handouts']")).hasSize(1);
        confirm(employee, 1);
        assertThat(page("/", employee).select("main a[href='/handouts']")).isEmpty();
    }

    @Test
    void who_joins_later_gets_it_and_a_new_revision_asks_again() throws Exception {
        var owner = organizations.company();
        handOut(owner);
        confirm(owner, 1);
        var joiner = organizations.person(owner, Role.EMPLOYEE);
        assertThat(page("/handouts", joiner).select(".chip.warn")).hasSize(1);
        handouts.next(owner, organizations.person(owner, Role.OWNER));
        assertThat(page("/handouts", owner).select(".chip.warn")).hasSize(1);
        // Whoever had the old page open is not counted for the new text.
        confirm(owner, 1);
        assertThat(page("/handouts", owner).select(".chip.warn")).hasSize(1);
        confirm(owner, 2);
        assertThat(page("/handouts", owner).select(".chip.warn")).isEmpty();
    }

    @Test
    void departments_are_asked_with_those_below_them_and_nobody_else() throws Exception {
        var owner = organizations.company();
        documents.approved(owner, owner, HANDBOOK);
        var factory = handouts.department(owner, "工場", null);
        var line = handouts.department(owner, "第1ライン", factory);
        handouts.member(owner, "ライン", line, null);
        handouts.member(owner, "事務", handouts.department(owner, "事務", null), null);
        var single = handouts.member(owner, "一人", null, null);
        send(
                        post("/handouts/handbook")
                                .param("to", "chosen")
                                .param("departments", factory.toString())
                                .param("people", single.id().toString()),
                        owner)
                .andExpect(redirectedUrl("/handouts/handbook"));
        var list = page("/handouts/handbook", owner);
        assertThat(list.select(".rows .title").eachText()).containsExactly("ライン", "一人");
        assertThat(page("/handouts", owner).select(".rows li")).isEmpty();
        send(post("/handouts/handbook/confirm").param("revision", "1"), owner).andExpect(status().isNotFound());
    }

    @Test
    void nobody_at_all_is_refused_and_strangers_are_not_found() throws Exception {
        var owner = organizations.company();
        documents.approved(owner, owner, HANDBOOK);
        var refused = send(post("/handouts/handbook").param("to", "chosen").param("quiz", "true"), owner)
                .andExpect(status().is(422))
                .andReturn();
        var page = Jsoup.parse(refused.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#problems a[href='#to']")).hasSize(1);
        assertThat(page.select("input[name=to][value=chosen]").hasAttr("checked"))
                .isTrue();
        assertThat(page.select("input[name=quiz]").hasAttr("checked")).isTrue();
        var stranger = organizations.company();
        send(
                        post("/handouts/handbook")
                                .param("to", "chosen")
                                .param("people", stranger.member().toString()),
                        owner)
                .andExpect(status().isNotFound());
        send(post("/handouts/handbook").param("to", "chosen").param("people", "no id"), owner)
                .andExpect(status().isNotFound());
        assertThat(page("/handouts", owner).select(".rows li")).isEmpty();
    }

    @Test
    void a_confirmation_on_paper_is_recorded_as_such() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        handOut(owner);
        send(post("/handouts/handbook/people/" + employee.member()).param("revision", "1"), owner)
                .andExpect(redirectedUrl("/handouts/handbook"));
        assertThat(page("/handouts/handbook", owner).select(".chip.ok").text()).isEqualTo("紙で確認済み");
        var excel = send(get("/handouts/handbook/list.xlsx"), owner)
                .andExpect(status().isOk())
                .andReturn();
        assertThat(excel.getResponse().getContentAsByteArray()).hasSizeGreaterThan(1000);
    }

    @Test
    void signed_sheets_are_typed_in_by_their_codes_all_or_none() throws Exception {
        var owner = organizations.company();
        handOut(owner);
        var first = handouts.member(owner, "一人目", null, null);
        var second = handouts.member(owner, "二人目", null, null);
        var typed = first.personalCode().toLowerCase() + "、 " + second.personalCode();
        var refused = send(
                        post("/handouts/handbook/paper").param("revision", "1").param("codes", typed + " ZZZZZ"), owner)
                .andExpect(status().is(422))
                .andReturn();
        var page = Jsoup.parse(refused.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#codes").text()).contains("ZZZZZ");
        assertThat(page.select(".error").text()).contains("ZZZZZ");
        assertThat(page.select(".rows .chip.ok")).isEmpty();
        send(post("/handouts/handbook/paper").param("revision", "1").param("codes", ""), owner)
                .andExpect(status().is(422));
        send(post("/handouts/handbook/paper").param("revision", "1").param("codes", typed), owner)
                .andExpect(redirectedUrl("/handouts/handbook"));
        assertThat(page("/handouts/handbook", owner).select(".rows .chip.ok")).hasSize(2);
    }

    @Test
    void sheets_carry_name_code_and_a_link_that_opens() throws Exception {
        var owner = organizations.company();
        handOut(owner);
        var one = handouts.member(owner, "紙の人", null, null);
        for (var layout : new String[] {"ONE", "MANY"}) {
            var text = pdf(owner, one.id().toString(), layout);
            assertThat(text).contains("紙の人").contains(one.personalCode());
            var path = text.replaceAll("\\s", "").replaceAll("(?s).*(/read/[A-Za-z0-9_-]{22}).*", "$1");
            mvc.perform(get(path)).andExpect(status().isOk());
        }
        send(
                        post("/handouts/handbook/sheet.pdf")
                                .param(
                                        "member",
                                        organizations.company().member().toString()),
                        owner)
                .andExpect(status().isNotFound());
    }

    private String pdf(Actor owner, String member, String layout) throws Exception {
        var answer = send(
                        post("/handouts/handbook/sheet.pdf")
                                .param("member", member)
                                .param("layout", layout),
                        owner)
                .andExpect(status().isOk())
                .andReturn();
        return text(answer.getResponse().getContentAsByteArray());
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void reading_goes_screen_by_screen_and_everything_at_once() throws Exception {
        var owner = organizations.company();
        handOut(owner);
        var first = page("/handouts/handbook/read", owner);
        assertThat(first.select("h1").text()).isEqualTo("この手引きについて");
        assertThat(first.select("a[rel=prev]")).isEmpty();
        var second =
                page(Objects.requireNonNull(first.select("a[rel=next]").first()).attr("href"), owner);
        assertThat(second.select("h1").text()).isEqualTo("困ったら、まず知らせる");
        assertThat(second.select("a[rel=prev]").attr("href")).endsWith("?screen=1");
        assertThat(second.select("progress").attr("value")).isEqualTo("2");
        var contents = page("/handouts/handbook/read?screen=contents", owner);
        assertThat(contents.select(".handout-contents a[href$='?screen=2']").text())
                .isEqualTo("困ったら、まず知らせる");
        var end = page("/handouts/handbook/read?screen=9999", owner);
        assertThat(end.select("form[action$=confirm] button")).hasSize(1);
        var all = page("/handouts/handbook/read?screen=all", owner);
        assertThat(all.select("article h2").size())
                .isEqualTo(Integer.parseInt(first.select("progress").attr("max")));
        assertThat(all.select("form[action$=confirm] button")).hasSize(1);
        assertThat(page("/handouts/handbook/read?screen=nonsense", owner)
                        .select("h1")
                        .text())
                .isEqualTo("この手引きについて");
    }

    @Test
    void a_new_revision_first_shows_what_changed_since_ones_own_confirmation() throws Exception {
        var owner = organizations.company();
        handOut(owner);
        confirm(owner, 1);
        var other = organizations.person(owner, Role.OWNER);
        handouts.next(owner, other);
        var changes = page("/handouts/handbook/read", owner);
        assertThat(changes.select("ins").text()).contains("内線");
        assertThat(changes.select("h1").text()).contains("変わったところ");
        assertThat(page("/handouts/handbook/read?screen=end", owner).select("details ins"))
                .isNotEmpty();
        // Whoever confirmed nothing before has nothing to compare.
        assertThat(page("/handouts/handbook/read", other).select("ins")).isEmpty();
    }

    @Test
    void three_questions_come_before_confirming_and_a_wrong_answer_explains_itself() throws Exception {
        var owner = organizations.company();
        handouts.handedOut(owner, new Handout(HANDBOOK, Handout.Audience.EVERYBODY, false, true));
        var end = page("/handouts/handbook/read?screen=end", owner);
        var questions = end.select("fieldset.handout-question");
        assertThat(questions).hasSize(3);
        confirm(owner, 1).andExpect(status().is(422));
        var wrong = post("/handouts/handbook/confirm").param("revision", "1");
        var right = post("/handouts/handbook/confirm").param("revision", "1");
        for (var question : questions) {
            var choice = QuizFixtures.right(question.id());
            wrong.param(question.id(), String.valueOf(choice % 3 + 1));
            right.param(question.id(), String.valueOf(choice));
        }
        var refused = send(wrong, owner).andExpect(status().is(422)).andReturn();
        var page = Jsoup.parse(refused.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select(".handout-question .hint")).hasSize(3);
        assertThat(page.select(".handout-question input[checked]")).hasSize(3);
        assertThat(page("/handouts", owner).select(".chip.ok")).isEmpty();
        send(right, owner).andExpect(redirectedUrl("/handouts"));
        var list = page("/handouts/handbook", owner);
        assertThat(list.select(".rows .chip.ok").text()).isEqualTo("確認済み");
    }

    @Test
    void another_company_finds_nothing_and_an_employee_hands_nothing_out() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        handOut(owner);
        var stranger = organizations.company();
        send(get("/handouts/handbook"), stranger).andExpect(status().isNotFound());
        send(get("/handouts/handbook/read"), stranger).andExpect(status().isNotFound());
        send(post("/handouts/handbook/confirm").param("revision", "1"), stranger)
                .andExpect(status().isNotFound());
        for (var verb : new String[] {"", "/remind", "/link", "/revoke"}) {
            send(post("/handouts/handbook/people/" + stranger.member() + verb).param("revision", "1"), owner)
                    .andExpect(status().isNotFound());
            send(post("/handouts/handbook/people/" + owner.member() + verb).param("revision", "1"), employee)
                    .andExpect(status().isForbidden());
        }
        send(post("/handouts/handbook"), employee).andExpect(status().isForbidden());
        send(post("/handouts/handbook/remind"), employee).andExpect(status().isForbidden());
        send(get("/handouts/handbook"), employee).andExpect(status().isForbidden());
    }

    private void handOut(Actor owner) throws Exception {
        documents.approved(owner, owner, HANDBOOK);
        send(post("/handouts/" + HANDBOOK).param("to", "everybody"), owner)
                .andExpect(redirectedUrl("/handouts/" + HANDBOOK));
    }

    private ResultActions confirm(Actor actor, int revision) throws Exception {
        return send(post("/handouts/" + HANDBOOK + "/confirm").param("revision", String.valueOf(revision)), actor);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return mvc.perform(request.with(csrf()).cookie(access.cookie(actor)));
    }

    private Document page(String path, Actor actor) throws Exception {
        return Jsoup.parse(send(get(path), actor)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
