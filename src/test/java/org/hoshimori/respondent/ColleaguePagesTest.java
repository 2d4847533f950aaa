package org.hoshimori.respondent;

import static hoshimori.schema.Tables.ACCESS_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.respondent.RespondentFixtures.page;
import static org.hoshimori.respondent.RespondentFixtures.path;
import static org.hoshimori.respondent.RespondentFixtures.status;
import static org.hoshimori.respondent.RespondentFixtures.with;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.Database;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.trail.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A colleague without an account: the link opens the questions it names and nothing else.
@HoshimoriTest
class ColleaguePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    RespondentFixtures respondents;

    @Autowired
    Asking asking;

    @Autowired
    Links links;

    @Autowired
    Rounds rounds;

    @Autowired
    Assessments assessments;

    @Autowired
    Trail trail;

    @Autowired
    Database database;

    @Test
    void the_link_shows_who_asks_and_the_questions_it_names_and_no_company() throws Exception {
        var owner = organizations.company("みなと秘密工業");
        var asked = respondents.link(owner, respondents.open(owner));
        var result = mvc.perform(get(path(asked))).andReturn();
        var page = page(result);
        assertThat(status(result)).isEqualTo(200);
        assertThat(page.select("fieldset.question").eachAttr("id"))
                .containsExactly("answer-wireless-lan", "answer-backup");
        assertThat(page.text()).contains("佐藤 花子", "港 一郎").doesNotContain("みなと秘密工業");
        assertThat(result.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(result.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void answers_are_saved_in_the_colleagues_name_and_can_be_changed() throws Exception {
        var owner = organizations.company();
        var asked = respondents.link(owner, respondents.open(owner));
        var first = answer(path(asked), Map.of("answer-backup", "not", "comment-backup", "月に一度だけ"));
        assertThat(first.getResponse().getRedirectedUrl()).isEqualTo(path(asked) + "/thanks");
        answer(path(asked), Map.of("answer-backup", "partly", "comment-backup", "月に一度だけ"));
        var said = rounds.answers(owner.organization(), asked.respondent());
        assertThat(said).singleElement().satisfies(answer -> {
            assertThat(answer.answer()).isEqualTo("partly");
            assertThat(answer.comment()).isEqualTo("月に一度だけ");
            assertThat(answer.by()).isEqualTo("佐藤 花子");
        });
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 1)
                        .getFirst()
                        .author())
                .isEqualTo("佐藤 花子");
        assertThat(page(mvc.perform(get(path(asked) + "/thanks")).andReturn()).text())
                .contains("1問");
    }

    @Test
    void what_does_not_exist_here_is_said_with_its_reason_and_taken_back() throws Exception {
        var owner = organizations.company();
        var asked = respondents.link(owner, respondents.open(owner));
        var refused = answer(path(asked), Map.of("none-wireless-lan", "on", "answer-backup", "partly"));
        assertThat(status(refused)).isEqualTo(422);
        assertThat(page(refused).select("#comment-wireless-lan-error").text()).contains("理由");
        assertThat(page(refused).select("input[name=none-wireless-lan][checked]"))
                .hasSize(1);
        assertThat(page(refused).select("input[name=answer-backup][checked]").val())
                .isEqualTo("partly");
        answer(path(asked), Map.of("none-wireless-lan", "on", "comment-wireless-lan", "有線だけです"));
        assertThat(rounds.answers(owner.organization(), asked.respondent()))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.notApplicable()).isTrue();
                    assertThat(said.answer()).isEqualTo("implemented");
                });
        assertThat(page(mvc.perform(get(path(asked))).andReturn()).select("input[name=none-wireless-lan][checked]"))
                .hasSize(1);
        answer(path(asked), Map.of("answer-wireless-lan", "partly", "comment-wireless-lan", "有線だけです"));
        assertThat(rounds.answers(owner.organization(), asked.respondent()))
                .singleElement()
                .satisfies(said -> assertThat(said.notApplicable()).isFalse());
    }

    @Test
    void other_questions_are_not_even_read() throws Exception {
        var owner = organizations.company();
        var asked = respondents.link(owner, respondents.open(owner));
        answer(
                path(asked),
                Map.of(
                        "answer-wireless-lan",
                        "partly",
                        "answer-strong-passwords",
                        "not",
                        "answer-os-up-to-date",
                        "not"));
        assertThat(rounds.answers(owner.organization(), asked.respondent().round()))
                .extracting(RecordedAnswer::question)
                .containsExactly("wireless-lan");
    }

    @Test
    void opening_the_link_changes_nothing() throws Exception {
        var owner = organizations.company();
        var asked = respondents.link(owner, respondents.open(owner));
        var before =
                trail.newest(owner.organization(), null, Long.MAX_VALUE, 50).size();
        mvc.perform(get(path(asked)));
        mvc.perform(get(path(asked) + "/thanks"));
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 50)).hasSize(before);
        assertThat(rounds.answers(owner.organization(), asked.respondent())).isEmpty();
    }

    @Test
    void nothing_typed_is_lost_when_a_comment_is_too_long() throws Exception {
        var owner = organizations.company();
        var asked = respondents.link(owner, respondents.open(owner));
        var result =
                answer(path(asked), Map.of("answer-wireless-lan", "not", "comment-wireless-lan", "長".repeat(2001)));
        assertThat(status(result)).isEqualTo(422);
        var page = page(result);
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#comment-wireless-lan");
        assertThat(page.select("#comment-wireless-lan").text()).hasSize(2001);
        assertThat(page.select("input[name=answer-wireless-lan][checked]").val())
                .isEqualTo("not");
        assertThat(status(answer(path(asked), Map.of("answer-wireless-lan", "perhaps"))))
                .isEqualTo(422);
        assertThat(status(answer(path(asked), Map.of()))).isEqualTo(422);
    }

    @Test
    void only_the_hash_of_the_token_is_in_the_database() throws Exception {
        var owner = organizations.company();
        var token = Objects.requireNonNull(
                respondents.link(owner, respondents.open(owner)).token());
        var hashes = database.across(sql -> sql.select(ACCESS_LINK.TOKEN_HASH)
                .from(ACCESS_LINK)
                .where(ACCESS_LINK.ORGANIZATION_ID.eq(owner.organization().value()))
                .fetch(row -> row.value1()));
        assertThat(hashes)
                .containsExactly(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void unknown_revoked_expired_wrong_and_closed_links_look_alike() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var revoked = respondents.link(owner, round);
        asking.revoke(owner, revoked.respondent());
        var organization = owner.organization();
        var expired = "/answer/"
                + links.issue(
                        Link.Purpose.ANSWER,
                        organization,
                        revoked.respondent().id().value(),
                        owner.member(),
                        Duration.ofSeconds(-1));
        var opinion = "/answer/"
                + links.issue(
                        Link.Purpose.OPINION,
                        organization,
                        revoked.respondent().id().value(),
                        owner.member(),
                        Duration.ofDays(1));
        var other = "/answer/"
                + links.issue(
                        Link.Purpose.ANSWER,
                        organizations.company().organization(),
                        revoked.respondent().id().value(),
                        null,
                        Duration.ofDays(1));
        for (var path : new String[] {path(revoked), expired, opinion, other, "/answer/" + UUID.randomUUID()}) {
            for (var request : List.of(get(path), post(path).param("answer-wireless-lan", "not"))) {
                var result = mvc.perform(request.with(SecurityMockMvcRequestPostProcessors.csrf())
                                .with(from("192.0.2.1")))
                        .andReturn();
                assertThat(status(result)).as(path).isEqualTo(404);
                assertThat(page(result).select("h1").text()).isEqualTo("このリンクは、いま使えません");
            }
        }
        assertThat(rounds.answers(organization, round.id())).isEmpty();
    }

    @Test
    void a_link_ends_with_its_round() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var asked = respondents.link(owner, round);
        respondents.saysToAll(
                owner,
                respondents.first(owner, round),
                asking.diagnosis(round, Locale.JAPANESE).questions().stream()
                        .map(question -> question.id())
                        .toList(),
                "partly");
        assessments.close(owner, round.id());
        assertThat(status(answer(path(asked), Map.of("answer-wireless-lan", "not"))))
                .isEqualTo(404);
    }

    @Test
    void guessing_is_slowed_down() throws Exception {
        var last = 0;
        for (var i = 0; i < 12; i++) {
            last = status(mvc.perform(get("/answer/" + UUID.randomUUID()).with(from("192.0.2.77")))
                    .andReturn());
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void a_new_link_ends_the_old_one_and_asking_again_makes_no_second_colleague() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var first = respondents.link(owner, round);
        var second = respondents.link(owner, round);
        assertThat(second.respondent().id()).isEqualTo(first.respondent().id());
        assertThat(status(mvc.perform(get(path(first))).andReturn())).isEqualTo(404);
        assertThat(status(mvc.perform(get(path(second))).andReturn())).isEqualTo(200);
        assertThat(links.expiries(Link.Purpose.ANSWER, owner.organization())
                        .get(second.respondent().id().value()))
                .isAfter(OffsetDateTime.now().plusDays(6));
    }

    private MvcResult answer(String path, Map<String, String> fields) throws Exception {
        return mvc.perform(with(post(path), fields).with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
