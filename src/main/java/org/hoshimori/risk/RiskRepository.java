package org.hoshimori.risk;

import static hoshimori.schema.Tables.RISK_ANSWER;
import static hoshimori.schema.Tables.RISK_BASELINE;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.hoshimori.asset.AssetId;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
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
        return database.within(organization, sql -> sql.select(RISK_BASELINE.ASSET_ID)
                .from(RISK_BASELINE)
                .where(RISK_BASELINE.ORGANIZATION_ID.eq(organization.value()))
                .fetchSet(row -> new AssetId(row.value1())));
    }

    int forget(OrganizationId organization, Set<String> items) {
        return database.within(organization, sql -> sql.deleteFrom(RISK_ANSWER)
                .where(RISK_ANSWER.ORGANIZATION_ID.eq(organization.value()))
                .and(RISK_ANSWER.ITEM.in(items))
                .execute());
    }
}
