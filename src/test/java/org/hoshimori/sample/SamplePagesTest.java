package org.hoshimori.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class SamplePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Test
    void somebody_signed_in_tries_the_sample_and_removes_it_again() throws Exception {
        var owner = organizations.company();
        assertThat(page(owner, "/sample")
                        .select("form[action='/sample'] button")
                        .text())
                .isEqualTo("見本の会社で試す");
        mvc.perform(post("/sample").with(access.as(owner))).andExpect(redirectedUrl("/"));
        var inside = page(owner, "/sample");
        assertThat(inside.select(".sample-mark").text()).startsWith("見本の会社です");
        assertThat(inside.select(".site-me").text()).contains("見本株式会社");
        assertThat(page(owner, "/").select(".sample-mark")).as("on every page").hasSize(1);
        assertThat(page(owner, "/assessments").select("a[href^='/results/']")).hasSize(3);
        page(owner, "/sample/remove");
        mvc.perform(post("/sample/remove").with(access.as(owner))).andExpect(redirectedUrl("/"));
        var back = page(owner, "/");
        assertThat(back.select(".site-me").text()).contains("みなと工業株式会社");
        assertThat(back.select(".sample-mark")).isEmpty();
    }

    @Test
    void an_employee_may_try_it_too_and_owns_the_sample() throws Exception {
        var employee = organizations.person(organizations.company(), Role.EMPLOYEE);
        mvc.perform(post("/sample").with(access.as(employee))).andExpect(redirectedUrl("/"));
        assertThat(page(employee, "/sample").select("a.danger")).hasSize(1);
    }

    @Test
    void a_real_company_has_nothing_to_remove() throws Exception {
        var owner = organizations.company();
        mvc.perform(get("/sample/remove").with(access.as(owner))).andExpect(status().isNotFound());
        mvc.perform(post("/sample/remove").with(access.as(owner))).andExpect(status().isNotFound());
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        mvc.perform(post("/sample/remove").with(access.as(lead))).andExpect(status().isForbidden());
    }

    @Test
    void without_a_good_set_up_link_there_is_no_sample() throws Exception {
        mvc.perform(post("/setup/guessed/sample").with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isNotFound());
    }

    private Document page(Actor actor, String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
