package org.hoshimori.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.Links;
import org.hoshimori.access.SignIns;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.Shells;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class ResetPagesTest {

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
    Links links;

    @Autowired
    Trail trail;

    @Test
    void whether_an_address_exists_makes_no_difference() throws Exception {
        var email = access.address(organizations.company(), OLD);
        for (var address : new String[] {email, "nobody-" + email}) {
            mvc.perform(post("/forgot").with(csrf()).param("email", address))
                    .andExpect(redirectedUrl("/forgot"))
                    .andExpect(flash().attribute(Shells.TOAST, "entrance.forgot.asked"));
        }
        mvc.perform(post("/forgot").with(csrf()).param("email", "x")).andExpect(status().is(422));
    }

    @Test
    void without_a_mail_server_the_page_names_the_other_ways() throws Exception {
        var page = Jsoup.parse(mvc.perform(get("/forgot"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("a[href=/recover]")).hasSize(1);
        assertThat(page.select("form[action=/forgot]")).isEmpty();
    }

    @Test
    void a_link_from_a_colleague_sets_the_password_once_ends_old_visits_and_is_recorded() throws Exception {
        var owner = organizations.company();
        var colleague = organizations.person(owner, Role.EMPLOYEE);
        var email = access.address(colleague, OLD);
        var before = access.cookie(colleague);
        mvc.perform(get("/me").cookie(before)).andExpect(status().isOk());
        var link = link(reset(owner, colleague).andExpect(status().isOk()));
        set(link, "short").andExpect(status().is(422));
        set(link, NEW).andExpect(redirectedUrl("/sign-in"));
        set(link, OLD).andExpect(status().isNotFound());
        assertThat(signIns.check(email, NEW)).isPresent();
        assertThat(signIns.check(email, OLD)).isEmpty();
        mvc.perform(get("/me").cookie(before)).andExpect(redirectedUrl("/sign-in?next=%2Fme"));
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 2))
                .extracting(TrailEntry::action)
                .containsExactly("password-reset", "reset-link");
    }

    @Test
    void nobody_resets_themselves_or_somebody_above() throws Exception {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        var otherLead = organizations.person(owner, Role.SECURITY_LEAD);
        access.address(owner, OLD);
        access.address(lead, OLD);
        access.address(otherLead, OLD);
        reset(lead, owner).andExpect(status().is(422));
        reset(lead, lead).andExpect(status().is(422));
        reset(lead, otherLead).andExpect(status().isOk());
        reset(organizations.person(owner, Role.SYSTEM_ADMIN), lead).andExpect(status().isForbidden());
    }

    @Test
    void a_person_of_another_company_is_not_found() throws Exception {
        reset(organizations.company(), organizations.company()).andExpect(status().isNotFound());
    }

    @Test
    void who_works_for_several_companies_is_not_reset_by_one_of_them() throws Exception {
        var owner = organizations.company();
        var adviser = organizations.person(owner, Role.AUDITOR);
        var email = access.address(adviser, OLD);
        var link = link(reset(owner, adviser).andExpect(status().isOk()));
        signIns.join(signIns.find(email).orElseThrow(), organizations.company());
        reset(owner, adviser).andExpect(status().is(422));
        set(link, NEW).andExpect(status().isNotFound());
    }

    @Test
    void the_recovery_code_opens_once_and_a_new_one_is_shown() throws Exception {
        var email = access.address(organizations.company(), OLD);
        var code = signIns.newRecoveryCode(signIns.find(email).orElseThrow());
        recover(email, "AAAAA-AAAAA-AAAAA-AAAAA", NEW).andExpect(status().is(422));
        recover(email, code.toLowerCase(Locale.ROOT), NEW)
                .andExpect(redirectedUrl("/setup-done"))
                .andExpect(flash().attributeExists("recoveryCode"));
        assertThat(signIns.check(email, NEW)).isPresent();
        recover(email, code, OLD).andExpect(status().is(422));
    }

    @Test
    void guessing_recovery_codes_is_slowed_down() throws Exception {
        var email = access.address(organizations.company(), OLD);
        var code = signIns.newRecoveryCode(signIns.find(email).orElseThrow());
        for (var i = 0; i < 10; i++) {
            recover(email, "AAAAA-AAAAA-AAAAA-AAAAA", NEW);
        }
        recover(email, code, NEW).andExpect(status().is(422));
        assertThat(signIns.check(email, OLD)).isPresent();
    }

    @Test
    void a_mailed_link_works_like_one_that_was_handed_over() throws Exception {
        var email = access.address(organizations.company(), OLD);
        var link = "/reset/" + links.issueReset(signIns.find(email).orElseThrow(), null);
        mvc.perform(get(link)).andExpect(status().isOk());
        set(link, NEW).andExpect(redirectedUrl("/sign-in"));
    }

    private ResultActions reset(Actor actor, Actor person) throws Exception {
        return mvc.perform(post("/people/" + person.member() + "/reset").with(access.as(actor)));
    }

    private static String link(ResultActions page) throws Exception {
        var url = Jsoup.parse(page.andReturn().getResponse().getContentAsString())
                .select("#link")
                .val();
        return url.substring(url.indexOf("/reset/"));
    }

    private ResultActions set(String link, String password) throws Exception {
        return mvc.perform(post(link).with(csrf()).param("password", password));
    }

    private ResultActions recover(String email, String code, String password) throws Exception {
        return mvc.perform(post("/recover")
                .with(csrf())
                .param("email", email)
                .param("code", code)
                .param("password", password));
    }
}
