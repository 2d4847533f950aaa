package org.hoshimori.organization;

import static hoshimori.schema.Tables.ORGANIZATION_COMPANY;
import static hoshimori.schema.Tables.ORGANIZATION_MEMBER;
import static hoshimori.schema.Tables.ORGANIZATION_POSTPONED;
import static hoshimori.schema.Tables.ORGANIZATION_ROLE;
import static hoshimori.schema.Tables.ORGANIZATION_SEAT;
import static hoshimori.schema.Tables.ORGANIZATION_WORRY;
import static org.hoshimori.database.KnownQuery.COMPANY;

import hoshimori.schema.tables.records.OrganizationCompanyRecord;
import hoshimori.schema.tables.records.OrganizationMemberRecord;
import hoshimori.schema.tables.records.OrganizationPostponedRecord;
import hoshimori.schema.tables.records.OrganizationRoleRecord;
import hoshimori.schema.tables.records.OrganizationWorryRecord;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.KnownQuery;
import org.hoshimori.database.OrganizationId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class MemberRepository {

    private static final Field<Result<OrganizationWorryRecord>> WORRIES =
            DSL.multiset(DSL.selectFrom(ORGANIZATION_WORRY)
                    .where(ORGANIZATION_WORRY.ORGANIZATION_ID.eq(COMPANY))
                    .orderBy(ORGANIZATION_WORRY.POSITION, ORGANIZATION_WORRY.ID));

    private static final Field<Result<Record2<OrganizationMemberRecord, Result<OrganizationRoleRecord>>>> PEOPLE =
            DSL.multiset(DSL.select(ORGANIZATION_MEMBER, granted(COMPANY))
                    .from(ORGANIZATION_MEMBER)
                    .where(ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(COMPANY))
                    .and(ORGANIZATION_MEMBER.LEFT_AT.isNull())
                    .orderBy(ORGANIZATION_MEMBER.CREATED_AT, ORGANIZATION_MEMBER.ID));

    private static final Field<Result<OrganizationPostponedRecord>> POSTPONED =
            DSL.multiset(DSL.selectFrom(ORGANIZATION_POSTPONED)
                    .where(ORGANIZATION_POSTPONED.ORGANIZATION_ID.eq(COMPANY))
                    .orderBy(ORGANIZATION_POSTPONED.MATTER));

    private static final KnownQuery PORTRAIT =
            KnownQuery.of(DSL.select(ORGANIZATION_COMPANY, WORRIES, PEOPLE, POSTPONED)
                    .from(ORGANIZATION_COMPANY)
                    .where(ORGANIZATION_COMPANY.ORGANIZATION_ID.eq(COMPANY)));

    private final Database database;

    MemberRepository(Database database) {
        this.database = database;
    }

    void add(OrganizationId organization, Member member, OffsetDateTime now) {
        database.within(organization, sql -> sql.insertInto(ORGANIZATION_MEMBER)
                .set(ORGANIZATION_MEMBER.ORGANIZATION_ID, organization.value())
                .set(ORGANIZATION_MEMBER.ID, member.id().value())
                .set(ORGANIZATION_MEMBER.NAME, member.name())
                .set(ORGANIZATION_MEMBER.JOB_TITLE, member.jobTitle())
                .set(ORGANIZATION_MEMBER.DEPARTMENT_ID, id(member.department()))
                .set(ORGANIZATION_MEMBER.EMAIL, member.email())
                .set(ORGANIZATION_MEMBER.PERSONAL_CODE, member.personalCode())
                .set(ORGANIZATION_MEMBER.CREATED_AT, now)
                .execute());
        roles(organization, member);
    }

    void change(OrganizationId organization, Member member) {
        database.within(organization, sql -> sql.update(ORGANIZATION_MEMBER)
                .set(ORGANIZATION_MEMBER.NAME, member.name())
                .set(ORGANIZATION_MEMBER.JOB_TITLE, member.jobTitle())
                .set(ORGANIZATION_MEMBER.DEPARTMENT_ID, id(member.department()))
                .set(ORGANIZATION_MEMBER.EMAIL, member.email())
                .where(ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(organization.value()))
                .and(ORGANIZATION_MEMBER.ID.eq(member.id().value()))
                .execute());
        database.within(organization, sql -> sql.deleteFrom(ORGANIZATION_ROLE)
                .where(ORGANIZATION_ROLE.ORGANIZATION_ID.eq(organization.value()))
                .and(ORGANIZATION_ROLE.MEMBER_ID.eq(member.id().value()))
                .execute());
        roles(organization, member);
    }

    /// A person who left stays in the records, but is no longer in lists and cannot sign in.
    void leave(OrganizationId organization, MemberId member, OffsetDateTime now) {
        database.within(organization, sql -> sql.update(ORGANIZATION_MEMBER)
                .set(ORGANIZATION_MEMBER.LEFT_AT, now)
                .where(ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(organization.value()))
                .and(ORGANIZATION_MEMBER.ID.eq(member.value()))
                .execute());
    }

    Optional<Member> find(OrganizationId organization, MemberId member) {
        return database.within(
                organization, sql -> present(sql, organization, ORGANIZATION_MEMBER.ID.eq(member.value()))
                        .fetchOptional(row -> member(organization, row.value1(), row.value2())));
    }

    /// Every request asks this, so it is one trip to the database, and its own small transaction there.
    Optional<People.Seat> seat(OrganizationId organization, MemberId member) {
        return database.alone(sql -> sql.selectFrom(ORGANIZATION_SEAT(organization.value(), member.value()))
                .fetchOptional(row -> {
                    var roles = EnumSet.noneOf(Role.class);
                    Set<DepartmentId> leads = new HashSet<>();
                    for (var granted : row.getGranted()) {
                        var words = granted.split(" ", 2);
                        grant(organization, words[0], UUID.fromString(words[1]), roles, leads);
                    }
                    return new People.Seat(
                            new Actor(organization, member, row.getName(), row.getJobTitle(), roles, leads),
                            row.getCompany(),
                            row.getSample());
                }));
    }

    List<Member> all(OrganizationId organization) {
        return database.within(organization, sql -> present(sql, organization, DSL.noCondition())
                .orderBy(ORGANIZATION_MEMBER.CREATED_AT, ORGANIZATION_MEMBER.ID)
                .fetch(row -> member(organization, row.value1(), row.value2())));
    }

    Optional<Organizations.Portrait> portrait(OrganizationId organization) {
        return database.within(organization, sql -> PORTRAIT.of(sql, organization)
                .fetchOptional(row -> new Organizations.Portrait(
                        OrganizationRepository.company(row.get(0, OrganizationCompanyRecord.class)),
                        row.get(WORRIES).map(OrganizationRepository::worry),
                        row.get(PEOPLE).map(person -> member(organization, person.value1(), person.value2())),
                        row.get(POSTPONED).map(OrganizationRepository::postponed))));
    }

    /// Some people after one of them, in the order in which they came. Spaces in names do not matter to a search.
    List<Member> some(OrganizationId organization, String search, @Nullable MemberId after, int limit) {
        var name = DSL.replace(DSL.replace(ORGANIZATION_MEMBER.NAME, " ", ""), "\u3000", "");
        var wanted = search.replaceAll("[\\s\u3000]", "");
        var which = (wanted.isEmpty() ? DSL.noCondition() : name.containsIgnoreCase(wanted))
                .and(after == null ? DSL.noCondition() : ORGANIZATION_MEMBER.ID.gt(after.value()));
        return database.within(organization, sql -> present(sql, organization, which)
                .orderBy(ORGANIZATION_MEMBER.ID)
                .limit(limit)
                .fetch(row -> member(organization, row.value1(), row.value2())));
    }

    boolean knows(OrganizationId organization, String personalCode) {
        return database.within(
                organization,
                sql -> sql.fetchExists(
                        ORGANIZATION_MEMBER,
                        ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(organization.value()),
                        ORGANIZATION_MEMBER.PERSONAL_CODE.eq(personalCode)));
    }

    /// Who holds one of these roles, and which, held until the end of the transaction: two people who give up a role at
    /// the same time come one after the other.
    Map<MemberId, Set<Role>> holding(OrganizationId organization, Set<Role> roles) {
        return database.within(organization, sql -> {
            var holders = new HashMap<MemberId, Set<Role>>();
            sql.select(ORGANIZATION_ROLE.MEMBER_ID, ORGANIZATION_ROLE.ROLE)
                    .from(ORGANIZATION_ROLE)
                    .join(ORGANIZATION_MEMBER)
                    .on(ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(ORGANIZATION_ROLE.ORGANIZATION_ID))
                    .and(ORGANIZATION_MEMBER.ID.eq(ORGANIZATION_ROLE.MEMBER_ID))
                    .where(ORGANIZATION_ROLE.ORGANIZATION_ID.eq(organization.value()))
                    .and(ORGANIZATION_ROLE.ROLE.in(roles.stream().map(Role::id).toList()))
                    .and(ORGANIZATION_MEMBER.LEFT_AT.isNull())
                    .forUpdate()
                    .forEach(row -> holders.computeIfAbsent(new MemberId(row.value1()), _ -> EnumSet.noneOf(Role.class))
                            .add(Role.of(row.value2()).orElseThrow()));
            return holders;
        });
    }

    /// The names of those who hold all of these roles together.
    List<String> holdingAll(OrganizationId organization, Set<Role> roles) {
        return database.within(organization, sql -> sql.select(ORGANIZATION_MEMBER.NAME)
                .from(ORGANIZATION_MEMBER)
                .join(ORGANIZATION_ROLE)
                .on(ORGANIZATION_ROLE.ORGANIZATION_ID.eq(ORGANIZATION_MEMBER.ORGANIZATION_ID))
                .and(ORGANIZATION_ROLE.MEMBER_ID.eq(ORGANIZATION_MEMBER.ID))
                .where(ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(organization.value()))
                .and(ORGANIZATION_MEMBER.LEFT_AT.isNull())
                .and(ORGANIZATION_ROLE.ROLE.in(roles.stream().map(Role::id).toList()))
                .groupBy(ORGANIZATION_MEMBER.ID, ORGANIZATION_MEMBER.NAME)
                .having(DSL.countDistinct(ORGANIZATION_ROLE.ROLE).eq(roles.size()))
                .orderBy(ORGANIZATION_MEMBER.NAME)
                .fetch(ORGANIZATION_MEMBER.NAME));
    }

    /// People with their roles in one statement: two would make the start of every request a round trip longer.
    private static SelectConditionStep<Record2<OrganizationMemberRecord, Result<OrganizationRoleRecord>>> present(
            DSLContext sql, OrganizationId organization, Condition which) {
        return sql.select(ORGANIZATION_MEMBER, granted(DSL.val(organization.value())))
                .from(ORGANIZATION_MEMBER)
                .where(ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(organization.value()))
                .and(ORGANIZATION_MEMBER.LEFT_AT.isNull())
                .and(which);
    }

    private static Field<Result<OrganizationRoleRecord>> granted(Field<UUID> organization) {
        return DSL.multiset(DSL.selectFrom(ORGANIZATION_ROLE)
                .where(ORGANIZATION_ROLE.ORGANIZATION_ID.eq(organization))
                .and(ORGANIZATION_ROLE.MEMBER_ID.eq(ORGANIZATION_MEMBER.ID)));
    }

    private void roles(OrganizationId organization, Member member) {
        for (var role : member.roles()) {
            var places = role == Role.DEPARTMENT_HEAD && !member.departments().isEmpty()
                    ? member.departments().stream().map(DepartmentId::value).toList()
                    : List.of(organization.value());
            for (var place : places) {
                database.within(organization, sql -> sql.insertInto(ORGANIZATION_ROLE)
                        .values(organization.value(), member.id().value(), role.id(), place)
                        .execute());
            }
        }
    }

    private static Member member(
            OrganizationId organization, OrganizationMemberRecord row, Result<OrganizationRoleRecord> granted) {
        var roles = EnumSet.noneOf(Role.class);
        Set<DepartmentId> leads = new HashSet<>();
        for (var grant : granted) {
            grant(organization, grant.getRole(), grant.getDepartmentId(), roles, leads);
        }
        var department = row.getDepartmentId();
        return new Member(
                new MemberId(row.getId()),
                row.getName(),
                row.getJobTitle(),
                department == null ? null : new DepartmentId(department),
                row.getEmail(),
                row.getPersonalCode(),
                roles,
                leads);
    }

    /// A role in the whole company stands under the company's own id.
    private static void grant(
            OrganizationId organization, String role, UUID place, Set<Role> roles, Set<DepartmentId> leads) {
        Role.of(role).ifPresent(roles::add);
        if (!place.equals(organization.value())) {
            leads.add(new DepartmentId(place));
        }
    }

    private static @Nullable UUID id(@Nullable DepartmentId department) {
        return department == null ? null : department.value();
    }
}
