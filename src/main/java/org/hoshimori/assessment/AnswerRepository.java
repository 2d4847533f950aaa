package org.hoshimori.assessment;

import static hoshimori.schema.Tables.ASSESSMENT_ANSWER;
import static hoshimori.schema.Tables.ASSESSMENT_DECISION;
import static hoshimori.schema.Tables.ASSESSMENT_EVIDENCE;
import static hoshimori.schema.Tables.ASSESSMENT_ROUND;

import hoshimori.schema.tables.records.AssessmentAnswerRecord;
import hoshimori.schema.tables.records.AssessmentDecisionRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.file.FileId;
import org.hoshimori.organization.MemberId;
import org.hoshimori.trail.Author;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class AnswerRepository {

    private final Database database;

    AnswerRepository(Database database) {
        this.database = database;
    }

    Optional<RecordedAnswer> find(OrganizationId organization, Respondent respondent, String question) {
        return list(
                        organization,
                        ASSESSMENT_ANSWER
                                .ROUND_ID
                                .eq(respondent.round().value())
                                .and(ASSESSMENT_ANSWER.RESPONDENT_ID.eq(
                                        respondent.id().value()))
                                .and(ASSESSMENT_ANSWER.QUESTION.eq(question)))
                .stream()
                .findFirst();
    }

    List<RecordedAnswer> of(OrganizationId organization, Respondent respondent) {
        return list(
                organization,
                ASSESSMENT_ANSWER
                        .ROUND_ID
                        .eq(respondent.round().value())
                        .and(ASSESSMENT_ANSWER.RESPONDENT_ID.eq(respondent.id().value())));
    }

    List<RecordedAnswer> of(OrganizationId organization, RoundId round) {
        return list(organization, ASSESSMENT_ANSWER.ROUND_ID.eq(round.value()));
    }

    /// Writes the answer if nobody has written since `seenRevision`; the new revision, or empty when somebody has.
    Optional<Integer> save(
            OrganizationId organization,
            Respondent respondent,
            AnswerChange change,
            Author author,
            OffsetDateTime now) {
        var responsible =
                change.responsible() == null ? null : change.responsible().value();
        var by = author.id() == null ? null : author.id().value();
        return database.within(organization, sql -> sql.insertInto(ASSESSMENT_ANSWER)
                .set(ASSESSMENT_ANSWER.ORGANIZATION_ID, organization.value())
                .set(ASSESSMENT_ANSWER.ROUND_ID, respondent.round().value())
                .set(ASSESSMENT_ANSWER.RESPONDENT_ID, respondent.id().value())
                .set(ASSESSMENT_ANSWER.QUESTION, change.question())
                .set(ASSESSMENT_ANSWER.ANSWER, change.answer())
                .set(ASSESSMENT_ANSWER.NOT_APPLICABLE, change.notApplicable())
                .set(ASSESSMENT_ANSWER.COMMENT, change.comment())
                .set(ASSESSMENT_ANSWER.RESPONSIBLE_ID, responsible)
                .set(ASSESSMENT_ANSWER.REVISION, 1)
                .set(ASSESSMENT_ANSWER.ANSWERED_BY, by)
                .set(ASSESSMENT_ANSWER.ANSWERED_NAME, author.name())
                .set(ASSESSMENT_ANSWER.ANSWERED_AT, now)
                .onConflict(
                        ASSESSMENT_ANSWER.ORGANIZATION_ID,
                        ASSESSMENT_ANSWER.ROUND_ID,
                        ASSESSMENT_ANSWER.RESPONDENT_ID,
                        ASSESSMENT_ANSWER.QUESTION)
                .doUpdate()
                .set(ASSESSMENT_ANSWER.ANSWER, DSL.excluded(ASSESSMENT_ANSWER.ANSWER))
                .set(ASSESSMENT_ANSWER.NOT_APPLICABLE, DSL.excluded(ASSESSMENT_ANSWER.NOT_APPLICABLE))
                .set(ASSESSMENT_ANSWER.COMMENT, DSL.excluded(ASSESSMENT_ANSWER.COMMENT))
                .set(ASSESSMENT_ANSWER.RESPONSIBLE_ID, DSL.excluded(ASSESSMENT_ANSWER.RESPONSIBLE_ID))
                .set(ASSESSMENT_ANSWER.REVISION, ASSESSMENT_ANSWER.REVISION.plus(1))
                .set(ASSESSMENT_ANSWER.ANSWERED_BY, DSL.excluded(ASSESSMENT_ANSWER.ANSWERED_BY))
                .set(ASSESSMENT_ANSWER.ANSWERED_NAME, DSL.excluded(ASSESSMENT_ANSWER.ANSWERED_NAME))
                .set(ASSESSMENT_ANSWER.ANSWERED_AT, DSL.excluded(ASSESSMENT_ANSWER.ANSWERED_AT))
                .where(ASSESSMENT_ANSWER.REVISION.eq(change.seenRevision()))
                .returningResult(ASSESSMENT_ANSWER.REVISION)
                .fetchOptional(row -> row.value1()));
    }

    /// Writes earlier decisions as a respondent's first answers.
    void carry(
            OrganizationId organization, Respondent to, List<Decision> decisions, Author author, OffsetDateTime now) {
        var by = author.id() == null ? null : author.id().value();
        database.within(organization, sql -> sql.batchInsert(decisions.stream()
                        .map(decision -> new AssessmentAnswerRecord(
                                organization.value(),
                                to.round().value(),
                                to.id().value(),
                                decision.question(),
                                decision.answer(),
                                decision.notApplicable(),
                                decision.reason(),
                                null,
                                1,
                                by,
                                author.name(),
                                now))
                        .toList())
                .execute());
    }

    List<Decision> decisions(OrganizationId organization, RoundId round) {
        return database.within(organization, sql -> sql.selectFrom(ASSESSMENT_DECISION)
                .where(ASSESSMENT_DECISION.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_DECISION.ROUND_ID.eq(round.value()))
                .fetch(AnswerRepository::decision));
    }

    static Decision decision(AssessmentDecisionRecord row) {
        return new Decision(
                row.getQuestion(),
                row.getAnswer(),
                row.getNotApplicable(),
                row.getPoints(),
                row.getProposed(),
                row.getReason(),
                row.getDecidedAt());
    }

    void decide(OrganizationId organization, RoundId round, MemberId by, List<Decision> decisions) {
        database.within(organization, sql -> sql.batch(decisions.stream()
                        .map(decision -> sql.insertInto(ASSESSMENT_DECISION)
                                .set(ASSESSMENT_DECISION.ORGANIZATION_ID, organization.value())
                                .set(ASSESSMENT_DECISION.ROUND_ID, round.value())
                                .set(ASSESSMENT_DECISION.QUESTION, decision.question())
                                .set(ASSESSMENT_DECISION.ANSWER, decision.answer())
                                .set(ASSESSMENT_DECISION.NOT_APPLICABLE, decision.notApplicable())
                                .set(ASSESSMENT_DECISION.POINTS, decision.points())
                                .set(ASSESSMENT_DECISION.PROPOSED, decision.proposed())
                                .set(ASSESSMENT_DECISION.REASON, decision.reason())
                                .set(ASSESSMENT_DECISION.DECIDED_BY, by.value())
                                .set(ASSESSMENT_DECISION.DECIDED_AT, decision.decidedAt())
                                .onConflict(
                                        ASSESSMENT_DECISION.ORGANIZATION_ID,
                                        ASSESSMENT_DECISION.ROUND_ID,
                                        ASSESSMENT_DECISION.QUESTION)
                                .doUpdate()
                                .setAllToExcluded())
                        .toList())
                .execute());
    }

    List<Evidence.Tie> evidence(OrganizationId organization, Respondent respondent) {
        return database.within(organization, sql -> sql.selectFrom(ASSESSMENT_EVIDENCE)
                .where(ASSESSMENT_EVIDENCE.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_EVIDENCE.RESPONDENT_ID.eq(respondent.id().value()))
                .orderBy(ASSESSMENT_EVIDENCE.ID)
                .fetch(row -> new Evidence.Tie(row.getId(), row.getQuestion(), new FileId(row.getFileId()))));
    }

    void addEvidence(OrganizationId organization, Respondent respondent, Evidence.Tie tie) {
        database.within(organization, sql -> sql.insertInto(ASSESSMENT_EVIDENCE)
                .set(ASSESSMENT_EVIDENCE.ORGANIZATION_ID, organization.value())
                .set(ASSESSMENT_EVIDENCE.ID, tie.id())
                .set(ASSESSMENT_EVIDENCE.ROUND_ID, respondent.round().value())
                .set(ASSESSMENT_EVIDENCE.RESPONDENT_ID, respondent.id().value())
                .set(ASSESSMENT_EVIDENCE.QUESTION, tie.question())
                .set(ASSESSMENT_EVIDENCE.FILE_ID, tie.file().value())
                .execute());
    }

    void removeEvidence(OrganizationId organization, UUID evidence) {
        database.within(organization, sql -> sql.deleteFrom(ASSESSMENT_EVIDENCE)
                .where(ASSESSMENT_EVIDENCE.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_EVIDENCE.ID.eq(evidence))
                .execute());
    }

    private List<RecordedAnswer> list(OrganizationId organization, Condition which) {
        return database.within(organization, sql -> sql.selectFrom(ASSESSMENT_ANSWER)
                .where(ASSESSMENT_ANSWER.ORGANIZATION_ID.eq(organization.value()))
                .and(which)
                .fetch(AnswerRepository::answer));
    }

    private static RecordedAnswer answer(AssessmentAnswerRecord row) {
        var responsible = row.getResponsibleId();
        return new RecordedAnswer(
                new RespondentId(row.getRespondentId()),
                row.getQuestion(),
                row.getAnswer(),
                row.getNotApplicable(),
                row.getComment(),
                responsible == null ? null : new MemberId(responsible),
                row.getRevision(),
                row.getAnsweredName(),
                row.getAnsweredAt());
    }

    Map<String, Integer> latestPoints(OrganizationId organization, String questionnaire) {
        var latest = DSL.select(ASSESSMENT_ROUND.ID)
                .from(ASSESSMENT_ROUND)
                .where(ASSESSMENT_ROUND.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_ROUND.QUESTIONNAIRE.eq(questionnaire))
                .and(ASSESSMENT_ROUND.CLOSED_AT.isNotNull())
                .orderBy(ASSESSMENT_ROUND.CLOSED_AT.desc(), ASSESSMENT_ROUND.ID.desc())
                .limit(1);
        return database.within(organization, sql -> sql.select(ASSESSMENT_DECISION.QUESTION, ASSESSMENT_DECISION.POINTS)
                .from(ASSESSMENT_DECISION)
                .where(ASSESSMENT_DECISION.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSESSMENT_DECISION.ROUND_ID.eq(DSL.field(latest)))
                .fetchMap(ASSESSMENT_DECISION.QUESTION, row -> row.value2().intValue()));
    }
}
