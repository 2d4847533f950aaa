package org.hoshimori.intake;

import static hoshimori.schema.Tables.INTAKE_UPLOAD;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class IntakeRepository {

    /// A file on its way in.
    ///
    /// @param step of the register that took it over; null before
    record Upload(
            UUID id,
            MemberId by,
            String fileName,
            byte[] cells,
            String columns,
            @Nullable UUID step) {}

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
                .set(INTAKE_UPLOAD.CELLS, upload.cells())
                .set(INTAKE_UPLOAD.COLUMNS, upload.columns())
                .set(INTAKE_UPLOAD.AT, now)
                .execute());
    }

    /// What nobody took over within a day goes.
    void forget(OrganizationId organization, OffsetDateTime before) {
        database.within(organization, sql -> sql.deleteFrom(INTAKE_UPLOAD)
                .where(INTAKE_UPLOAD.ORGANIZATION_ID.eq(organization.value()))
                .and(INTAKE_UPLOAD.AT.lt(before))
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
                        row.getCells(),
                        row.getColumns(),
                        row.getStepId())));
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

    /// Marks an upload as taken over.
    void take(OrganizationId organization, UUID id, UUID step) {
        database.within(organization, sql -> sql.update(INTAKE_UPLOAD)
                .set(INTAKE_UPLOAD.STEP_ID, step)
                .where(INTAKE_UPLOAD.ORGANIZATION_ID.eq(organization.value()))
                .and(INTAKE_UPLOAD.ID.eq(id))
                .execute());
    }
}
