package org.hoshimori.directory;

import static hoshimori.schema.Tables.DIRECTORY_ENTRY;

import hoshimori.schema.tables.records.DirectoryEntryRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.directory.Search.Cursor;
import org.hoshimori.directory.Search.Found;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Searches among half a million entries in a few milliseconds: a common word is found among the newest entries, read
/// in order; a rare one by the index of its letters. Which of the two it is shows while looking, not before.
@CrossCompany("the directory is public and belongs to no company")
@Repository
class SearchRepository {

    static final int PAGE = 20;

    /// Counted so far and no further: nobody reads more, and an exact count of a common word is slow.
    static final int COUNTED = 1000;

    /// So many of the newest are read in order before the index is asked (1 to 3 ms).
    private static final int WINDOW = 2000;

    private static final List<TableField<DirectoryEntryRecord, ?>> SHOWN = List.of(
            DIRECTORY_ENTRY.NUMBER,
            DIRECTORY_ENTRY.STAR,
            DIRECTORY_ENTRY.NAME,
            DIRECTORY_ENTRY.KANA,
            DIRECTORY_ENTRY.CORPORATE_NUMBER,
            DIRECTORY_ENTRY.INDUSTRY,
            DIRECTORY_ENTRY.PREFECTURE,
            DIRECTORY_ENTRY.MUNICIPALITY,
            DIRECTORY_ENTRY.TOWN,
            DIRECTORY_ENTRY.HOLDER,
            DIRECTORY_ENTRY.SINCE,
            DIRECTORY_ENTRY.POLICY_URL);

    private final Database database;

    SearchRepository(Database database) {
        this.database = database;
    }

    /// One page, without a count.
    Found find(Search search, @Nullable Cursor after) {
        return database.across(sql -> {
            var conditions = new ArrayList<>(filters(search));
            if (after != null) {
                conditions.add(beyond(search, after));
            }
            var rows = search.folded() == null
                    ? ordered(sql, search, conditions, PAGE + 1)
                    : named(sql, search, search.folded(), conditions);
            var page = rows.subList(0, Math.min(PAGE, rows.size()));
            return new Found(page, rows.size() > PAGE ? search.after(page.getLast()) : null);
        });
    }

    /// How many there are, at most one more than [#COUNTED].
    int count(Search search) {
        var conditions = new ArrayList<>(filters(search));
        if (search.folded() != null) {
            conditions.addAll(contains(search.folded()));
        }
        return database.across(sql -> sql.fetchCount(
                sql.selectOne().from(DIRECTORY_ENTRY).where(conditions).limit(COUNTED + 1)));
    }

    private static List<DirectoryEntry> named(
            DSLContext sql, Search search, String folded, List<Condition> conditions) {
        var newest = sql.select(DIRECTORY_ENTRY.fields())
                .from(DIRECTORY_ENTRY)
                .where(conditions)
                .orderBy(order(search))
                .limit(WINDOW)
                .asTable("newest");
        var early = sql.select(newest.fields(SHOWN.toArray(TableField[]::new)))
                .from(newest)
                .where(newest.field(DIRECTORY_ENTRY.SEARCHED).contains(folded))
                .limit(PAGE + 1)
                .fetchInto(DIRECTORY_ENTRY)
                .map(DirectoryRepository::entry);
        if (early.size() > PAGE) {
            return early;
        }
        var byLetters = new ArrayList<>(conditions);
        byLetters.addAll(contains(folded));
        var hits = DSL.name("hits")
                .asMaterialized(sql.select(DIRECTORY_ENTRY.fields())
                        .from(DIRECTORY_ENTRY)
                        .where(byLetters));
        return sql.with(hits)
                .select(SHOWN)
                .from(hits.as("directory_entry"))
                .orderBy(order(search))
                .limit(PAGE + 1)
                .fetchInto(DIRECTORY_ENTRY)
                .map(DirectoryRepository::entry);
    }

    private static List<DirectoryEntry> ordered(DSLContext sql, Search search, List<Condition> conditions, int most) {
        return sql.select(SHOWN)
                .from(DIRECTORY_ENTRY)
                .where(conditions)
                .orderBy(order(search))
                .limit(most)
                .fetchInto(DIRECTORY_ENTRY)
                .map(DirectoryRepository::entry);
    }

    private static List<Condition> contains(String folded) {
        return List.of(DIRECTORY_ENTRY.GRAMS.contains(Grams.asked(folded)), DIRECTORY_ENTRY.SEARCHED.contains(folded));
    }

    private static List<OrderField<?>> order(Search search) {
        return switch (search.order()) {
            case NEWEST -> List.of(DIRECTORY_ENTRY.SINCE.desc(), DIRECTORY_ENTRY.NUMBER.desc());
            case NAME -> List.of(DIRECTORY_ENTRY.KANA.asc(), DIRECTORY_ENTRY.NUMBER.asc());
        };
    }

    private static Condition beyond(Search search, Cursor after) {
        return switch (search.order()) {
            case NEWEST ->
                DSL.row(DIRECTORY_ENTRY.SINCE, DIRECTORY_ENTRY.NUMBER).lt(day(after.key()), after.number());
            case NAME -> DSL.row(DIRECTORY_ENTRY.KANA, DIRECTORY_ENTRY.NUMBER).gt(after.key(), after.number());
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return LocalDate.of(9999, 12, 31);
        }
    }

    private static List<Condition> filters(Search search) {
        var filters = new ArrayList<Condition>();
        filters.add(DIRECTORY_ENTRY.STOPPED_ON.isNull());
        if (search.number() != null) {
            filters.add(DIRECTORY_ENTRY
                    .NUMBER
                    .eq(search.number())
                    .or(DIRECTORY_ENTRY.CORPORATE_NUMBER.eq(search.number())));
        }
        if (search.star() != null) {
            filters.add(DIRECTORY_ENTRY.STAR.eq(search.star()));
        }
        if (search.industry() != null) {
            filters.add(DIRECTORY_ENTRY.INDUSTRY.eq(search.industry()));
        }
        if (search.place().prefecture() != null) {
            filters.add(DIRECTORY_ENTRY.PREFECTURE.eq(search.place().prefecture()));
        }
        if (search.place().municipality() != null) {
            filters.add(DIRECTORY_ENTRY.MUNICIPALITY.startsWith(search.place().municipality()));
        }
        if (search.since() != null) {
            filters.add(DIRECTORY_ENTRY.SINCE.ge(search.since()));
        }
        return filters;
    }
}
