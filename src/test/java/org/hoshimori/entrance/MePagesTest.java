package org.hoshimori.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.SignIns;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@HoshimoriTest
class MePagesTest {

    private static final String OLD = "correct horse battery";
    private static final String NEW = "quiet river stone";

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    SignIns signIns;

    @Autowired
    Outbox outbox;

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_has_a_page_and_only_an_owner_a_recovery_code(Role role) throws Exception {
        var person = organizations.person(organizations.company(), role);
        var page = page("/me", access.as(person));
        assertThat(page.select("form[action=/sign-out]")).hasSize(1);
        assertThat(page.select("form[action=/me/recovery-code]")).hasSize(role == Role.OWNER ? 1 : 0);
        mvc.perform(post("/me/recovery-code").with(access.as(person)).param("proof", "x"))
                .andExpect(status().is(role == Role.OWNER ? 422 : 403));
        mvc.perform(get("/mail").with(access.as(person))).andExpect(status().is(role == Role.OWNER ? 200 : 403));
    }

    @Test
    void a_new_password_ends_the_other_visits_and_keeps_this_one() throws Exception {
        var owner = organizations.company();
        var email = access.address(owner, OLD);
        var here = access.as(owner);
        var there = access.signedIn(email);
        mvc.perform(get("/companies").with(there)).andExpect(status().isOk());
        var answer = change(owner, OLD, NEW).andExpect(redirectedUrl("/me")).andReturn();
        var mine = Objects.requireNonNull(answer.getResponse().getCookie("hoshimori"));
        assertThat(signIns.check(email, NEW)).isPresent();
        mvc.perform(get("/me").cookie(mine)).andExpect(status().isOk());
        mvc.perform(get("/companies").with(there)).andExpect(redirectedUrl("/sign-in?next=/companies"));
        mvc.perform(get("/me").with(here)).andExpect(redirectedUrl("/sign-in?next=%2Fme"));
    }

    @Test
    void a_browser_left_open_changes_no_password() throws Exception {
        var owner = organizations.company();
        var email = access.address(owner, OLD);
        change(owner, "wrong horse battery", NEW).andExpect(status().is(422));
        change(owner, OLD, "short").andExpect(status().is(422));
        change(owner, OLD, email).andExpect(status().is(422));
        assertThat(signIns.check(email, OLD)).isPresent();
    }

    @Test
    void an_owner_gets_a_new_recovery_code_for_the_password() throws Exception {
        var owner = organizations.company();
        access.address(owner, OLD);
        mvc.perform(post("/me/recovery-code").with(access.as(owner)).param("proof", OLD))
                .andExpect(redirectedUrl("/setup-done"))
                .andExpect(flash().attributeExists("recoveryCode"));
    }

    @Test
    void the_company_is_chosen_after_signing_in_and_a_foreign_one_is_not_found() throws Exception {
        var first = organizations.company("第一商事株式会社");
        var second = organizations.company("第二商事株式会社");
        var email = access.address(first, OLD);
        signIns.join(signIns.find(email).orElseThrow(), second);
        var visit = access.signedIn(email);
        mvc.perform(get("/me").with(visit)).andExpect(redirectedUrl("/companies"));
        assertThat(page("/companies", visit).select(".rows li").eachText())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("第一商事株式会社"))
                .anyMatch(line -> line.startsWith("第二商事株式会社"));
        var stranger = organizations.company();
        mvc.perform(post("/companies/" + stranger.organization()).with(visit)).andExpect(status().isNotFound());
        mvc.perform(post("/companies/nonsense").with(visit)).andExpect(status().isNotFound());
        mvc.perform(post("/companies/" + second.organization()).with(visit)).andExpect(redirectedUrl("/"));
        assertThat(page("/me", visit).select(".facts").text()).contains("第二商事株式会社");
    }

    @Test
    void mail_that_waits_is_seen_by_the_owner_of_that_company_only() throws Exception {
        var owner = organizations.company();
        outbox.send(owner.organization(), "a@example.jp", "題", "本文");
        assertThat(page("/mail", access.as(owner)).select("dd").eachText())
                .first()
                .isEqualTo("1通");
        assertThat(page("/mail", access.as(owner)).select(".rows li").text())
                .contains("題", "a@example.jp", "送信サーバーが設定されていないためです")
                .doesNotContain("本文");
        assertThat(page("/mail", access.as(organizations.company()))
                        .select("dd")
                        .eachText())
                .first()
                .isEqualTo("0通");
        assertThat(page("/mail", access.as(organizations.company())).select(".rows li"))
                .isEmpty();
    }

    private ResultActions change(Actor actor, String current, String password) throws Exception {
        return mvc.perform(post("/me/password")
                .with(access.as(actor))
                .param("current", current)
                .param("password", password));
    }

    private Document page(String path, RequestPostProcessor visit) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(visit))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
