package org.hoshimori.handout;

import static hoshimori.schema.Tables.HANDOUT_CONFIRMATION;
import static hoshimori.schema.Tables.HANDOUT_DOCUMENT;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.RevisionId;
import org.hoshimori.organization.MemberId;
import org.springframework.stereotype.Repository;

@Repository
class HandoutRepository {

    private final Database database;

    HandoutRepository(Database database) {
        this.database = database;
    }

    /// Ids of the documents that are handed out.
    List<String> handedOut(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(HANDOUT_DOCUMENT.TEMPLATE)
                .from(HANDOUT_DOCUMENT)
                .where(HANDOUT_DOCUMENT.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(HANDOUT_DOCUMENT.HANDED_AT)
                .fetch(HANDOUT_DOCUMENT.TEMPLATE));
    }

    /// False when it was handed out before.
    boolean handOut(OrganizationId organization, String template, String by, OffsetDateTime now) {
        return database.within(
                organization,
                sql -> sql.insertInto(HANDOUT_DOCUMENT)
                                .values(organization.value(), template, by, now)
                                .onConflictDoNothing()
                                .execute()
                        == 1);
    }

    void stop(OrganizationId organization, String template) {
        database.within(organization, sql -> sql.deleteFrom(HANDOUT_DOCUMENT)
                .where(HANDOUT_DOCUMENT.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_DOCUMENT.TEMPLATE.eq(template))
                .execute());
    }

    /// Who confirmed a revision, and when and how.
    Map<MemberId, Confirmation> confirmations(OrganizationId organization, RevisionId revision) {
        return database.within(organization, sql -> sql
                .selectFrom(HANDOUT_CONFIRMATION)
                .where(HANDOUT_CONFIRMATION.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_CONFIRMATION.REVISION_ID.eq(revision.value()))
                .fetch()
                .stream()
                .collect(
                        HashMap::new,
                        (found, row) -> found.put(
                                new MemberId(row.getMemberId()),
                                new Confirmation(
                                        row.getConfirmedAt(),
                                        row.getOnPaper() ? Confirmation.Way.PAPER : Confirmation.Way.HERE)),
                        HashMap::putAll));
    }

    /// The revisions that a person has confirmed.
    Set<UUID> confirmedBy(OrganizationId organization, MemberId member) {
        return database.within(organization, sql -> sql.select(HANDOUT_CONFIRMATION.REVISION_ID)
                .from(HANDOUT_CONFIRMATION)
                .where(HANDOUT_CONFIRMATION.ORGANIZATION_ID.eq(organization.value()))
                .and(HANDOUT_CONFIRMATION.MEMBER_ID.eq(member.value()))
                .fetchSet(HANDOUT_CONFIRMATION.REVISION_ID));
    }

    /// A second click changes nothing.
    boolean confirm(
            OrganizationId organization, RevisionId revision, MemberId member, Confirmation confirmation, String by) {
        return database.within(
                organization,
                sql -> sql.insertInto(HANDOUT_CONFIRMATION)
                                .values(
                                        organization.value(),
                                        revision.value(),
                                        member.value(),
                                        by,
                                        confirmation.way() == Confirmation.Way.PAPER,
                                        confirmation.at())
                                .onConflictDoNothing()
                                .execute()
                        == 1);
    }
}
