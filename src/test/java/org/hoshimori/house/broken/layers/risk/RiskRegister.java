package org.hoshimori.house.broken.layers.risk;

import java.sql.Connection;
import org.hoshimori.house.broken.layers.schema.tables.RiskEntry;
import org.jooq.DSLContext;
import org.springframework.ui.Model;

/// Broken: SQL and the browser inside a keeper. Fine: its own repository.
final class RiskRegister {

    String treat(RiskRepository risks, DSLContext sql, Connection connection, Model model, int[] counts) {
        return risks.find(RiskEntry.RISK_ENTRY.name) + sql + connection + model + counts.length;
    }
}
