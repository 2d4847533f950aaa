package org.hoshimori.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class SignInPagesTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    Links links;

    @Autowired
    Greeting greeting;

    @Autowired
    Trail trail;

    @Test
    void the_right_password_opens_the_page_one_wanted() throws Exception {
        var email = access.address(organizations.company(), PASSWORD);
        var cookie = cookie(signIn(email, PASSWORD, "/me")
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/me")));
        mvc.perform(get("/me").cookie(cookie)).andExpect(status().isOk());
    }

    @Test
    void a_page_elsewhere_is_never_the_next_one() throws Exception {
        var email = access.address(organizations.company(), PASSWORD);
        signIn(email, PASSWORD, "//evil.example.com").andExpect(redirectedUrl("/"));
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_page() throws Exception {
        var email = access.address(organizations.company(), PASSWORD);
        var wrong = signIn(email, "wrong horse battery", "/").andExpect(status().is(422));
        var unknown = signIn("nobody-" + email, PASSWORD, "/").andExpect(status().is(422));
        assertThat(alert(wrong)).isNotEmpty().isEqualTo(alert(unknown));
    }

    @Test
    void the_eleventh_try_is_refused_even_with_the_right_password() throws Exception {
        var email = access.address(organizations.company(), PASSWORD);
        for (var i = 0; i < 10; i++) {
            signIn(email, "wrong horse battery", "/");
        }
        assertThat(alert(signIn(email, PASSWORD, "/").andExpect(status().is(422))))
                .contains("5分");
    }

    @Test
    void signing_out_ends_the_visit_and_erases_what_waits_in_the_browser() throws Exception {
        var owner = organizations.company();
        mvc.perform(post("/sign-out").with(access.as(owner)))
                .andExpect(redirectedUrl("/sign-in"))
                .andExpect(header().string("Clear-Site-Data", "\"storage\""));
        mvc.perform(get("/me").with(access.as(owner))).andExpect(status().is3xxRedirection());
    }

    @Test
    void signing_out_everywhere_ends_the_other_browser_too() throws Exception {
        var owner = organizations.company();
        var email = access.address(owner, PASSWORD);
        var here = cookie(signIn(email, PASSWORD, "/"));
        var there = cookie(signIn(email, PASSWORD, "/"));
        mvc.perform(post("/sign-out-everywhere").with(csrf()).cookie(here)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/me").cookie(there)).andExpect(redirectedUrl("/sign-in?next=%2Fme"));
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("signed-out-everywhere"))
                .satisfies(entry -> assertThat(entry.author()).isEqualTo(owner.name()));
    }

    @Test
    void a_form_without_its_token_is_refused_in_words() throws Exception {
        var owner = organizations.company();
        var html = mvc.perform(post("/sign-out").cookie(access.cookie(owner)))
                .andExpect(status().isForbidden())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select("h1").text()).contains("古くなって");
        assertThat(html).doesNotContain("Exception");
    }

    @Test
    void a_form_sent_after_the_session_ended_says_what_to_do() throws Exception {
        var html = mvc.perform(post("/me/password").with(csrf()))
                .andExpect(status().isForbidden())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select("h1").text()).contains("期限が切れて");
    }

    @Test
    void a_save_from_a_script_learns_that_it_must_sign_in() throws Exception {
        mvc.perform(post("/me/password").with(csrf()).header("X-Requested-With", "fetch"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void only_https_promises_https() throws Exception {
        mvc.perform(get("/sign-in")).andExpect(header().doesNotExist("Strict-Transport-Security"));
        mvc.perform(get("/sign-in").secure(true)).andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void a_cookie_of_https_stays_on_https() throws Exception {
        var email = access.address(organizations.company(), PASSWORD);
        var sent = mvc.perform(
                post("/sign-in").secure(true).with(csrf()).param("email", email).param("password", PASSWORD));
        assertThat(cookie(sent).getSecure()).isTrue();
        assertThat(cookie(signIn(email, PASSWORD, "/")).getSecure()).isFalse();
        assertThat(cookie(sent).isHttpOnly()).isTrue();
    }

    @Test
    void the_command_on_the_server_prints_a_link_that_works_once_and_is_recorded() throws Exception {
        var owner = organizations.company();
        var email = access.address(owner, PASSWORD);
        var printed = greeting.resetLink(email);
        var link = printed.substring(printed.indexOf("/reset/")).strip();
        mvc.perform(post(link).with(csrf()).param("password", "quiet river stone"))
                .andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get(link)).andExpect(status().isNotFound());
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 2))
                .extracting(TrailEntry::action)
                .containsExactly("password-reset", "reset-link");
        assertThat(greeting.resetLink("nobody-" + email)).contains("Nothing was changed");
    }

    @Test
    void a_link_that_is_unknown_is_gone_in_words_and_not_to_be_indexed() throws Exception {
        var html = mvc.perform(get("/setup/" + UUID.randomUUID()))
                .andExpect(status().isNotFound())
                .andExpect(header().string("X-Robots-Tag", "noindex"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select("h1").text()).contains("リンク");
    }

    @Test
    void whoever_tries_a_hundred_links_waits() throws Exception {
        for (var i = 0; i < 100; i++) {
            mvc.perform(get("/setup/" + i).with(request -> {
                request.setRemoteAddr("10.9.9.9");
                return request;
            }));
        }
        mvc.perform(get("/setup/" + links.issueSetup()).with(request -> {
                    request.setRemoteAddr("10.9.9.9");
                    return request;
                }))
                .andExpect(status().isTooManyRequests());
        mvc.perform(get("/setup/" + links.issueSetup())).andExpect(status().isOk());
    }

    private ResultActions signIn(String email, String password, String next) throws Exception {
        return mvc.perform(post("/sign-in")
                .with(csrf())
                .param("email", email)
                .param("password", password)
                .param("next", next));
    }

    private static Cookie cookie(ResultActions answer) {
        return Objects.requireNonNull(answer.andReturn().getResponse().getCookie("hoshimori"));
    }

    private static String alert(ResultActions page) throws Exception {
        return Jsoup.parse(page.andReturn().getResponse().getContentAsString())
                .select("[role=alert]")
                .text();
    }
}
