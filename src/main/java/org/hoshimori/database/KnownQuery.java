package org.hoshimori.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// A query that differs only in its values from one time to the next. It is written out as SQL once: jOOQ writes a
/// query anew each time it is asked, which for the large ones of a first page takes longer than PostgreSQL needs to
/// answer them.
public final class KnownQuery {

    /// A value in what jOOQ writes, or what looks like one: a text in quotes, a cast.
    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|::\\w+|:(\\w+)");

    /// The company, as a value of a query.
    public static final Param<UUID> COMPANY = DSL.param("organization", SQLDataType.UUID);

    private final Select<?> query;
    private volatile @Nullable Written written;

    /// @param values for each `?` of the text the name of its value
    private record Written(String text, List<String> values) {}

    private KnownQuery(Select<?> query) {
        this.query = query;
    }

    /// @param query with a named `DSL.param` for each value that differs
    public static KnownQuery of(Select<?> query) {
        return new KnownQuery(query);
    }

    /// The query of a company.
    public ResultQuery<Record> of(DSLContext sql, OrganizationId organization) {
        return of(sql, organization, Map.of());
    }

    /// The query of a company with further values by their names. Its columns are those of the query.
    public ResultQuery<Record> of(DSLContext sql, OrganizationId organization, Map<String, ?> more) {
        var values = new HashMap<String, Object>(more);
        values.put(Objects.requireNonNull(COMPANY.getParamName()), organization.value());
        var known = written;
        if (known == null) {
            known = write(sql);
            written = known;
        }
        var bound = known.values().stream().map(name -> bound(values, name)).toArray();
        return sql.resultQuery(known.text(), bound).coerce(query.getSelect());
    }

    private Written write(DSLContext sql) {
        var names = new ArrayList<String>();
        var text = VALUE.matcher(sql.renderNamedOrInlinedParams(query)).replaceAll(match -> {
            if (match.group(1) == null) {
                return Matcher.quoteReplacement(match.group());
            }
            names.add(match.group(1));
            return "?";
        });
        return new Written(text, names);
    }

    /// Numbers as they are; everything else as a text, which the written query casts to what it is.
    private static Object bound(Map<String, Object> values, String name) {
        var value = Objects.requireNonNull(values.get(name), name);
        return value instanceof Number ? value : value.toString();
    }
}
