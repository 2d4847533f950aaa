package org.hoshimori.intake;

import static hoshimori.schema.Tables.INTAKE_UPLOAD;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.intake.DryRun.Recent;
import org.hoshimori.organization.MemberId;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class IntakeRepository {

    /// A file on its way in.
    ///
    /// @param columns which column is which, as written by [ColumnMap]
    record Upload(UUID id, MemberId by, String fileName, Cells cells, String columns, Taken taken) {}

    /// The texts of the sheets, compressed.
    ///
    /// @param beside sheets beside the register; null without any
    record Cells(byte[] register, byte @Nullable [] beside) {}

    /// @param step of the register that took it over; null before
    /// @param replaced figures beside the register, line by line; null before
    record Taken(
            @Nullable UUID step,
            @Nullable String replaced,
            @Nullable OffsetDateTime at,
            @Nullable OffsetDateTime undone) {

        static final Taken NOT_YET = new Taken(null, null, null, null);
    }

    private final Database database;

    IntakeRepository(Database database) {
        this.database = database;
    }

    void add(OrganizationId organization, Upload upload, OffsetDateTime now) {
        database.within(organization, sql -> sql.insertInto(INTAKE_UPLOAD)
                .set(INTAKE_UPLOAD.ORGANIZATION_ID, organization.value())
                .set(INTAKE_UPLOAD.ID, upload.id())
                .set(INTAKE_UPLOAD.BY_MEMBER, upload.by().value())
                .set(INTAKE_UPLOAD.FILE_NAME, upload.fileName())
                .set(INTAKE_UPLOAD.CELLS, upload.cells().register())
                .set(INTAKE_UPLOAD.BESIDE, upload.cells().beside())
                .set(INTAKE_UPLOAD.COLUMNS, upload.columns())
                .set(INTAKE_UPLOAD.AT, now)
                .execute());
    }

    /// What nobody took over within a day goes.
    void forget(OrganizationId organization, OffsetDateTime before) {
        database.within(organization, sql -> sql.deleteFrom(INTAKE_UPLOAD)
                .where(INTAKE_UPLOAD.ORGANIZATION_ID.eq(organization.value()))
                .and(DSL.coalesce(INTAKE_UPLOAD.TAKEN_AT, INTAKE_UPLOAD.AT).lt(before))
                .execute());
    }

    Optional<Upload> find(OrganizationId organization, UUID id) {
        return database.within(organization, sql -> sql.selectFrom(INTAKE_UPLOAD)
                .where(INTAKE_UPLOAD.ORGANIZATION_ID.eq(organization.value()))
                .and(INTAKE_UPLOAD.ID.eq(id))
                .fetchOptional(row -> new Upload(
                        row.getId(),
                        new MemberId(row.getByMember()),
                        row.getFileName(),
                        new Cells(row.getCells(), row.getBeside()),
                        row.getColumns(),
                        new Taken(row.getStepId(), row.getReplaced(), row.getTakenAt(), row.getUndoneAt()))));
    }

    /// Holds an upload until the end of the transaction, so that a double click takes it over once.
    void lock(OrganizationId organization, UUID id) {
        database.within(organization, sql -> sql.select(INTAKE_UPLOAD.ID)
                .from(INTAKE_UPLOAD)
                .where(INTAKE_UPLOAD.ORGANIZATION_ID.eq(organization.value()))
                .and(INTAKE_UPLOAD.ID.eq(id))
                .forUpdate()
                .fetch());
    }

    void choose(OrganizationId organization, UUID id, String columns) {
        database.within(organization, sql -> sql.update(INTAKE_UPLOAD)
                .set(INTAKE_UPLOAD.COLUMNS, columns)
                .where(INTAKE_UPLOAD.ORGANIZATION_ID.eq(organization.value()))
                .and(INTAKE_UPLOAD.ID.eq(id))
                .execute());
    }

    /// Marks an upload as taken over, or as undone.
    void take(OrganizationId organization, UUID id, Taken taken) {
        database.within(organization, sql -> sql.update(INTAKE_UPLOAD)
                .set(INTAKE_UPLOAD.STEP_ID, taken.step())
                .set(INTAKE_UPLOAD.REPLACED, taken.replaced())
                .set(INTAKE_UPLOAD.TAKEN_AT, taken.at())
                .set(INTAKE_UPLOAD.UNDONE_AT, taken.undone())
                .where(INTAKE_UPLOAD.ORGANIZATION_ID.eq(organization.value()))
                .and(INTAKE_UPLOAD.ID.eq(id))
                .execute());
    }

    /// The files that a person took over and can still undo, newest first.
    List<Recent> recent(OrganizationId organization, MemberId by, OffsetDateTime since) {
        return database.within(
                organization, sql -> sql.select(INTAKE_UPLOAD.ID, INTAKE_UPLOAD.FILE_NAME, INTAKE_UPLOAD.TAKEN_AT)
                        .from(INTAKE_UPLOAD)
                        .where(INTAKE_UPLOAD.ORGANIZATION_ID.eq(organization.value()))
                        .and(INTAKE_UPLOAD.BY_MEMBER.eq(by.value()))
                        .and(INTAKE_UPLOAD.TAKEN_AT.gt(since))
                        .and(INTAKE_UPLOAD.UNDONE_AT.isNull())
                        .orderBy(INTAKE_UPLOAD.TAKEN_AT.desc())
                        .limit(10)
                        .fetch(row -> new Recent(row.value1(), row.value2(), row.value3())));
    }
}
