package org.hoshimori.handout;

import static hoshimori.schema.Tables.HANDOUT_CONFIRMATION;
import static hoshimori.schema.Tables.HANDOUT_DOCUMENT;
import static hoshimori.schema.Tables.HANDOUT_REQUEST;
import static org.hoshimori.database.KnownQuery.COMPANY;

import hoshimori.schema.tables.records.HandoutRequestRecord;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.KnownQuery;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.document.Revision;
import org.hoshimori.document.RevisionId;
import org.hoshimori.organization.MemberId;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// Whom we asked to read which revision.
@Repository
class RequestRepository {

    private static final Field<Integer> MINE = DSL.field(DSL.selectCount()
            .from(HANDOUT_REQUEST)
            .where(HANDOUT_REQUEST.ORGANIZATION_ID.eq(COMPANY))
            .and(HANDOUT_REQUEST.MEMBER_ID.eq(DSL.param("member", UUID.class)))
            .and(HANDOUT_REQUEST.ENDED_AT.isNull())
            .andExists(DSL.selectOne()
                    .from(HANDOUT_DOCUMENT)
                    .where(HANDOUT_DOCUMENT.ORGANIZATION_ID.eq(HANDOUT_REQUEST.ORGANIZATION_ID))
                    .and(HANDOUT_DOCUMENT.TEMPLATE.eq(HANDOUT_REQUEST.TEMPLATE)))
            .andNotExists(DSL.selectOne()
                    .from(HANDOUT_CONFIRMATION)
                    .where(HANDOUT_CONFIRMATION.ORGANIZATION_ID.eq(HANDOUT_REQUEST.ORGANIZATION_ID))
                    .and(HANDOUT_CONFIRMATION.REVISION_ID.eq(HANDOUT_REQUEST.REVISION_ID))
                    .and(HANDOUT_CONFIRMATION.MEMBER_ID.eq(HANDOUT_REQUEST.MEMBER_ID))));

    private static final Field<Boolean> HANDBOOK = DSL.field(DSL.exists(DSL.selectOne()
            .from(HANDOUT_DOCUMENT)
            .where(HANDOUT_DOCUMENT.ORGANIZATION_ID.eq(COMPANY))
            .and(HANDOUT_DOCUMENT.TEMPLATE.eq("handbook"))));

    private static final KnownQuery READING = KnownQuery.of(DSL.select(MINE, HANDBOOK));

    private final Database database;

    RequestRepository(Database database) {
        this.database = database;
    }

    /// Who was asked to read a revision, also those who are no longer asked.
    Map<MemberId, ReadingRequest> all(OrganizationId organization, RevisionId revision) {
        Map<MemberId, ReadingRequest> found = new HashMap<>();
        database.within(organization, sql -> sql.selectFrom(HANDOUT_REQUEST)
                        .where(HANDOUT_REQUEST.ORGANIZATION_ID.eq(organization.value()))
                        .and(HANDOUT_REQUEST.REVISION_ID.eq(revision.value()))
                        .fetch())
                .forEach(row -> found.put(new MemberId(row.getMemberId()), request(row)));
        return found;
    }

    Optional<ReadingRequest> find(OrganizationId organization, UUID id) {
        return database.within(organization, sql -> sql.selectFrom(HANDOUT_REQUEST)
                .where(HANDOUT_REQUEST.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_REQUEST.ID.eq(id))
                .fetchOptional(RequestRepository::request));
    }

    /// A request with what confirming it needs to know.
    ///
    /// @param quiz whether three questions come first
    record Called(ReadingRequest request, boolean quiz) {}

    /// The same for a document that is still handed out, in one statement: many people press at the same time.
    Optional<Called> called(OrganizationId organization, UUID id) {
        return database.within(organization, sql -> sql.select(HANDOUT_REQUEST, HANDOUT_DOCUMENT.QUIZ)
                .from(HANDOUT_REQUEST)
                .join(HANDOUT_DOCUMENT)
                .on(HANDOUT_DOCUMENT.ORGANIZATION_ID.eq(HANDOUT_REQUEST.ORGANIZATION_ID))
                .and(HANDOUT_DOCUMENT.TEMPLATE.eq(HANDOUT_REQUEST.TEMPLATE))
                .where(HANDOUT_REQUEST.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_REQUEST.ID.eq(id))
                .fetchOptional(row -> new Called(request(row.value1()), row.value2())));
    }

    /// What a person is asked to read now.
    List<ReadingRequest> of(OrganizationId organization, MemberId member) {
        return database.within(organization, sql -> sql.selectFrom(HANDOUT_REQUEST)
                .where(HANDOUT_REQUEST.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_REQUEST.MEMBER_ID.eq(member.value()))
                .and(HANDOUT_REQUEST.ENDED_AT.isNull())
                .fetch(RequestRepository::request));
    }

    /// How much a person is asked to read and has not confirmed, in one statement.
    Handouts.Reading reading(OrganizationId organization, MemberId member) {
        return database.within(organization, sql -> READING.of(sql, organization, Map.of("member", member.value()))
                .fetchSingle(row -> new Handouts.Reading(row.get(MINE), row.get(HANDBOOK))));
    }

    /// Asks some people; whoever was asked before and left out since is asked anew, under the same id.
    void ask(OrganizationId organization, Revision revision, Collection<MemberId> members, OffsetDateTime now) {
        var rows = members.stream()
                .map(member -> DSL.row(
                        organization.value(),
                        TimeOrderedId.next(),
                        revision.template(),
                        revision.id().value(),
                        member.value(),
                        now))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        database.within(organization, sql -> sql.insertInto(HANDOUT_REQUEST)
                .columns(
                        HANDOUT_REQUEST.ORGANIZATION_ID,
                        HANDOUT_REQUEST.ID,
                        HANDOUT_REQUEST.TEMPLATE,
                        HANDOUT_REQUEST.REVISION_ID,
                        HANDOUT_REQUEST.MEMBER_ID,
                        HANDOUT_REQUEST.ASKED_AT)
                .valuesOfRows(rows)
                .onConflict(HANDOUT_REQUEST.ORGANIZATION_ID, HANDOUT_REQUEST.REVISION_ID, HANDOUT_REQUEST.MEMBER_ID)
                .doUpdate()
                .setNull(HANDOUT_REQUEST.ENDED_AT)
                .execute());
    }

    /// Ends what no longer stands: other revisions of the document, and people who are no longer asked.
    void end(OrganizationId organization, Revision revision, Collection<MemberId> still, OffsetDateTime now) {
        database.within(organization, sql -> sql.update(HANDOUT_REQUEST)
                .set(HANDOUT_REQUEST.ENDED_AT, now)
                .where(HANDOUT_REQUEST.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_REQUEST.TEMPLATE.eq(revision.template()))
                .and(HANDOUT_REQUEST.ENDED_AT.isNull())
                .and(HANDOUT_REQUEST
                        .REVISION_ID
                        .ne(revision.id().value())
                        .or(HANDOUT_REQUEST.MEMBER_ID.notIn(
                                still.stream().map(MemberId::value).toList())))
                .execute());
    }

    /// Notes that people were asked again by somebody's click.
    void reminded(OrganizationId organization, Collection<UUID> ids, OffsetDateTime now) {
        database.within(organization, sql -> sql.update(HANDOUT_REQUEST)
                .set(HANDOUT_REQUEST.REMINDED_AT, now)
                .where(HANDOUT_REQUEST.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_REQUEST.ID.in(ids))
                .execute());
    }

    /// The same by the job, which counts.
    void remindedByItself(OrganizationId organization, Collection<UUID> ids, OffsetDateTime now) {
        database.within(organization, sql -> sql.update(HANDOUT_REQUEST)
                .set(HANDOUT_REQUEST.REMINDED_AT, now)
                .set(HANDOUT_REQUEST.REMINDERS, HANDOUT_REQUEST.REMINDERS.plus(1))
                .where(HANDOUT_REQUEST.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_REQUEST.ID.in(ids))
                .execute());
    }

    private static ReadingRequest request(HandoutRequestRecord row) {
        return new ReadingRequest(
                row.getId(),
                row.getTemplate(),
                new RevisionId(row.getRevisionId()),
                new MemberId(row.getMemberId()),
                row.getAskedAt(),
                row.getReminders(),
                row.getRemindedAt(),
                row.getEndedAt());
    }
}
