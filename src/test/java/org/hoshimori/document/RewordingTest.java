package org.hoshimori.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.document.DocumentFixtures.REGULATION;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.template.Clause;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What a company says in its own words still follows what is known of it.
@HoshimoriTest
class RewordingTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    DocumentFixtures fixtures;

    @Autowired
    Documents documents;

    @Test
    void a_reworded_clause_follows_a_fact_that_changes_later() throws Exception {
        var owner = organizations.company();
        var clause = clauseWith("{{password-minimum}}");
        var form = form(owner, REGULATION, clause.id());
        var offered = form.select("textarea").val();
        assertThat(offered).doesNotContain("{{").contains("【");
        reword(owner, REGULATION, form, "朝礼で確かめる。\n\n" + offered);
        assertThat(text(owner)).contains("朝礼で確かめる。").doesNotContain("【", "{{");
        fixtures.fill(owner, REGULATION, "password-minimum", "19");
        assertThat(text(owner)).contains("19文字以上");
        assertThat(form(owner, REGULATION, clause.id()).select("textarea").val())
                .isEqualTo("朝礼で確かめる。\n\n" + offered);
        assertThat(form(owner, REGULATION, clause.id()).select("dl").text()).contains("19");
    }

    @Test
    void when_a_fact_decides_otherwise_later_a_review_of_the_words_is_recommended() throws Exception {
        var owner = organizations.company();
        var path = "basic-policy";
        reword(owner, path, form(owner, path, "structure"), "当社は、責任者を決める。");
        assertThat(page(owner, path + "/clauses").select(".notice.warn")).isEmpty();
        assertThat(page(owner, path).select(".notice.warn")).isEmpty();
        organizations.person(owner, Role.SECURITY_LEAD);
        var clauses = page(owner, path + "/clauses");
        assertThat(clauses.select("#clause-structure .notice.warn ins").text()).contains("だれが何を決め");
        assertThat(page(owner, path).select(".notice.warn").text()).contains("社内体制の整備");
        assertThat(chip(owner, path)).isEqualTo("見直しをおすすめします");
        assertThat(chip(owner, REGULATION)).isNotEqualTo("見直しをおすすめします");
        reword(owner, path, form(owner, path, "structure"), "当社は、責任者を決める。");
        assertThat(page(owner, path).select(".notice.warn")).isEmpty();
        assertThat(chip(owner, path)).isEqualTo("下書き");
    }

    @Test
    void what_another_company_reworded_recommends_nothing_here() throws Exception {
        var owner = organizations.company();
        reword(owner, "basic-policy", form(owner, "basic-policy", "structure"), "当社は、責任者を決める。");
        var other = organizations.company();
        fixtures.fill(other, "basic-policy", "password-minimum", "14");
        organizations.person(other, Role.SECURITY_LEAD);
        assertThat(documents.reviewed(other.organization())).noneMatch(DocumentStanding::reviewRecommended);
    }

    /// What the list of documents says of one.
    private String chip(Actor actor, String template) throws Exception {
        var answer = mvc.perform(get("/documents").with(access.as(actor))).andExpect(status().isOk());
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString())
                .select("#" + template + " .document-next .chip")
                .text();
    }

    private Clause clauseWith(String mark) {
        return documents.template(REGULATION).clauses().stream()
                .filter(clause -> clause.body().contains(mark))
                .findFirst()
                .orElseThrow();
    }

    private String text(Actor actor) {
        return documents.sketch(actor.organization(), REGULATION).composition().plainText();
    }

    private org.jsoup.nodes.Element form(Actor actor, String template, String clause) throws Exception {
        var form =
                page(actor, template + "/clauses").selectFirst("#clause-" + clause + " form:has(input[value=reword])");
        assertThat(form).isNotNull();
        return form;
    }

    private void reword(Actor actor, String template, org.jsoup.nodes.Element form, String words) throws Exception {
        mvc.perform(post(form.attr("action"))
                        .with(access.as(actor))
                        .param("act", "reword")
                        .param("saw", form.select("input[name=saw]").val())
                        .param("title", form.select("input[name=title]").val())
                        .param("markdown", words))
                .andExpect(status().isSeeOther());
    }

    private Document page(Actor actor, String path) throws Exception {
        var answer =
                mvc.perform(get("/documents/" + path).with(access.as(actor))).andExpect(status().isOk());
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
