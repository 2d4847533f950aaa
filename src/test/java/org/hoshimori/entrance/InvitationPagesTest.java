package org.hoshimori.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.SignIns;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class InvitationPagesTest {

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
    Trail trail;

    @Test
    void an_invited_person_makes_a_sign_in_and_is_in_the_company_and_the_link_is_used_up() throws Exception {
        var owner = organizations.company();
        var colleague = organizations.person(owner, Role.EMPLOYEE);
        var link = link(owner, colleague);
        mvc.perform(get(link)).andExpect(status().isOk());
        var email = UUID.randomUUID() + "@example.jp";
        accept(link, email, PASSWORD).andExpect(redirectedUrl("/"));
        var signIn = signIns.check(email, PASSWORD).orElseThrow();
        assertThat(signIns.memberships(signIn)).extracting("member").containsExactly(colleague.member());
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 3))
                .extracting(TrailEntry::action)
                .startsWith("joined", "invited");
        mvc.perform(get(link)).andExpect(status().isNotFound());
        accept(link, "x" + email, PASSWORD).andExpect(status().isNotFound());
    }

    @Test
    void a_newer_invitation_ends_the_older_one() throws Exception {
        var owner = organizations.company();
        var colleague = organizations.person(owner, Role.EMPLOYEE);
        var first = link(owner, colleague);
        var second = link(owner, colleague);
        mvc.perform(get(first)).andExpect(status().isNotFound());
        mvc.perform(get(second)).andExpect(status().isOk());
    }

    @Test
    void a_weak_password_comes_back_with_the_address_kept() throws Exception {
        var owner = organizations.company();
        var link = link(owner, organizations.person(owner, Role.EMPLOYEE));
        var html = accept(link, "suzuki@example.jp", "short")
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select("#email").val()).isEqualTo("suzuki@example.jp");
        assertThat(Jsoup.parse(html).select("[role=alert] a").attr("href")).isEqualTo("#password");
    }

    @Test
    void an_address_with_a_sign_in_is_let_in_with_its_own_password_only() throws Exception {
        var elsewhere = organizations.company();
        var email = access.address(elsewhere, PASSWORD);
        var owner = organizations.company();
        var link = link(owner, organizations.person(owner, Role.EMPLOYEE));
        accept(link, email, "another horse battery").andExpect(status().is(422));
        accept(link, email, PASSWORD).andExpect(redirectedUrl("/"));
        assertThat(signIns.memberships(signIns.find(email).orElseThrow())).hasSize(2);
    }

    @Test
    void whoever_is_signed_in_accepts_with_that_sign_in_but_only_once_per_company() throws Exception {
        var adviser = organizations.company("助言の会社");
        var email = access.address(adviser, PASSWORD);
        var owner = organizations.company();
        var link = link(owner, organizations.person(owner, Role.AUDITOR));
        mvc.perform(post(link + "/acceptance").with(access.signedIn(email))).andExpect(redirectedUrl("/"));
        assertThat(signIns.memberships(signIns.find(email).orElseThrow())).hasSize(2);
        var second = link(owner, organizations.person(owner, Role.EMPLOYEE));
        mvc.perform(post(second + "/acceptance").with(access.signedIn(email))).andExpect(status().is(422));
        mvc.perform(get(second)).andExpect(status().isOk());
    }

    @Test
    void a_security_lead_lets_nobody_in_as_owner() throws Exception {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        var second = organizations.person(owner, Role.OWNER);
        mvc.perform(invitation(second).with(access.as(lead))).andExpect(status().is(422));
        mvc.perform(invitation(second).with(access.as(owner))).andExpect(status().isOk());
        var employee = organizations.person(owner, Role.EMPLOYEE);
        mvc.perform(invitation(employee).with(access.as(lead))).andExpect(status().isOk());
    }

    @Test
    void who_signs_in_already_needs_no_invitation() throws Exception {
        var owner = organizations.company();
        var colleague = organizations.person(owner, Role.EMPLOYEE);
        access.address(colleague, PASSWORD);
        mvc.perform(invitation(colleague).with(access.as(owner))).andExpect(status().is(422));
    }

    @Test
    void a_person_of_another_company_is_not_found() throws Exception {
        var stranger = organizations.company();
        mvc.perform(invitation(organizations.company()).with(access.as(stranger)))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_those_who_manage_people_invite(Role role) throws Exception {
        var owner = organizations.company();
        var colleague = organizations.person(owner, Role.EMPLOYEE);
        var may = role == Role.OWNER || role == Role.SECURITY_LEAD;
        mvc.perform(invitation(colleague).with(access.as(organizations.person(owner, role))))
                .andExpect(status().is(may ? 200 : 403));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_gives_more_than_they_have(Role role) {
        var member = new Member(MemberId.next(), "x", null, null, null, "", EnumSet.of(Role.EMPLOYEE, role), Set.of());
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        assertThat(Invitations.mayLetIn(owner, member)).isTrue();
        assertThat(Invitations.mayLetIn(lead, member)).isEqualTo(role != Role.OWNER);
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder invitation(Actor person) {
        return post("/people/" + person.member() + "/invitation");
    }

    private String link(Actor owner, Actor person) throws Exception {
        var html = mvc.perform(invitation(person).with(access.as(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var url = Jsoup.parse(html).select("#link").val();
        return url.substring(url.indexOf("/invitation/"));
    }

    private ResultActions accept(String link, String email, String password) throws Exception {
        return mvc.perform(post(link).with(csrf()).param("email", email).param("password", password));
    }
}
