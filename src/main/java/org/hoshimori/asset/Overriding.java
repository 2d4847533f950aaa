package org.hoshimori.asset;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// Why an asset is of the highest importance although its three figures are lower (table 10: what the law asks, what
/// would hit partners hard, what would hit the business hard).
public record Overriding(Set<Reason> reasons) {

    public static final Overriding NONE = new Overriding(Set.of());

    /// One reason.
    public enum Reason {
        LEGAL("legal"),
        PARTNER("partner"),
        BUSINESS("business");

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        /// The word in forms and message keys.
        public String id() {
            return id;
        }
    }

    public Overriding {
        reasons = Set.copyOf(reasons);
    }

    /// Those of the words that are known.
    static Overriding of(Collection<String> ids) {
        var reasons = EnumSet.noneOf(Reason.class);
        Arrays.stream(Reason.values()).filter(reason -> ids.contains(reason.id)).forEach(reasons::add);
        return new Overriding(reasons);
    }

    public boolean has(Reason reason) {
        return reasons.contains(reason);
    }

    public boolean none() {
        return reasons.isEmpty();
    }
}
