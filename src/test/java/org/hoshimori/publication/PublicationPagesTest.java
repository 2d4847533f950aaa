package org.hoshimori.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.Signup;
import org.hoshimori.database.Database;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Company.Facts;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Trail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class PublicationPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    DocumentFixtures documents;

    @Autowired
    Publications publications;

    @Autowired
    Publications.Gate gate;

    @Autowired
    AddressRepository addresses;

    @Autowired
    SlugRepository slugs;

    @Autowired
    Database database;

    @Autowired
    Trail trail;

    @Autowired
    Organizations companies;

    @Test
    void what_only_this_machine_can_open_is_not_called_readable_by_everybody() throws Exception {
        var owner = organizations.company();
        var page = mvc.perform(get("/publication").with(access.as(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("このパソコンでしか開けません");
    }

    @Test
    void only_what_is_approved_and_in_force_can_be_read_by_everybody() throws Exception {
        var owner = organizations.company();
        publish(owner, "mirai-shokai").andExpect(status().isUnprocessableContent());
        mvc.perform(get("/c/mirai-shokai/policy")).andExpect(status().isNotFound());
        var revision = documents.approved(owner, owner, Publications.DOCUMENT);
        publish(owner, "mirai-shokai").andExpect(redirectedUrl("/publication"));
        var page = open("mirai-shokai");
        assertThat(page.select("article.paper").text()).contains("経営者の責任");
        assertThat(page.text()).contains(revision.fingerprint());
        assertThat(page.select("a[href^=/documents]")).isEmpty();
        // Nobody else comes to an address of this computer.
        assertThat(publications.proof(owner.organization())).isEmpty();
        var proof = publications.own(owner.organization()).orElseThrow();
        assertThat(proof.url()).endsWith("/c/mirai-shokai/policy");
        // Work on the next revision is nobody else's business.
        documents.work(owner, Publications.DOCUMENT, "policy-contact", "まだ秘密の窓口");
        assertThat(open("mirai-shokai").text()).doesNotContain("まだ秘密の窓口");
    }

    @Test
    void it_can_be_read_in_english_and_says_which_text_binds() throws Exception {
        var owner = organizations.company();
        var revision = documents.approved(owner, owner, Publications.DOCUMENT);
        publish(owner, "kotoba-shokai").andExpect(redirectedUrl("/publication"));
        var japanese = open("kotoba-shokai");
        assertThat(japanese.select("nav.tabs a[lang=en]").attr("href")).isEqualTo("/c/kotoba-shokai/policy?in=en");
        var english = Jsoup.parse(
                body(mvc.perform(get("/c/kotoba-shokai/policy?in=en")).andExpect(status().isOk())));
        assertThat(english.select("article[lang=en]").text()).contains("Compliance with laws and contracts");
        assertThat(english.text()).contains("正式な文書は、日本語の版です。", revision.fingerprint());
        assertThat(english.select(".document-fingerprint")).hasSize(1);
        mvc.perform(get("/c/kotoba-shokai/policy?in=easy")).andExpect(status().isNotFound());
        mvc.perform(get("/c/kotoba-shokai/policy?in=xx")).andExpect(status().isNotFound());
    }

    @Test
    void a_name_is_never_given_to_another_company_and_an_old_one_leads_on() throws Exception {
        var one = organizations.company();
        documents.approved(one, one, Publications.DOCUMENT);
        publish(one, "hoshi-first").andExpect(redirectedUrl("/publication"));
        publish(one, "hoshi-second").andExpect(redirectedUrl("/publication"));
        mvc.perform(get("/c/hoshi-first/policy"))
                .andExpect(status().isMovedPermanently())
                .andExpect(redirectedUrl("/c/hoshi-second/policy"));
        var other = organizations.company();
        documents.approved(other, other, Publications.DOCUMENT);
        for (var taken : new String[] {"hoshi-first", "hoshi-second"}) {
            var page = Jsoup.parse(body(publish(other, taken).andExpect(status().isUnprocessableContent())));
            assertThat(page.select("#slug").attr("value")).isEqualTo(taken);
            assertThat(page.select(".error")).isNotEmpty();
        }
        withdraw(one);
        mvc.perform(get("/c/hoshi-second/policy")).andExpect(status().isNotFound());
        mvc.perform(get("/c/hoshi-first/policy")).andExpect(status().isNotFound());
        publish(other, "hoshi-second").andExpect(status().isUnprocessableContent());
        publish(one, "hoshi-second").andExpect(redirectedUrl("/publication"));
        assertThat(open("hoshi-second").select("h1").text()).isEqualTo("情報セキュリティ基本方針");
    }

    @Test
    void where_anybody_signs_up_a_company_publishes_only_once_its_facts_are_confirmed() {
        var owner = organizations.company();
        documents.approved(owner, owner, Publications.DOCUMENT);
        assertThat(gated(Signup.OPEN, Publications.Standing.UNKNOWN).hindrance(owner.organization()))
                .contains("unconfirmed");
        assertThat(gated(Signup.OPEN, Publications.Standing.UNKNOWN).publish(owner, "mada-shokai"))
                .isEqualTo(new Publications.PublishOutcome.Refused("publication.hindrance.unconfirmed"));
        assertThat(gated(Signup.OPEN, Publications.Standing.CONFIRMED).hindrance(owner.organization()))
                .isEmpty();
        assertThat(gated(Signup.CLOSED, Publications.Standing.UNKNOWN).hindrance(owner.organization()))
                .isEmpty();
    }

    private Publications gated(Signup signup, Publications.Standing standing) {
        var beans = new StaticListableBeanFactory(Map.of("confirmed", (Publications.Confirmed) _ -> standing));
        var real = beans.getBeanProvider(Publications.Confirmed.class);
        var other = new Publications.Gate(gate.documents(), gate.organizations(), real, gate.reach(), signup);
        return new Publications(addresses, slugs, other, database, trail, Clock.systemUTC());
    }

    @Test
    void the_page_names_whoever_represented_the_company_when_it_was_approved() throws Exception {
        var owner = organizations.company();
        facts(owner, "代表取締役 港 一郎");
        documents.approved(owner, owner, Publications.DOCUMENT);
        publish(owner, "daihyo-shokai").andExpect(redirectedUrl("/publication"));
        facts(owner, "代表取締役 次の 人");
        assertThat(open("daihyo-shokai").text()).contains("港 一郎").doesNotContain("次の 人");
    }

    @Test
    void names_that_say_nothing_or_too_much_are_refused() throws Exception {
        var owner = organizations.company();
        documents.approved(owner, owner, Publications.DOCUMENT);
        for (var name :
                new String[] {"", "a", "AB", "さくら", "-ab", "ab-", "a--b", "admin", "ipa", "a/../b", "x".repeat(41)}) {
            publish(owner, name).andExpect(status().isUnprocessableContent());
        }
        assertThat(publications.own(owner.organization())).isEmpty();
    }

    @Test
    void a_sample_cannot_publish_and_an_employee_may_not() throws Exception {
        var owner = organizations.company();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        mvc.perform(get("/publication").cookie(access.cookie(employee))).andExpect(status().isForbidden());
        mvc.perform(post("/publication").param("slug", "abc-def").with(csrf()).cookie(access.cookie(employee)))
                .andExpect(status().isForbidden());
        assertThat(Map.of(
                        "status",
                        mvc.perform(get("/c/no-such-name/policy/file"))
                                .andReturn()
                                .getResponse()
                                .getStatus()))
                .containsEntry("status", 404);
    }

    private void facts(Actor actor, String representative) {
        var company = companies.company(actor.organization());
        var facts = new Facts(null, null, false, null, null, null, null, null, representative, null, null);
        companies.change(
                actor, new Company(company.id(), company.name(), company.sample(), company.createdAt(), facts, null));
    }

    private org.springframework.test.web.servlet.ResultActions publish(Actor actor, String slug) throws Exception {
        return mvc.perform(post("/publication").param("slug", slug).with(csrf()).cookie(access.cookie(actor)));
    }

    private void withdraw(Actor actor) throws Exception {
        mvc.perform(post("/publication/withdraw").with(csrf()).cookie(access.cookie(actor)))
                .andExpect(redirectedUrl("/publication"));
    }

    private Document open(String slug) throws Exception {
        return Jsoup.parse(body(mvc.perform(get("/c/" + slug + "/policy")).andExpect(status().isOk())));
    }

    private static String body(org.springframework.test.web.servlet.ResultActions actions) throws Exception {
        return actions.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void two_clicks_at_once_publish_and_record_once() throws Exception {
        for (var run = 0; run < 6; run++) {
            var owner = organizations.company();
            documents.approved(owner, owner, Publications.DOCUMENT);
            var name = "twice-" + System.nanoTime();
            together(() -> publications.publish(owner, name), () -> publications.publish(owner, name + "b"));
            assertThat(publications.own(owner.organization())).isPresent();
            var proof = new PolicyProof("https://example.com/policy", publications.today());
            together(() -> record(owner, proof), () -> record(owner, proof));
            assertThat(publications.elsewhere(owner.organization())).contains(proof);
        }
    }

    @Test
    void two_companies_that_want_one_name_at_once_are_answered_in_words() throws Exception {
        for (var run = 0; run < 6; run++) {
            var one = organizations.company();
            var other = organizations.company();
            documents.approved(one, one, Publications.DOCUMENT);
            documents.approved(other, other, Publications.DOCUMENT);
            var name = "wanted-" + System.nanoTime();
            var answers = together(() -> publications.publish(one, name), () -> publications.publish(other, name));
            assertThat(answers)
                    .hasAtLeastOneElementOfType(Publications.PublishOutcome.Published.class)
                    .contains(new Publications.PublishOutcome.Refused("publication.problem.taken"));
        }
    }

    @Test
    void a_day_before_all_calendars_is_refused_in_words() throws Exception {
        var owner = organizations.company();
        for (var day : new String[] {"-999999999-01-01", "0001-01-01", "+12345-01-01"}) {
            mvc.perform(post("/publication/address")
                            .param("url", "https://example.com/policy")
                            .param("seenOn", day)
                            .with(csrf())
                            .cookie(access.cookie(owner)))
                    .andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void a_place_that_only_this_computer_opens_is_refused_in_words() throws Exception {
        var owner = organizations.company();
        for (var host : new String[] {"localhost:8080", "127.0.0.1", "[::1]", "fileserver", "fileserver.", "0.0.0.0"}) {
            var page = mvc.perform(post("/publication/address")
                            .param("url", "http://" + host + "/policy")
                            .param("seenOn", "2026-11-01")
                            .with(csrf())
                            .cookie(access.cookie(owner)))
                    .andExpect(status().isUnprocessableContent())
                    .andReturn();
            assertThat(page.getResponse().getContentAsString()).as(host).contains("だれでも読める場所のアドレス");
        }
    }

    private Object record(Actor owner, PolicyProof proof) {
        publications.record(owner, proof);
        return proof;
    }

    private static List<Object> together(Callable<Object> one, Callable<Object> other) throws Exception {
        var answers = new ArrayList<Object>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
