package org.hoshimori.treatment;

import static hoshimori.schema.Tables.TREATMENT_ASSET;
import static hoshimori.schema.Tables.TREATMENT_DECIDED;

import hoshimori.schema.tables.records.TreatmentAssetRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.asset.AssetId;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.DecidedTreatment.End;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class TreatmentRepository {

    private static final int ROWS_PER_STATEMENT = 1000;

    /// An asset under a decision.
    ///
    /// @param then its level on the day of the decision
    /// @param leftAt when another decision took its place, or this one was withdrawn; null while it stands
    record Held(
            TreatmentId treatment,
            AssetId asset,
            String name,
            RiskLevel then,
            @Nullable OffsetDateTime leftAt) {}

    private final Database database;

    TreatmentRepository(Database database) {
        this.database = database;
    }

    /// Lets one decision of a company finish before the next begins: an asset has one treatment at a time.
    void lock(OrganizationId organization) {
        database.within(
                organization,
                sql -> sql.execute(
                        "SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))",
                        DSL.val("treatment " + organization)));
    }

    void add(OrganizationId organization, DecidedTreatment decided) {
        var row = TreatmentRow.of(organization, decided);
        database.within(
                organization, sql -> sql.insertInto(TREATMENT_DECIDED).set(row).execute());
    }

    void cover(OrganizationId organization, List<Held> held) {
        for (var from = 0; from < held.size(); from += ROWS_PER_STATEMENT) {
            var rows = held.subList(from, Math.min(held.size(), from + ROWS_PER_STATEMENT)).stream()
                    .map(one -> new TreatmentAssetRecord(
                            organization.value(),
                            one.treatment().value(),
                            one.asset().value(),
                            one.name(),
                            TreatmentRow.word(one.then()),
                            null,
                            null))
                    .toList();
            database.within(organization, sql -> sql.insertInto(TREATMENT_ASSET)
                    .columns(TREATMENT_ASSET.fields())
                    .valuesOfRecords(rows)
                    .execute());
        }
    }

    /// Lets assets go to another decision. Returns how many went from which.
    Map<TreatmentId, Integer> leave(
            OrganizationId organization, Collection<AssetId> assets, TreatmentId successor, OffsetDateTime now) {
        return database.within(organization, sql -> {
            var counts = new HashMap<TreatmentId, Integer>();
            sql.update(TREATMENT_ASSET)
                    .set(TREATMENT_ASSET.LEFT_AT, now)
                    .set(TREATMENT_ASSET.LEFT_FOR, successor.value())
                    .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                    .and(TREATMENT_ASSET.LEFT_AT.isNull())
                    .and(TREATMENT_ASSET.ASSET_ID.eq(
                            DSL.any(assets.stream().map(AssetId::value).toArray(UUID[]::new))))
                    .returning(TREATMENT_ASSET.TREATMENT_ID)
                    .fetch()
                    .forEach(row -> counts.merge(new TreatmentId(row.getTreatmentId()), 1, Integer::sum));
            return counts;
        });
    }

    /// Lets all assets of a withdrawn decision go.
    void release(OrganizationId organization, TreatmentId id, OffsetDateTime now) {
        database.within(organization, sql -> sql.update(TREATMENT_ASSET)
                .set(TREATMENT_ASSET.LEFT_AT, now)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.TREATMENT_ID.eq(id.value()))
                .and(TREATMENT_ASSET.LEFT_AT.isNull())
                .execute());
    }

    /// Ends those of the decisions that have no asset any more and have not ended. Returns which.
    List<TreatmentId> endReplaced(OrganizationId organization, Collection<TreatmentId> ids, End end) {
        var current = DSL.selectOne()
                .from(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.TREATMENT_ID.eq(TREATMENT_DECIDED.ID))
                .and(TREATMENT_ASSET.LEFT_AT.isNull());
        return database.within(organization, sql -> sql.update(TREATMENT_DECIDED)
                .set(TREATMENT_DECIDED.ENDED, end.how().id())
                .set(TREATMENT_DECIDED.ENDED_BY, end.by())
                .set(TREATMENT_DECIDED.ENDED_AT, end.at())
                .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_DECIDED.ID.in(
                        ids.stream().map(TreatmentId::value).toList()))
                .and(TREATMENT_DECIDED.ENDED.isNull())
                .andNotExists(current)
                .returning(TREATMENT_DECIDED.ID)
                .fetch(row -> new TreatmentId(row.getId())));
    }

    /// Ends a decision that stands. Returns whether it did.
    boolean end(OrganizationId organization, TreatmentId id, End end) {
        return database.within(organization, sql -> sql.update(TREATMENT_DECIDED)
                        .set(TREATMENT_DECIDED.ENDED, end.how().id())
                        .set(TREATMENT_DECIDED.ENDED_BY, end.by())
                        .set(TREATMENT_DECIDED.ENDED_AT, end.at())
                        .set(TREATMENT_DECIDED.END_REASON, end.reason())
                        .where(key(organization, id))
                        .and(TREATMENT_DECIDED.ENDED.isNull())
                        .execute())
                == 1;
    }

    Optional<DecidedTreatment> find(OrganizationId organization, TreatmentId id) {
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_DECIDED)
                .where(key(organization, id))
                .fetchOptional(TreatmentRow::decided));
    }

    /// The decisions under which an asset stands, by their id.
    Map<TreatmentId, DecidedTreatment> standing(OrganizationId organization) {
        var current = DSL.select(TREATMENT_ASSET.TREATMENT_ID)
                .from(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.LEFT_AT.isNull());
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_DECIDED)
                .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_DECIDED.ID.in(current))
                .fetchMap(row -> new TreatmentId(row.getId()), TreatmentRow::decided));
    }

    /// Which decision an asset stands under today.
    Map<AssetId, Held> held(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.LEFT_AT.isNull())
                .fetchMap(row -> new AssetId(row.getAssetId()), TreatmentRepository::held));
    }

    /// The assets of a decision, also those that left, in the order of their ids.
    List<Held> assets(OrganizationId organization, TreatmentId id) {
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.TREATMENT_ID.eq(id.value()))
                .orderBy(TREATMENT_ASSET.ASSET_ID)
                .fetch(TreatmentRepository::held));
    }

    /// A decision and the others about its assets: itself first, then the newest. Empty when there is no such decision.
    List<DecidedTreatment> about(OrganizationId organization, TreatmentId id, int limit) {
        var mine = TREATMENT_ASSET.as("mine");
        var assets = DSL.select(mine.ASSET_ID)
                .from(mine)
                .where(mine.ORGANIZATION_ID.eq(organization.value()))
                .and(mine.TREATMENT_ID.eq(id.value()));
        var about = DSL.select(TREATMENT_ASSET.TREATMENT_ID)
                .from(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.ASSET_ID.in(assets));
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_DECIDED)
                .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_DECIDED.ID.in(about))
                .orderBy(
                        DSL.field(TREATMENT_DECIDED.ID.eq(id.value())).desc(),
                        TREATMENT_DECIDED.DECIDED_AT.desc(),
                        TREATMENT_DECIDED.ID.desc())
                .limit(limit + 1)
                .fetch(TreatmentRow::decided));
    }

    /// What has not ended and whose day is this one or an earlier one, the earliest first, with its assets.
    Map<DecidedTreatment, List<AssetId>> dueBy(OrganizationId organization, LocalDate day, int limit) {
        var assets = DSL.field(DSL.select(DSL.arrayAgg(TREATMENT_ASSET.ASSET_ID))
                .from(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.TREATMENT_ID.eq(TREATMENT_DECIDED.ID))
                .and(TREATMENT_ASSET.LEFT_AT.isNull()));
        return database.within(organization, sql -> {
            var due = new LinkedHashMap<DecidedTreatment, List<AssetId>>();
            sql.select(TREATMENT_DECIDED, assets)
                    .from(TREATMENT_DECIDED)
                    .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                    .and(TREATMENT_DECIDED.ENDED.isNull())
                    .and(TREATMENT_DECIDED.DAY.le(day))
                    .orderBy(TREATMENT_DECIDED.DAY, TREATMENT_DECIDED.ID)
                    .limit(limit)
                    .forEach(row -> due.put(
                            TreatmentRow.decided(row.value1()),
                            List.of(row.value2()).stream().map(AssetId::new).toList()));
            return due;
        });
    }

    private static Condition key(OrganizationId organization, TreatmentId id) {
        return TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()).and(TREATMENT_DECIDED.ID.eq(id.value()));
    }

    private static Held held(TreatmentAssetRecord row) {
        return new Held(
                new TreatmentId(row.getTreatmentId()),
                new AssetId(row.getAssetId()),
                row.getName(),
                TreatmentRow.level(row.getLevel()),
                row.getLeftAt());
    }
}
