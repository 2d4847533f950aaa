package org.hoshimori.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
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

    private static final String HANDBOOK = "handbook";

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    DocumentFixtures documents;

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
    void who_joins_later_gets_it_and_a_new_revision_asks_again() throws Exception {
        var owner = organizations.company();
        handOut(owner);
        confirm(owner, 1);
        var joiner = organizations.person(owner, Role.EMPLOYEE);
        assertThat(page("/handouts", joiner).select(".chip.warn")).hasSize(1);
        documents.work(owner, HANDBOOK, "incident-phone", "内線 119");
        documents.approved(owner, organizations.person(owner, Role.OWNER), HANDBOOK);
        assertThat(page("/handouts", owner).select(".chip.warn")).hasSize(1);
        // Whoever had the old page open is not counted for the new text.
        confirm(owner, 1);
        assertThat(page("/handouts", owner).select(".chip.warn")).hasSize(1);
        confirm(owner, 2);
        assertThat(page("/handouts", owner).select(".chip.warn")).isEmpty();
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
    void another_company_finds_nothing_and_an_employee_hands_nothing_out() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        handOut(owner);
        var stranger = organizations.company();
        send(get("/handouts/handbook"), stranger).andExpect(status().isNotFound());
        send(post("/handouts/handbook/confirm").param("revision", "1"), stranger)
                .andExpect(status().isNotFound());
        send(post("/handouts/handbook/people/" + stranger.member()).param("revision", "1"), owner)
                .andExpect(status().isNotFound());
        send(post("/handouts/handbook"), employee).andExpect(status().isForbidden());
        send(get("/handouts/handbook"), employee).andExpect(status().isForbidden());
    }

    private void handOut(Actor owner) throws Exception {
        documents.approved(owner, owner, HANDBOOK);
        send(post("/handouts/" + HANDBOOK), owner).andExpect(redirectedUrl("/handouts/" + HANDBOOK));
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
