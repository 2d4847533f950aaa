package org.hoshimori.treatment;

import static hoshimori.schema.Tables.TREATMENT_ASSET;

import hoshimori.schema.tables.records.TreatmentAssetRecord;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.asset.AssetId;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.treatment.DecidedTreatment.Held;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class CoverRepository {

    private static final int ROWS_PER_STATEMENT = 1000;

    private final Database database;

    CoverRepository(Database database) {
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

    void cover(OrganizationId organization, List<Held> held) {
        for (var from = 0; from < held.size(); from += ROWS_PER_STATEMENT) {
            var rows = held.subList(from, Math.min(held.size(), from + ROWS_PER_STATEMENT)).stream()
                    .map(one -> new TreatmentAssetRecord(
                            organization.value(),
                            one.treatment().value(),
                            one.asset().value(),
                            one.name(),
                            Words.id(one.then()),
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

    /// Which decision an asset stands under today.
    Map<AssetId, Held> held(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.LEFT_AT.isNull())
                .fetchMap(row -> new AssetId(row.getAssetId()), CoverRepository::held));
    }

    /// The assets of a decision, also those that left, in the order of their ids.
    List<Held> assets(OrganizationId organization, TreatmentId id) {
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.TREATMENT_ID.eq(id.value()))
                .orderBy(TREATMENT_ASSET.ASSET_ID)
                .fetch(CoverRepository::held));
    }

    private static Held held(TreatmentAssetRecord row) {
        return new Held(
                new TreatmentId(row.getTreatmentId()),
                new AssetId(row.getAssetId()),
                row.getName(),
                Words.level(row.getLevel()),
                row.getLeftAt());
    }
}
