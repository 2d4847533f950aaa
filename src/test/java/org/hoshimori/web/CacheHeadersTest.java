package org.hoshimori.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.organization.OrganizationFixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What may stay in a browser or on the way, and what must not.
@HoshimoriTest
class CacheHeadersTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assessments", "/controls", "/owner", "/me", "/trail.csv", "/articles/leaflet.pdf"})
    void what_belongs_to_a_company_is_never_stored(String path) throws Exception {
        var response = mvc.perform(get(path).with(access.as(organizations.company())))
                .andReturn()
                .getResponse();
        assertThat(response.getHeader("Cache-Control")).as(path).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/answer/wrong", "/reset/wrong", "/invitation/wrong", "/sign-in"})
    void what_opens_by_a_link_is_never_stored(String path) throws Exception {
        assertThat(mvc.perform(get(path)).andReturn().getResponse().getHeader("Cache-Control"))
                .as(path)
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/styles.css", "/static/tokens.css", "/static/hoshimori.js", "/static/access.js"})
    void files_that_are_the_same_for_everybody_stay(String path) throws Exception {
        var response = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control"))
                .as(path)
                .contains("max-age=")
                .doesNotContain("no-store");
    }
}
