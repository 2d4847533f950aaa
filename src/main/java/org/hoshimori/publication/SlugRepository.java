package org.hoshimori.publication;

import static hoshimori.schema.Tables.PUBLICATION_SLUG;

import hoshimori.schema.tables.records.PublicationSlugRecord;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.springframework.stereotype.Repository;

@CrossCompany("a public address is found by its name before the company is known, and no name is given twice")
@Repository
class SlugRepository {

    private final Database database;

    SlugRepository(Database database) {
        this.database = database;
    }

    /// A name and its company; not current when it was given up.
    ///
    /// @param takenAt since when the address is public
    record Slug(String name, OrganizationId organization, OffsetDateTime takenAt, Standing standing) {}

    enum Standing {
        CURRENT,
        ENDED
    }

    Optional<Slug> find(String name) {
        return database.across(sql -> sql.selectFrom(PUBLICATION_SLUG)
                .where(PUBLICATION_SLUG.SLUG.eq(name))
                .fetchOptional(SlugRepository::slug));
    }

    Optional<Slug> current(OrganizationId organization) {
        return database.across(sql -> sql.selectFrom(PUBLICATION_SLUG)
                .where(PUBLICATION_SLUG.ORGANIZATION_ID.eq(organization.value()))
                .and(PUBLICATION_SLUG.ENDED_AT.isNull())
                .fetchOptional(SlugRepository::slug));
    }

    void end(OrganizationId organization, OffsetDateTime now) {
        database.across(sql -> sql.update(PUBLICATION_SLUG)
                .set(PUBLICATION_SLUG.ENDED_AT, now)
                .where(PUBLICATION_SLUG.ORGANIZATION_ID.eq(organization.value()))
                .and(PUBLICATION_SLUG.ENDED_AT.isNull())
                .execute());
    }

    /// Keeps a name for a company, which does not show anything under it yet. False when it is another company's.
    boolean keep(OrganizationId organization, String name, OffsetDateTime now) {
        return database.across(sql -> sql.insertInto(PUBLICATION_SLUG)
                        .set(PUBLICATION_SLUG.SLUG, name)
                        .set(PUBLICATION_SLUG.ORGANIZATION_ID, organization.value())
                        .set(PUBLICATION_SLUG.TAKEN_AT, now)
                        .set(PUBLICATION_SLUG.ENDED_AT, now)
                        .onConflict(PUBLICATION_SLUG.SLUG)
                        .doUpdate()
                        .set(PUBLICATION_SLUG.TAKEN_AT, now)
                        .where(PUBLICATION_SLUG.ORGANIZATION_ID.eq(organization.value()))
                        .execute())
                == 1;
    }

    /// Shows the page under a name that is kept; no other one is shown.
    void begin(String name) {
        database.across(sql -> sql.update(PUBLICATION_SLUG)
                .setNull(PUBLICATION_SLUG.ENDED_AT)
                .where(PUBLICATION_SLUG.SLUG.eq(name))
                .execute());
    }

    private static Slug slug(PublicationSlugRecord row) {
        return new Slug(
                row.getSlug(),
                new OrganizationId(row.getOrganizationId()),
                row.getTakenAt(),
                row.getEndedAt() == null ? Standing.CURRENT : Standing.ENDED);
    }
}
