package org.hoshimori.assessment;

import static hoshimori.schema.Tables.ASSESSMENT_ANSWER;
import static hoshimori.schema.Tables.ASSESSMENT_ROUND;
import static hoshimori.schema.Tables.ORGANIZATION_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A company goes as a whole, closed rounds included; a closed round alone stays.
@HoshimoriTest
class CompanyRemovalTest {

    @Autowired
    OrganizationFixtures fixtures;

    @Autowired
    Organizations organizations;

    @Autowired
    Departments departments;

    @Autowired
    Assessments assessments;

    @Autowired
    Rounds rounds;

    @Autowired
    Editions editions;

    @Autowired
    Trail trail;

    @Autowired
    Database database;

    @Test
    void a_company_with_a_closed_and_an_open_round_is_removed_with_everything() {
        var owner = fixtures.company();
        var neighbour = fixtures.company();
        var department =
                departments.add(owner, new Department(DepartmentId.next(), null, Department.Kind.DEPARTMENT, "営業部"));
        departments.add(owner, new Department(DepartmentId.next(), department.id(), Department.Kind.DEPARTMENT, "一課"));
        var closed = open(owner, "2026年春");
        assessments.add(
                owner,
                new Respondent(
                        RespondentId.next(),
                        closed.id(),
                        Respondent.Kind.DEPARTMENT,
                        "営業部",
                        owner.member(),
                        department.id(),
                        null,
                        null));
        answerAll(owner, closed);
        assertThat(assessments.close(owner, closed.id())).isInstanceOf(CloseOutcome.Closed.class);
        answerAll(owner, open(owner, "2026年秋"));
        answerAll(neighbour, open(neighbour, "2026年秋"));

        organizations.remove(owner.organization(), owner.author());

        assertThatThrownBy(() -> organizations.company(owner.organization())).isInstanceOf(NotFound.class);
        assertThat(count(owner, ASSESSMENT_ROUND)).isZero();
        assertThat(count(owner, ASSESSMENT_ANSWER)).isZero();
        assertThat(count(owner, ORGANIZATION_MEMBER)).isZero();
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(count(neighbour, ASSESSMENT_ANSWER)).isEqualTo(25);
        assertThat(trail.newest(neighbour.organization(), null, Long.MAX_VALUE, 9))
                .isNotEmpty();
    }

    @Test
    void a_closed_round_alone_is_not_removed() {
        var owner = fixtures.company();
        var closed = open(owner, "2026年春");
        answerAll(owner, closed);
        assessments.close(owner, closed.id());
        assertThatThrownBy(() -> database.within(owner.organization(), sql -> sql.deleteFrom(ASSESSMENT_ROUND)
                        .where(ASSESSMENT_ROUND.ORGANIZATION_ID.eq(
                                owner.organization().value()))
                        .execute()))
                .hasMessageContaining("closed");
        assertThat(count(owner, ASSESSMENT_ROUND)).isEqualTo(1);
    }

    @Test
    void a_department_in_whose_name_answers_were_given_is_kept() {
        var owner = fixtures.company();
        var department =
                departments.add(owner, new Department(DepartmentId.next(), null, Department.Kind.DEPARTMENT, "営業部"));
        var round = open(owner, "2026年秋");
        assessments.add(
                owner,
                new Respondent(
                        RespondentId.next(),
                        round.id(),
                        Respondent.Kind.DEPARTMENT,
                        "営業部",
                        null,
                        department.id(),
                        null,
                        null));
        assertThat(departments.remove(owner, department.id()))
                .isEqualTo(new Departments.Outcome.Refused(Departments.Refusal.USED));
        assertThat(departments.all(owner.organization())).containsExactly(department);
    }

    private Round open(Actor owner, String name) {
        return assessments.open(
                owner,
                new Assessments.Opening(Round.SELF_DIAGNOSIS, name, LocalDate.of(2026, 11, 20), null, null, null));
    }

    private void answerAll(Actor owner, Round round) {
        var respondent = rounds.respondents(owner.organization(), round.id()).getFirst();
        for (var question : editions.standard(Locale.JAPANESE).selfDiagnosis().questions()) {
            assessments.answer(
                    owner.organization(),
                    owner.author(),
                    respondent.id(),
                    new AnswerChange(question.id(), "partly", false, null, null, 0));
        }
    }

    private int count(Actor owner, Table<?> table) {
        return database.within(owner.organization(), sql -> sql.fetchCount(table));
    }
}
