package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.organization.Worries;
import org.hoshimori.regulation.Outside.Item;
import org.hoshimori.regulation.Outside.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@HoshimoriTest
class WhyPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    Worries worries;

    @Autowired
    Outside outside;

    @Autowired
    Editions editions;

    @Test
    void every_chapter_says_how_needed_it_is_and_why() throws Exception {
        var owner = organizations.company();
        var page = page(get("/regulations/why"), owner, 200);
        for (var chapter : editions.standard(Locale.JAPANESE).regulations().chapters()) {
            var row = page.select("#chapter-" + chapter.id());
            assertThat(row.select(".chip").text()).as(chapter.id()).containsPattern("[◎○–]");
            assertThat(row.select("p.soft").text()).as(chapter.id()).isNotBlank();
            assertThat(row.select("details li")).as(chapter.id()).isNotEmpty();
        }
    }

    @Test
    void risks_stand_by_weight_and_a_worry_makes_one_heavier() throws Exception {
        var owner = organizations.company();
        assertThat(page(get("/regulations/why"), owner, 200).select(".regulation-risks > li"))
                .isEmpty();
        assessments.closed(owner, "2026", Today.inJapan(), assessments.all("partly"));
        worries.choose(owner, List.of("customer-data-leaks"), List.of());
        var page = page(get("/regulations/why"), owner, 200);
        assertThat(page.select(".regulation-risks > li")).hasSize(25);
        assertThat(page.select(".regulation-risks > li:first-child")
                        .select(".level")
                        .text())
                .isEqualTo("中");
        assertThat(page.select(".regulation-risks > li:last-child")
                        .select(".level")
                        .text())
                .isEqualTo("小");
        assertThat(page.select(".regulation-risks > li:first-child").text()).contains("お客様の名簿");
    }

    @Test
    void what_comes_from_outside_is_kept_and_seen_at_its_chapters() throws Exception {
        var owner = organizations.company();
        mvc.perform(post("/regulations/why")
                        .with(access.as(owner))
                        .param("law", "my-number")
                        .param("situation", "telework")
                        .param("own", "大口の取引先が監査に来る\n\n"))
                .andExpect(status().isSeeOther());
        assertThat(outside.of(owner.organization()))
                .containsExactly(
                        new Item(Kind.LAW, "my-number"),
                        new Item(Kind.SITUATION, "telework"),
                        new Item(Kind.OWN, "大口の取引先が監査に来る"));
        var page = page(get("/regulations/why"), owner, 200);
        assertThat(page.select("#chapter-my-number").text()).contains("マイナンバー");
        assertThat(page.select("input[value=telework][checked]")).hasSize(1);
        assertThat(outside.of(organizations.company("よその会社").organization())).isEmpty();
    }

    @Test
    void nonsense_is_refused_and_what_was_typed_stays() throws Exception {
        var owner = organizations.company();
        page(post("/regulations/why").param("law", "nowhere"), owner, 404);
        var refused = page(post("/regulations/why").param("own", "長".repeat(300)), owner, 422);
        assertThat(refused.select("#own").text()).hasSize(300);
        page(post("/regulations/why").param("law", "companies"), organizations.person(owner, Role.AUDITOR), 403);
        page(get("/regulations/why"), organizations.person(owner, Role.EMPLOYEE), 403);
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, Actor actor, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
