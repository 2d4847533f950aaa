package org.hoshimori.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.SignIns;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// The other installation: sign-up is open and mail is configured.
@HoshimoriTest
@TestPropertySource(
        properties = {"hoshimori.signup=open", "spring.mail.host=127.0.0.1", "hoshimori.mail.from=hoshimori@example.jp"
        })
class OpenStartPagesTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    SignIns signIns;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Test
    void anybody_starts_a_company_and_keeps_a_recovery_code() throws Exception {
        assertThat(html(mvc.perform(get("/sign-in")))).contains("href=\"/start\"");
        mvc.perform(get("/start")).andExpect(status().isOk());
        var email = UUID.randomUUID() + "@example.jp";
        start("新しい会社", email, PASSWORD)
                .andExpect(redirectedUrl("/setup-done"))
                .andExpect(flash().attributeExists("recoveryCode"));
        assertThat(signIns.memberships(signIns.check(email, PASSWORD).orElseThrow()))
                .hasSize(1);
        start("新しい会社", email, PASSWORD).andExpect(status().is(422));
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_the_rest_is_kept() throws Exception {
        var page = Jsoup.parse(html(start(" ", "a@example.jp", PASSWORD).andExpect(status().is(422))));
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#company");
        assertThat(page.select("#person").val()).isEqualTo("港 一郎");
        assertThat(page.select("#password").val()).isEmpty();
        page = Jsoup.parse(html(start("会社", "", PASSWORD).andExpect(status().is(422))));
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#email");
        start("会\u0000社", "a@example.jp", PASSWORD).andExpect(status().is(422));
        start("会".repeat(201), "a@example.jp", PASSWORD).andExpect(status().is(422));
    }

    @Test
    void who_is_signed_in_is_asked_for_the_company_only() throws Exception {
        var owner = organizations.company();
        var email = access.address(owner, PASSWORD);
        var page = Jsoup.parse(html(mvc.perform(get("/start").with(access.as(owner)))));
        assertThat(page.select("#password")).isEmpty();
        mvc.perform(post("/start")
                        .with(access.as(owner))
                        .param("company", "二つ目の会社")
                        .param("person", "港 一郎"))
                .andExpect(redirectedUrl("/"));
        assertThat(signIns.memberships(signIns.find(email).orElseThrow())).hasSize(2);
    }

    @Test
    void an_owner_gets_a_link_for_another_company() throws Exception {
        var owner = organizations.company();
        var page = Jsoup.parse(html(
                mvc.perform(post("/start/invitation").with(access.as(owner))).andExpect(status().isOk())));
        var link = page.select("#link").val();
        mvc.perform(get(link.substring(link.indexOf("/setup/")))).andExpect(status().isOk());
    }

    @Test
    void an_invitation_also_goes_by_mail_to_whoever_has_an_address() throws Exception {
        var owner = organizations.company();
        var member = people.add(
                owner,
                new Member(
                        MemberId.next(),
                        "鈴木",
                        null,
                        null,
                        "suzuki@example.jp",
                        "",
                        EnumSet.of(Role.EMPLOYEE),
                        Set.of()));
        mvc.perform(post("/people/" + member.id() + "/invitation").with(access.as(owner)))
                .andExpect(status().isOk());
        assertThat(outbox.waiting(owner.organization()).waiting()).isEqualTo(1);
    }

    @Test
    void with_a_mail_server_the_link_can_be_asked_for_and_the_answer_is_always_the_same() throws Exception {
        assertThat(Jsoup.parse(html(mvc.perform(get("/forgot")))).select("form[action=/forgot]"))
                .hasSize(1);
        var email = access.address(organizations.company(), PASSWORD);
        for (var address : new String[] {email, "nobody-" + email}) {
            mvc.perform(post("/forgot").with(csrf()).param("email", address))
                    .andExpect(redirectedUrl("/forgot"))
                    .andExpect(flash().attribute("toast", "entrance.forgot.asked"));
        }
    }

    private ResultActions start(String company, String email, String password) throws Exception {
        return mvc.perform(post("/start")
                .with(csrf())
                .param("company", company)
                .param("person", "港 一郎")
                .param("role", "owner")
                .param("email", email)
                .param("password", password));
    }

    private static String html(ResultActions page) throws Exception {
        return page.andReturn().getResponse().getContentAsString();
    }
}
