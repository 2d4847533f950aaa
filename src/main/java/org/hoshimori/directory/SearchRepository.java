package org.hoshimori.directory;

import static hoshimori.schema.Tables.DIRECTORY_ENTRY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.directory.Search.Cursor;
import org.hoshimori.directory.Search.Found;
import org.hoshimori.directory.Search.Order;
import org.hoshimori.directory.Search.Place.Extent;
import org.hoshimori.web.CalendarDay;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Searches among half a million entries in a few milliseconds: a common word is found among the first entries,
/// read in order out of the index alone; a rare one by the index of its letters. Which of the two it is shows
/// while looking, not before. The rows themselves are fetched last, by the numbers of one page.
@CrossCompany("the directory is public and belongs to no company")
@Repository
class SearchRepository {

    static final int PAGE = 20;

    /// Counted so far and no further: nobody reads more, and an exact count of a common word is slow.
    static final int COUNTED = 1000;

    /// So many of the newest tell how common a word is (half a millisecond).
    private static final int PROBE = 1000;

    /// With fewer hits among them a word is looked for by its letters first.
    private static final int FEW = 5;

    /// So many hits by letters are fetched at most before the word counts as a common one.
    private static final int RARE = 1500;

    /// So many are read in order for a common word before all its hits are fetched.
    private static final int WINDOW = 8000;

    /// With so many hits among twice the probe, a word is counted quicker in order than by its letters.
    private static final int COMMON = 80;

    private final Database database;
    private final Plenty plenty;
    private final MunicipalityRepository municipalities;

    SearchRepository(Database database, Plenty plenty, MunicipalityRepository municipalities) {
        this.plenty = plenty;
        this.municipalities = municipalities;
        this.database = database;
    }

    /// One page, and how many there are, at most one more than [#COUNTED].
    Found find(Search asked, @Nullable Cursor after) {
        return database.across(sql -> {
            var narrowed = municipalities.narrowed(asked);
            if (narrowed.isEmpty()) {
                return Found.NOTHING;
            }
            var search = narrowed.get();
            if (search.place().several()) {
                plannedAnew(sql);
            }
            if (search.folded() == null) {
                var entries = filtered(sql, search, after, List.of());
                return found(search, entries, plenty.count(search, () -> counted(sql, all(search, null))));
            }
            if (plenty.rare(search, () -> hitsAmongNewest(sql, search, PROBE, FEW) < FEW)) {
                var rare = hits(sql, search, null, RARE + 1).fetch(DIRECTORY_ENTRY.NUMBER);
                if (rare.size() <= RARE) {
                    return found(search, among(sql, search, after, rare), Math.min(rare.size(), COUNTED + 1));
                }
                plenty.common(search);
            }
            var entries = common(sql, search, after);
            return found(search, entries, plenty.count(search, () -> commonCount(sql, search)));
        });
    }

    private static Found found(Search search, List<DirectoryEntry> entries, int count) {
        var page = entries.subList(0, Math.min(PAGE, entries.size()));
        return new Found(page, entries.size() > PAGE ? search.after(page.getLast()) : null, count);
    }

    private static int commonCount(DSLContext sql, Search search) {
        var conditions = all(search, null);
        if (hitsAmongNewest(sql, search, 2 * PROBE, COMMON) == COMMON) {
            conditions.add(worded(search));
        } else {
            plannedAnew(sql);
            conditions.addAll(contains(search));
        }
        return counted(sql, conditions);
    }

    private static int hitsAmongNewest(DSLContext sql, Search search, int size, int most) {
        return sql.fetchCount(sql.selectOne()
                .from(window(sql, search, Order.NEWEST, null, size))
                .where(worded(search))
                .and(starred(search))
                .limit(most));
    }

    private static int counted(DSLContext sql, List<Condition> conditions) {
        return sql.fetchCount(
                sql.selectOne().from(DIRECTORY_ENTRY).where(conditions).limit(COUNTED + 1));
    }

    private static List<DirectoryEntry> among(
            DSLContext sql, Search search, @Nullable Cursor after, List<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var from = after == null ? 0 : numbers.indexOf(after.number()) + 1;
        // The row after which the page begins may have been stopped meanwhile.
        var gone = after != null && from == 0;
        var some = gone ? numbers : numbers.subList(from, Math.min(from + PAGE + 1, numbers.size()));
        return sql.select(DirectoryRepository.SHOWN)
                .from(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.NUMBER.eq(DSL.any(some.toArray(String[]::new))))
                .and(after == null ? DSL.noCondition() : beyond(search, after))
                .orderBy(order(search.order()))
                .limit(PAGE + 1)
                .fetchInto(DIRECTORY_ENTRY)
                .map(DirectoryRepository::entry);
    }

    /// Hits by letters, fetched first and ordered then.
    private static ResultQuery<Record1<String>> hits(DSLContext sql, Search search, @Nullable Cursor after, int most) {
        plannedAnew(sql);
        var hits = DSL.name("hits")
                .asMaterialized(sql.select(DIRECTORY_ENTRY.NUMBER, DIRECTORY_ENTRY.SINCE, DIRECTORY_ENTRY.KANA)
                        .from(DIRECTORY_ENTRY)
                        .where(all(search, after))
                        .and(DSL.and(contains(search)))
                        .limit(most));
        return sql.with(hits)
                .select(DIRECTORY_ENTRY.NUMBER)
                .from(hits.as("directory_entry"))
                .orderBy(order(search.order()));
    }

    /// A plan for these very words: one that was made for any words cannot know how many rows have these letters. The
    /// other statements read an index in order whatever is asked, and are planned once.
    private static void plannedAnew(DSLContext sql) {
        sql.execute("SET LOCAL plan_cache_mode = force_custom_plan");
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

    private static List<DirectoryEntry> common(DSLContext sql, Search search, @Nullable Cursor after) {
        var early = rows(
                sql,
                search,
                sql.select(DIRECTORY_ENTRY.NUMBER)
                        .from(window(sql, search, search.order(), after, WINDOW))
                        .where(worded(search))
                        .and(starred(search))
                        .limit(PAGE + 1));
        if (early.size() > PAGE || ends(sql, search, search.order(), after)) {
            return early;
        }
        if (search.order() == Order.NAME && hitsAmongNewest(sql, search, 2 * PROBE, COMMON) == COMMON) {
            return filtered(sql, search, after, List.of(worded(search)));
        }
        var all = hits(sql, search, after, Integer.MAX_VALUE).fetch(DIRECTORY_ENTRY.NUMBER);
        return among(sql, search, null, all.subList(0, Math.min(PAGE + 1, all.size())));
    }

    /// The first so many of a place and industry in order, with all that the index holds of them: the rows themselves
    /// are not read.
    private static Table<?> window(DSLContext sql, Search search, Order order, @Nullable Cursor after, int size) {
        return sql.select(DIRECTORY_ENTRY.NUMBER, DIRECTORY_ENTRY.SEARCHED, DIRECTORY_ENTRY.STAR)
                .from(DIRECTORY_ENTRY)
                .where(stretch(search, after))
                .orderBy(order(order))
                .limit(size)
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
        return sql.select(DirectoryRepository.SHOWN)
                .from(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.NUMBER.in(numbers))
                .orderBy(order(search.order()))
                .fetchInto(DIRECTORY_ENTRY)
                .map(DirectoryRepository::entry);
    }

    private static List<Condition> contains(Search search) {
        var folded = Objects.requireNonNull(search.folded());
        return List.of(DIRECTORY_ENTRY.GRAMS.contains(Grams.asked(folded, search)), worded(search));
    }

    /// Among bytes, which for Japanese is quicker than LIKE.
    private static Condition worded(Search search) {
        return DSL.position(DIRECTORY_ENTRY.SEARCHED, Objects.requireNonNull(search.folded()))
                .gt(0);
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
        return CalendarDay.read(text).orElse(LocalDate.of(9999, 12, 31));
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
            stretch.add(
                    search.place().extent() == Extent.WHOLE
                            ? DIRECTORY_ENTRY.MUNICIPALITY.eq(search.place().municipality())
                            : DIRECTORY_ENTRY.MUNICIPALITY.startsWith(
                                    search.place().municipality()));
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
