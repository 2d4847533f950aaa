package org.hoshimori.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@HoshimoriTest
class CompanyPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures fixtures;

    @Autowired
    AccessFixtures access;

    @Autowired
    Organizations organizations;

    @Test
    void facts_are_saved_as_people_type_them_and_shown_again() throws Exception {
        var owner = fixtures.company();
        mvc.perform(post("/company")
                        .with(access.as(owner))
                        .param("name", "みなと工業株式会社")
                        .param("kana", "みなとこうぎょう")
                        .param("corporateNumber", "７００００１２０５０００２")
                        .param("industry", "E")
                        .param("prefecture", "27")
                        .param("employees", "１２人")
                        .param("money.capital", "1,000万円")
                        .param("website", "https://example.jp")
                        .param("contact", "総務部\r\n内線12")
                        .param("money.budget", ""))
                .andExpect(redirectedUrl("/company"));
        var facts = organizations.company(owner.organization()).facts();
        assertThat(facts.corporateNumber()).isEqualTo(new CorporateNumber("7000012050002"));
        assertThat(facts.employees()).isEqualTo(12);
        assertThat(facts.capitalYen()).isEqualTo(10_000_000);
        assertThat(facts.yearlyBudgetYen()).isNull();
        var page = html(owner, get("/company"), 200);
        assertThat(page.select(".notice a").eachAttr("href")).containsExactly("#representative", "#address");
        assertThat(page.select(".notice a").eachAttr("href"))
                .allSatisfy(field -> assertThat(page.select(field)).hasSize(1));
        assertThat(page.select("[name=money.capital]").val()).isEqualTo("10,000,000");
        assertThat(page.select("#kana").val()).isEqualTo("ミナトコウギョウ");
        assertThat(page.select("#industry option[selected]").val()).isEqualTo("E");
        assertThat(page.select("#prefecture option")).hasSize(48);
        assertThat(page.select("#industry option")).hasSize(21);
    }

    @Test
    void mistakes_come_back_with_what_was_typed_and_nothing_is_saved() throws Exception {
        var owner = fixtures.company();
        var page = html(
                owner,
                post("/company")
                        .param("name", "新しい名前")
                        .param("corporateNumber", "70000120500")
                        .param("industry", "Z")
                        .param("money.capital", "たくさん")
                        .param("website", "javascript:alert(1)"),
                422);
        assertThat(page.select("[role=alert] a").eachAttr("href"))
                .containsExactly("#corporateNumber", "#industry", "#money.capital", "#website");
        assertThat(page.select("#corporateNumber-error").text()).contains("いまは11けたです");
        assertThat(page.select("#name").val()).isEqualTo("新しい名前");
        assertThat(page.select("#website").val()).isEqualTo("javascript:alert(1)");
        assertThat(organizations.company(owner.organization()).name()).isEqualTo("みなと工業株式会社");
    }

    @Test
    void a_sole_proprietor_has_no_number() throws Exception {
        var owner = fixtures.company();
        var page = html(
                owner,
                post("/company")
                        .param("name", "港商店")
                        .param("corporateNumber", "7000012050002")
                        .param("soleProprietor", "on"),
                422);
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#corporateNumber");
        assertThat(page.select("input[name=soleProprietor]").hasAttr("checked")).isTrue();
        mvc.perform(post("/company").with(access.as(owner)).param("name", "港商店").param("soleProprietor", "on"))
                .andExpect(redirectedUrl("/company"));
        assertThat(organizations.company(owner.organization()).facts().soleProprietor())
                .isTrue();
    }

    @Test
    void whoever_only_reads_sees_facts_and_no_form_and_cannot_post() throws Exception {
        var auditor = fixtures.person(fixtures.company(), Role.AUDITOR);
        var page = html(auditor, get("/company"), 200);
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("dl.facts > div")).hasSize(12);
        html(auditor, post("/company").param("name", "別の名前"), 403);
    }

    private Document html(Actor actor, AbstractMockHttpServletRequestBuilder<?> request, int expected)
            throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
