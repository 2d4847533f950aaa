package org.hoshimori.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a company when a document is composed: texts, tables and yes-or-no by key. Unchangeable; in which
/// order it was filled makes no difference.
public final class Facts {

    private final Map<String, String> texts;
    private final Map<String, Boolean> truths;
    private final Map<String, List<Map<String, String>>> tables;

    private Facts(
            Map<String, String> texts, Map<String, Boolean> truths, Map<String, List<Map<String, String>>> tables) {
        this.texts = Map.copyOf(texts);
        this.truths = Map.copyOf(truths);
        this.tables = Map.copyOf(tables);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// The same facts and one text more, or instead.
    public Facts with(String key, String text) {
        var more = new HashMap<>(texts);
        more.put(key, text);
        return new Facts(more, truths, tables);
    }

    /// The same facts and one table more, or instead.
    public Facts with(String key, List<Map<String, String>> rows) {
        var more = new HashMap<>(tables);
        more.put(key, List.copyOf(rows));
        return new Facts(texts, truths, more);
    }

    @Nullable
    String said(String key) {
        return texts.get(key);
    }

    List<Map<String, String>> table(String key) {
        return tables.getOrDefault(key, List.of());
    }

    /// True when it was said to be, or when there is a text or a row.
    boolean truth(String key) {
        return truths.getOrDefault(key, false)
                || !texts.getOrDefault(key, "").isBlank()
                || !table(key).isEmpty();
    }

    /// Collects facts; the last word on a key counts.
    public static final class Builder {

        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Boolean> truths = new HashMap<>();
        private final Map<String, List<Map<String, String>>> tables = new HashMap<>();

        private Builder() {}

        public Builder text(String key, String text) {
            texts.put(key, text);
            return this;
        }

        /// Several yes or no at once.
        public Builder truths(Map<String, Boolean> several) {
            truths.putAll(several);
            return this;
        }

        public Builder table(String key, List<Map<String, String>> rows) {
            tables.put(key, rows.stream().map(Map::copyOf).toList());
            return this;
        }

        public Facts build() {
            return new Facts(texts, truths, tables);
        }
    }
}
