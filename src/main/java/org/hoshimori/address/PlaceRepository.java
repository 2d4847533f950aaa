package org.hoshimori.address;

import static hoshimori.schema.Tables.ADDRESS_PLACE;
import static hoshimori.schema.Tables.ADDRESS_SOURCE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hoshimori.address.Places.Place;
import org.hoshimori.address.PostalFiles.Loaded;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@CrossCompany("the official postal file is the same for every company")
@Repository
class PlaceRepository {

    private final Database database;

    PlaceRepository(Database database) {
        this.database = database;
    }

    boolean any() {
        return database.across(sql -> sql.fetchExists(ADDRESS_PLACE));
    }

    List<Place> find(String postalCode, int most) {
        return database.across(sql -> sql.selectFrom(ADDRESS_PLACE)
                .where(ADDRESS_PLACE.POSTAL_CODE.eq(postalCode))
                .orderBy(ADDRESS_PLACE.MUNICIPALITY_CODE, ADDRESS_PLACE.TOWN)
                .limit(most)
                .fetch(row -> new Place(
                        row.getPostalCode(),
                        row.getMunicipalityCode(),
                        row.getPrefecture(),
                        row.getMunicipality(),
                        row.getTown())));
    }

    /// A prefecture has at most some two hundred municipalities: their names are read from the index.
    boolean known(String prefecture, String municipality) {
        return database.across(sql -> sql.fetchExists(
                ADDRESS_PLACE,
                ADDRESS_PLACE.PREFECTURE.eq(prefecture),
                ADDRESS_PLACE
                        .MUNICIPALITY
                        .eq(municipality)
                        .or(ADDRESS_PLACE.MUNICIPALITY.endsWith("郡" + municipality))));
    }

    List<String> municipalities(String prefecture) {
        return database.across(sql -> sql.selectDistinct(ADDRESS_PLACE.MUNICIPALITY)
                .from(ADDRESS_PLACE)
                .where(ADDRESS_PLACE.PREFECTURE.eq(prefecture))
                .fetch(ADDRESS_PLACE.MUNICIPALITY));
    }

    void clear() {
        database.across(sql -> sql.deleteFrom(ADDRESS_PLACE).execute());
    }

    /// Adds places; one that is there already stays.
    int add(List<Place> places) {
        return database.across(sql -> {
            var insert = sql.insertInto(
                    ADDRESS_PLACE,
                    ADDRESS_PLACE.POSTAL_CODE,
                    ADDRESS_PLACE.MUNICIPALITY_CODE,
                    ADDRESS_PLACE.PREFECTURE,
                    ADDRESS_PLACE.MUNICIPALITY,
                    ADDRESS_PLACE.TOWN);
            for (var place : places) {
                insert = insert.values(
                        place.postalCode(),
                        place.municipalityCode(),
                        place.prefecture(),
                        place.municipality(),
                        place.town());
            }
            return insert.onConflictDoNothing().execute();
        });
    }

    /// Loading happens once at a time.
    void lock() {
        database.across(sql -> sql.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.val(5_461_003L)))
                .fetch());
    }

    /// The file that counts: the one loaded last.
    Optional<Loaded> source() {
        return database.across(sql -> sql.selectFrom(ADDRESS_SOURCE)
                .orderBy(ADDRESS_SOURCE.LOADED_AT.desc())
                .limit(1)
                .fetchOptional(row -> new Loaded(
                        row.getFileName(),
                        row.getFingerprint(),
                        row.getPlaces(),
                        row.getBad(),
                        Arrays.asList(row.getBadLines()),
                        row.getLoadedAt())));
    }

    void source(Loaded loaded) {
        database.across(sql -> {
            var row = sql.newRecord(ADDRESS_SOURCE);
            row.setFingerprint(loaded.fingerprint());
            row.setFileName(loaded.fileName());
            row.setPlaces(loaded.places());
            row.setBad(loaded.bad());
            row.setBadLines(loaded.badLines().toArray(Integer[]::new));
            row.setLoadedAt(loaded.at());
            return sql.insertInto(ADDRESS_SOURCE)
                    .set(row)
                    .onConflict(ADDRESS_SOURCE.FINGERPRINT)
                    .doUpdate()
                    .set(row)
                    .execute();
        });
    }
}
