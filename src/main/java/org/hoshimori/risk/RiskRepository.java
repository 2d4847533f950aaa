package org.hoshimori.risk;

import static hoshimori.schema.Tables.RISK_ANSWER;
import static hoshimori.schema.Tables.RISK_BASELINE;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.asset.AssetId;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class RiskRepository {

    private final Database database;

    RiskRepository(Database database) {
        this.database = database;
    }

    Map<String, Integer> answers(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(RISK_ANSWER.ITEM, RISK_ANSWER.ANSWER)
                .from(RISK_ANSWER)
                .where(RISK_ANSWER.ORGANIZATION_ID.eq(organization.value()))
                .fetchMap(RISK_ANSWER.ITEM, RISK_ANSWER.ANSWER));
    }

    void answer(OrganizationId organization, Map<String, Integer> answers, String by, OffsetDateTime now) {
        database.within(organization, sql -> sql.batch(answers.entrySet().stream()
                        .map(one -> sql.insertInto(RISK_ANSWER)
                                .values(organization.value(), one.getKey(), one.getValue(), by, now)
                                .onConflict(RISK_ANSWER.ORGANIZATION_ID, RISK_ANSWER.ITEM)
                                .doUpdate()
                                .setAllToExcluded())
                        .toList())
                .execute());
    }

    Set<AssetId> baseline(OrganizationId organization) {
        return said(organization).baseline();
    }

    /// What a company says of its risks.
    ///
    /// @param answers 1 to 4 by the id of the item
    /// @param baseline the assets that rest on the basic measures
    record Said(Map<String, Integer> answers, Set<AssetId> baseline) {}

    /// All of it in one statement.
    Said said(OrganizationId organization) {
        var said = new Said(new HashMap<>(), new HashSet<>());
        database.within(organization, sql -> sql.select(
                                RISK_ANSWER.ITEM, RISK_ANSWER.ANSWER, DSL.val((UUID) null, UUID.class))
                        .from(RISK_ANSWER)
                        .where(RISK_ANSWER.ORGANIZATION_ID.eq(organization.value()))
                        .unionAll(
                                sql.select(DSL.val("", String.class), DSL.val(0, Integer.class), RISK_BASELINE.ASSET_ID)
                                        .from(RISK_BASELINE)
                                        .where(RISK_BASELINE.ORGANIZATION_ID.eq(organization.value())))
                        .fetch())
                .forEach(row -> {
                    if (row.value3() == null) {
                        said.answers().put(row.value1(), row.value2());
                    } else {
                        said.baseline().add(new AssetId(row.value3()));
                    }
                });
        return said;
    }

    void rest(OrganizationId organization, Collection<AssetId> assets) {
        var ids = assets.stream().map(AssetId::value).toArray(UUID[]::new);
        database.within(organization, sql -> sql.insertInto(RISK_BASELINE)
                .select(sql.select(DSL.val(organization.value()), DSL.field("id", UUID.class))
                        .from(DSL.unnest(ids).as("asset", "id")))
                .onConflictDoNothing()
                .execute());
    }

    void analyse(OrganizationId organization, Collection<AssetId> assets) {
        var ids = assets.stream().map(AssetId::value).toArray(UUID[]::new);
        database.within(organization, sql -> sql.deleteFrom(RISK_BASELINE)
                .where(RISK_BASELINE.ORGANIZATION_ID.eq(organization.value()))
                .and(RISK_BASELINE.ASSET_ID.eq(DSL.any(ids)))
                .execute());
    }

    int forget(OrganizationId organization, Set<String> items) {
        return database.within(organization, sql -> sql.deleteFrom(RISK_ANSWER)
                .where(RISK_ANSWER.ORGANIZATION_ID.eq(organization.value()))
                .and(RISK_ANSWER.ITEM.in(items))
                .execute());
    }
}
