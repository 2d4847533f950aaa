package org.hoshimori.risk;

import static hoshimori.schema.Tables.RISK_ROUND;
import static hoshimori.schema.Tables.RISK_ROUND_ASSET;
import static hoshimori.schema.Tables.RISK_ROUND_GROUP;

import hoshimori.schema.tables.RiskRoundAsset;
import hoshimori.schema.tables.records.RiskRoundAssetRecord;
import hoshimori.schema.tables.records.RiskRoundRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.risk.Analysis.Approach;
import org.hoshimori.risk.RiskRound.Counts;
import org.hoshimori.risk.RiskRound.Department;
import org.hoshimori.risk.RiskRound.Group;
import org.hoshimori.risk.RiskRound.Moved;
import org.hoshimori.risk.RiskRound.Row;
import org.hoshimori.risk.RiskRound.Way;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class RiskRoundRepository {

    private static final int ROWS_PER_STATEMENT = 1_000;

    private static final RiskRoundAsset BEFORE = RISK_ROUND_ASSET.as("before");
    private static final RiskRoundAsset AFTER = RISK_ROUND_ASSET.as("after");

    private final Database database;

    RiskRoundRepository(Database database) {
        this.database = database;
    }

    /// Writes a round and closes it; false when it is there already.
    boolean store(OrganizationId organization, RiskRound round, List<Group> groups, List<Row> rows) {
        var written = database.within(organization, sql -> sql.insertInto(RISK_ROUND)
                .set(RISK_ROUND.ORGANIZATION_ID, organization.value())
                .set(RISK_ROUND.ID, round.id().value())
                .set(RISK_ROUND.TITLE, round.title())
                .set(RISK_ROUND.NOTE, round.note())
                .set(RISK_ROUND.METHOD, round.method())
                .set(RISK_ROUND.LARGE, round.counts().large())
                .set(RISK_ROUND.MIDDLE, round.counts().middle())
                .set(RISK_ROUND.SMALL, round.counts().small())
                .set(RISK_ROUND.ANSWERED, round.answered())
                .set(RISK_ROUND.OPENED_AT, round.at())
                .set(RISK_ROUND.CLOSED_BY, round.by())
                .onConflictDoNothing()
                .execute());
        if (written == 0) {
            return false;
        }
        storeGroups(organization, round.id(), groups);
        for (var from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            var records = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)).stream()
                    .map(row -> stored(organization, round.id(), row))
                    .toList();
            database.within(organization, sql -> sql.insertInto(RISK_ROUND_ASSET)
                    .columns(RISK_ROUND_ASSET.fields())
                    .valuesOfRecords(records)
                    .execute());
        }
        close(organization, round.id(), round.at());
        return true;
    }

    private void storeGroups(OrganizationId organization, RiskRound.Id id, List<Group> groups) {
        database.within(organization, sql -> {
            var insert = sql.insertInto(RISK_ROUND_GROUP).columns(RISK_ROUND_GROUP.fields());
            for (var position = 0; position < groups.size(); position++) {
                var group = groups.get(position);
                insert = insert.values(
                        organization.value(), id.value(), position, group.id(), group.title(), group.rate());
            }
            return insert.execute();
        });
    }

    private void close(OrganizationId organization, RiskRound.Id id, OffsetDateTime at) {
        database.within(organization, sql -> sql.update(RISK_ROUND)
                .set(RISK_ROUND.CLOSED_AT, at)
                .where(RISK_ROUND.ORGANIZATION_ID.eq(organization.value()))
                .and(RISK_ROUND.ID.eq(id.value()))
                .execute());
    }

    /// The newest rounds, newest first; those before a round when one is given.
    List<RiskRound> newest(OrganizationId organization, Optional<RiskRound> behind, int limit) {
        var before = behind.map(round -> DSL.row(RISK_ROUND.OPENED_AT, RISK_ROUND.ID)
                        .lt(round.at(), round.id().value()))
                .orElse(DSL.noCondition());
        return database.within(organization, sql -> sql.selectFrom(RISK_ROUND)
                .where(RISK_ROUND.ORGANIZATION_ID.eq(organization.value()))
                .and(before)
                .orderBy(RISK_ROUND.OPENED_AT.desc(), RISK_ROUND.ID.desc())
                .limit(limit)
                .fetch(RiskRoundRepository::round));
    }

    Optional<RiskRound> find(OrganizationId organization, RiskRound.Id id) {
        return database.within(organization, sql -> sql.selectFrom(RISK_ROUND)
                .where(RISK_ROUND.ORGANIZATION_ID.eq(organization.value()))
                .and(RISK_ROUND.ID.eq(id.value()))
                .fetchOptional(RiskRoundRepository::round));
    }

    List<Group> groups(OrganizationId organization, RiskRound.Id id) {
        return database.within(organization, sql -> sql.selectFrom(RISK_ROUND_GROUP)
                .where(RISK_ROUND_GROUP.ORGANIZATION_ID.eq(organization.value()))
                .and(RISK_ROUND_GROUP.ROUND_ID.eq(id.value()))
                .orderBy(RISK_ROUND_GROUP.POSITION)
                .fetch(row -> new Group(row.getGroupId(), row.getTitle(), row.getRate())));
    }

    /// The counts of each department among the assets that are analysed in detail, by name; at most 500.
    List<Department> departments(OrganizationId organization, RiskRound.Id id) {
        var table = RISK_ROUND_ASSET;
        return database.within(organization, sql -> sql.select(
                        table.DEPARTMENT, count(RiskLevel.LARGE), count(RiskLevel.MIDDLE), count(RiskLevel.SMALL))
                .from(table)
                .where(of(table, organization, id))
                .and(table.APPROACH.eq(word(Approach.DETAIL)))
                .groupBy(table.DEPARTMENT)
                .orderBy(table.DEPARTMENT)
                .limit(500)
                .fetch(row -> new Department(row.value1(), new Counts(row.value2(), row.value3(), row.value4()))));
    }

    private static Field<Integer> count(RiskLevel level) {
        return DSL.count().filterWhere(RISK_ROUND_ASSET.LEVEL.eq((short) level.ordinal()));
    }

    /// The assets of a round, the worst first.
    ///
    /// @param behind the place after which the page begins, see [#place]
    List<Row> rows(OrganizationId organization, RiskRound.Id id, Condition behind, int limit) {
        var table = RISK_ROUND_ASSET;
        return database.within(organization, sql -> sql.selectFrom(table)
                .where(of(table, organization, id))
                .and(behind)
                .orderBy(table.LEVEL.desc(), table.IMPORTANCE.desc(), table.LIKELIHOOD.desc(), table.ASSET_ID.desc())
                .limit(limit)
                .fetch(RiskRoundRepository::row));
    }

    /// Where a page goes on, from what [#place] wrote; the first page for anything else.
    static Condition behind(String place) {
        if (!place.matches("[0-2]-[0-3]-[1-3]-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return DSL.noCondition();
        }
        var parts = place.split("-", 4);
        var table = RISK_ROUND_ASSET;
        return DSL.row(table.LEVEL, table.IMPORTANCE, table.LIKELIHOOD, table.ASSET_ID)
                .lt(
                        Short.valueOf(parts[0]),
                        Short.valueOf(parts[1]),
                        Short.valueOf(parts[2]),
                        UUID.fromString(parts[3]));
    }

    static String place(Row last) {
        var judged = last.judged();
        return judged.level().ordinal() + "-" + judged.importance() + "-" + judged.likelihood() + "-" + last.asset();
    }

    /// How many assets went each way between two rounds.
    Map<Way, Integer> ways(OrganizationId organization, RiskRound.Id before, RiskRound.Id after) {
        var way = way();
        return database.within(organization, sql -> sql.select(way, DSL.count())
                .from(detail(BEFORE, organization, before)
                        .fullJoin(detail(AFTER, organization, after))
                        .on(BEFORE.ASSET_ID.eq(AFTER.ASSET_ID)))
                .where(way.isNotNull())
                .groupBy(way)
                .fetchMap(row -> Way.valueOf(Objects.requireNonNull(row.value1())), row -> row.value2()));
    }

    /// The assets that went one way, by id.
    ///
    /// @param behind the last one of the page before; empty for the first
    List<Moved> moved(
            OrganizationId organization, RiskRound.Id before, RiskRound.Id after, Way way, Optional<UUID> behind) {
        var id = DSL.coalesce(AFTER.ASSET_ID, BEFORE.ASSET_ID);
        return database.within(
                organization, sql -> sql.select(id, DSL.coalesce(AFTER.NAME, BEFORE.NAME), BEFORE.LEVEL, AFTER.LEVEL)
                        .from(detail(BEFORE, organization, before)
                                .fullJoin(detail(AFTER, organization, after))
                                .on(BEFORE.ASSET_ID.eq(AFTER.ASSET_ID)))
                        .where(way().eq(way.name()))
                        .and(behind.map(id::gt).orElse(DSL.noCondition()))
                        .orderBy(id)
                        .limit(RiskPage.PAGE + 1)
                        .fetch(row -> new Moved(row.value1(), row.value2(), level(row.value3()), level(row.value4()))));
    }

    /// Written into the statement, because the column is also what the counts are grouped by.
    private static Field<String> way() {
        return DSL.when(BEFORE.LEVEL.isNull(), DSL.inline(Way.NEW.name()))
                .when(AFTER.LEVEL.isNull(), DSL.inline(Way.GONE.name()))
                .when(AFTER.LEVEL.gt(BEFORE.LEVEL), DSL.inline(Way.WORSE.name()))
                .when(AFTER.LEVEL.lt(BEFORE.LEVEL), DSL.inline(Way.BETTER.name()));
    }

    private static Table<?> detail(RiskRoundAsset table, OrganizationId organization, RiskRound.Id id) {
        return DSL.selectFrom(RISK_ROUND_ASSET)
                .where(of(RISK_ROUND_ASSET, organization, id))
                .and(RISK_ROUND_ASSET.APPROACH.eq(word(Approach.DETAIL)))
                .asTable(table);
    }

    private static Condition of(RiskRoundAsset table, OrganizationId organization, RiskRound.Id id) {
        return table.ORGANIZATION_ID.eq(organization.value()).and(table.ROUND_ID.eq(id.value()));
    }

    private static Optional<RiskLevel> level(@Nullable Short level) {
        return level == null ? Optional.empty() : Optional.of(RiskLevel.values()[level]);
    }

    private static String word(Approach approach) {
        return approach.name().toLowerCase(Locale.ROOT);
    }

    private static RiskRoundAssetRecord stored(OrganizationId organization, RiskRound.Id id, Row row) {
        return new RiskRoundAssetRecord(
                organization.value(),
                id.value(),
                row.asset(),
                row.name(),
                row.department(),
                row.medium(),
                row.threat(),
                (short) row.judged().importance(),
                (short) row.judged().likelihood(),
                (short) row.judged().level().ordinal(),
                word(row.approach()));
    }

    private static Row row(RiskRoundAssetRecord row) {
        return new Row(
                row.getAssetId(),
                row.getName(),
                row.getDepartment(),
                row.getMedium(),
                row.getThreat(),
                new RiskRound.Judged(row.getImportance(), row.getLikelihood(), RiskLevel.values()[row.getLevel()]),
                Approach.valueOf(row.getApproach().toUpperCase(Locale.ROOT)));
    }

    private static RiskRound round(RiskRoundRecord row) {
        return new RiskRound(
                new RiskRound.Id(row.getId()),
                row.getTitle(),
                row.getNote(),
                row.getMethod(),
                new Counts(row.getLarge(), row.getMiddle(), row.getSmall()),
                row.getAnswered(),
                row.getOpenedAt(),
                row.getClosedBy());
    }
}
