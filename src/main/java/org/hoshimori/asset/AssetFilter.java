package org.hoshimori.asset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows of the register are shown, and in which order. What does not make sense is left out, never refused.
///
/// @param word looked for in name, note, class and users, however it is written
/// @param importance `0` to `2`, or empty
/// @param personal a kind of personal data, `any`, `none`, or empty
/// @param level of the risk, see [#LEVELS], or empty
/// @param sort column, see [Sort]
/// @param after where the page before ended; empty for the first
record AssetFilter(
        String word,
        String department,
        String medium,
        String importance,
        String personal,
        String level,
        Sort sort,
        String after) {

    static final AssetFilter NONE = new AssetFilter("", "", "", "", "", "", Sort.IMPORTANCE, "");

    /// The rows that have no level, because they rest on the basic measures.
    static final String RESTING = "rest";

    /// The levels that the list can be narrowed to, the worst first, and the rows without one.
    static final List<String> LEVELS = List.of("high", "mid", "low", RESTING);

    private static final Set<String> PERSONAL = Set.of("personal", "special-care", "my-number", "any", "none");
    private static final int LONGEST = 200;

    /// Orders of the list; `DEPARTMENT` also groups it.
    enum Sort {
        IMPORTANCE("importance"),
        NAME("name"),
        DEPARTMENT("department"),
        REGISTERED("registered");

        private final String id;

        Sort(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        static Sort of(@Nullable String id) {
            for (var sort : values()) {
                if (sort.id.equals(id)) {
                    return sort;
                }
            }
            return IMPORTANCE;
        }
    }

    /// What an address says.
    record Typed(
            @Nullable String q,
            @Nullable String department,
            @Nullable String medium,
            @Nullable String importance,
            @Nullable String personal,
            @Nullable String level,
            @Nullable String sort,
            @Nullable String after) {

        AssetFilter filter() {
            var matters = text(importance);
            var kind = text(personal);
            return new AssetFilter(
                    text(q),
                    text(department),
                    text(medium),
                    matters.matches("[012]") ? matters : "",
                    PERSONAL.contains(kind) ? kind : "",
                    LEVELS.contains(text(level)) ? text(level) : "",
                    Sort.of(sort),
                    text(after));
        }

        private static String text(@Nullable String typed) {
            var text = Objects.requireNonNullElse(typed, "")
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        }
    }

    boolean narrows() {
        return !(word.isEmpty()
                && department.isEmpty()
                && medium.isEmpty()
                && importance.isEmpty()
                && personal.isEmpty()
                && level.isEmpty());
    }

    AssetFilter sorted(Sort other) {
        return new AssetFilter(word, department, medium, importance, personal, level, other, "");
    }

    AssetFilter from(String cursor) {
        return new AssetFilter(word, department, medium, importance, personal, level, sort, cursor);
    }

    AssetFilter of(String chosen) {
        return new AssetFilter(word, chosen, medium, importance, personal, level, sort, "");
    }

    /// The part of an address after the question mark.
    String query() {
        var query = new StringBuilder();
        put(query, "q", word);
        put(query, "department", department);
        put(query, "medium", medium);
        put(query, "importance", importance);
        put(query, "personal", personal);
        put(query, "level", level);
        put(query, "sort", sort == Sort.IMPORTANCE ? "" : sort.id());
        put(query, "after", after);
        return query.toString();
    }

    private static void put(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /// An order of the list, and how a page goes on where the one before ended: the id of its last row, then its value.
    record Place(Sort sort) {

        static Place of(Sort sort) {
            return new Place(sort);
        }

        String cursor(Asset last) {
            return last.id()
                    + switch (sort) {
                        case IMPORTANCE -> String.valueOf(last.importance().ordinal());
                        case NAME -> last.name();
                        case DEPARTMENT -> last.department();
                        case REGISTERED -> last.keeping().registeredOn().toString();
                    };
        }
    }
}
