package org.hoshimori.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.handout.HandoutFixtures.HANDBOOK;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hamcrest.Matchers;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.database.StatementCount;
import org.hoshimori.document.DocumentFixtures;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// A personal link: what it opens, and how it ends.
@HoshimoriTest
class GuestPagesTest {

    private static final int BUDGET = 12;

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    HandoutFixtures fixtures;

    @Autowired
    DocumentFixtures documents;

    @Autowired
    HandoutRepository handouts;

    @Autowired
    RequestRepository requests;

    @Autowired
    Handouts verbs;

    @Autowired
    People people;

    @Autowired
    Links links;

    @Autowired
    Trail trail;

    @Autowired
    StatementCount statements;

    @Test
    void a_link_shows_the_document_only_and_reading_changes_nothing() throws Exception {
        var owner = organizations.company();
        var revision = fixtures.handedOut(owner);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var path = "/read/" + fixtures.token(owner, employee.member());
        mvc.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Robots-Tag", "noindex"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
        for (var screen : new String[] {"1", "2", "end", "all", "contents", "-7", "x"}) {
            var page = page(path + "?screen=" + screen);
            assertThat(page.select("a[href^=/]").eachAttr("href"))
                    .allMatch(href -> href.startsWith(path) || href.equals("/") || !href.contains("handout"));
            assertThat(page.select("nav[popover]")).isEmpty();
        }
        assertThat(handouts.confirmations(owner.organization(), revision.id())).isEmpty();
    }

    @Test
    void confirming_by_link_is_recorded_once_and_a_replay_says_so() throws Exception {
        var owner = organizations.company();
        var revision = fixtures.handedOut(owner);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var path = "/read/" + fixtures.token(owner, employee.member());
        for (var i = 0; i < 3; i++) {
            mvc.perform(post(path).with(csrf())).andExpect(status().is3xxRedirection());
        }
        var confirmation = Objects.requireNonNull(
                handouts.confirmations(owner.organization(), revision.id()).get(employee.member()));
        assertThat(confirmation.way()).isEqualTo(Confirmation.Way.LINK);
        assertThat(trail.newest(owner.organization(), Subject.of("member", employee.member()), Long.MAX_VALUE, 50))
                .extracting(TrailEntry::action)
                .filteredOn("document-confirmed"::equals)
                .hasSize(1);
        var end = page(path + "?screen=end");
        assertThat(end.select(".notice.ok").text()).contains("もう一度押す必要はありません");
        assertThat(end.select("form")).isEmpty();
    }

    @Test
    void unknown_revoked_and_expired_links_say_the_same_clear_sentence() throws Exception {
        var owner = organizations.company();
        var revision = fixtures.handedOut(owner);
        var member = organizations.person(owner, Role.EMPLOYEE).member();
        var revoked = fixtures.token(owner, member);
        mvc.perform(post("/handouts/handbook/people/" + member + "/revoke").with(access.as(owner)))
                .andExpect(status().is3xxRedirection());
        var request = Objects.requireNonNull(
                requests.all(owner.organization(), revision.id()).get(member));
        var expired =
                links.issue(Link.Purpose.HANDOUT, owner.organization(), request.id(), null, Duration.ofSeconds(-1));
        var sentence = gone("AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(sentence).isNotBlank();
        assertThat(gone(revoked)).isEqualTo(sentence);
        assertThat(gone(expired)).isEqualTo(sentence);
    }

    @Test
    void a_link_for_something_else_or_for_another_company_opens_nothing() throws Exception {
        var owner = organizations.company();
        var revision = fixtures.handedOut(owner);
        var member = organizations.person(owner, Role.EMPLOYEE).member();
        fixtures.token(owner, member);
        var request = Objects.requireNonNull(
                requests.all(owner.organization(), revision.id()).get(member));
        var validity = Duration.ofDays(1);
        gone(links.issue(Link.Purpose.ANSWER, owner.organization(), request.id(), null, validity));
        gone(links.issue(Link.Purpose.HANDOUT, owner.organization(), member.value(), null, validity));
        var stranger = organizations.company();
        gone(links.issue(Link.Purpose.HANDOUT, stranger.organization(), request.id(), null, validity));
    }

    @Test
    void links_end_with_the_handing_out_and_when_somebody_leaves() throws Exception {
        var owner = organizations.company();
        fixtures.handedOut(owner);
        var leaver = organizations.person(owner, Role.EMPLOYEE).member();
        var token = fixtures.token(owner, leaver);
        people.leave(owner, leaver);
        gone(token);
        var other =
                fixtures.token(owner, organizations.person(owner, Role.EMPLOYEE).member());
        page("/read/" + other);
        verbs.stop(owner, HANDBOOK);
        gone(other);
        verbs.handOut(owner, new Handout(HANDBOOK, Audience.EVERYBODY, false, false));
        gone(other);
    }

    @Test
    void a_link_to_an_earlier_revision_asks_for_a_new_one() throws Exception {
        var owner = organizations.company();
        fixtures.handedOut(owner);
        var member = organizations.person(owner, Role.EMPLOYEE).member();
        var path = "/read/" + fixtures.token(owner, member);
        var next = fixtures.next(owner, organizations.person(owner, Role.OWNER));
        var page = mvc.perform(get(path)).andExpect(status().isGone()).andReturn();
        assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("新しい版が始まっています");
        mvc.perform(post(path).with(csrf())).andExpect(status().isGone());
        assertThat(handouts.confirmations(owner.organization(), next.id())).isEmpty();
    }

    @Test
    void the_three_questions_are_asked_by_link_too() throws Exception {
        var owner = organizations.company();
        var revision = fixtures.handedOut(owner, new Handout(HANDBOOK, Audience.EVERYBODY, false, true));
        var member = organizations.person(owner, Role.EMPLOYEE).member();
        var path = "/read/" + fixtures.token(owner, member);
        mvc.perform(post(path).with(csrf())).andExpect(status().is(422));
        var right = post(path);
        for (var question : page(path + "?screen=end").select("fieldset.handout-question")) {
            right.param(question.id(), String.valueOf(QuizFixtures.right(question.id())));
        }
        assertThat(handouts.confirmations(owner.organization(), revision.id())).isEmpty();
        mvc.perform(right.with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(handouts.confirmations(owner.organization(), revision.id())).containsOnlyKeys(member);
    }

    @Test
    void what_the_company_brought_as_a_file_comes_as_an_attachment() throws Exception {
        var owner = organizations.company();
        var policy = "basic-policy";
        mvc.perform(multipart("/documents/" + policy + "/own-file")
                        .file(new MockMultipartFile("file", "方針.pdf", "application/pdf", "%PDF-1.7 x".getBytes()))
                        .with(access.as(owner)))
                .andExpect(status().is3xxRedirection());
        documents.approved(owner, owner, policy);
        verbs.handOut(owner, new Handout(policy, Audience.EVERYBODY, false, false));
        var path = "/read/" + fixtures.token(owner, policy, owner.member());
        var page = page(path);
        assertThat(page.select("article a").attr("href")).isEqualTo(path + "/file");
        assertThat(page.select("article form button")).hasSize(1);
        mvc.perform(get(path + "/file"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", Matchers.startsWith("attachment")));
        mvc.perform(get("/read/" + fixtures.token(owner, policy, owner.member()) + "x/file"))
                .andExpect(status().isNotFound());
        mvc.perform(post(path).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(page("/handouts/basic-policy/read", owner).select(".notice.ok"))
                .hasSize(1);
    }

    @Test
    void a_link_is_shown_once_and_then_only_that_there_is_one() throws Exception {
        var owner = organizations.company();
        fixtures.handedOut(owner);
        var path = "/handouts/handbook/people/" + owner.member() + "/link";
        var made = mvc.perform(post(path).with(access.as(owner)))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        assertThat(made.getResponse().getRedirectedUrl()).isEqualTo(path);
        var shown = mvc.perform(get(path).with(access.as(owner)).flashAttrs(made.getFlashMap()))
                .andExpect(status().isOk())
                .andReturn();
        var url = Jsoup.parse(shown.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .select("#url")
                .attr("value");
        page(url.replaceAll("^https?://[^/]+", ""));
        mvc.perform(get(path).with(access.as(owner))).andExpect(status().is3xxRedirection());
        assertThat(page("/handouts/handbook", owner).select(".rows").text()).contains("まで開けます");
    }

    @Test
    void pages_stay_within_their_budget_however_many_people_there_are() throws Exception {
        var owner = organizations.company();
        var factory = fixtures.department(owner, "工場", null);
        fixtures.handedOut(
                owner, new Handout(HANDBOOK, Audience.of(Set.of(factory), Set.of(owner.member())), false, true));
        verbs.confirm(owner, HANDBOOK, 1);
        fixtures.next(owner, organizations.person(owner, Role.OWNER));
        var path = "/read/" + fixtures.token(owner, owner.member());
        access.cookie(owner);
        var few = counts(owner, path);
        for (var i = 0; i < 5; i++) {
            fixtures.member(owner, "人" + i, factory, null);
        }
        assertThat(counts(owner, path)).isEqualTo(few);
        assertThat(few).allSatisfy(count -> assertThat(count).isBetween(1, BUDGET));
    }

    private List<Integer> counts(Actor owner, String path) throws Exception {
        return List.of(
                statements.of(() -> page("/handouts", owner)),
                statements.of(() -> page("/handouts/handbook", owner)),
                statements.of(() -> page("/handouts/handbook/read", owner)),
                statements.of(() -> page(path)));
    }

    private String gone(String token) throws Exception {
        var posted = mvc.perform(post("/read/" + token).with(csrf())).andReturn();
        assertThat(posted.getResponse().getStatus()).isEqualTo(404);
        var answer = mvc.perform(get("/read/" + token))
                .andExpect(status().isNotFound())
                .andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .select("main")
                .text();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document page(String path, Actor actor) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
