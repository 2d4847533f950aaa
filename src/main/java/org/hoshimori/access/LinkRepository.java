package org.hoshimori.access;

import static hoshimori.schema.Tables.ACCESS_LINK;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@CrossCompany("a link is found by its token before its company is known")
@Repository
class LinkRepository {

    private final Database database;

    LinkRepository(Database database) {
        this.database = database;
    }

    void add(byte[] hash, Link link, OffsetDateTime now) {
        var organization = link.organization();
        var by = link.by();
        database.across(sql -> sql.insertInto(ACCESS_LINK)
                .set(ACCESS_LINK.TOKEN_HASH, hash)
                .set(ACCESS_LINK.PURPOSE, link.purpose().id())
                .set(ACCESS_LINK.ORGANIZATION_ID, organization == null ? null : organization.value())
                .set(ACCESS_LINK.SUBJECT_ID, link.subject())
                .set(ACCESS_LINK.CREATED_BY, by == null ? null : by.value())
                .set(ACCESS_LINK.CREATED_AT, now)
                .set(ACCESS_LINK.EXPIRES_AT, link.expiresAt())
                .execute());
    }

    Optional<Link> find(byte[] hash, Link.Purpose purpose, OffsetDateTime now) {
        return database.across(sql -> sql.selectFrom(ACCESS_LINK)
                .where(good(hash, purpose, now))
                .fetchOptional(row -> {
                    var organization = row.getOrganizationId();
                    var by = row.getCreatedBy();
                    return new Link(
                            purpose,
                            organization == null ? null : new OrganizationId(organization),
                            row.getSubjectId(),
                            by == null ? null : new MemberId(by),
                            row.getExpiresAt());
                }));
    }

    Optional<MemberId> issuer(byte[] hash, Link.Purpose purpose, OffsetDateTime now) {
        return database.across(sql -> sql.select(ACCESS_LINK.CREATED_BY)
                .from(ACCESS_LINK)
                .where(good(hash, purpose, now))
                .and(ACCESS_LINK.CREATED_BY.isNotNull())
                .fetchOptional(row -> new MemberId(row.value1())));
    }

    Map<UUID, OffsetDateTime> expiries(Link.Purpose purpose, OrganizationId organization, OffsetDateTime now) {
        return database.across(sql -> sql.select(ACCESS_LINK.SUBJECT_ID, DSL.max(ACCESS_LINK.EXPIRES_AT))
                .from(ACCESS_LINK)
                .where(ACCESS_LINK.ORGANIZATION_ID.eq(organization.value()))
                .and(ACCESS_LINK.SUBJECT_ID.isNotNull())
                .and(good(purpose, now))
                .groupBy(ACCESS_LINK.SUBJECT_ID)
                .fetchMap(row -> row.value1(), row -> row.value2()));
    }

    boolean use(byte[] hash, Link.Purpose purpose, OffsetDateTime now) {
        return database.across(sql -> sql.update(ACCESS_LINK)
                        .set(ACCESS_LINK.USED_AT, now)
                        .where(good(hash, purpose, now))
                        .execute())
                == 1;
    }

    void revoke(Link.Purpose purpose, OffsetDateTime now) {
        end(ACCESS_LINK.PURPOSE.eq(purpose.id()), now);
    }

    /// Ends the links of a purpose that are for nobody in particular.
    void revokeOpen(Link.Purpose purpose, OffsetDateTime now) {
        end(ACCESS_LINK.PURPOSE.eq(purpose.id()).and(ACCESS_LINK.SUBJECT_ID.isNull()), now);
    }

    void revoke(Link.Purpose purpose, OrganizationId organization, Set<UUID> subjects, OffsetDateTime now) {
        end(
                ACCESS_LINK
                        .PURPOSE
                        .eq(purpose.id())
                        .and(ACCESS_LINK.ORGANIZATION_ID.eq(organization.value()))
                        .and(ACCESS_LINK.SUBJECT_ID.in(subjects)),
                now);
    }

    void revoke(Link.Purpose purpose, UUID subject, OffsetDateTime now) {
        end(ACCESS_LINK.PURPOSE.eq(purpose.id()).and(ACCESS_LINK.SUBJECT_ID.eq(subject)), now);
    }

    /// Revoking is for links that are still good, so that a used one keeps its one end.
    private void end(Condition which, OffsetDateTime now) {
        database.across(sql -> sql.update(ACCESS_LINK)
                .set(ACCESS_LINK.REVOKED_AT, now)
                .where(which)
                .and(ACCESS_LINK.USED_AT.isNull())
                .and(ACCESS_LINK.REVOKED_AT.isNull())
                .execute());
    }

    private static Condition good(byte[] hash, Link.Purpose purpose, OffsetDateTime now) {
        return ACCESS_LINK.TOKEN_HASH.eq(hash).and(good(purpose, now));
    }

    private static Condition good(Link.Purpose purpose, OffsetDateTime now) {
        return ACCESS_LINK
                .PURPOSE
                .eq(purpose.id())
                .and(ACCESS_LINK.EXPIRES_AT.gt(now))
                .and(ACCESS_LINK.USED_AT.isNull())
                .and(ACCESS_LINK.REVOKED_AT.isNull());
    }
}
