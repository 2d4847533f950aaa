package org.hoshimori.programme;

import static hoshimori.schema.Tables.PROGRAMME_RECORD;
import static hoshimori.schema.Tables.PROGRAMME_STAFF;

import hoshimori.schema.tables.records.ProgrammeStaffRecord;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.access.SignInId;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.programme.Staff.Colleague;
import org.hoshimori.programme.Staff.Done;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@CrossCompany("staff belong to the programme, not to a company")
@Repository
class StaffRepository {

    private final Database database;

    StaffRepository(Database database) {
        this.database = database;
    }

    boolean none() {
        return !database.across(sql -> sql.fetchExists(
                PROGRAMME_STAFF, PROGRAMME_STAFF.LEFT_AT.isNull().and(PROGRAMME_STAFF.SIGN_IN_ID.isNotNull())));
    }

    Optional<Clerk> clerk(SignInId signIn) {
        return database.across(sql -> sql.selectFrom(PROGRAMME_STAFF)
                .where(PROGRAMME_STAFF.SIGN_IN_ID.eq(signIn.value()))
                .and(PROGRAMME_STAFF.LEFT_AT.isNull())
                .fetchOptional(row -> new Clerk(row.getId(), row.getName(), roles(row))));
    }

    List<Colleague> all() {
        return database.across(sql -> sql.selectFrom(PROGRAMME_STAFF)
                .where(PROGRAMME_STAFF.LEFT_AT.isNull())
                .orderBy(PROGRAMME_STAFF.ADDED_AT, PROGRAMME_STAFF.ID)
                .limit(500)
                .fetch(StaffRepository::colleague));
    }

    Optional<Colleague> find(UUID id) {
        return database.across(sql -> sql.selectFrom(PROGRAMME_STAFF)
                .where(PROGRAMME_STAFF.ID.eq(id))
                .and(PROGRAMME_STAFF.LEFT_AT.isNull())
                .fetchOptional(StaffRepository::colleague));
    }

    void add(UUID id, @Nullable SignInId signIn, String name, Set<StaffRole> roles, OffsetDateTime now) {
        database.across(sql -> sql.insertInto(PROGRAMME_STAFF)
                .set(PROGRAMME_STAFF.ID, id)
                .set(PROGRAMME_STAFF.SIGN_IN_ID, signIn == null ? null : signIn.value())
                .set(PROGRAMME_STAFF.NAME, name)
                .set(PROGRAMME_STAFF.ROLES, ids(roles))
                .set(PROGRAMME_STAFF.ADDED_AT, now)
                .execute());
    }

    void join(UUID id, SignInId signIn, String name) {
        database.across(sql -> sql.update(PROGRAMME_STAFF)
                .set(PROGRAMME_STAFF.SIGN_IN_ID, signIn.value())
                .set(PROGRAMME_STAFF.NAME, name)
                .where(PROGRAMME_STAFF.ID.eq(id))
                .execute());
    }

    void roles(UUID id, Set<StaffRole> roles) {
        database.across(sql -> sql.update(PROGRAMME_STAFF)
                .set(PROGRAMME_STAFF.ROLES, ids(roles))
                .where(PROGRAMME_STAFF.ID.eq(id))
                .execute());
    }

    /// Frees the sign-in, so that the same person may come back later.
    void leave(UUID id, OffsetDateTime now) {
        database.across(sql -> sql.update(PROGRAMME_STAFF)
                .set(PROGRAMME_STAFF.LEFT_AT, now)
                .setNull(PROGRAMME_STAFF.SIGN_IN_ID)
                .where(PROGRAMME_STAFF.ID.eq(id))
                .execute());
    }

    /// Lets one change finish before the next begins.
    void lock(String what) {
        database.across(sql ->
                sql.execute("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("programme " + what)));
    }

    void record(OffsetDateTime at, @Nullable Clerk clerk, String action, String about) {
        database.across(sql -> sql.insertInto(PROGRAMME_RECORD)
                .set(PROGRAMME_RECORD.ID, TimeOrderedId.next())
                .set(PROGRAMME_RECORD.AT, at)
                .set(PROGRAMME_RECORD.STAFF_ID, clerk == null ? null : clerk.id())
                .set(PROGRAMME_RECORD.NAME, clerk == null ? "Hoshimori" : clerk.name())
                .set(PROGRAMME_RECORD.ACTION, action)
                .set(PROGRAMME_RECORD.ABOUT, about)
                .execute());
    }

    List<Done> newest(int limit) {
        return database.across(sql -> sql.selectFrom(PROGRAMME_RECORD)
                .orderBy(PROGRAMME_RECORD.ID.desc())
                .limit(limit)
                .fetch(row -> new Done(row.getAt(), row.getName(), row.getAction(), row.getAbout())));
    }

    private static String[] ids(Set<StaffRole> roles) {
        return roles.stream().map(StaffRole::id).toArray(String[]::new);
    }

    private static Set<StaffRole> roles(ProgrammeStaffRecord row) {
        var roles = EnumSet.noneOf(StaffRole.class);
        Arrays.stream(row.getRoles()).forEach(id -> StaffRole.of(id).ifPresent(roles::add));
        return roles;
    }

    private static Colleague colleague(ProgrammeStaffRecord row) {
        return new Colleague(
                row.getId(),
                row.getName(),
                roles(row),
                row.getSignInId() == null ? Colleague.State.INVITED : Colleague.State.HERE);
    }
}
