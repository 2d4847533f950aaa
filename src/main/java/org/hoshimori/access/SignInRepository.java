package org.hoshimori.access;

import static hoshimori.schema.Tables.ACCESS_MEMBERSHIP;
import static hoshimori.schema.Tables.ACCESS_SIGN_IN;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@CrossCompany("one sign-in may belong to several companies and is known before one is chosen")
@Repository
class SignInRepository {

    /// A sign-in as the password check needs it.
    record Stored(
            SignInId id,
            String email,
            @Nullable String passwordHash,
            @Nullable String recoveryHash) {}

    private final Database database;

    SignInRepository(Database database) {
        this.database = database;
    }

    /// Guests do not count: they have no password, and an installation that was only looked at still waits for its
    /// set-up.
    boolean none() {
        return !database.across(sql -> sql.fetchExists(ACCESS_SIGN_IN, ACCESS_SIGN_IN.PASSWORD_HASH.isNotNull()));
    }

    void add(SignInId id, String email, String passwordHash, OffsetDateTime now) {
        database.across(sql -> sql.insertInto(ACCESS_SIGN_IN)
                .set(ACCESS_SIGN_IN.ID, id.value())
                .set(ACCESS_SIGN_IN.EMAIL, email)
                .set(ACCESS_SIGN_IN.PASSWORD_HASH, passwordHash)
                .set(ACCESS_SIGN_IN.PASSWORD_CHANGED_AT, now)
                .set(ACCESS_SIGN_IN.CREATED_AT, now)
                .execute());
    }

    Optional<Stored> find(String email) {
        return database.across(sql -> sql.selectFrom(ACCESS_SIGN_IN)
                .where(DSL.lower(ACCESS_SIGN_IN.EMAIL).eq(email.toLowerCase(Locale.ROOT)))
                .fetchOptional(row -> new Stored(
                        new SignInId(row.getId()), row.getEmail(), row.getPasswordHash(), row.getRecoveryHash())));
    }

    Optional<Stored> find(SignInId id) {
        return database.across(sql -> sql.selectFrom(ACCESS_SIGN_IN)
                .where(ACCESS_SIGN_IN.ID.eq(id.value()))
                .fetchOptional(row -> new Stored(
                        new SignInId(row.getId()), row.getEmail(), row.getPasswordHash(), row.getRecoveryHash())));
    }

    void password(SignInId id, String passwordHash, OffsetDateTime now) {
        database.across(sql -> sql.update(ACCESS_SIGN_IN)
                .set(ACCESS_SIGN_IN.PASSWORD_HASH, passwordHash)
                .set(ACCESS_SIGN_IN.PASSWORD_CHANGED_AT, now)
                .where(ACCESS_SIGN_IN.ID.eq(id.value()))
                .execute());
    }

    void recovery(SignInId id, @Nullable String recoveryHash) {
        database.across(sql -> sql.update(ACCESS_SIGN_IN)
                .set(ACCESS_SIGN_IN.RECOVERY_HASH, recoveryHash)
                .where(ACCESS_SIGN_IN.ID.eq(id.value()))
                .execute());
    }

    void hold(SignInId id) {
        database.across(sql -> sql.select(ACCESS_SIGN_IN.ID)
                .from(ACCESS_SIGN_IN)
                .where(ACCESS_SIGN_IN.ID.eq(id.value()))
                .forNoKeyUpdate()
                .fetch());
    }

    void join(SignInId id, OrganizationId organization, MemberId member) {
        database.across(sql -> sql.insertInto(ACCESS_MEMBERSHIP)
                .set(ACCESS_MEMBERSHIP.SIGN_IN_ID, id.value())
                .set(ACCESS_MEMBERSHIP.ORGANIZATION_ID, organization.value())
                .set(ACCESS_MEMBERSHIP.MEMBER_ID, member.value())
                .execute());
    }

    List<Membership> memberships(SignInId id) {
        return database.across(sql -> memberships(sql, id));
    }

    /// The same at the start of a request, in one trip to the database.
    List<Membership> membershipsAlone(SignInId id) {
        return database.alone(sql -> memberships(sql, id));
    }

    private static List<Membership> memberships(DSLContext sql, SignInId id) {
        return sql.selectFrom(ACCESS_MEMBERSHIP)
                .where(ACCESS_MEMBERSHIP.SIGN_IN_ID.eq(id.value()))
                .orderBy(ACCESS_MEMBERSHIP.LAST_CHOSEN_AT.desc().nullsLast(), ACCESS_MEMBERSHIP.ORGANIZATION_ID)
                .fetch(row ->
                        new Membership(new OrganizationId(row.getOrganizationId()), new MemberId(row.getMemberId())));
    }

    List<OrganizationId> organizationsAfter(@Nullable OrganizationId last, int limit) {
        return database.across(sql -> sql.selectDistinct(ACCESS_MEMBERSHIP.ORGANIZATION_ID)
                .from(ACCESS_MEMBERSHIP)
                .where(last == null ? DSL.noCondition() : ACCESS_MEMBERSHIP.ORGANIZATION_ID.gt(last.value()))
                .orderBy(ACCESS_MEMBERSHIP.ORGANIZATION_ID)
                .limit(limit)
                .fetch(row -> new OrganizationId(row.value1())));
    }

    Optional<SignInId> of(OrganizationId organization, MemberId member) {
        return database.across(sql -> sql.select(ACCESS_MEMBERSHIP.SIGN_IN_ID)
                .from(ACCESS_MEMBERSHIP)
                .where(ACCESS_MEMBERSHIP.ORGANIZATION_ID.eq(organization.value()))
                .and(ACCESS_MEMBERSHIP.MEMBER_ID.eq(member.value()))
                .fetchOptional(row -> new SignInId(row.value1())));
    }

    Set<MemberId> members(OrganizationId organization) {
        return database.across(sql -> sql.select(ACCESS_MEMBERSHIP.MEMBER_ID)
                .from(ACCESS_MEMBERSHIP)
                .where(ACCESS_MEMBERSHIP.ORGANIZATION_ID.eq(organization.value()))
                .fetchSet(row -> new MemberId(row.value1())));
    }

    void chosen(SignInId id, OrganizationId organization, OffsetDateTime now) {
        database.across(sql -> sql.update(ACCESS_MEMBERSHIP)
                .set(ACCESS_MEMBERSHIP.LAST_CHOSEN_AT, now)
                .where(ACCESS_MEMBERSHIP.SIGN_IN_ID.eq(id.value()))
                .and(ACCESS_MEMBERSHIP.ORGANIZATION_ID.eq(organization.value()))
                .execute());
    }
}
