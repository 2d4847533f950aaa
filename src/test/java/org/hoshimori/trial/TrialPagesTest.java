package org.hoshimori.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
@TestPropertySource(properties = "hoshimori.signup=open")
class TrialPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    Editions editions;

    @Test
    void looking_shows_25_questions_and_leaves_nothing_behind() throws Exception {
        var page = page(get("/try"));
        assertThat(page.select("fieldset.question")).hasSize(25);
        assertThat(page.select("fieldset.question input[type=radio]")).hasSize(100);
        assertThat(page.select("input[checked]")).isEmpty();
        mvc.perform(get("/try")).andExpect(cookie().doesNotExist(TrialController.COOKIE));
    }

    @Test
    void the_first_answer_starts_an_attempt_that_only_this_browser_finds() throws Exception {
        var trial = answer(null, "backup", "partly");
        answer(trial, "training", "not");
        var page = page(get("/try").cookie(trial));
        assertThat(page.select("#backup input[checked]").val()).isEqualTo("partly");
        assertThat(page.select("[data-done]").text()).isEqualTo("2");
        assertThat(page(get("/try").cookie(new Cookie(TrialController.COOKIE, "guessed")))
                        .select("input[checked]"))
                .isEmpty();
    }

    @Test
    void the_cookie_is_for_the_trial_alone() throws Exception {
        mvc.perform(given("backup", "partly"))
                .andExpect(status().isNoContent())
                .andExpect(header().string(
                                "Set-Cookie",
                                Matchers.allOf(
                                        Matchers.containsString("Path=/try"),
                                        Matchers.containsString("HttpOnly"),
                                        Matchers.containsString("SameSite=Lax"),
                                        Matchers.containsString("Max-Age=604800"))));
        mvc.perform(given("backup", "perhaps")).andExpect(status().is(422));
        mvc.perform(given("no-such-question", "partly")).andExpect(status().is(422));
    }

    @Test
    void without_a_script_the_form_is_kept_and_says_what_is_missing() throws Exception {
        var form = post("/try").with(SecurityMockMvcRequestPostProcessors.csrf());
        var html = mvc.perform(form.param("backup", "partly").param("training", "unknown"))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var page = Jsoup.parse(html);
        assertThat(page.select("[role=alert] a")).hasSize(23);
        assertThat(page.select("#training input[checked]").val()).isEqualTo("unknown");
        mvc.perform(get("/try/result")).andExpect(redirectedUrl("/try"));
    }

    @Test
    void the_whole_form_leads_to_points_band_and_weak_questions() throws Exception {
        var trial = complete("partly", "not");
        var page = page(get("/try/result").cookie(trial));
        assertThat(page.select(".score-figure span:not(.unit)").text()).isEqualTo("48");
        assertThat(page.select(".verdict").text())
                .isEqualTo(editions.standard(Locale.JAPANESE)
                        .selfDiagnosis()
                        .band(48)
                        .title());
        var weak = page.select("ol.rows > li");
        assertThat(weak).hasSize(25);
        assertThat(weak.getFirst().select(".strong").text()).startsWith("問11");
        assertThat(weak.getFirst().text())
                .contains(editions.standard(Locale.JAPANESE)
                        .selfDiagnosis()
                        .question("backup")
                        .harm());
    }

    @Test
    void nobody_signed_in_starts_a_company_with_the_three_things() throws Exception {
        access.cookie(organizations.company());
        var trial = complete("implemented", "not");
        assertThat(page(get("/try/result").cookie(trial)).select("#keep ~ p a").attr("href"))
                .isEqualTo("/try/company");
        var refused = mvc.perform(company("", "short").cookie(trial))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(refused).select("#person").val()).isEqualTo("山手 花子");
        assertThat(refused).doesNotContain("value=\"short\"");
        mvc.perform(company("山手商店", "correct horse battery").cookie(trial))
                .andExpect(redirectedUrl("/try/founded"))
                .andExpect(cookie().exists("hoshimori"))
                .andExpect(cookie().maxAge(TrialController.COOKIE, 0));
        mvc.perform(get("/try/result").cookie(trial)).andExpect(redirectedUrl("/try"));
    }

    @Test
    void whoever_leads_rounds_keeps_it_in_their_company_and_others_are_told_whom_to_ask() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var trial = complete("implemented", "not");
        mvc.perform(post("/try/keep").with(access.as(employee)).cookie(trial, access.cookie(employee)))
                .andExpect(status().isForbidden());
        assertThat(page(get("/try/result").cookie(trial, access.cookie(employee)))
                        .select("form[action='/try/keep']"))
                .isEmpty();
        assertThat(page(get("/try/result").cookie(trial, access.cookie(owner))).select("form[action='/try/keep']"))
                .hasSize(1);
        var keep = post("/try/keep").with(SecurityMockMvcRequestPostProcessors.csrf());
        mvc.perform(keep.cookie(trial, access.cookie(owner))).andExpect(redirectedUrlPattern("/assessments/*"));
    }

    @Test
    void forgetting_deletes_at_once() throws Exception {
        var trial = answer(null, "backup", "partly");
        mvc.perform(post("/try/forget")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .cookie(trial))
                .andExpect(redirectedUrl("/try"))
                .andExpect(cookie().maxAge(TrialController.COOKIE, 0));
        assertThat(page(get("/try").cookie(trial)).select("input[checked]")).isEmpty();
    }

    @Test
    void too_many_beginnings_from_one_place_are_slowed_down() throws Exception {
        assertThat(tries(given("backup", "partly"))).isBetween(100, 150);
        var page =
                post("/try").with(SecurityMockMvcRequestPostProcessors.csrf()).param("backup", "partly");
        assertThat(tries(page)).isLessThan(50);
    }

    /// How often one place may ask before it is slowed down; while it asks, a try comes back every three seconds.
    private int tries(MockHttpServletRequestBuilder request) throws Exception {
        request.with(sent -> {
            sent.setRemoteAddr("192.0.2.77");
            return sent;
        });
        for (var made = 0; made < 200; made++) {
            if (mvc.perform(request).andReturn().getResponse().getStatus() == 429) {
                return made;
            }
        }
        throw new AssertionError("never slowed down");
    }

    private static MockHttpServletRequestBuilder company(String name, String password) {
        return post("/try/company")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("company", name)
                .param("person", "山手 花子")
                .param("role", "owner")
                .param("email", UUID.randomUUID() + "@example.jp")
                .param("password", password);
    }

    private Cookie complete(String first, String others) throws Exception {
        var form = post("/try").with(SecurityMockMvcRequestPostProcessors.csrf());
        editions.standard(Locale.JAPANESE).selfDiagnosis().questions().forEach(question -> {
            var isFirst = !question.id().equals("backup");
            form.param(question.id(), isFirst ? first : others);
        });
        var response = mvc.perform(form)
                .andExpect(redirectedUrl("/try/result"))
                .andReturn()
                .getResponse();
        return Objects.requireNonNull(response.getCookie(TrialController.COOKIE));
    }

    private Cookie answer(@Nullable Cookie trial, String question, String answer) throws Exception {
        var request = given(question, answer);
        var response = mvc.perform(trial == null ? request : request.cookie(trial))
                .andExpect(status().isNoContent())
                .andReturn()
                .getResponse();
        return Arrays.stream(response.getCookies())
                .filter(one -> one.getName().equals(TrialController.COOKIE))
                .findFirst()
                .or(() -> Optional.ofNullable(trial))
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder given(String question, String answer) {
        return post("/try/answers/" + question)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("answer", answer);
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
