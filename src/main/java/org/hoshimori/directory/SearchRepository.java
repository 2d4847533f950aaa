package org.hoshimori.directory;

import static hoshimori.schema.Tables.DIRECTORY_ENTRY;

import hoshimori.schema.tables.records.DirectoryEntryRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.directory.Search.Cursor;
import org.hoshimori.directory.Search.Found;
import org.hoshimori.directory.Search.Order;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Searches among half a million entries in a few milliseconds: a common word is found among the first entries, read in
/// order out of the index alone; a rare one by the index of its letters. Which of the two it is shows while looking,
// not
/// before. The rows themselves are fetched last, by the numbers of one page.
@CrossCompany("the directory is public and belongs to no company")
@Repository
class SearchRepository {

    static final int PAGE = 20;

    /// Counted so far and no further: nobody reads more, and an exact count of a common word is slow.
    static final int COUNTED = 1000;

    /// So many are read in order before the index of letters is asked (2 to 4 ms).
    private static final int WINDOW = 8000;

    /// With so many hits among them, the rest is counted quicker in order than by letters.
    private static final int COMMON = 240;

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
        return searching(sql -> {
            var found = search.folded() == null ? filtered(sql, search, after, List.of()) : named(sql, search, after);
            var page = found.subList(0, Math.min(PAGE, found.size()));
            return new Found(page, found.size() > PAGE ? search.after(page.getLast()) : null);
        });
    }

    /// How many there are, at most one more than [#COUNTED].
    int count(Search search) {
        var folded = search.folded();
        return searching(sql -> {
            if (folded == null) {
                return counted(sql, all(search, null));
            }
            var hits = hitsAmongNewest(sql, search, folded);
            if (hits > COUNTED || ends(sql, search, Order.NEWEST, null)) {
                return hits;
            }
            var conditions = all(search, null);
            conditions.addAll(hits >= COMMON ? List.of(DIRECTORY_ENTRY.SEARCHED.contains(folded)) : contains(folded));
            return counted(sql, conditions);
        });
    }

    private static int hitsAmongNewest(DSLContext sql, Search search, String folded) {
        return sql.fetchCount(sql.selectOne()
                .from(window(sql, search, Order.NEWEST, null))
                .where(DIRECTORY_ENTRY.SEARCHED.contains(folded))
                .and(starred(search))
                .limit(COUNTED + 1));
    }

    private static int counted(DSLContext sql, List<Condition> conditions) {
        return sql.fetchCount(
                sql.selectOne().from(DIRECTORY_ENTRY).where(conditions).limit(COUNTED + 1));
    }

    /// A plan for these very words: one that was made for any words cannot know which index helps.
    private <T> T searching(Function<DSLContext, T> work) {
        return database.across(sql -> {
            sql.execute("SET LOCAL plan_cache_mode = force_custom_plan");
            return work.apply(sql);
        });
    }

    private static List<DirectoryEntry> filtered(
            DSLContext sql, Search search, @Nullable Cursor after, List<Condition> more) {
        return rows(
                sql,
                search,
                sql.select(DIRECTORY_ENTRY.NUMBER)
                        .from(DIRECTORY_ENTRY)
                        .where(all(search, after))
                        .and(DSL.and(more))
                        .orderBy(order(search.order()))
                        .limit(PAGE + 1));
    }

    private static List<DirectoryEntry> named(DSLContext sql, Search search, @Nullable Cursor after) {
        var folded = Objects.requireNonNull(search.folded());
        var early = rows(
                sql,
                search,
                sql.select(DIRECTORY_ENTRY.NUMBER)
                        .from(window(sql, search, search.order(), after))
                        .where(DIRECTORY_ENTRY.SEARCHED.contains(folded))
                        .and(starred(search))
                        .limit(PAGE + 1));
        if (early.size() > PAGE || ends(sql, search, search.order(), after)) {
            return early;
        }
        if (search.order() == Order.NAME && hitsAmongNewest(sql, search, folded) >= COMMON) {
            return filtered(sql, search, after, List.of(DIRECTORY_ENTRY.SEARCHED.contains(folded)));
        }
        var hits = DSL.name("hits")
                .asMaterialized(sql.select(DIRECTORY_ENTRY.NUMBER, DIRECTORY_ENTRY.SINCE, DIRECTORY_ENTRY.KANA)
                        .from(DIRECTORY_ENTRY)
                        .where(all(search, after))
                        .and(DSL.and(contains(folded))));
        return rows(
                sql,
                search,
                sql.with(hits)
                        .select(DIRECTORY_ENTRY.NUMBER)
                        .from(hits.as("directory_entry"))
                        .orderBy(order(search.order()))
                        .limit(PAGE + 1));
    }

    /// The first so many of a place and industry in order, with all that the index holds of them: the rows themselves
    /// are not read.
    private static Table<?> window(DSLContext sql, Search search, Order order, @Nullable Cursor after) {
        return sql.select(DIRECTORY_ENTRY.NUMBER, DIRECTORY_ENTRY.SEARCHED, DIRECTORY_ENTRY.STAR)
                .from(DIRECTORY_ENTRY)
                .where(stretch(search, after))
                .orderBy(order(order))
                .limit(WINDOW)
                .asTable("directory_entry");
    }

    /// Whether there is nothing beyond the window: what was found in it is all.
    private static boolean ends(DSLContext sql, Search search, Order order, @Nullable Cursor after) {
        return sql.fetchCount(sql.select(DIRECTORY_ENTRY.NUMBER)
                        .from(DIRECTORY_ENTRY)
                        .where(stretch(search, after))
                        .orderBy(order(order))
                        .offset(WINDOW)
                        .limit(1))
                == 0;
    }

    /// The rows of one page.
    private static List<DirectoryEntry> rows(DSLContext sql, Search search, Select<? extends Record1<String>> numbers) {
        return sql.select(SHOWN)
                .from(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.NUMBER.in(numbers))
                .orderBy(order(search.order()))
                .fetchInto(DIRECTORY_ENTRY)
                .map(DirectoryRepository::entry);
    }

    private static List<Condition> contains(String folded) {
        return List.of(DIRECTORY_ENTRY.GRAMS.contains(Grams.asked(folded)), DIRECTORY_ENTRY.SEARCHED.contains(folded));
    }

    private static List<OrderField<?>> order(Order order) {
        return switch (order) {
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

    private static List<Condition> all(Search search, @Nullable Cursor after) {
        var all = stretch(search, after);
        all.add(starred(search));
        return all;
    }

    private static Condition starred(Search search) {
        return search.star() == null ? DSL.noCondition() : DIRECTORY_ENTRY.STAR.eq(search.star());
    }

    /// The part of the order that is read: everything but the word and the star.
    private static List<Condition> stretch(Search search, @Nullable Cursor after) {
        var stretch = new ArrayList<Condition>();
        stretch.add(DIRECTORY_ENTRY.STOPPED_ON.isNull());
        if (search.number() != null) {
            stretch.add(DIRECTORY_ENTRY
                    .NUMBER
                    .eq(search.number())
                    .or(DIRECTORY_ENTRY.CORPORATE_NUMBER.eq(search.number())));
        }
        if (search.industry() != null) {
            stretch.add(DIRECTORY_ENTRY.INDUSTRY.eq(search.industry()));
        }
        if (search.place().prefecture() != null) {
            stretch.add(DIRECTORY_ENTRY.PREFECTURE.eq(search.place().prefecture()));
        }
        if (search.place().municipality() != null) {
            stretch.add(DIRECTORY_ENTRY.MUNICIPALITY.startsWith(search.place().municipality()));
        }
        if (search.since() != null) {
            stretch.add(DIRECTORY_ENTRY.SINCE.ge(search.since()));
        }
        if (after != null) {
            stretch.add(beyond(search, after));
        }
        return stretch;
    }
}
