package org.hoshimori.directory;

import static hoshimori.schema.Tables.DIRECTORY_ENTRY;

import hoshimori.schema.tables.records.DirectoryEntryRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.organization.CorporateNumber;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@CrossCompany("the directory is public and belongs to no company")
@Repository
class DirectoryRepository {

    /// The fields that are public.
    static final List<TableField<DirectoryEntryRecord, ?>> SHOWN = List.of(
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

    private static final int LONGEST = 400;

    /// So many changes at once are told apart.
    private static final int NEWEST = 50;

    private final Database database;

    DirectoryRepository(Database database) {
        this.database = database;
    }

    /// Every entry appears, or changes, in as few statements as there are thousands of entries.
    void put(List<DirectoryEntry> entries, OffsetDateTime now) {
        if (entries.isEmpty()) {
            return;
        }
        var set = Arrays.stream(DIRECTORY_ENTRY.fields())
                .filter(field -> !field.equals(DIRECTORY_ENTRY.NUMBER))
                .collect(java.util.stream.Collectors.toMap(field -> field, DSL::excluded));
        database.across(sql -> sql.insertInto(DIRECTORY_ENTRY)
                .columns(DIRECTORY_ENTRY.fields())
                .valuesOfRecords(entries.stream().map(entry -> row(entry, now)).toList())
                .onConflict(DIRECTORY_ENTRY.NUMBER)
                .doUpdate()
                .set(set)
                .execute());
    }

    void stop(Collection<String> numbers, LocalDate day, OffsetDateTime now) {
        database.across(sql -> sql.update(DIRECTORY_ENTRY)
                .set(DIRECTORY_ENTRY.STOPPED_ON, day)
                .set(DIRECTORY_ENTRY.CHANGED_AT, now)
                .where(DIRECTORY_ENTRY.NUMBER.in(numbers))
                .execute());
    }

    /// What was put under a number.
    ///
    /// @param entry null where it is stopped: nothing else of it leaves
    record Kept(@Nullable DirectoryEntry entry, OffsetDateTime changedAt) {}

    Optional<DirectoryEntry> find(String number) {
        return database.across(sql -> kept(sql, number)).map(Kept::entry);
    }

    /// The same for a public page, in one statement by itself; empty for a number that was never given.
    Optional<Kept> kept(String number) {
        return database.alone(sql -> kept(sql, number));
    }

    private static Optional<Kept> kept(DSLContext sql, String number) {
        return sql.select(SHOWN)
                .select(DIRECTORY_ENTRY.STOPPED_ON, DIRECTORY_ENTRY.CHANGED_AT)
                .from(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.NUMBER.eq(number))
                .fetchOptional(row -> new Kept(
                        row.get(DIRECTORY_ENTRY.STOPPED_ON) == null ? entry(row) : null,
                        row.get(DIRECTORY_ENTRY.CHANGED_AT)));
    }

    /// Another one after every change, in one statement by itself. The newest time alone would not do: what was written
    /// before may be committed after it.
    int version() {
        return database.alone(sql -> sql.select(DIRECTORY_ENTRY.NUMBER, DIRECTORY_ENTRY.CHANGED_AT)
                .from(DIRECTORY_ENTRY)
                .orderBy(DIRECTORY_ENTRY.CHANGED_AT.desc())
                .limit(NEWEST)
                .fetch()
                .hashCode());
    }

    /// When the directory last changed, in one statement by itself; null while it is empty.
    @Nullable
    OffsetDateTime changedAt() {
        return database.alone(sql -> sql.select(DIRECTORY_ENTRY.CHANGED_AT)
                .from(DIRECTORY_ENTRY)
                .orderBy(DIRECTORY_ENTRY.CHANGED_AT.desc())
                .limit(1)
                .fetchOne(DIRECTORY_ENTRY.CHANGED_AT));
    }

    private static DirectoryEntryRecord row(DirectoryEntry entry, OffsetDateTime now) {
        var name = NameFolding.fold(entry.name());
        var kana = NameFolding.fold(entry.kana());
        var row = new DirectoryEntryRecord();
        row.setNumber(entry.number());
        row.setStar(entry.star());
        row.setName(entry.name());
        row.setKana(entry.kana());
        row.setFolded(name);
        row.setCorporateNumber(published(entry.corporateNumber()));
        row.setIndustry(entry.industry());
        row.setPrefecture(entry.prefecture());
        row.setMunicipality(entry.municipality());
        row.setTown(entry.town());
        row.setHolder(entry.holder().id());
        row.setSince(entry.since());
        row.setPolicyUrl(entry.policyUrl());
        row.setStoppedOn(null);
        row.setSearched(searched(name + "\n" + kana));
        row.setGrams(Grams.stored(List.of(name, kana), entry));
        row.setChangedAt(now);
        return row;
    }

    /// A number of test data is nobody's.
    private static @Nullable String published(@Nullable String corporateNumber) {
        return corporateNumber == null || CorporateNumber.ofTestData(corporateNumber) ? null : corporateNumber;
    }

    /// Stands in an index, whose rows have an end.
    private static String searched(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// Out of a row with what is [#SHOWN].
    static DirectoryEntry entry(Record row) {
        return new DirectoryEntry(
                row.get(DIRECTORY_ENTRY.NUMBER),
                row.get(DIRECTORY_ENTRY.STAR),
                row.get(DIRECTORY_ENTRY.NAME),
                row.get(DIRECTORY_ENTRY.KANA),
                row.get(DIRECTORY_ENTRY.CORPORATE_NUMBER),
                row.get(DIRECTORY_ENTRY.INDUSTRY),
                row.get(DIRECTORY_ENTRY.PREFECTURE),
                row.get(DIRECTORY_ENTRY.MUNICIPALITY),
                row.get(DIRECTORY_ENTRY.TOWN),
                DirectoryEntry.Holder.of(row.get(DIRECTORY_ENTRY.HOLDER)),
                row.get(DIRECTORY_ENTRY.SINCE),
                row.get(DIRECTORY_ENTRY.POLICY_URL));
    }
}
