package org.hoshimori.house.broken.layers.risk;

import org.hoshimori.house.broken.layers.database.CrossCompany;
import org.hoshimori.house.broken.layers.database.OrganizationId;
import org.hoshimori.house.broken.layers.schema.Tables;
import org.hoshimori.house.broken.layers.schema.tables.AssetItem;
import org.hoshimori.house.broken.layers.schema.tables.RiskEntry;
import org.jooq.DSLContext;

/// Broken: tables of other rooms, a query without the organisation, a crossing without a reason.
public final class RiskRepository {

    private final DSLContext sql;

    RiskRepository(DSLContext sql) {
        this.sql = sql;
    }

    public String count(OrganizationId organization) {
        return row(organization + RiskEntry.RISK_ENTRY.name);
    }

    public String find(String id) {
        return row(id + AssetItem.ASSET_ITEM.name + Tables.CONTROL_PLAN);
    }

    @CrossCompany("figures for the public, at least ten companies each")
    public String statistics() {
        return row("");
    }

    @CrossCompany(" ")
    public String silent() {
        return row("");
    }

    private String row(String id) {
        return sql + id;
    }
}
