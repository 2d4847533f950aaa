package org.hoshimori.assessment;

import static hoshimori.schema.Tables.ASSESSMENT_ANSWER;
import static hoshimori.schema.Tables.ASSESSMENT_DECISION;
import static hoshimori.schema.Tables.ASSESSMENT_RESPONDENT;
import static hoshimori.schema.Tables.ASSESSMENT_ROUND;
import static org.hoshimori.database.KnownQuery.COMPANY;

import hoshimori.schema.tables.records.AssessmentRespondentRecord;
import hoshimori.schema.tables.records.AssessmentRoundRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.KnownQuery;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.MemberId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class RoundRepository {

    /// What was said is asked for in open rounds only: the closed ones stand as they were decided.
    private static final Field<Result<Record2<AssessmentRespondentRecord, Result<Record2<String, String>>>>> SAID =
            said();

    /// Asked for in the round of a questionnaire that was closed last.
    private static final Field<Result<Record2<String, Integer>>> POINTS = points();

    private static final KnownQuery STANDING = KnownQuery.of(DSL.select(ASSESSMENT_ROUND, SAID, POINTS)
            .from(ASSESSMENT_ROUND)
            .where(ASSESSMENT_ROUND.ORGANIZATION_ID.eq(COMPANY))
            .orderBy(ASSESSMENT_ROUND.CLOSED_AT.desc(), ASSESSMENT_ROUND.ID.desc())
            .limit(DSL.param("most", Integer.class)));

    private static Field<Result<Record2<AssessmentRespondentRecord, Result<Record2<String, String>>>>> said() {
        var answers = DSL.multiset(DSL.select(ASSESSMENT_ANSWER.QUESTION, ASSESSMENT_ANSWER.ANSWER)
                .from(ASSESSMENT_ANSWER)
                .where(ASSESSMENT_ANSWER.ORGANIZATION_ID.eq(COMPANY))
                .and(ASSESSMENT_ANSWER.ROUND_ID.eq(ASSESSMENT_RESPONDENT.ROUND_ID))
                .and(ASSESSMENT_ANSWER.RESPONDENT_ID.eq(ASSESSMENT_RESPONDENT.ID))
                .and(ASSESSMENT_ANSWER.ANSWER.isNotNull()));
        return DSL.multiset(DSL.select(ASSESSMENT_RESPONDENT, answers)
                .from(ASSESSMENT_RESPONDENT)
                .where(ASSESSMENT_RESPONDENT.ORGANIZATION_ID.eq(COMPANY))
                .and(ASSESSMENT_RESPONDENT.ROUND_ID.eq(ASSESSMENT_ROUND.ID))
                .and(ASSESSMENT_ROUND.CLOSED_AT.isNull())
                .orderBy(ASSESSMENT_RESPONDENT.ADDED_AT, ASSESSMENT_RESPONDENT.ID));
    }

    private static Field<Result<Record2<String, Integer>>> points() {
        var newest = ASSESSMENT_ROUND.as("newest");
        var last = DSL.select(newest.ID)
                .from(newest)
                .where(newest.ORGANIZATION_ID.eq(COMPANY))
                .and(newest.QUESTIONNAIRE.eq(DSL.param("decided", String.class)))
                .and(newest.CLOSED_AT.isNotNull())
                .orderBy(newest.CLOSED_AT.desc(), newest.ID.desc())
                .limit(1);
        return DSL.multiset(DSL.select(ASSESSMENT_DECISION.QUESTION, ASSESSMENT_DECISION.POINTS)
                .from(ASSESSMENT_DECISION)
                .where(ASSESSMENT_DECISION.ORGANIZATION_ID.eq(COMPANY))
                .and(ASSESSMENT_DECISION.ROUND_ID.eq(ASSESSMENT_ROUND.ID))
                .and(ASSESSMENT_ROUND.ID.eq(DSL.field(last))));
    }

    private final Database database;

    RoundRepository(Database database) {
        this.database = database;
    }

    void add(OrganizationId organization, Round round, OffsetDateTime now) {
        var basedOn = round.basedOn();
        database.within(organization, sql -> sql.insertInto(ASSESSMENT_ROUND)
                .set(ASSESSMENT_ROUND.ORGANIZATION_ID, organization.value())
                .set(ASSESSMENT_ROUND.ID, round.id().value())
                .set(ASSESSMENT_ROUND.QUESTIONNAIRE, round.questionnaire())
                .set(ASSESSMENT_ROUND.EDITION, round.edition())
                .set(ASSESSMENT_ROUND.NAME, round.name())
                .set(ASSESSMENT_ROUND.STARTED_ON, round.startedOn())
                .set(ASSESSMENT_ROUND.SCOPE, round.scope())
                .set(ASSESSMENT_ROUND.BASED_ON, basedOn == null ? null : basedOn.value())
                .set(ASSESSMENT_ROUND.ASKED, array(round.asked()))
                .set(ASSESSMENT_ROUND.OPENED_BY, round.openedBy().value())
                .set(ASSESSMENT_ROUND.OPENED_AT, now)
                .execute());
    }

    Optional<Round> find(OrganizationId organization, RoundId round) {
        return list(organization, ASSESSMENT_ROUND.ID.eq(round.value()), 1).stream()
                .findFirst();
    }

    /// The round, held until the transaction ends, so that nobody closes it while decisions are written.
    Optional<Round> held(OrganizationId organization, RoundId round) {
        return database.within(organization, sql -> sql.selectFrom(ASSESSMENT_ROUND)
                .where(ASSESSMENT_ROUND.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_ROUND.ID.eq(round.value()))
                .forUpdate()
                .fetchOptional(RoundRepository::round));
    }

    /// The round, shared with others who write into it, but closed by nobody until the transaction ends. Always taken
    /// before the trail, as closing does: two who wait for each other crosswise end in an error.
    Optional<Round> shared(OrganizationId organization, RoundId round) {
        return database.within(organization, sql -> sql.selectFrom(ASSESSMENT_ROUND)
                .where(ASSESSMENT_ROUND.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_ROUND.ID.eq(round.value()))
                .forKeyShare()
                .fetchOptional(RoundRepository::round));
    }

    /// The round that is being answered, if any.
    Optional<Round> open(OrganizationId organization, String questionnaire) {
        return list(
                        organization,
                        ASSESSMENT_ROUND.QUESTIONNAIRE.eq(questionnaire).and(ASSESSMENT_ROUND.CLOSED_AT.isNull()),
                        1)
                .stream()
                .findFirst();
    }

    /// Closed rounds, the newest first.
    List<Round> closed(OrganizationId organization, String questionnaire, int limit) {
        return list(
                organization,
                ASSESSMENT_ROUND.QUESTIONNAIRE.eq(questionnaire).and(ASSESSMENT_ROUND.CLOSED_AT.isNotNull()),
                limit);
    }

    boolean close(OrganizationId organization, RoundId round, MemberId by, OffsetDateTime now, int total) {
        return database.within(organization, sql -> sql.update(ASSESSMENT_ROUND)
                        .set(ASSESSMENT_ROUND.CLOSED_AT, now)
                        .set(ASSESSMENT_ROUND.CLOSED_BY, by.value())
                        .set(ASSESSMENT_ROUND.TOTAL, total)
                        .where(ASSESSMENT_ROUND.ORGANIZATION_ID.eq(organization.value()))
                        .and(ASSESSMENT_ROUND.ID.eq(round.value()))
                        .and(ASSESSMENT_ROUND.CLOSED_AT.isNull())
                        .execute())
                == 1;
    }

    void add(OrganizationId organization, Respondent respondent, OffsetDateTime now) {
        var member = respondent.member();
        var department = respondent.department();
        database.within(organization, sql -> sql.insertInto(ASSESSMENT_RESPONDENT)
                .set(ASSESSMENT_RESPONDENT.ORGANIZATION_ID, organization.value())
                .set(ASSESSMENT_RESPONDENT.ID, respondent.id().value())
                .set(ASSESSMENT_RESPONDENT.ROUND_ID, respondent.round().value())
                .set(ASSESSMENT_RESPONDENT.KIND, respondent.kind().id())
                .set(ASSESSMENT_RESPONDENT.LABEL, respondent.label())
                .set(ASSESSMENT_RESPONDENT.MEMBER_ID, member == null ? null : member.value())
                .set(ASSESSMENT_RESPONDENT.DEPARTMENT_ID, department == null ? null : department.value())
                .set(ASSESSMENT_RESPONDENT.QUESTIONS, array(respondent.questions()))
                .set(ASSESSMENT_RESPONDENT.ADDED_AT, now)
                .execute());
    }

    List<Respondent> respondents(OrganizationId organization, RoundId round) {
        return respondents(organization, ASSESSMENT_RESPONDENT.ROUND_ID.eq(round.value()));
    }

    Optional<Respondent> respondent(OrganizationId organization, RespondentId respondent) {
        return respondents(organization, ASSESSMENT_RESPONDENT.ID.eq(respondent.value())).stream()
                .findFirst();
    }

    List<Rounds.Standing> standing(OrganizationId organization, String decided, int limit) {
        return database.within(
                organization, sql -> STANDING.of(sql, organization, Map.of("decided", decided, "most", limit))
                        .fetch(row -> new Rounds.Standing(
                                round(row.get(0, AssessmentRoundRecord.class)),
                                row.get(SAID)
                                        .map(one -> new Rounds.Said(
                                                respondent(one.value1()),
                                                one.value2().intoMap(Record2::value1, Record2::value2))),
                                row.get(POINTS).intoMap(Record2::value1, Record2::value2))));
    }

    void finished(OrganizationId organization, RespondentId respondent, OffsetDateTime now) {
        database.within(organization, sql -> sql.update(ASSESSMENT_RESPONDENT)
                .set(ASSESSMENT_RESPONDENT.FINISHED_AT, now)
                .where(ASSESSMENT_RESPONDENT.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_RESPONDENT.ID.eq(respondent.value()))
                .execute());
    }

    void remove(OrganizationId organization, RespondentId respondent) {
        database.within(organization, sql -> sql.deleteFrom(ASSESSMENT_RESPONDENT)
                .where(ASSESSMENT_RESPONDENT.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_RESPONDENT.ID.eq(respondent.value()))
                .execute());
    }

    private List<Respondent> respondents(OrganizationId organization, Condition which) {
        return database.within(organization, sql -> sql.selectFrom(ASSESSMENT_RESPONDENT)
                .where(ASSESSMENT_RESPONDENT.ORGANIZATION_ID.eq(organization.value()))
                .and(which)
                .orderBy(ASSESSMENT_RESPONDENT.ADDED_AT, ASSESSMENT_RESPONDENT.ID)
                .fetch(RoundRepository::respondent));
    }

    private List<Round> list(OrganizationId organization, Condition which, int limit) {
        return database.within(organization, sql -> sql.selectFrom(ASSESSMENT_ROUND)
                .where(ASSESSMENT_ROUND.ORGANIZATION_ID.eq(organization.value()))
                .and(which)
                .orderBy(ASSESSMENT_ROUND.CLOSED_AT.desc(), ASSESSMENT_ROUND.ID.desc())
                .limit(limit)
                .fetch(RoundRepository::round));
    }

    private static Round round(AssessmentRoundRecord row) {
        var basedOn = row.getBasedOn();
        return new Round(
                new RoundId(row.getId()),
                row.getQuestionnaire(),
                row.getEdition(),
                row.getName(),
                row.getStartedOn(),
                row.getScope(),
                basedOn == null ? null : new RoundId(basedOn),
                row.getAsked() == null ? null : List.of(row.getAsked()),
                new MemberId(row.getOpenedBy()),
                row.getClosedAt(),
                row.getTotal());
    }

    private static Respondent respondent(AssessmentRespondentRecord row) {
        var member = row.getMemberId();
        var department = row.getDepartmentId();
        return new Respondent(
                new RespondentId(row.getId()),
                new RoundId(row.getRoundId()),
                Respondent.Kind.of(row.getKind()),
                row.getLabel(),
                member == null ? null : new MemberId(member),
                department == null ? null : new DepartmentId(department),
                row.getQuestions() == null ? null : List.of(row.getQuestions()),
                row.getFinishedAt());
    }

    private static String @Nullable [] array(@Nullable List<String> questions) {
        return questions == null ? null : questions.toArray(String[]::new);
    }
}
