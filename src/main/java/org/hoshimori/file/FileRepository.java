package org.hoshimori.file;

import static hoshimori.schema.Tables.FILE_HELD;
import static hoshimori.schema.Tables.FILE_STORED;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Author;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class FileRepository {

    private final Database database;

    FileRepository(Database database) {
        this.database = database;
    }

    void add(OrganizationId organization, StoredFile file, byte[] content, byte[] sha256, Author author) {
        var by = author.id() == null ? null : author.id().value();
        database.within(organization, sql -> sql.insertInto(FILE_STORED)
                .set(FILE_STORED.ORGANIZATION_ID, organization.value())
                .set(FILE_STORED.ID, file.id().value())
                .set(FILE_STORED.NAME, file.name())
                .set(FILE_STORED.MEDIA_TYPE, file.mediaType())
                .set(FILE_STORED.SIZE, file.size())
                .set(FILE_STORED.SHA256, sha256)
                .set(FILE_STORED.CONTENT, content)
                .set(FILE_STORED.ADDED_BY, by)
                .set(FILE_STORED.ADDED_AT, file.addedAt())
                .execute());
    }

    /// Everything about the files but their bytes, the oldest first.
    List<StoredFile> list(OrganizationId organization, Collection<FileId> files) {
        var ids = files.stream().map(FileId::value).toArray(UUID[]::new);
        return database.within(organization, sql -> sql.select(
                        FILE_STORED.ID,
                        FILE_STORED.NAME,
                        FILE_STORED.MEDIA_TYPE,
                        FILE_STORED.SIZE,
                        FILE_STORED.ADDED_AT)
                .from(FILE_STORED)
                .where(FILE_STORED.ORGANIZATION_ID.eq(organization.value()))
                .and(FILE_STORED.ID.eq(DSL.any(ids)))
                .orderBy(FILE_STORED.ID)
                .fetch(FileRepository::file));
    }

    Optional<byte[]> content(OrganizationId organization, FileId file) {
        return database.within(organization, sql -> sql.select(FILE_STORED.CONTENT)
                .from(FILE_STORED)
                .where(FILE_STORED.ORGANIZATION_ID.eq(organization.value()))
                .and(FILE_STORED.ID.eq(file.value()))
                .fetchOptional(FILE_STORED.CONTENT));
    }

    /// The bytes of all files of a company together.
    long total(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(DSL.coalesce(DSL.sum(FILE_STORED.SIZE), BigDecimal.ZERO))
                .from(FILE_STORED)
                .where(FILE_STORED.ORGANIZATION_ID.eq(organization.value()))
                .fetchSingle(row -> row.value1().longValue()));
    }

    boolean remove(OrganizationId organization, FileId file) {
        return database.within(organization, sql -> sql.deleteFrom(FILE_STORED)
                        .where(FILE_STORED.ORGANIZATION_ID.eq(organization.value()))
                        .and(FILE_STORED.ID.eq(file.value()))
                        .execute())
                == 1;
    }

    /// Removes what nothing refers to and was added before then; returns what went. What somebody is tying to something
    /// right now is locked and stays.
    List<StoredFile> sweep(OrganizationId organization, OffsetDateTime before) {
        var held = DSL.select(FILE_HELD.FILE_HELD_).from(FILE_HELD(organization.value()));
        var loose = FILE_STORED.ORGANIZATION_ID.eq(organization.value()).and(FILE_STORED.ID.notIn(held));
        return database.within(organization, sql -> {
            var files = sql.select(
                            FILE_STORED.ID,
                            FILE_STORED.NAME,
                            FILE_STORED.MEDIA_TYPE,
                            FILE_STORED.SIZE,
                            FILE_STORED.ADDED_AT)
                    .from(FILE_STORED)
                    .where(loose)
                    .and(FILE_STORED.ADDED_AT.lt(before))
                    .forUpdate()
                    .skipLocked()
                    .fetch(FileRepository::file);
            // Asked once more with the rows locked: what was tied before that is known now.
            var ids = files.stream().map(file -> file.id().value()).toArray(UUID[]::new);
            var gone = sql.deleteFrom(FILE_STORED)
                    .where(loose)
                    .and(FILE_STORED.ID.eq(DSL.any(ids)))
                    .returning(FILE_STORED.ID)
                    .fetchSet(FILE_STORED.ID);
            return files.stream()
                    .filter(file -> gone.contains(file.id().value()))
                    .toList();
        });
    }

    private static StoredFile file(Record row) {
        return new StoredFile(
                new FileId(row.get(FILE_STORED.ID)),
                row.get(FILE_STORED.NAME),
                row.get(FILE_STORED.MEDIA_TYPE),
                row.get(FILE_STORED.SIZE),
                row.get(FILE_STORED.ADDED_AT, OffsetDateTime.class));
    }
}
