package org.hoshimori.control;

import static hoshimori.schema.Tables.CONTROL_DEFERRAL;
import static hoshimori.schema.Tables.CONTROL_EVIDENCE;
import static hoshimori.schema.Tables.CONTROL_OPINION;

import java.time.OffsetDateTime;
import java.util.List;
import org.hoshimori.control.ControlRegister.Deferral;
import org.hoshimori.control.Opinions.Opinion;
import org.hoshimori.control.Opinions.Stance;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.file.FileId;
import org.hoshimori.organization.MemberId;
import org.springframework.stereotype.Repository;

/// What stands beside the controls: opinions, evidence, and "not now".
@Repository
class ControlNoteRepository {

    private final Database database;

    ControlNoteRepository(Database database) {
        this.database = database;
    }

    void add(OrganizationId organization, ControlId control, Opinion opinion) {
        var member = opinion.member();
        database.within(organization, sql -> sql.insertInto(CONTROL_OPINION)
                .set(CONTROL_OPINION.ORGANIZATION_ID, organization.value())
                .set(CONTROL_OPINION.ID, opinion.id())
                .set(CONTROL_OPINION.CONTROL_ID, control.value())
                .set(CONTROL_OPINION.AUTHOR, opinion.author())
                .set(CONTROL_OPINION.MEMBER_ID, member == null ? null : member.value())
                .set(CONTROL_OPINION.STANCE, opinion.stance().id())
                .set(CONTROL_OPINION.OPINION, opinion.text())
                .set(CONTROL_OPINION.GIVEN_AT, opinion.givenAt())
                .execute());
    }

    /// The newest first.
    List<Opinion> opinions(OrganizationId organization, ControlId control, int limit) {
        return database.within(organization, sql -> sql.selectFrom(CONTROL_OPINION)
                .where(CONTROL_OPINION.ORGANIZATION_ID.eq(organization.value()))
                .and(CONTROL_OPINION.CONTROL_ID.eq(control.value()))
                .orderBy(CONTROL_OPINION.ID.desc())
                .limit(limit)
                .fetch(row -> new Opinion(
                        row.getId(),
                        row.getAuthor(),
                        row.getMemberId() == null ? null : new MemberId(row.getMemberId()),
                        Stance.of(row.getStance()).orElseThrow(),
                        row.getOpinion(),
                        row.getGivenAt())));
    }

    void add(OrganizationId organization, ControlId control, FileId file) {
        database.within(organization, sql -> sql.insertInto(CONTROL_EVIDENCE)
                .set(CONTROL_EVIDENCE.ORGANIZATION_ID, organization.value())
                .set(CONTROL_EVIDENCE.ID, TimeOrderedId.next())
                .set(CONTROL_EVIDENCE.CONTROL_ID, control.value())
                .set(CONTROL_EVIDENCE.FILE_ID, file.value())
                .execute());
    }

    /// The files that show that a control is done, the oldest first.
    List<FileId> files(OrganizationId organization, ControlId control) {
        return database.within(organization, sql -> sql.select(CONTROL_EVIDENCE.FILE_ID)
                .from(CONTROL_EVIDENCE)
                .where(CONTROL_EVIDENCE.ORGANIZATION_ID.eq(organization.value()))
                .and(CONTROL_EVIDENCE.CONTROL_ID.eq(control.value()))
                .orderBy(CONTROL_EVIDENCE.ID)
                .limit(200)
                .fetch(row -> new FileId(row.value1())));
    }

    void add(OrganizationId organization, Deferral deferral, MemberId by) {
        database.within(organization, sql -> sql.insertInto(CONTROL_DEFERRAL)
                .set(CONTROL_DEFERRAL.ORGANIZATION_ID, organization.value())
                .set(CONTROL_DEFERRAL.ID, deferral.id())
                .set(CONTROL_DEFERRAL.QUESTION, deferral.question())
                .set(CONTROL_DEFERRAL.REASON, deferral.reason())
                .set(CONTROL_DEFERRAL.LOOK_AGAIN_ON, deferral.lookAgainOn())
                .set(CONTROL_DEFERRAL.DECIDED_BY, by.value())
                .set(CONTROL_DEFERRAL.DECIDED_AT, deferral.decidedAt())
                .execute());
    }

    /// Ends "not now" for a question; nothing happens where there is none.
    void endDeferral(OrganizationId organization, String question, OffsetDateTime now) {
        database.within(organization, sql -> sql.update(CONTROL_DEFERRAL)
                .set(CONTROL_DEFERRAL.ENDED_AT, now)
                .where(CONTROL_DEFERRAL.ORGANIZATION_ID.eq(organization.value()))
                .and(CONTROL_DEFERRAL.QUESTION.eq(question))
                .and(CONTROL_DEFERRAL.ENDED_AT.isNull())
                .execute());
    }

    /// What holds now, the nearest date first. At most one per question.
    List<Deferral> deferrals(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(CONTROL_DEFERRAL)
                .where(CONTROL_DEFERRAL.ORGANIZATION_ID.eq(organization.value()))
                .and(CONTROL_DEFERRAL.ENDED_AT.isNull())
                .orderBy(CONTROL_DEFERRAL.LOOK_AGAIN_ON, CONTROL_DEFERRAL.ID)
                .limit(200)
                .fetch(row -> new Deferral(
                        row.getId(), row.getQuestion(), row.getReason(), row.getLookAgainOn(), row.getDecidedAt())));
    }
}
