package org.hoshimori.access;

import static hoshimori.schema.Tables.ACCESS_LINK;
import static hoshimori.schema.Tables.ACCESS_MEMBERSHIP;
import static hoshimori.schema.Tables.ACCESS_SIGN_IN;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@CrossCompany("a guest's sign-in belongs to no company and ends together with the sample company")
@Repository
class GuestRepository {

    /// The top-level domain `.invalid` never exists (RFC 2606): no mail can ever reach such an address.
    static final String DOMAIN = "@sample.invalid";

    private final Database database;

    GuestRepository(Database database) {
        this.database = database;
    }

    void add(SignInId id, String email, OffsetDateTime now) {
        database.across(sql -> sql.insertInto(ACCESS_SIGN_IN)
                .set(ACCESS_SIGN_IN.ID, id.value())
                .set(ACCESS_SIGN_IN.EMAIL, email)
                .set(ACCESS_SIGN_IN.PASSWORD_CHANGED_AT, now)
                .set(ACCESS_SIGN_IN.CREATED_AT, now)
                .execute());
    }

    Optional<SignInId> first() {
        return database.across(sql -> sql.select(ACCESS_SIGN_IN.ID)
                .from(ACCESS_SIGN_IN)
                .where(guest())
                .orderBy(ACCESS_SIGN_IN.CREATED_AT)
                .limit(1)
                .fetchOptional(row -> new SignInId(row.value1())));
    }

    List<Membership> createdBefore(OffsetDateTime moment) {
        return database.across(sql -> sql.select(ACCESS_MEMBERSHIP.ORGANIZATION_ID, ACCESS_MEMBERSHIP.MEMBER_ID)
                .from(ACCESS_MEMBERSHIP)
                .join(ACCESS_SIGN_IN)
                .on(ACCESS_SIGN_IN.ID.eq(ACCESS_MEMBERSHIP.SIGN_IN_ID))
                .where(guest())
                .and(ACCESS_SIGN_IN.CREATED_AT.lt(moment))
                .fetch(row -> new Membership(new OrganizationId(row.value1()), new MemberId(row.value2()))));
    }

    void end(OrganizationId organization) {
        database.across(sql -> {
            sql.deleteFrom(ACCESS_MEMBERSHIP)
                    .where(ACCESS_MEMBERSHIP.ORGANIZATION_ID.eq(organization.value()))
                    .execute();
            sql.deleteFrom(ACCESS_LINK)
                    .where(ACCESS_LINK.ORGANIZATION_ID.eq(organization.value()))
                    .execute();
            return sql.deleteFrom(ACCESS_SIGN_IN)
                    .where(guest())
                    .and(DSL.notExists(DSL.selectOne()
                            .from(ACCESS_MEMBERSHIP)
                            .where(ACCESS_MEMBERSHIP.SIGN_IN_ID.eq(ACCESS_SIGN_IN.ID))))
                    .execute();
        });
    }

    private static Condition guest() {
        return ACCESS_SIGN_IN.PASSWORD_HASH.isNull().and(ACCESS_SIGN_IN.EMAIL.endsWith(DOMAIN));
    }
}
