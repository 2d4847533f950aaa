package org.hoshimori.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.control.Opinions.Opinion;
import org.hoshimori.control.Opinions.Stance;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class OpinionPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    ControlFixtures fixtures;

    @Autowired
    Opinions opinions;

    @Autowired
    Links links;

    private Actor owner;
    private DecidedControl control;

    @BeforeEach
    void prepare() {
        owner = organizations.company("ひみつ商事株式会社");
        control = fixtures.control(owner, fixtures.closedRound(owner), "週に1回写す", owner.member(), fixtures.today());
    }

    @Test
    void the_page_shows_the_control_and_nothing_else() throws Exception {
        var token = opinions.invite(owner, control.id());
        var html = mvc.perform(get("/opinion/" + token))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Robots-Tag", "noindex, nofollow"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html)
                .contains("週に1回写す")
                .contains("外付けディスクに写す")
                .doesNotContain("ひみつ商事")
                .doesNotContain(owner.name())
                .doesNotContain("10,000");
        assertThat(opinions.newest(owner.organization(), control.id(), 9)).isEmpty();
    }

    @Test
    void several_people_may_answer_and_a_double_click_counts_once() throws Exception {
        var token = opinions.invite(owner, control.id());
        say(token, "海 花子", "can-do", "やれます").andExpect(redirectedUrl("/opinion/" + token));
        say(token, "海 花子", "can-do", "やれます").andExpect(status().isSeeOther());
        say(token, "山 太郎", "cannot", "").andExpect(status().isSeeOther());
        assertThat(opinions.newest(owner.organization(), control.id(), 9))
                .extracting(Opinion::author, Opinion::stance, Opinion::text)
                .containsExactly(tuple("山 太郎", Stance.CANNOT, null), tuple("海 花子", Stance.CAN_DO, "やれます"));
    }

    @Test
    void what_is_missing_is_said_and_what_was_typed_is_kept() throws Exception {
        var token = opinions.invite(owner, control.id());
        var html = say(token, " ", "perhaps", "心配です")
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var page = Jsoup.parse(html);
        assertThat(page.select("#problems a").eachAttr("href")).containsExactly("#author", "#stance");
        assertThat(page.select("#text").val()).isEqualTo("心配です");
    }

    @Test
    void one_person_is_slowed_down() throws Exception {
        var token = opinions.invite(owner, control.id());
        for (var i = 0; i < 10; i++) {
            say(token, "海 花子", "worried", "意見 " + i).andExpect(status().isSeeOther());
        }
        say(token, "海 花子", "worried", "もう1つ").andExpect(status().is(422));
        say(token, "山 太郎", "worried", "").andExpect(status().isSeeOther());
    }

    @Test
    void expired_replaced_and_foreign_links_get_a_friendly_page() throws Exception {
        var old = opinions.invite(owner, control.id());
        opinions.invite(owner, control.id());
        var expired = links.issue(
                Link.Purpose.OPINION,
                owner.organization(),
                control.id().value(),
                owner.member(),
                Duration.ofSeconds(-1));
        var other = links.issue(
                Link.Purpose.ANSWER, owner.organization(), control.id().value(), owner.member(), Duration.ofDays(1));
        for (var token : new String[] {old, expired, other, "nonsense"}) {
            var html = mvc.perform(get("/opinion/" + token))
                    .andExpect(status().isNotFound())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(Jsoup.parse(html).select("h1").text()).isEqualTo("このリンクは、もう使えません");
            say(token, "海 花子", "can-do", "").andExpect(status().isNotFound());
        }
        assertThat(opinions.newest(owner.organization(), control.id(), 9)).isEmpty();
    }

    @Test
    void members_answer_signed_in_under_their_own_name() throws Exception {
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var stranger = organizations.company();
        var path = "/controls/" + control.id() + "/opinion";
        mvc.perform(get(path).with(access.as(employee))).andExpect(status().isOk());
        mvc.perform(get(path).with(access.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(post(path).with(access.as(employee)).param("author", "社長").param("stance", "worried"))
                .andExpect(status().isSeeOther());
        assertThat(opinions.newest(owner.organization(), control.id(), 9))
                .extracting(Opinion::author, Opinion::member)
                .containsExactly(tuple(employee.name(), employee.member()));
        var page = mvc.perform(get("/controls/" + control.id()).with(access.as(owner)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(page)
                        .select("section[aria-labelledby=opinions] .rows")
                        .text())
                .contains(employee.name())
                .contains("心配があります");
    }

    @Test
    void the_link_is_shown_once_to_whoever_made_it() throws Exception {
        var made = mvc.perform(post("/controls/" + control.id() + "/link").with(access.as(owner)))
                .andExpect(status().isSeeOther())
                .andReturn();
        assertThat((String) made.getFlashMap().get("opinionLink")).contains("/opinion/");
        var employee = organizations.person(owner, Role.EMPLOYEE);
        mvc.perform(post("/controls/" + control.id() + "/link").with(access.as(employee)))
                .andExpect(status().isForbidden());
    }

    private ResultActions say(String token, String author, String stance, String text) throws Exception {
        return mvc.perform(post("/opinion/" + token)
                .with(csrf())
                .param("author", author)
                .param("stance", stance)
                .param("text", text));
    }
}
