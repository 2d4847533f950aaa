package org.hoshimori.treatment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hoshimori.risk.Analysis;
import org.hoshimori.risk.RiskLevel;
import org.jspecify.annotations.Nullable;

/// How levels, states and groups are written in pages and addresses.
final class Words {

    private Words() {}

    /// The word of a level in database and content.
    static String id(RiskLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    static RiskLevel level(String id) {
        return RiskLevel.valueOf(id.toUpperCase(Locale.ROOT));
    }

    /// The look of a level: high, mid or low.
    static String look(RiskLevel level) {
        return switch (level) {
            case LARGE -> "high";
            case MIDDLE -> "mid";
            case SMALL -> "low";
        };
    }

    /// 大, 中 or 小 in the words of the company's method.
    static String title(Analysis analysis, RiskLevel level) {
        return analysis.method().levels().stream()
                .filter(one -> one.id().equals(id(level)))
                .findFirst()
                .orElseThrow()
                .title();
    }

    /// The look of a state's chip: a large risk without an answer is what nobody may overlook.
    static String chip(DecidedTreatment.State state, RiskLevel level) {
        return switch (state) {
            case UNTREATED, EXPIRED -> level == RiskLevel.LARGE ? "bad" : "warn";
            case LATE -> "warn";
            case PLANNED -> "info";
            case SHARED, ACCEPTED -> "plain";
            case DONE -> "ok";
            case CALM -> "plain";
        };
    }

    /// Which assets are meant, as an address says it.
    static String query(Group.Asked asked) {
        var assets = Objects.requireNonNullElse(asked.asset(), List.<String>of()).stream()
                .map(asset -> part("asset", asset))
                .collect(Collectors.joining());
        var query = part("department", asked.department())
                + part("medium", asked.medium())
                + part("again", asked.again())
                + part("only", asked.only())
                + assets;
        return query.isEmpty() ? query : query.substring(1);
    }

    static String part(String name, @Nullable String value) {
        return value == null || value.isEmpty()
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
