package org.hoshimori.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.house.Crawl;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.web.WebConfig.StaticFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What may stay in a browser or on the way, and what must not.
@HoshimoriTest
class CacheHeadersTest {

    /// What is made to be read by everybody.
    private static final Pattern PUBLIC = Pattern.compile("/directory|/d/|/sitemap|/glossary");

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssessmentFixtures assessments;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assessments", "/controls", "/owner", "/me", "/trail.csv", "/articles/leaflet.pdf"})
    void what_belongs_to_a_company_is_never_stored(String path) throws Exception {
        var response = mvc.perform(get(path).with(access.as(organizations.company())))
                .andReturn()
                .getResponse();
        assertThat(response.getHeader("Cache-Control")).as(path).contains("no-store");
    }

    /// Every page and file that a link leads to, but for what is public.
    @Test
    void nothing_behind_the_sign_in_is_stored() throws Exception {
        var owner = organizations.company();
        assessments.closed(owner);
        var shapes = new HashSet<String>();
        var stored = new TreeMap<String, String>();
        var pages = Crawl.from(
                mvc, "/", path -> !PUBLIC.matcher(path).lookingAt() && shapes.add(shape(path)), access.cookie(owner));
        pages.forEach((path, answer) -> {
            var header = String.valueOf(answer.getHeader("Cache-Control"));
            if (!header.contains("no-store")) {
                stored.put(path, header);
            }
        });
        assertThat(pages).hasSizeGreaterThan(80);
        assertThat(stored).isEmpty();
    }

    /// Two things of the same kind have the same page.
    private static String shape(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                .replaceAll("^(/documents|/handouts|/regulations)/[a-z0-9-]+", "$1/*")
                .replaceAll("/clauses/[a-z0-9-]+", "/clauses/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/answer/wrong", "/reset/wrong", "/invitation/wrong", "/sign-in"})
    void what_opens_by_a_link_is_never_stored(String path) throws Exception {
        assertThat(mvc.perform(get(path)).andReturn().getResponse().getHeader("Cache-Control"))
                .as(path)
                .contains("no-store");
    }

    /// A year under the address of their version; asked for again under a bare one.
    @ParameterizedTest
    @ValueSource(strings = {"styles.css", "tokens.css", "hoshimori.js", "access.js"})
    void files_that_are_the_same_for_everybody_stay(String name) throws Exception {
        assertThat(stored(StaticFiles.FOLDER + name)).contains("max-age=31536000", "immutable");
        assertThat(stored("/static/" + name)).contains("no-cache");
        mvc.perform(get("/static/000000000000/" + name)).andExpect(status().isNotFound());
    }

    private String stored(String path) throws Exception {
        var response = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return String.valueOf(response.getHeader("Cache-Control"));
    }

    @Test
    void a_page_loads_the_files_of_this_version() throws Exception {
        var page = mvc.perform(get("/sign-in")).andReturn().getResponse().getContentAsString();
        assertThat(page)
                .contains(StaticFiles.FOLDER + "styles.css", StaticFiles.FOLDER + "hoshimori.js")
                .doesNotContain("\"/static/styles.css");
    }

    @Test
    void another_byte_makes_another_version() {
        var one = new byte[] {1, 2};
        var other = new byte[] {3};
        assertThat(StaticFiles.version(List.of(one, other)))
                .hasSize(12)
                .isEqualTo(StaticFiles.version(List.of(one, other)))
                .isNotEqualTo(StaticFiles.version(List.of(one)))
                .isNotEqualTo(StaticFiles.version(List.of(new byte[] {1, 2, 3})))
                .isNotEqualTo(StaticFiles.version(List.of(new byte[] {1}, new byte[] {2, 3})));
    }
}
