package org.hoshimori.respondent;

import static hoshimori.schema.Tables.ORGANIZATION_DEPARTMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.respondent.RespondentFixtures.page;
import static org.hoshimori.respondent.RespondentFixtures.status;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Map;
import java.util.Objects;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.Database;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Who answers a round, and making a link for a colleague.
@HoshimoriTest
class AskPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    RespondentFixtures respondents;

    @Autowired
    AssessmentFixtures fixtures;

    @Autowired
    Rounds rounds;

    @Autowired
    Database database;

    @Test
    void the_question_nobody_knows_is_ticked() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var page = page(respondents.read(mvc, owner, "/assessments/" + round.id() + "/ask?question=backup"));
        assertThat(page.select("input[name=questions]")).hasSize(25);
        assertThat(page.select("input[name=questions][checked]").val()).isEqualTo("backup");
        assertThat(page.select("#days").val()).isEqualTo("7");
    }

    @Test
    void a_link_is_shown_once_with_code_and_text() throws Exception {
        var owner = organizations.company();
        var round = respondents.open(owner);
        var made = respondents.send(
                mvc,
                owner,
                "/assessments/" + round.id() + "/ask",
                Map.of("name", "佐藤 花子", "questions", "backup", "days", "14"));
        var next = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
        assertThat(status(made)).isBetween(302, 303);
        var shown = mvc.perform(get(next).with(access.as(owner)).flashAttrs(Map.copyOf(made.getFlashMap())))
                .andReturn();
        var page = page(shown);
        assertThat(page.select("#url").val()).startsWith("http").contains("/answer/");
        assertThat(page.select("#letter").text()).contains(page.select("#url").val(), "佐藤 花子");
        assertThat(page.select("svg[role=img] path").attr("d")).startsWith("M4 4h7v1H4z");
        var again = respondents.read(mvc, owner, next);
        assertThat(again.getResponse().getRedirectedUrl()).endsWith("/respondents");
        var list = page(respondents.read(mvc, owner, "/assessments/" + round.id() + "/respondents"));
        assertThat(list.text()).contains("佐藤 花子", "リンクを止める");
        assertThat(list.html()).doesNotContain("/answer/");
    }

    @Test
    void whoever_answers_passes_on_what_they_are_asked_and_nothing_else() throws Exception {
        var owner = organizations.company();
        var clerk = organizations.person(owner, Role.EMPLOYEE);
        var round = respondents.open(owner);
        var base = "/assessments/" + round.id();
        assertThat(status(respondents.read(mvc, clerk, base + "/ask"))).isEqualTo(404);
        respondents.send(
                mvc,
                owner,
                base + "/respondents",
                Map.of("members", clerk.member().toString()));
        var form = page(respondents.read(mvc, clerk, base + "/ask?question=backup"));
        assertThat(form.select("input[name=questions][checked]").val()).isEqualTo("backup");
        var made = respondents.send(
                mvc, clerk, base + "/ask", Map.of("name", "佐藤 花子", "questions", "backup", "days", "7"));
        var next = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
        var shown = mvc.perform(get(next).with(access.as(clerk)).flashAttrs(Map.copyOf(made.getFlashMap())))
                .andReturn();
        assertThat(page(shown).select("#url").val()).contains("/answer/");
        assertThat(page(shown).select("a[href$=respondents]")).isEmpty();
        assertThat(status(respondents.send(mvc, clerk, next + "/revoke", Map.of())))
                .isEqualTo(403);
    }

    @Test
    void a_link_without_name_questions_or_sensible_days_comes_back_with_what_was_typed() throws Exception {
        var owner = organizations.company();
        var path = "/assessments/" + respondents.open(owner).id() + "/ask";
        var empty = respondents.send(mvc, owner, path, Map.of("name", " ", "days", "15", "mail", "x"));
        assertThat(status(empty)).isEqualTo(422);
        assertThat(page(empty).select("[role=alert] a").eachAttr("href")).contains("#name", "#questions", "#days");
        var unknown = respondents.send(mvc, owner, path, Map.of("name", "佐藤", "days", "7", "questions", "no-such"));
        assertThat(status(unknown)).isEqualTo(422);
        assertThat(page(unknown).select("#name").val()).isEqualTo("佐藤");
    }

    @Test
    void people_and_departments_are_added_once_and_removed_with_their_answers() throws Exception {
        var owner = organizations.company();
        var clerk = organizations.person(owner, Role.EMPLOYEE);
        var department = DepartmentId.next();
        database.within(owner.organization(), sql -> sql.insertInto(ORGANIZATION_DEPARTMENT)
                .set(
                        ORGANIZATION_DEPARTMENT.ORGANIZATION_ID,
                        owner.organization().value())
                .set(ORGANIZATION_DEPARTMENT.ID, department.value())
                .set(ORGANIZATION_DEPARTMENT.KIND, "department")
                .set(ORGANIZATION_DEPARTMENT.NAME, "製造部")
                .execute());
        var round = respondents.open(owner);
        var base = "/assessments/" + round.id() + "/respondents";
        var chosen = Map.of("members", clerk.member().toString(), "departments", department.toString());
        respondents.send(mvc, owner, base, chosen);
        respondents.send(mvc, owner, base, chosen);
        var there = rounds.respondents(owner.organization(), round.id());
        assertThat(there)
                .extracting(Respondent::kind)
                .containsExactlyInAnyOrder(Respondent.Kind.MEMBER, Respondent.Kind.MEMBER, Respondent.Kind.DEPARTMENT);
        assertThat(page(respondents.read(mvc, owner, base)).text()).contains("製造部", "25問中0問");
        respondents.send(mvc, owner, base + "/" + there.getLast().id() + "/remove", Map.of());
        assertThat(rounds.respondents(owner.organization(), round.id())).hasSize(2);
    }

    @Test
    void another_companys_round_people_and_respondents_are_not_found() throws Exception {
        var owner = organizations.company();
        var stranger = organizations.company();
        var round = respondents.open(owner);
        var theirs = respondents.open(stranger);
        var base = "/assessments/" + round.id();
        for (var path : new String[] {"/respondents", "/ask", "/decide", "/close", "/paper", "/sheet.pdf"}) {
            assertThat(status(respondents.read(mvc, stranger, base + path)))
                    .as(path)
                    .isEqualTo(404);
        }
        var members = Map.of("members", stranger.member().toString());
        assertThat(status(respondents.send(mvc, owner, base + "/respondents", members)))
                .isEqualTo(404);
        var foreign = respondents.first(stranger, theirs).id();
        assertThat(status(respondents.send(mvc, owner, base + "/respondents/" + foreign + "/remove", Map.of())))
                .isEqualTo(404);
        assertThat(status(respondents.read(mvc, owner, base + "/paper/" + foreign)))
                .isEqualTo(404);
    }

    @Test
    void a_respondent_of_another_round_or_company_is_found_on_no_path() throws Exception {
        var owner = organizations.company();
        var earlier = fixtures.closed(owner);
        var round = respondents.open(owner);
        var stranger = organizations.company();
        var strangers = respondents.link(stranger, respondents.open(stranger)).respondent();
        for (var foreign : new Respondent[] {fixtures.opener(owner, earlier), strangers}) {
            var id = "/" + foreign.id();
            for (var path : new String[] {"/ask" + id, "/paper" + id}) {
                assertThat(status(respondents.read(mvc, owner, "/assessments/" + round.id() + path)))
                        .as("GET %s", path)
                        .isEqualTo(404);
            }
            for (var path : new String[] {
                "/ask" + id + "/renew",
                "/ask" + id + "/revoke",
                "/paper" + id,
                "/respondents" + id + "/remove",
                "/respondents" + id + "/remind"
            }) {
                assertThat(status(respondents.send(mvc, owner, "/assessments/" + round.id() + path, Map.of())))
                        .as("POST %s", path)
                        .isEqualTo(404);
            }
        }
        assertThat(rounds.respondents(stranger.organization(), strangers.round()))
                .hasSize(2);
    }

    @Test
    void whoever_may_only_read_sees_the_lists_and_changes_nothing() throws Exception {
        var owner = organizations.company();
        var auditor = organizations.person(owner, Role.AUDITOR);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var base = "/assessments/" + respondents.open(owner).id();
        var list = respondents.read(mvc, auditor, base + "/respondents");
        assertThat(status(list)).isEqualTo(200);
        assertThat(page(list).select("main form")).isEmpty();
        assertThat(page(respondents.read(mvc, auditor, base + "/decide")).select("main select"))
                .isEmpty();
        for (var path : new String[] {"/ask", "/close", "/paper", "/sheet.pdf"}) {
            assertThat(status(respondents.read(mvc, auditor, base + path)))
                    .as(path)
                    .isEqualTo(403);
        }
        for (var path : new String[] {"/ask", "/respondents", "/decide", "/paper"}) {
            assertThat(status(respondents.send(mvc, auditor, base + path, Map.of())))
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(status(respondents.read(mvc, employee, base + "/respondents")))
                .isEqualTo(403);
    }
}
