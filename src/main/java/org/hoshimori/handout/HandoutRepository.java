package org.hoshimori.handout;

import static hoshimori.schema.Tables.HANDOUT_CONFIRMATION;
import static hoshimori.schema.Tables.HANDOUT_DEPARTMENT;
import static hoshimori.schema.Tables.HANDOUT_DOCUMENT;
import static hoshimori.schema.Tables.HANDOUT_PERSON;

import hoshimori.schema.tables.records.HandoutConfirmationRecord;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.RevisionId;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.MemberId;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// What is handed out to whom, and who has confirmed it.
@Repository
class HandoutRepository {

    private final Database database;

    HandoutRepository(Database database) {
        this.database = database;
    }

    /// All that is handed out, in the order in which it was.
    List<Handout> handouts(OrganizationId organization) {
        return handouts(organization, DSL.noCondition());
    }

    Optional<Handout> handout(OrganizationId organization, String template) {
        return handouts(organization, HANDOUT_DOCUMENT.TEMPLATE.eq(template)).stream()
                .findFirst();
    }

    private List<Handout> handouts(OrganizationId organization, Condition which) {
        var departments = DSL.multiset(DSL.select(HANDOUT_DEPARTMENT.DEPARTMENT_ID)
                        .from(HANDOUT_DEPARTMENT)
                        .where(HANDOUT_DEPARTMENT.ORGANIZATION_ID.eq(organization.value()))
                        .and(HANDOUT_DEPARTMENT.TEMPLATE.eq(HANDOUT_DOCUMENT.TEMPLATE)))
                .convertFrom(rows -> rows.intoSet(row -> new DepartmentId(row.value1())));
        var people = DSL.multiset(DSL.select(HANDOUT_PERSON.MEMBER_ID)
                        .from(HANDOUT_PERSON)
                        .where(HANDOUT_PERSON.ORGANIZATION_ID.eq(organization.value()))
                        .and(HANDOUT_PERSON.TEMPLATE.eq(HANDOUT_DOCUMENT.TEMPLATE)))
                .convertFrom(rows -> rows.intoSet(row -> new MemberId(row.value1())));
        return database.within(organization, sql -> sql.select(HANDOUT_DOCUMENT, departments, people)
                .from(HANDOUT_DOCUMENT)
                .where(HANDOUT_DOCUMENT.ORGANIZATION_ID.eq(organization.value()))
                .and(which)
                .orderBy(HANDOUT_DOCUMENT.HANDED_AT, HANDOUT_DOCUMENT.TEMPLATE)
                .fetch(row -> new Handout(
                        row.value1().getTemplate(),
                        row.value1().getAudience().equals("everybody")
                                ? Audience.EVERYBODY
                                : Audience.of(row.value2(), row.value3()),
                        row.value1().getByMail(),
                        row.value1().getQuiz())));
    }

    /// Holds a handout until the end of the transaction: whoever asks or reminds at the same time comes after.
    void lock(OrganizationId organization, String template) {
        database.within(organization, sql -> sql.selectOne()
                .from(HANDOUT_DOCUMENT)
                .where(HANDOUT_DOCUMENT.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_DOCUMENT.TEMPLATE.eq(template))
                .forUpdate()
                .fetch());
    }

    /// Hands out, or changes to whom and how. False when it was handed out before.
    boolean save(OrganizationId organization, Handout handout, String by, OffsetDateTime now) {
        var audience = handout.audience().kind() == Audience.Kind.EVERYBODY ? "everybody" : "chosen";
        var isNew = handout(organization, handout.template()).isEmpty();
        database.within(organization, sql -> sql.insertInto(HANDOUT_DOCUMENT)
                .set(HANDOUT_DOCUMENT.ORGANIZATION_ID, organization.value())
                .set(HANDOUT_DOCUMENT.TEMPLATE, handout.template())
                .set(HANDOUT_DOCUMENT.HANDED_BY, by)
                .set(HANDOUT_DOCUMENT.HANDED_AT, now)
                .set(HANDOUT_DOCUMENT.AUDIENCE, audience)
                .set(HANDOUT_DOCUMENT.BY_MAIL, handout.mail())
                .set(HANDOUT_DOCUMENT.QUIZ, handout.quiz())
                .onConflict(HANDOUT_DOCUMENT.ORGANIZATION_ID, HANDOUT_DOCUMENT.TEMPLATE)
                .doUpdate()
                .set(HANDOUT_DOCUMENT.AUDIENCE, audience)
                .set(HANDOUT_DOCUMENT.BY_MAIL, handout.mail())
                .set(HANDOUT_DOCUMENT.QUIZ, handout.quiz())
                .execute());
        audience(organization, handout);
        return isNew;
    }

    private void audience(OrganizationId organization, Handout handout) {
        var template = handout.template();
        database.within(organization, sql -> sql.deleteFrom(HANDOUT_DEPARTMENT)
                .where(HANDOUT_DEPARTMENT.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_DEPARTMENT.TEMPLATE.eq(template))
                .execute());
        database.within(organization, sql -> sql.deleteFrom(HANDOUT_PERSON)
                .where(HANDOUT_PERSON.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_PERSON.TEMPLATE.eq(template))
                .execute());
        var departments = handout.audience().departments().stream()
                .map(id -> DSL.row(organization.value(), template, id.value()))
                .toList();
        if (!departments.isEmpty()) {
            database.within(organization, sql -> sql.insertInto(HANDOUT_DEPARTMENT)
                    .columns(
                            HANDOUT_DEPARTMENT.ORGANIZATION_ID,
                            HANDOUT_DEPARTMENT.TEMPLATE,
                            HANDOUT_DEPARTMENT.DEPARTMENT_ID)
                    .valuesOfRows(departments)
                    .execute());
        }
        var people = handout.audience().people().stream()
                .map(id -> DSL.row(organization.value(), template, id.value()))
                .toList();
        if (!people.isEmpty()) {
            database.within(organization, sql -> sql.insertInto(HANDOUT_PERSON)
                    .columns(HANDOUT_PERSON.ORGANIZATION_ID, HANDOUT_PERSON.TEMPLATE, HANDOUT_PERSON.MEMBER_ID)
                    .valuesOfRows(people)
                    .execute());
        }
    }

    void stop(OrganizationId organization, String template) {
        database.within(organization, sql -> sql.deleteFrom(HANDOUT_DOCUMENT)
                .where(HANDOUT_DOCUMENT.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_DOCUMENT.TEMPLATE.eq(template))
                .execute());
    }

    /// Who confirmed a revision, and when and how.
    Map<MemberId, Confirmation> confirmations(OrganizationId organization, RevisionId revision) {
        Map<MemberId, Confirmation> found = new HashMap<>();
        database.within(organization, sql -> sql.selectFrom(HANDOUT_CONFIRMATION)
                        .where(HANDOUT_CONFIRMATION.ORGANIZATION_ID.eq(organization.value()))
                        .and(HANDOUT_CONFIRMATION.REVISION_ID.eq(revision.value()))
                        .fetch())
                .forEach(row -> found.put(new MemberId(row.getMemberId()), confirmation(row)));
        return found;
    }

    /// The revisions that a person has confirmed.
    Map<RevisionId, Confirmation> confirmedBy(OrganizationId organization, MemberId member) {
        Map<RevisionId, Confirmation> found = new LinkedHashMap<>();
        database.within(organization, sql -> sql.selectFrom(HANDOUT_CONFIRMATION)
                        .where(HANDOUT_CONFIRMATION.ORGANIZATION_ID.eq(organization.value()))
                        .and(HANDOUT_CONFIRMATION.MEMBER_ID.eq(member.value()))
                        .orderBy(HANDOUT_CONFIRMATION.CONFIRMED_AT)
                        .fetch())
                .forEach(row -> found.put(new RevisionId(row.getRevisionId()), confirmation(row)));
        return found;
    }

    private static Confirmation confirmation(HandoutConfirmationRecord row) {
        return new Confirmation(row.getConfirmedAt(), Confirmation.Way.of(row.getOnPaper(), row.getByLink()));
    }

    /// A second click changes nothing.
    boolean confirm(
            OrganizationId organization, RevisionId revision, MemberId member, Confirmation confirmation, String by) {
        return database.within(
                organization,
                sql -> sql.insertInto(HANDOUT_CONFIRMATION)
                                .set(HANDOUT_CONFIRMATION.ORGANIZATION_ID, organization.value())
                                .set(HANDOUT_CONFIRMATION.REVISION_ID, revision.value())
                                .set(HANDOUT_CONFIRMATION.MEMBER_ID, member.value())
                                .set(HANDOUT_CONFIRMATION.RECORDED_BY, by)
                                .set(HANDOUT_CONFIRMATION.ON_PAPER, confirmation.way() == Confirmation.Way.PAPER)
                                .set(HANDOUT_CONFIRMATION.BY_LINK, confirmation.way() == Confirmation.Way.LINK)
                                .set(HANDOUT_CONFIRMATION.CONFIRMED_AT, confirmation.at())
                                .onConflictDoNothing()
                                .execute()
                        == 1);
    }
}
