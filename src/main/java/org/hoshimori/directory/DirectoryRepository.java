package org.hoshimori.directory;

import static hoshimori.schema.Tables.DIRECTORY_ENTRY;

import hoshimori.schema.tables.records.DirectoryEntryRecord;
import java.time.LocalDate;
import java.util.Optional;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.springframework.stereotype.Repository;

@CrossCompany("the directory is public and belongs to no company")
@Repository
class DirectoryRepository {

    private final Database database;

    DirectoryRepository(Database database) {
        this.database = database;
    }

    void put(DirectoryEntry entry) {
        database.across(sql -> {
            var row = sql.newRecord(DIRECTORY_ENTRY);
            row.setNumber(entry.number());
            row.setStar(entry.star());
            row.setName(entry.name());
            row.setKana(entry.kana());
            row.setFolded(NameFolding.fold(entry.name()));
            row.setCorporateNumber(entry.corporateNumber());
            row.setIndustry(entry.industry());
            row.setPrefecture(entry.prefecture());
            row.setMunicipality(entry.municipality());
            row.setTown(entry.town());
            row.setHolder(entry.holder().id());
            row.setSince(entry.since());
            row.setPolicyUrl(entry.policyUrl());
            row.setStoppedOn(null);
            return sql.insertInto(DIRECTORY_ENTRY)
                    .set(row)
                    .onConflict(DIRECTORY_ENTRY.NUMBER)
                    .doUpdate()
                    .set(row)
                    .execute();
        });
    }

    void stop(String number, LocalDate day) {
        database.across(sql -> sql.update(DIRECTORY_ENTRY)
                .set(DIRECTORY_ENTRY.STOPPED_ON, day)
                .where(DIRECTORY_ENTRY.NUMBER.eq(number))
                .execute());
    }

    Optional<DirectoryEntry> find(String number) {
        return database.across(sql -> sql.selectFrom(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.NUMBER.eq(number))
                .and(DIRECTORY_ENTRY.STOPPED_ON.isNull())
                .fetchOptional(DirectoryRepository::entry));
    }

    private static DirectoryEntry entry(DirectoryEntryRecord row) {
        return new DirectoryEntry(
                row.getNumber(),
                row.getStar(),
                row.getName(),
                row.getKana(),
                row.getCorporateNumber(),
                row.getIndustry(),
                row.getPrefecture(),
                row.getMunicipality(),
                row.getTown(),
                DirectoryEntry.Holder.of(row.getHolder()),
                row.getSince(),
                row.getPolicyUrl());
    }
}
