package org.hoshimori.asset;

import static hoshimori.schema.Tables.ASSET_ASSET;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.asset.AssetFilter.Sort;
import org.hoshimori.asset.Assets.Measured;
import org.hoshimori.asset.Assets.Share;
import org.hoshimori.asset.Assets.Shares;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.web.CalendarDay;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// What the list of the register shows: rows that a filter finds, in pages, and how many there are.
@Repository
class ListRepository {

    private final Database database;

    ListRepository(Database database) {
        this.database = database;
    }

    /// A page of the list.
    ///
    /// @param rows one more than the page holds when another page follows
    /// @param counts how many of all rows found have each importance: three figures, the highest last
    record Found(List<Asset> rows, List<Integer> counts) {}

    /// The rows behind the place where the page before ended. A word is looked for in every row, so it is looked for
    /// once, in one statement for page and counts; without one an index knows the page at once.
    Found find(OrganizationId organization, AssetFilter filter, Measured measured, int limit) {
        return filter.word().isEmpty()
                ? new Found(slice(organization, filter, measured, limit), counts(organization, filter, measured))
                : searched(organization, filter, measured, limit);
    }

    private List<Asset> slice(OrganizationId organization, AssetFilter filter, Measured measured, int limit) {
        return database.within(organization, sql -> sql.selectFrom(ASSET_ASSET)
                .where(chosen(organization, filter, measured))
                .and(after(filter, ASSET_ASSET))
                .orderBy(order(filter.sort(), ASSET_ASSET))
                .limit(limit)
                .fetch(AssetRepository::asset));
    }

    /// How many of the rows that a filter shows have each importance: three figures, the highest last.
    List<Integer> counts(OrganizationId organization, AssetFilter filter, Measured measured) {
        var counts = database.within(organization, sql -> sql.select(ASSET_ASSET.IMPORTANCE, DSL.count())
                .from(ASSET_ASSET)
                .where(chosen(organization, filter, measured))
                .groupBy(ASSET_ASSET.IMPORTANCE)
                .fetchMap(row -> (int) row.value1(), row -> row.value2()));
        return Stream.of(0, 1, 2).map(level -> counts.getOrDefault(level, 0)).toList();
    }

    private Found searched(OrganizationId organization, AssetFilter filter, Measured measured, int limit) {
        var counts = Stream.of("low", "middle", "high")
                .map(name -> DSL.field(DSL.name("counts", name), Integer.class))
                .toList();
        return database.within(organization, sql -> {
            var found = found(sql, organization, filter, measured);
            var page = page(sql, filter, found, limit).asTable("page");
            var importance = found.field(ASSET_ASSET.IMPORTANCE);
            var count = sql.select(
                            DSL.count().filterWhere(importance.eq((short) 0)).as("low"),
                            DSL.count().filterWhere(importance.eq((short) 1)).as("middle"),
                            DSL.count().filterWhere(importance.eq((short) 2)).as("high"))
                    .from(found)
                    .asTable("counts");
            // The counts stand beside every row, and alone when the page is empty.
            var rows = sql.with(found)
                    .select(counts)
                    .select(ASSET_ASSET.fields())
                    .from(count)
                    .leftJoin(page)
                    .on(DSL.trueCondition())
                    .leftJoin(ASSET_ASSET)
                    .on(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                    .and(ASSET_ASSET.ID.eq(page.field(ASSET_ASSET.ID)))
                    .orderBy(order(filter.sort(), ASSET_ASSET))
                    .fetch();
            return new Found(
                    rows.stream()
                            .filter(row -> row.get(ASSET_ASSET.ID) != null)
                            .map(row -> AssetRepository.asset(row.into(ASSET_ASSET)))
                            .toList(),
                    counts.stream().map(rows.getFirst()::get).toList());
        });
    }

    private static CommonTableExpression<?> found(
            DSLContext sql, OrganizationId organization, AssetFilter filter, Measured measured) {
        return DSL.name("found")
                .asMaterialized(sql.select(
                                ASSET_ASSET.ID,
                                ASSET_ASSET.IMPORTANCE,
                                ASSET_ASSET.NAME,
                                ASSET_ASSET.DEPARTMENT,
                                ASSET_ASSET.REGISTERED_ON)
                        .from(ASSET_ASSET)
                        .where(chosen(organization, filter, measured)));
    }

    private static Select<Record1<UUID>> page(DSLContext sql, AssetFilter filter, Table<?> found, int limit) {
        return sql.select(found.field(ASSET_ASSET.ID))
                .from(found)
                .where(after(filter, found))
                .orderBy(order(filter.sort(), found))
                .limit(limit);
    }

    /// Departments and media in one statement.
    Shares shares(OrganizationId organization) {
        var shares = new Shares(new ArrayList<>(), new ArrayList<>());
        database.within(organization, sql -> sql.select(ASSET_ASSET.DEPARTMENT, ASSET_ASSET.MEDIUM, DSL.count())
                        .from(ASSET_ASSET)
                        .where(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                        .groupBy(DSL.groupingSets(ASSET_ASSET.DEPARTMENT, ASSET_ASSET.MEDIUM))
                        .orderBy(ASSET_ASSET.DEPARTMENT, ASSET_ASSET.MEDIUM)
                        .fetch())
                .forEach(row -> {
                    if (row.value1() == null) {
                        shares.media().add(new Share(row.value2(), row.value3()));
                    } else if (!row.value1().isEmpty()) {
                        shares.departments().add(new Share(row.value1(), row.value3()));
                    }
                });
        return shares;
    }

    /// Every id that a filter shows, up to a limit.
    List<AssetId> ids(OrganizationId organization, AssetFilter filter, Measured measured, int limit) {
        return database.within(organization, sql -> sql.select(ASSET_ASSET.ID)
                .from(ASSET_ASSET)
                .where(chosen(organization, filter, measured))
                .orderBy(ASSET_ASSET.ID)
                .limit(limit)
                .fetch(row -> new AssetId(row.value1())));
    }

    private static Condition chosen(OrganizationId organization, AssetFilter filter, Measured measured) {
        return ASSET_ASSET
                .ORGANIZATION_ID
                .eq(organization.value())
                .and(condition(filter))
                .and(level(filter, measured));
    }

    /// A level follows from medium and importance; rows that rest on the basic measures have none.
    private static Condition level(AssetFilter filter, Measured measured) {
        if (filter.level().isEmpty()) {
            return DSL.noCondition();
        }
        var resting = measured.resting().stream().map(AssetId::value).toArray(UUID[]::new);
        if (filter.level().equals(AssetFilter.RESTING)) {
            return ASSET_ASSET.ID.eq(DSL.any(resting));
        }
        var fitting = Stream.of(Importance.values()).map(importance -> ASSET_ASSET
                .IMPORTANCE
                .eq((short) importance.ordinal())
                .and(media(measured, importance, filter.level())));
        var analysed = resting.length == 0 ? DSL.noCondition() : ASSET_ASSET.ID.ne(DSL.all(resting));
        return DSL.or(fitting.toList()).and(analysed);
    }

    /// The media whose rows of an importance have a level: their names, or all but the names of the others.
    private static Condition media(Measured measured, Importance importance, String level) {
        var others = measured.others().get(importance.ordinal()).look().equals(level);
        var named = measured.media().entrySet().stream()
                .filter(medium -> others
                        != medium.getValue().get(importance.ordinal()).look().equals(level))
                .map(medium -> medium.getKey())
                .toList();
        return others ? ASSET_ASSET.MEDIUM.notIn(named) : ASSET_ASSET.MEDIUM.in(named);
    }

    private static Condition condition(AssetFilter filter) {
        var condition = DSL.noCondition();
        if (!filter.word().isEmpty()) {
            condition = condition.and(DSL.position(ASSET_ASSET.FOLDED, Asset.folded(filter.word()))
                    .gt(0));
        }
        if (!filter.department().isEmpty()) {
            condition = condition.and(ASSET_ASSET.DEPARTMENT.eq(filter.department()));
        }
        if (!filter.medium().isEmpty()) {
            condition = condition.and(ASSET_ASSET.MEDIUM.eq(filter.medium()));
        }
        if (!filter.importance().isEmpty()) {
            condition = condition.and(ASSET_ASSET.IMPORTANCE.eq(Short.valueOf(filter.importance())));
        }
        var any =
                DSL.condition(ASSET_ASSET.PERSONAL).or(ASSET_ASSET.SPECIAL_CARE).or(ASSET_ASSET.MY_NUMBER);
        return condition.and(
                switch (filter.personal()) {
                    case "personal" -> DSL.condition(ASSET_ASSET.PERSONAL);
                    case "special-care" -> DSL.condition(ASSET_ASSET.SPECIAL_CARE);
                    case "my-number" -> DSL.condition(ASSET_ASSET.MY_NUMBER);
                    case "any" -> any;
                    case "none" -> any.not();
                    default -> DSL.noCondition();
                });
    }

    private static List<SortField<?>> order(Sort sort, Table<?> from) {
        var id = from.field(ASSET_ASSET.ID);
        return switch (sort) {
            case IMPORTANCE -> List.of(from.field(ASSET_ASSET.IMPORTANCE).desc(), id.desc());
            case NAME -> List.of(from.field(ASSET_ASSET.NAME).asc(), id.asc());
            case DEPARTMENT -> List.of(from.field(ASSET_ASSET.DEPARTMENT).asc(), id.asc());
            case REGISTERED -> List.of(from.field(ASSET_ASSET.REGISTERED_ON).desc(), id.desc());
        };
    }

    /// The rows behind a cursor; a cursor that nobody made shows the first page.
    private static Condition after(AssetFilter filter, Table<?> from) {
        try {
            var key = DSL.val(UUID.fromString(filter.after().substring(0, 36)));
            var value = filter.after().substring(36);
            var id = from.field(ASSET_ASSET.ID);
            return switch (filter.sort()) {
                case IMPORTANCE ->
                    DSL.row(from.field(ASSET_ASSET.IMPORTANCE), id).lt(DSL.val(Short.valueOf(value)), key);
                case NAME -> DSL.row(from.field(ASSET_ASSET.NAME), id).gt(DSL.val(value), key);
                case DEPARTMENT ->
                    DSL.row(from.field(ASSET_ASSET.DEPARTMENT), id).gt(DSL.val(value), key);
                case REGISTERED ->
                    DSL.row(from.field(ASSET_ASSET.REGISTERED_ON), id)
                            .lt(DSL.val(CalendarDay.read(value).orElseThrow()), key);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException e) {
            return DSL.noCondition();
        }
    }
}
