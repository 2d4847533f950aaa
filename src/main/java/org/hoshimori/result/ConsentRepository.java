package org.hoshimori.result;

import static hoshimori.schema.Tables.RESULT_CONSENT;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.springframework.stereotype.Repository;

@Repository
class ConsentRepository {

    private final Database database;

    ConsentRepository(Database database) {
        this.database = database;
    }

    Optional<Consent> find(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(RESULT_CONSENT)
                .where(RESULT_CONSENT.ORGANIZATION_ID.eq(organization.value()))
                .fetchOptional(row -> new Consent(row.getContributionId(), row.getAgreedAt())));
    }

    /// False when the company had agreed before: the number under which it contributes stays the same.
    boolean add(OrganizationId organization, UUID contribution, MemberId by, OffsetDateTime now) {
        return database.within(organization, sql -> sql.insertInto(RESULT_CONSENT)
                        .set(RESULT_CONSENT.ORGANIZATION_ID, organization.value())
                        .set(RESULT_CONSENT.CONTRIBUTION_ID, contribution)
                        .set(RESULT_CONSENT.AGREED_BY, by.value())
                        .set(RESULT_CONSENT.AGREED_AT, now)
                        .onConflictDoNothing()
                        .execute())
                == 1;
    }

    /// The contribution goes with it, by a trigger of the database. False when there was none.
    boolean remove(OrganizationId organization) {
        return database.within(organization, sql -> sql.deleteFrom(RESULT_CONSENT)
                        .where(RESULT_CONSENT.ORGANIZATION_ID.eq(organization.value()))
                        .execute())
                == 1;
    }
}
