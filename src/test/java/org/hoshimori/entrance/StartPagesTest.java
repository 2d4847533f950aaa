package org.hoshimori.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.Founders;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Signup;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class StartPagesTest {

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
    Links links;

    @Autowired
    Founders founders;

    @Autowired
    Database database;

    @Autowired
    Trail trail;

    @Autowired
    Letters letters;

    @Test
    void where_sign_up_is_closed_there_is_no_such_page_and_no_invitation() throws Exception {
        var owner = organizations.company();
        mvc.perform(get("/start")).andExpect(status().isNotFound());
        start("/start", UUID.randomUUID() + "@example.jp").andExpect(status().isNotFound());
        mvc.perform(post("/start/invitation").with(access.as(owner))).andExpect(status().isNotFound());
        mvc.perform(get("/setup/" + invitation(owner))).andExpect(status().isNotFound());
        assertThat(mvc.perform(get("/sign-in")).andReturn().getResponse().getContentAsString())
                .doesNotContain("href=\"/start\"")
                .contains("href=\"/forgot\"");
    }

    @Test
    void an_invitation_of_a_company_is_good_unless_sign_up_is_closed() {
        var token = invitation(organizations.company());
        assertThatCode(() -> starts(Signup.INVITATION).mustBeGood(token)).doesNotThrowAnyException();
        assertThatCode(() -> starts(Signup.OPEN).mustBeGood(token)).doesNotThrowAnyException();
        assertThatThrownBy(() -> starts(Signup.CLOSED).mustBeGood(token)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> starts(Signup.INVITATION).mustBeOpen()).isInstanceOf(NotFound.class);
        starts(Signup.INVITATION).use(token);
        assertThatThrownBy(() -> starts(Signup.INVITATION).use(token)).isInstanceOf(NotFound.class);
    }

    @Test
    void an_owner_invites_a_company_where_the_installation_allows_it() {
        var owner = organizations.company();
        assertThat(starts(Signup.INVITATION).invite(owner))
                .isInstanceOfSatisfying(LinkOutcome.Issued.class, issued -> assertThat(issued.url())
                        .contains("/setup/"));
        assertThatThrownBy(() -> starts(Signup.CLOSED).invite(owner)).isInstanceOf(NotFound.class);
    }

    @Test
    void somebody_who_is_signed_in_founds_one_more_company() {
        var email = access.address(organizations.company(), PASSWORD);
        var signIn = signIns.find(email).orElseThrow();
        var form = new FoundingForm("二つ目の会社", "港 一郎", "owner", null, null);
        starts(Signup.OPEN).foundAnother(form, signIn);
        assertThat(signIns.memberships(signIn)).hasSize(2);
    }

    private Starts starts(Signup signup) {
        return new Starts(database, links, founders, trail, letters, signup);
    }

    private String invitation(Actor owner) {
        return links.issue(
                Link.Purpose.SETUP, owner.organization(), owner.member().value(), owner.member(), Duration.ofDays(1));
    }

    private ResultActions start(String path, String email) throws Exception {
        return mvc.perform(post(path)
                .with(csrf())
                .param("company", "新しい会社")
                .param("person", "港 一郎")
                .param("role", "owner")
                .param("email", email)
                .param("password", PASSWORD));
    }
}
