package org.hoshimori.organization;

import static hoshimori.schema.Tables.ORGANIZATION_COMPANY;
import static hoshimori.schema.Tables.ORGANIZATION_POSTPONED;
import static hoshimori.schema.Tables.ORGANIZATION_WORRY;

import hoshimori.schema.tables.records.OrganizationCompanyRecord;
import hoshimori.schema.tables.records.OrganizationPostponedRecord;
import hoshimori.schema.tables.records.OrganizationWorryRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.springframework.stereotype.Repository;

@Repository
class OrganizationRepository {

    private final Database database;

    OrganizationRepository(Database database) {
        this.database = database;
    }

    void add(OrganizationId organization, String name, boolean sample, OffsetDateTime now) {
        database.within(organization, sql -> sql.insertInto(ORGANIZATION_COMPANY)
                .set(ORGANIZATION_COMPANY.ORGANIZATION_ID, organization.value())
                .set(ORGANIZATION_COMPANY.NAME, name)
                .set(ORGANIZATION_COMPANY.SAMPLE, sample)
                .set(ORGANIZATION_COMPANY.CREATED_AT, now)
                .execute());
    }

    Optional<Company> find(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(ORGANIZATION_COMPANY)
                .where(ORGANIZATION_COMPANY.ORGANIZATION_ID.eq(organization.value()))
                .fetchOptional(OrganizationRepository::company));
    }

    void change(OrganizationId organization, Company company) {
        var facts = company.facts();
        var number = facts.corporateNumber();
        database.within(organization, sql -> sql.update(ORGANIZATION_COMPANY)
                .set(ORGANIZATION_COMPANY.NAME, company.name())
                .set(ORGANIZATION_COMPANY.CONTACT, company.contact())
                .set(ORGANIZATION_COMPANY.KANA, facts.kana())
                .set(ORGANIZATION_COMPANY.CORPORATE_NUMBER, number == null ? null : number.digits())
                .set(ORGANIZATION_COMPANY.SOLE_PROPRIETOR, facts.soleProprietor())
                .set(ORGANIZATION_COMPANY.INDUSTRY, facts.industry())
                .set(ORGANIZATION_COMPANY.PREFECTURE, facts.prefecture())
                .set(ORGANIZATION_COMPANY.ADDRESS, facts.address())
                .set(ORGANIZATION_COMPANY.EMPLOYEES, facts.employees())
                .set(ORGANIZATION_COMPANY.CAPITAL_YEN, facts.capitalYen())
                .set(ORGANIZATION_COMPANY.REPRESENTATIVE, facts.representative())
                .set(ORGANIZATION_COMPANY.WEBSITE, facts.website())
                .set(ORGANIZATION_COMPANY.YEARLY_BUDGET_YEN, facts.yearlyBudgetYen())
                .where(ORGANIZATION_COMPANY.ORGANIZATION_ID.eq(organization.value()))
                .execute());
    }

    /// The cascade takes the tables one after the other; references between rows that all go are checked at the end.
    void remove(OrganizationId organization) {
        database.within(organization, sql -> {
            sql.execute("SET CONSTRAINTS ALL DEFERRED");
            return sql.deleteFrom(ORGANIZATION_COMPANY)
                    .where(ORGANIZATION_COMPANY.ORGANIZATION_ID.eq(organization.value()))
                    .execute();
        });
    }

    /// Holds the company's row until the end of the transaction, so that two edits follow each other.
    void lock(OrganizationId organization) {
        database.within(organization, sql -> sql.selectOne()
                .from(ORGANIZATION_COMPANY)
                .where(ORGANIZATION_COMPANY.ORGANIZATION_ID.eq(organization.value()))
                .forUpdate()
                .fetch());
    }

    List<Worries.Worry> worries(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(ORGANIZATION_WORRY)
                .where(ORGANIZATION_WORRY.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(ORGANIZATION_WORRY.POSITION, ORGANIZATION_WORRY.ID)
                .fetch(OrganizationRepository::worry));
    }

    void worries(OrganizationId organization, List<Worries.Worry> chosen, OffsetDateTime now) {
        database.within(organization, sql -> sql.deleteFrom(ORGANIZATION_WORRY)
                .where(ORGANIZATION_WORRY.ORGANIZATION_ID.eq(organization.value()))
                .execute());
        for (var position = 0; position < chosen.size(); position++) {
            var worry = chosen.get(position);
            var place = position;
            database.within(organization, sql -> sql.insertInto(ORGANIZATION_WORRY)
                    .set(ORGANIZATION_WORRY.ORGANIZATION_ID, organization.value())
                    .set(ORGANIZATION_WORRY.ID, TimeOrderedId.next())
                    .set(ORGANIZATION_WORRY.WORRY, worry.contentId())
                    .set(ORGANIZATION_WORRY.OWN_TEXT, worry.ownText())
                    .set(ORGANIZATION_WORRY.POSITION, place)
                    .set(ORGANIZATION_WORRY.CHOSEN_AT, now)
                    .execute());
        }
    }

    static Worries.Worry worry(OrganizationWorryRecord row) {
        return new Worries.Worry(row.getWorry(), row.getOwnText());
    }

    static Company company(OrganizationCompanyRecord row) {
        var number = row.getCorporateNumber();
        return new Company(
                new OrganizationId(row.getOrganizationId()),
                row.getName(),
                row.getSample(),
                row.getCreatedAt(),
                new Company.Facts(
                        row.getKana(),
                        number == null ? null : new CorporateNumber(number),
                        row.getSoleProprietor(),
                        row.getIndustry(),
                        row.getPrefecture(),
                        row.getAddress(),
                        row.getEmployees(),
                        row.getCapitalYen(),
                        row.getRepresentative(),
                        row.getWebsite(),
                        row.getYearlyBudgetYen()),
                row.getContact());
    }

    static Organizations.Postponed postponed(OrganizationPostponedRecord row) {
        return new Organizations.Postponed(row.getMatter(), row.getUntil());
    }

    List<Organizations.Postponed> postponed(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(ORGANIZATION_POSTPONED)
                .where(ORGANIZATION_POSTPONED.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(ORGANIZATION_POSTPONED.MATTER)
                .fetch(OrganizationRepository::postponed));
    }

    void postpone(OrganizationId organization, Organizations.Postponed matter, String by, OffsetDateTime now) {
        database.within(organization, sql -> sql.insertInto(ORGANIZATION_POSTPONED)
                .set(ORGANIZATION_POSTPONED.ORGANIZATION_ID, organization.value())
                .set(ORGANIZATION_POSTPONED.MATTER, matter.matter())
                .set(ORGANIZATION_POSTPONED.UNTIL, matter.until())
                .set(ORGANIZATION_POSTPONED.POSTPONED_BY, by)
                .set(ORGANIZATION_POSTPONED.POSTPONED_AT, now)
                .onConflict(ORGANIZATION_POSTPONED.ORGANIZATION_ID, ORGANIZATION_POSTPONED.MATTER)
                .doUpdate()
                .set(ORGANIZATION_POSTPONED.UNTIL, matter.until())
                .set(ORGANIZATION_POSTPONED.POSTPONED_BY, by)
                .set(ORGANIZATION_POSTPONED.POSTPONED_AT, now)
                .execute());
    }

    /// Whether it was put off before.
    boolean takeUp(OrganizationId organization, String matter) {
        return database.within(organization, sql -> sql.deleteFrom(ORGANIZATION_POSTPONED)
                        .where(ORGANIZATION_POSTPONED.ORGANIZATION_ID.eq(organization.value()))
                        .and(ORGANIZATION_POSTPONED.MATTER.eq(matter))
                        .execute())
                > 0;
    }
}
