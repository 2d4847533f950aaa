package org.hoshimori.house.broken.layers.schema.tables;

/// As generated.
public class RiskEntry {
    public static final RiskEntry RISK_ENTRY = new RiskEntry();
    public final String name = "name";
}
