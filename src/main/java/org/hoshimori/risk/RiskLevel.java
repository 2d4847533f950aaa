package org.hoshimori.risk;

import java.util.Locale;
import org.hoshimori.content.RiskMethod;

/// 大, 中 or 小, in rising order, so that a later one is worse.
public enum RiskLevel {
    SMALL,
    MIDDLE,
    LARGE;

    /// The level of an importance as the method shows it, and a likelihood of 1 to 3.
    /// Errors: `IllegalArgumentException` when the method has no level for their product.
    public static RiskLevel of(RiskMethod method, int shownImportance, int likelihood) {
        int value = shownImportance * likelihood;
        return method.levels().stream()
                .filter(level -> level.from() <= value && value <= level.to())
                .map(level -> valueOf(level.id().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no level for " + value));
    }
}
