package org.hoshimori.directory;

import static hoshimori.schema.Tables.DIRECTORY_ENTRY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Database database;
    private final Plenty plenty;
    private final MunicipalityRepository municipalities;
    private final GramRepository grams;

    SearchRepository(Database database, Plenty plenty, MunicipalityRepository municipalities, GramRepository grams) {
        this.plenty = plenty;
        this.grams = grams;
        this.municipalities = municipalities;
        this.database = database;
    }

    /// One page, and how many there are, at most one more than [#COUNTED]. Every statement stands alone: beginning and
    /// ending a transaction would take longer than most of them.
    Found find(Search asked, @Nullable Cursor after) {
        if (asked.number() != null && asked.folded() != null) {
            var numbered = find(asked.onlyNumber(), after);
            return numbered.count() > 0 ? numbered : find(asked.onlyWord(), after);
        }
        var narrowed = municipalities.narrowed(asked);
        if (narrowed.isEmpty()) {
            return Found.NOTHING;
        }
        var search = narrowed.get();
        if (search.folded() == null) {
            var entries = filtered(search, after, DSL.noCondition());
            return found(search, entries, plenty.count(search, () -> counted(search, DSL.noCondition())));
        }
        if (plenty.rare(search, () -> hitsAmongNewest(search, PROBE, FEW) < FEW)) {
            var rare = lettered(search, after, RARE);
            if (rare.count() <= RARE) {
                return found(search, rare.entries(), Math.min(rare.count(), COUNTED + 1));
            }
            plenty.common(search);
        }
        var entries = common(search, after);
        return found(search, entries, plenty.count(search, () -> commonCount(search)));
    }

    private static Found found(Search search, List<DirectoryEntry> entries, int count) {
        var page = entries.subList(0, Math.min(PAGE, entries.size()));
        return new Found(page, entries.size() > PAGE ? search.after(page.getLast()) : null, count);
    }

    /// A plan made for any values serves those that read an index in order; several municipalities are read otherwise
    /// when there are few of them.
    private <T> T ask(Search search, Function<DSLContext, T> work) {
        return search.place().several() ? database.alonePlanned(work) : database.alone(work);
    }

    private int commonCount(Search search) {
        if (hitsAmongNewest(search, 2 * PROBE, COMMON) == COMMON) {
            return counted(search, worded(search));
        }
        var contains = contains(search);
        return database.alonePlanned(sql -> counted(sql, search, contains));
    }

    private int hitsAmongNewest(Search search, int size, int most) {
        return ask(
                search,
                sql -> sql.fetchCount(sql.selectOne()
                        .from(window(search, Order.NEWEST, null, size))
                        .where(worded(search))
                        .and(starred(search))
                        .limit(most)));
    }

    private int counted(Search search, Condition more) {
        return ask(search, sql -> counted(sql, search, more));
    }

    private static int counted(DSLContext sql, Search search, Condition more) {
        return sql.fetchCount(sql.selectOne()
                .from(DIRECTORY_ENTRY)
                .where(all(search, null))
                .and(more)
                .limit(COUNTED + 1));
    }

    /// @param count of all hits, at most one more than asked for; then there are no entries
    private record Lettered(List<DirectoryEntry> entries, int count) {}

    /// Hits by letters, fetched first and ordered then. A plan that was made for any words cannot know how many rows
    /// have these letters.
    private Lettered lettered(Search search, @Nullable Cursor after, int most) {
        var hits = DSL.name("hits")
                .asMaterialized(DSL.select(DIRECTORY_ENTRY.NUMBER, DIRECTORY_ENTRY.SINCE, DIRECTORY_ENTRY.KANA)
                        .from(DIRECTORY_ENTRY)
                        .where(all(search, null))
                        .and(contains(search))
                        .limit(most + 1));
        var count = DSL.field(DSL.name("counted", "hits"), Integer.class);
        var page = DSL.select(DIRECTORY_ENTRY.NUMBER)
                .from(hits.as("directory_entry"))
                .where(after == null ? DSL.noCondition() : beyond(search, after))
                .orderBy(order(search.order()))
                .limit(PAGE + 1);
        var rows = database.alonePlanned(sql -> sql.with(hits)
                .select(DirectoryRepository.SHOWN)
                .select(count)
                .from(DSL.select(DSL.count().as("hits")).from(hits).asTable("counted"))
                .leftJoin(DIRECTORY_ENTRY)
                .on(count.le(most), DIRECTORY_ENTRY.NUMBER.eq(DSL.any(DSL.array(page))))
                .orderBy(order(search.order()))
                .fetch());
        var entries = rows.stream()
                .filter(row -> row.get(DIRECTORY_ENTRY.NUMBER) != null)
                .map(DirectoryRepository::entry)
                .toList();
        return new Lettered(entries, rows.getFirst().get(count));
    }

    private List<DirectoryEntry> filtered(Search search, @Nullable Cursor after, Condition more) {
        return rows(
                search,
                DSL.select(DIRECTORY_ENTRY.NUMBER)
                        .from(DIRECTORY_ENTRY)
                        .where(all(search, after))
                        .and(more)
                        .orderBy(order(search.order()))
                        .limit(PAGE + 1));
    }

    private List<DirectoryEntry> common(Search search, @Nullable Cursor after) {
        var early = rows(
                search,
                DSL.select(DIRECTORY_ENTRY.NUMBER)
                        .from(window(search, search.order(), after, WINDOW))
                        .where(worded(search))
                        .and(starred(search))
                        .limit(PAGE + 1));
        if (early.size() > PAGE || ends(search, after)) {
            return early;
        }
        if (search.order() == Order.NAME && hitsAmongNewest(search, 2 * PROBE, COMMON) == COMMON) {
            return filtered(search, after, worded(search));
        }
        return lettered(search, after, Integer.MAX_VALUE - 1).entries();
    }

    /// The first so many of a place and industry in order, with all that the index holds of them: the rows themselves
    /// are not read.
    private static Table<?> window(Search search, Order order, @Nullable Cursor after, int size) {
        return DSL.select(DIRECTORY_ENTRY.NUMBER, DIRECTORY_ENTRY.SEARCHED, DIRECTORY_ENTRY.STAR)
                .from(DIRECTORY_ENTRY)
                .where(stretch(search, after))
                .orderBy(order(order))
                .limit(size)
                .asTable("directory_entry");
    }

    /// Whether there is nothing beyond the window: what was found in it is all.
    private boolean ends(Search search, @Nullable Cursor after) {
        return ask(
                search,
                sql -> sql.fetchCount(sql.select(DIRECTORY_ENTRY.NUMBER)
                                .from(DIRECTORY_ENTRY)
                                .where(stretch(search, after))
                                .orderBy(order(search.order()))
                                .offset(WINDOW)
                                .limit(1))
                        == 0);
    }

    private List<DirectoryEntry> rows(Search search, Select<? extends Record1<String>> numbers) {
        return ask(search, sql -> sql.select(DirectoryRepository.SHOWN)
                .from(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.NUMBER.eq(DSL.any(DSL.array(numbers))))
                .orderBy(order(search.order()))
                .fetch(DirectoryRepository::entry));
    }

    private Condition contains(Search search) {
        var folded = Objects.requireNonNull(search.folded());
        return DIRECTORY_ENTRY
                .GRAMS
                .contains(Grams.asked(folded, search, grams.shares()))
                .and(worded(search));
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
        var day = CalendarDay.read(after.key()).orElse(LAST_DAY);
        return switch (search.order()) {
            case NEWEST ->
                DSL.row(DIRECTORY_ENTRY.SINCE, DIRECTORY_ENTRY.NUMBER).lt(day, after.number());
            case NAME -> DSL.row(DIRECTORY_ENTRY.KANA, DIRECTORY_ENTRY.NUMBER).gt(after.key(), after.number());
        };
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
