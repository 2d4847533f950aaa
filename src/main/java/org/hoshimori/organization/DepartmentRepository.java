package org.hoshimori.organization;

import static hoshimori.schema.Tables.ORGANIZATION_DEPARTMENT;
import static hoshimori.schema.Tables.ORGANIZATION_MEMBER;
import static hoshimori.schema.Tables.ORGANIZATION_ROLE;

import hoshimori.schema.tables.records.OrganizationDepartmentRecord;
import java.util.List;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectSeekStepN;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class DepartmentRepository {

    private final Database database;

    DepartmentRepository(Database database) {
        this.database = database;
    }

    List<Department> all(OrganizationId organization) {
        return database.within(organization, sql -> ordered(sql, organization).fetch(DepartmentRepository::department));
    }

    /// The same, held until the end of the transaction.
    List<Department> locked(OrganizationId organization) {
        return database.within(
                organization, sql -> ordered(sql, organization).forUpdate().fetch(DepartmentRepository::department));
    }

    void add(OrganizationId organization, Department department) {
        database.within(organization, sql -> sql.insertInto(ORGANIZATION_DEPARTMENT)
                .set(ORGANIZATION_DEPARTMENT.ORGANIZATION_ID, organization.value())
                .set(ORGANIZATION_DEPARTMENT.ID, department.id().value())
                .set(ORGANIZATION_DEPARTMENT.PARENT_ID, parent(department))
                .set(ORGANIZATION_DEPARTMENT.KIND, department.kind().id())
                .set(ORGANIZATION_DEPARTMENT.NAME, department.name())
                .execute());
    }

    void change(OrganizationId organization, Department department) {
        database.within(organization, sql -> sql.update(ORGANIZATION_DEPARTMENT)
                .set(ORGANIZATION_DEPARTMENT.PARENT_ID, parent(department))
                .set(ORGANIZATION_DEPARTMENT.KIND, department.kind().id())
                .set(ORGANIZATION_DEPARTMENT.NAME, department.name())
                .where(which(organization, department.id()))
                .execute());
    }

    /// Whether somebody who has not left belongs to it or leads it.
    boolean hasPeople(OrganizationId organization, DepartmentId id) {
        var leads = DSL.exists(DSL.selectOne()
                .from(ORGANIZATION_ROLE)
                .where(ORGANIZATION_ROLE.ORGANIZATION_ID.eq(organization.value()))
                .and(ORGANIZATION_ROLE.MEMBER_ID.eq(ORGANIZATION_MEMBER.ID))
                .and(ORGANIZATION_ROLE.DEPARTMENT_ID.eq(id.value())));
        return database.within(
                organization,
                sql -> sql.fetchExists(DSL.selectOne()
                        .from(ORGANIZATION_MEMBER)
                        .where(ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(organization.value()))
                        .and(ORGANIZATION_MEMBER.LEFT_AT.isNull())
                        .and(ORGANIZATION_MEMBER.DEPARTMENT_ID.eq(id.value()).or(leads))));
    }

    /// People who have left no longer name it.
    void remove(OrganizationId organization, DepartmentId id) {
        database.within(organization, sql -> sql.update(ORGANIZATION_MEMBER)
                .setNull(ORGANIZATION_MEMBER.DEPARTMENT_ID)
                .where(ORGANIZATION_MEMBER.ORGANIZATION_ID.eq(organization.value()))
                .and(ORGANIZATION_MEMBER.LEFT_AT.isNotNull())
                .and(ORGANIZATION_MEMBER.DEPARTMENT_ID.eq(id.value()))
                .execute());
        database.within(organization, sql -> sql.deleteFrom(ORGANIZATION_DEPARTMENT)
                .where(which(organization, id))
                .execute());
    }

    private static SelectSeekStepN<OrganizationDepartmentRecord> ordered(DSLContext sql, OrganizationId organization) {
        return sql.selectFrom(ORGANIZATION_DEPARTMENT)
                .where(ORGANIZATION_DEPARTMENT.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(List.of(
                        ORGANIZATION_DEPARTMENT.POSITION.asc(),
                        ORGANIZATION_DEPARTMENT.KIND.desc(),
                        ORGANIZATION_DEPARTMENT.NAME.asc(),
                        ORGANIZATION_DEPARTMENT.ID.asc()));
    }

    private static Condition which(OrganizationId organization, DepartmentId id) {
        return ORGANIZATION_DEPARTMENT
                .ORGANIZATION_ID
                .eq(organization.value())
                .and(ORGANIZATION_DEPARTMENT.ID.eq(id.value()));
    }

    private static java.util.@Nullable UUID parent(Department department) {
        return department.parent() == null ? null : department.parent().value();
    }

    private static Department department(OrganizationDepartmentRecord row) {
        var parent = row.getParentId();
        return new Department(
                new DepartmentId(row.getId()),
                parent == null ? null : new DepartmentId(parent),
                Department.Kind.of(row.getKind()).orElseThrow(),
                row.getName());
    }
}
