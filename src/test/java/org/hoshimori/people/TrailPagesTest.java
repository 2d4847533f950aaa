package org.hoshimori.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class TrailPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures fixtures;

    @Autowired
    AccessFixtures access;

    @Autowired
    Trail trail;

    @Autowired
    Database database;

    @Test
    void the_trail_says_in_words_what_happened_and_that_the_chain_is_whole() throws Exception {
        var owner = fixtures.company("みなと工業");
        var page = html(owner, "/trail");
        assertThat(page.select(".people-trail tbody tr")).hasSize(1);
        assertThat(page.select(".people-trail tbody tr").text()).contains("会社を始めた", "みなと工業", "港 一郎");
        assertThat(page.select("#chain.ok")).hasSize(1);
    }

    @Test
    void an_action_without_a_text_shows_its_word() throws Exception {
        var owner = fixtures.company();
        note(owner, new Subject("telescope", "1"), Change.to("polished", "<b>bright</b>"));
        var row = html(owner, "/trail").select(".people-trail tbody tr").first();
        assertThat(row).isNotNull();
        assertThat(row.text()).contains("polished", "telescope", "<b>bright</b>");
    }

    @Test
    void older_entries_stand_on_the_next_page() throws Exception {
        var owner = fixtures.company();
        for (var number = 0; number < 60; number++) {
            note(owner, new Subject("round", "r/" + number % 2), Change.to("answered", String.valueOf(number)));
        }
        var first = html(owner, "/trail");
        assertThat(first.select(".people-trail tbody tr")).hasSize(50);
        var second = html(owner, first.select("a[href*=before]").attr("href"));
        assertThat(second.select(".people-trail tbody tr")).hasSize(11);
        assertThat(second.select("a[href*=before]")).isEmpty();
    }

    @Test
    void one_object_and_one_kind_are_shown_alone_also_with_a_slash_in_the_id() throws Exception {
        var owner = fixtures.company();
        note(owner, new Subject("answer", "round/backup"), Change.to("answered", "yes"));
        note(owner, new Subject("answer", "round/password"), Change.to("answered", "no"));
        var link = html(owner, "/trail").select(".people-trail tbody tr a").first();
        assertThat(link).isNotNull();
        assertThat(html(owner, link.attr("href"))
                        .select(".people-trail tbody tr")
                        .text())
                .contains("no")
                .doesNotContain("yes");
        assertThat(html(owner, "/trail?kind=company").select(".people-trail tbody tr"))
                .hasSize(1);
        assertThat(html(owner, "/trail/round/none").select(".empty")).hasSize(1);
    }

    @Test
    void another_companys_entries_are_nowhere() throws Exception {
        var owner = fixtures.company("ひみつ商店");
        var stranger = fixtures.company();
        assertThat(html(stranger, "/trail").text()).doesNotContain("ひみつ商店");
        assertThat(html(stranger, "/trail/company/" + owner.organization()).select(".empty"))
                .hasSize(1);
        assertThat(csv(stranger)).doesNotContain("ひみつ商店");
    }

    @Test
    void the_file_holds_everything_and_runs_no_formula() throws Exception {
        var owner = fixtures.company("=1+1");
        database.transact(owner.organization(), () -> {
            for (var number = 0; number < 1005; number++) {
                note(owner, new Subject("round", "1"), Change.to("answered", "x"));
            }
            return owner;
        });
        var file = csv(owner);
        assertThat(file.split("\r\n")).hasSize(1 + 1005 + 1);
        assertThat(file).startsWith("\uFEFF番号,いつ,だれが,何をした").contains("会社を始めた").contains("'=1+1");
    }

    private void note(Actor actor, Subject subject, Change change) {
        trail.append(actor.organization(), actor.author(), subject, change);
    }

    private String csv(Actor actor) throws Exception {
        return mvc.perform(get("/trail.csv").with(access.as(actor)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"trail.csv\""))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Document html(Actor actor, String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(path)).with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
