package org.hoshimori.desk;

import static hoshimori.schema.Tables.MAIL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// Where anybody may sign up, an address is confirmed by a code before a number is given.
@HoshimoriTest
@TestPropertySource(
        properties = {
            "hoshimori.programme=immediate",
            "hoshimori.signup=open",
            "spring.mail.host=127.0.0.1",
            "hoshimori.mail.from=hoshimori@example.jp"
        })
class ConfirmedAddressTest {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    @Autowired
    MockMvc mvc;

    @Autowired
    DeskFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    Applications applications;

    @Autowired
    DeclarationRepository counts;

    @Autowired
    Database database;

    @Test
    void no_number_is_given_before_the_code_came_back() throws Exception {
        var owner = organizations.company();
        var id = handedIn(owner);
        assertThat(applications.mine(owner.organization(), id).stage()).isEqualTo(Stage.UNCONFIRMED);
        assertThat(applications.declarations(owner.organization())).isEmpty();
        assertThat(page(owner, id).select("#code")).hasSize(1);
        send(owner, id, code(owner)).andExpect(redirectedUrl("/declaration"));
        var declared = applications.declarations(owner.organization());
        assertThat(declared).hasSize(1);
        assertThat(page(owner, id).select("#code")).isEmpty();
        send(owner, id, code(owner));
        assertThat(applications.declarations(owner.organization())).isEqualTo(declared);
    }

    @Test
    void a_code_in_wide_digits_or_with_a_space_is_right_too() throws Exception {
        var owner = organizations.company();
        var id = handedIn(owner);
        var wide = new StringBuilder();
        code(owner).chars().forEach(digit -> wide.appendCodePoint(digit - '0' + '０'));
        send(owner, id, wide.insert(3, "　").toString());
        assertThat(applications.declarations(owner.organization())).hasSize(1);
    }

    @Test
    void a_wrong_code_is_said_at_its_field_and_after_five_somebody_looks_at_it() throws Exception {
        var owner = organizations.company();
        var id = handedIn(owner);
        var wrong = code(owner).equals("000000") ? "000001" : "000000";
        for (var left = 4; left > 0; left--) {
            var body = send(owner, id, wrong).andExpect(status().is(422)).andReturn();
            var page = Jsoup.parse(body.getResponse().getContentAsString(StandardCharsets.UTF_8));
            assertThat(page.select("#problems").text()).contains(String.valueOf(left));
        }
        send(owner, id, wrong).andExpect(redirectedUrl("/declaration"));
        assertThat(applications.mine(owner.organization(), id).stage()).isEqualTo(Stage.WAITING);
        send(owner, id, code(owner));
        assertThat(applications.declarations(owner.organization())).isEmpty();
    }

    @Test
    void whoever_gets_no_mail_asks_for_somebody_to_look() throws Exception {
        var owner = organizations.company();
        var id = handedIn(owner);
        mvc.perform(post("/declaration/applications/" + id + "/review").with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
        assertThat(applications.mine(owner.organization(), id).stage()).isEqualTo(Stage.WAITING);
        assertThat(applications.declarations(owner.organization())).isEmpty();
    }

    @Test
    void another_company_confirms_nothing_even_with_the_right_code() throws Exception {
        var owner = organizations.company();
        var id = handedIn(owner);
        send(organizations.company(), id, code(owner)).andExpect(status().isNotFound());
        assertThat(applications.mine(owner.organization(), id).stage()).isEqualTo(Stage.UNCONFIRMED);
    }

    @Test
    void a_doubt_that_must_be_seen_waits_after_the_code_as_well() throws Exception {
        var first = organizations.company();
        var facts = fixtures.facts();
        var id = ((Applications.Outcome.ConfirmFirst) fixtures.handIn(first.organization(), facts)).application();
        send(first, id, code(first));
        var second = organizations.company();
        id = ((Applications.Outcome.ConfirmFirst) fixtures.handIn(second.organization(), facts)).application();
        send(second, id, code(second));
        assertThat(applications.mine(second.organization(), id).stage()).isEqualTo(Stage.WAITING);
        assertThat(applications.mine(second.organization(), id).doubts()).containsExactly("same-name");
    }

    @Test
    void whoever_hands_in_and_withdraws_again_and_again_floods_nobody() throws Exception {
        var owner = organizations.company();
        var other = organizations.company();
        for (var i = 0; i < DeskLetters.MOST_A_DAY; i++) {
            applications.withdraw(owner.organization(), handedIn(owner), "港 一郎");
        }
        var sixth = fixtures.handIn(owner.organization(), fixtures.facts());
        assertThat(sixth).isInstanceOf(Applications.Outcome.Waits.class);
        var id = ((Applications.Outcome.Waits) sixth).application();
        assertThat(mails(owner.organization())).hasSize(DeskLetters.MOST_A_DAY);
        assertThat(applications.mine(owner.organization(), id).stage()).isEqualTo(Stage.WAITING);
        assertThat(applications.declarations(owner.organization())).isEmpty();
        assertThat(page(owner, id).select(".history").text()).contains("メールは送っていません");
        handedIn(other);
        assertThat(mails(other.organization())).hasSize(1);
    }

    @Test
    void letters_of_yesterday_do_not_count() {
        var company = organizations.company().organization();
        var now = OffsetDateTime.now();
        counts.addLetter(company, now.minusHours(25));
        counts.addLetter(company, now.minusHours(23));
        assertThat(counts.letters(company, now.minusDays(1))).isEqualTo(1);
        assertThat(counts.letters(organizations.company().organization(), now.minusDays(1)))
                .isZero();
    }

    private UUID handedIn(Actor owner) {
        return ((Applications.Outcome.ConfirmFirst) fixtures.handIn(owner.organization(), fixtures.facts()))
                .application();
    }

    private org.springframework.test.web.servlet.ResultActions send(Actor owner, UUID id, String code)
            throws Exception {
        return mvc.perform(post("/declaration/applications/" + id + "/code")
                .param("code", code)
                .with(access.as(owner)));
    }

    private Document page(Actor owner, UUID id) throws Exception {
        return Jsoup.parse(mvc.perform(get("/declaration/applications/" + id).with(access.as(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /// The code out of the first mail, which went to the address of the application.
    private String code(Actor owner) {
        var found = CODE.matcher(mails(owner.organization()).getFirst());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private List<String> mails(OrganizationId organization) {
        return database.across(sql -> sql.selectFrom(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.ORGANIZATION_ID.eq(organization.value()))
                .and(MAIL_MESSAGE.RECIPIENT.eq("secret@planted.example"))
                .orderBy(MAIL_MESSAGE.CREATED_AT)
                .fetch(row -> Objects.requireNonNull(row.getBody()).replaceAll("試し[0-9]+", "")));
    }
}
