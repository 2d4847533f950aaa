package org.hoshimori.asset;

import static hoshimori.schema.Tables.ASSET_ASSET;

import hoshimori.schema.tables.records.AssetAssetRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.asset.Assets.Weighed;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.jooq.Condition;
import org.jooq.Record5;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// The rows of the register.
@Repository
class AssetRepository {

    /// As many values as one statement takes, divided by the columns of a row.
    private static final int ROWS_PER_STATEMENT = 1_000;

    private final Database database;

    AssetRepository(Database database) {
        this.database = database;
    }

    List<Asset> all(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(ASSET_ASSET)
                .where(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(ASSET_ASSET.ID)
                .fetch(AssetRepository::asset));
    }

    List<Weighed> importances(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(
                        ASSET_ASSET.ID,
                        ASSET_ASSET.NAME,
                        ASSET_ASSET.DEPARTMENT,
                        ASSET_ASSET.MEDIUM,
                        ASSET_ASSET.IMPORTANCE)
                .from(ASSET_ASSET)
                .where(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(ASSET_ASSET.ID)
                .fetch(AssetRepository::weighed));
    }

    Optional<Asset> find(OrganizationId organization, AssetId id) {
        return some(organization, List.of(id)).stream().findFirst();
    }

    List<Asset> some(OrganizationId organization, Collection<AssetId> ids) {
        return list(organization, any(ids), List.of(ASSET_ASSET.ID.asc()), Integer.MAX_VALUE);
    }

    /// The rows with these ids, held until the end of the transaction.
    List<Asset> locked(OrganizationId organization, Collection<AssetId> ids) {
        return database.within(organization, sql -> sql.selectFrom(ASSET_ASSET)
                .where(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(any(ids))
                .orderBy(ASSET_ASSET.ID)
                .forUpdate()
                .fetch(AssetRepository::asset));
    }

    /// The rows that are one asset on several media.
    List<Asset> kin(OrganizationId organization, AssetId kin) {
        return list(organization, ASSET_ASSET.KIN.eq(kin.value()), List.of(ASSET_ASSET.ID.asc()), 100);
    }

    /// At most 500 words that are written for what the rows are used for.
    List<String> businessClasses(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectDistinct(ASSET_ASSET.BUSINESS_CLASS)
                .from(ASSET_ASSET)
                .where(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_ASSET.BUSINESS_CLASS.ne(""))
                .orderBy(ASSET_ASSET.BUSINESS_CLASS)
                .limit(500)
                .fetch(ASSET_ASSET.BUSINESS_CLASS));
    }

    int count(OrganizationId organization) {
        return database.within(
                organization, sql -> sql.fetchCount(ASSET_ASSET, ASSET_ASSET.ORGANIZATION_ID.eq(organization.value())));
    }

    /// Writes rows as they are, new ones and known ones alike.
    void store(OrganizationId organization, List<Asset> rows) {
        for (var from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            var records = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)).stream()
                    .map(row -> stored(organization, row))
                    .toList();
            database.within(organization, sql -> sql.insertInto(ASSET_ASSET)
                    .columns(ASSET_ASSET.fields())
                    .valuesOfRecords(records)
                    .onConflict(ASSET_ASSET.ORGANIZATION_ID, ASSET_ASSET.ID)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute());
        }
    }

    void remove(OrganizationId organization, Collection<AssetId> ids) {
        database.within(organization, sql -> sql.deleteFrom(ASSET_ASSET)
                .where(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(any(ids))
                .execute());
    }

    private List<Asset> list(OrganizationId organization, Condition which, List<SortField<?>> order, int limit) {
        return database.within(organization, sql -> sql.selectFrom(ASSET_ASSET)
                .where(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(which)
                .orderBy(order)
                .limit(limit)
                .fetch(AssetRepository::asset));
    }

    /// One array instead of thousands of values.
    private static Condition any(Collection<AssetId> ids) {
        return ASSET_ASSET.ID.eq(DSL.any(ids.stream().map(AssetId::value).toArray(UUID[]::new)));
    }

    private static Weighed weighed(Record5<UUID, String, String, String, Short> row) {
        var id = new AssetId(row.value1());
        return new Weighed(id, row.value2(), row.value3(), row.value4(), Importance.of(row.value5()));
    }

    private static AssetAssetRecord stored(OrganizationId organization, Asset asset) {
        var row = new AssetAssetRecord();
        row.setOrganizationId(organization.value());
        row.setId(asset.id().value());
        row.setVersion(asset.version());
        row.setBusinessClass(asset.businessClass());
        row.setName(asset.name());
        row.setNote(asset.note());
        row.setUsers(asset.users());
        row.setDepartment(asset.department());
        row.setMedium(asset.medium());
        row.setPersonal(asset.personal().has(PersonalKinds.Kind.PERSONAL));
        row.setSpecialCare(asset.personal().has(PersonalKinds.Kind.SPECIAL_CARE));
        row.setMyNumber(asset.personal().has(PersonalKinds.Kind.MY_NUMBER));
        row.setConfidentiality((short) asset.cia().confidentiality());
        row.setIntegrity((short) asset.cia().integrity());
        row.setAvailability((short) asset.cia().availability());
        row.setLegal(asset.override().has(Overriding.Reason.LEGAL));
        row.setPartner(asset.override().has(Overriding.Reason.PARTNER));
        row.setBusiness(asset.override().has(Overriding.Reason.BUSINESS));
        row.setImportance((short) asset.importance().ordinal());
        row.setRetention(asset.keeping().retention());
        row.setRegisteredOn(asset.keeping().registeredOn());
        row.setKin(asset.keeping().kin().value());
        row.setFolded(asset.folded());
        row.setMatch(asset.match());
        return row;
    }

    static Asset asset(AssetAssetRecord row) {
        return new Asset(
                new AssetId(row.getId()),
                row.getVersion(),
                row.getBusinessClass(),
                row.getName(),
                row.getNote(),
                row.getUsers(),
                row.getDepartment(),
                row.getMedium(),
                new PersonalKinds(kept(Map.of(
                        PersonalKinds.Kind.PERSONAL, row.getPersonal(),
                        PersonalKinds.Kind.SPECIAL_CARE, row.getSpecialCare(),
                        PersonalKinds.Kind.MY_NUMBER, row.getMyNumber()))),
                new Cia(row.getConfidentiality(), row.getIntegrity(), row.getAvailability()),
                new Overriding(kept(Map.of(
                        Overriding.Reason.LEGAL, row.getLegal(),
                        Overriding.Reason.PARTNER, row.getPartner(),
                        Overriding.Reason.BUSINESS, row.getBusiness()))),
                new Asset.Keeping(row.getRetention(), row.getRegisteredOn(), new AssetId(row.getKin())));
    }

    private static <T> Set<T> kept(Map<T, Boolean> flags) {
        return flags.keySet().stream().filter(flags::get).collect(Collectors.toSet());
    }
}
