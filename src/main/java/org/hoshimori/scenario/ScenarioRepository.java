package org.hoshimori.scenario;

import static hoshimori.schema.Tables.SCENARIO_ITEM;

import java.util.Map;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.scenario.ItemCost.Said;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class ScenarioRepository {

    private final Database database;

    ScenarioRepository(Database database) {
        this.database = database;
    }

    /// What the company says, by the id of the item.
    Map<String, Said> said(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(SCENARIO_ITEM)
                .where(SCENARIO_ITEM.ORGANIZATION_ID.eq(organization.value()))
                .fetchMap(
                        SCENARIO_ITEM.ITEM,
                        row -> new Said(row.getCostOnceYen(), row.getCostYearlyYen(), row.getImpossible())));
    }

    /// Lets one saying finish before the next begins: a button pressed twice counts once.
    void lock(OrganizationId organization) {
        database.within(
                organization,
                sql -> sql.execute(
                        "SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("scenario " + organization)));
    }

    /// Replaces all that the company says; an item about which it says nothing has no row.
    void say(OrganizationId organization, Map<String, Said> said) {
        database.within(organization, sql -> {
            sql.deleteFrom(SCENARIO_ITEM)
                    .where(SCENARIO_ITEM.ORGANIZATION_ID.eq(organization.value()))
                    .execute();
            return sql.batch(said.entrySet().stream()
                            .filter(one -> !one.getValue().equals(Said.NOTHING))
                            .map(one -> sql.insertInto(SCENARIO_ITEM)
                                    .set(SCENARIO_ITEM.ORGANIZATION_ID, organization.value())
                                    .set(SCENARIO_ITEM.ITEM, one.getKey())
                                    .set(
                                            SCENARIO_ITEM.COST_ONCE_YEN,
                                            one.getValue().once())
                                    .set(
                                            SCENARIO_ITEM.COST_YEARLY_YEN,
                                            one.getValue().yearly())
                                    .set(
                                            SCENARIO_ITEM.IMPOSSIBLE,
                                            one.getValue().impossible()))
                            .toList())
                    .execute();
        });
    }
}
