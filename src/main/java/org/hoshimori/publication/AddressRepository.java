package org.hoshimori.publication;

import static hoshimori.schema.Tables.PUBLICATION_ADDRESS;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class AddressRepository {

    private final Database database;

    AddressRepository(Database database) {
        this.database = database;
    }

    Optional<PolicyProof> current(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(PUBLICATION_ADDRESS)
                .where(PUBLICATION_ADDRESS.ORGANIZATION_ID.eq(organization.value()))
                .and(PUBLICATION_ADDRESS.ENDED_AT.isNull())
                .fetchOptional(row -> new PolicyProof(row.getUrl(), row.getSeenOn())));
    }

    /// Lets one step of a company finish before its next begins: a button pressed twice counts once.
    void lock(OrganizationId organization) {
        database.within(
                organization,
                sql -> sql.execute(
                        "SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))",
                        DSL.val("publication " + organization)));
    }

    void end(OrganizationId organization, OffsetDateTime now) {
        database.within(organization, sql -> sql.update(PUBLICATION_ADDRESS)
                .set(PUBLICATION_ADDRESS.ENDED_AT, now)
                .where(PUBLICATION_ADDRESS.ORGANIZATION_ID.eq(organization.value()))
                .and(PUBLICATION_ADDRESS.ENDED_AT.isNull())
                .execute());
    }

    void add(OrganizationId organization, PolicyProof proof, String by, OffsetDateTime now) {
        database.within(organization, sql -> sql.insertInto(PUBLICATION_ADDRESS)
                .set(PUBLICATION_ADDRESS.ORGANIZATION_ID, organization.value())
                .set(PUBLICATION_ADDRESS.ID, TimeOrderedId.next())
                .set(PUBLICATION_ADDRESS.URL, proof.url())
                .set(PUBLICATION_ADDRESS.SEEN_ON, proof.since())
                .set(PUBLICATION_ADDRESS.RECORDED_BY, by)
                .set(PUBLICATION_ADDRESS.RECORDED_AT, now)
                .execute());
    }
}
