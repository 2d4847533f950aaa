package org.hoshimori.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.content.Editions;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.home.PutOff.Matter;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class PutOffTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    DocumentFixtures documents;

    @Autowired
    Organizations companies;

    @Autowired
    Editions editions;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Test
    void a_step_that_is_put_off_makes_room_and_comes_back_from_the_same_page() throws Exception {
        var owner = atPublishing();
        var page = page(owner, get("/"), 200);
        assertThat(step(page)).isEqualTo("/publication");
        assertThat(page.select("#not-now form").attr("action")).isEqualTo("/later/publication");
        var day = LocalDate.now(clock).plusMonths(2).toString();
        send(owner, post("/later/publication").param("until", day));
        send(owner, post("/later/publication").param("until", day));
        page = page(owner, get("/"), 200);
        assertThat(step(page)).isNotEqualTo("/publication");
        assertThat(page.select("section[aria-labelledby=left] li")).hasSize(1);
        send(owner, post("/later/publication/end"));
        send(owner, post("/later/publication/end"));
        page = page(owner, get("/"), 200);
        assertThat(step(page)).isEqualTo("/publication");
        assertThat(page.select("section[aria-labelledby=left]")).isEmpty();
        assertThat(trail.newest(owner.organization(), Subject.of("company", owner.organization()), Long.MAX_VALUE, 2))
                .extracting(entry -> entry.action())
                .containsExactly("taken-up-publication", "put-off-publication");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2020-01-01", "2999-01-01", "<script>"})
    void a_day_that_cannot_be_is_asked_again_with_what_was_typed(String typed) throws Exception {
        var owner = atPublishing();
        var page = page(owner, post("/later/publication").param("until", typed), 422);
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#until");
        assertThat(page.select("#until").val()).isEqualTo(typed);
        assertThat(page.select("#not-now").hasAttr("open")).isTrue();
        assertThat(companies.portrait(owner.organization()).postponed()).isEmpty();
    }

    @Test
    void a_matter_can_be_left_for_good_whatever_day_is_typed() throws Exception {
        var owner = organizations.company();
        send(owner, post("/later/declaration").param("until", "?").param("open", "yes"));
        assertThat(companies.portrait(owner.organization()).postponed())
                .containsExactly(new Organizations.Postponed("declaration", null));
        var other = organizations.company();
        assertThat(companies.portrait(other.organization()).postponed()).isEmpty();
        assertThat(page(other, get("/"), 200).select("section[aria-labelledby=left]"))
                .isEmpty();
    }

    @Test
    void what_is_not_optional_cannot_be_put_off() throws Exception {
        var owner = organizations.company();
        assertThat(page(owner, get("/"), 200).select("#not-now")).isEmpty();
        page(owner, post("/later/own-late").param("open", "yes"), 404);
        page(owner, post("/later/articles/end"), 404);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_those_who_declare_decide_what_is_put_off(Role role) throws Exception {
        var person = organizations.person(organizations.company(), role);
        var decides = role == Role.OWNER || role == Role.SECURITY_LEAD;
        mvc.perform(post("/later/analysis").with(access.as(person)).param("open", "yes"))
                .andExpect(status().is(decides ? 303 : 403));
    }

    @Test
    void a_matter_is_shown_again_on_its_day() {
        var day = LocalDate.of(2027, 1, 1);
        assertThat(new PutOff(Matter.ANALYSIS, day).holds(day.minusDays(1))).isTrue();
        assertThat(new PutOff(Matter.ANALYSIS, day).holds(day)).isFalse();
        assertThat(new PutOff(Matter.ANALYSIS, null).holds(LocalDate.MAX)).isTrue();
    }

    /// A company whose next step is to publish its basic policy.
    private Actor atPublishing() throws Exception {
        var owner = organizations.company();
        for (var article : editions.standard(Locale.JAPANESE).fiveArticles().articles()) {
            send(owner, post("/articles/" + article.id()).param("state", "done"));
        }
        assessments.closed(owner, "implemented");
        send(owner, post("/owner/worries").param("own", "火事"));
        mvc.perform(post("/company")
                        .with(access.as(owner))
                        .param("name", "みなと工業")
                        .param("representative", "港 一郎")
                        .param("prefecture", "13")
                        .param("address", "海見町1-1")
                        .param("industry", "E")
                        .param("employees", "30"))
                .andExpect(status().isSeeOther());
        documents.approved(owner, owner, "basic-policy");
        return owner;
    }

    private void send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        mvc.perform(request.with(access.as(actor))).andExpect(status().isSeeOther());
    }

    private static String step(Document page) {
        return page.select(".hero .button.large").attr("href");
    }

    private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
