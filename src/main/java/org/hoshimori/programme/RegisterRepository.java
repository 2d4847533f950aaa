package org.hoshimori.programme;

import static hoshimori.schema.Tables.PROGRAMME_SUBSIDY;
import static hoshimori.schema.Tables.PROGRAMME_SUPPORTER;

import hoshimori.schema.tables.records.ProgrammeSubsidyRecord;
import hoshimori.schema.tables.records.ProgrammeSupporterRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.programme.Registers.Subsidy;
import org.hoshimori.programme.Registers.Supporter;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@CrossCompany("public registers that staff keep")
@Repository
class RegisterRepository {

    private static final int MOST = 500;

    private final Database database;

    RegisterRepository(Database database) {
        this.database = database;
    }

    List<Supporter> supporters(String words) {
        var which = words.isEmpty()
                ? DSL.noCondition()
                : PROGRAMME_SUPPORTER
                        .NAME
                        .containsIgnoreCase(words)
                        .or(PROGRAMME_SUPPORTER.OFFERS.containsIgnoreCase(words));
        return database.across(sql -> sql.selectFrom(PROGRAMME_SUPPORTER)
                .where(PROGRAMME_SUPPORTER.UNTIL.isNull())
                .and(which)
                .orderBy(PROGRAMME_SUPPORTER.NAME, PROGRAMME_SUPPORTER.ID)
                .limit(MOST)
                .fetch(RegisterRepository::supporter));
    }

    /// All of them, those that ended last.
    List<Supporter> everySupporter() {
        return database.across(sql -> sql.selectFrom(PROGRAMME_SUPPORTER)
                .orderBy(
                        PROGRAMME_SUPPORTER.UNTIL.desc().nullsFirst(), PROGRAMME_SUPPORTER.NAME, PROGRAMME_SUPPORTER.ID)
                .limit(MOST)
                .fetch(RegisterRepository::supporter));
    }

    Optional<Supporter> supporter(UUID id) {
        return database.across(sql -> sql.selectFrom(PROGRAMME_SUPPORTER)
                .where(PROGRAMME_SUPPORTER.ID.eq(id))
                .fetchOptional(RegisterRepository::supporter));
    }

    private static Supporter supporter(ProgrammeSupporterRecord row) {
        return new Supporter(
                row.getId(),
                row.getName(),
                row.getPrefecture(),
                row.getOffers(),
                row.getUrl(),
                row.getSince(),
                row.getUntil());
    }

    void put(Supporter supporter, OffsetDateTime now) {
        database.across(sql -> {
            var row = sql.newRecord(PROGRAMME_SUPPORTER);
            row.setId(supporter.id());
            row.setName(supporter.name());
            row.setPrefecture(supporter.prefecture());
            row.setOffers(supporter.offers());
            row.setUrl(supporter.url());
            row.setSince(supporter.since());
            row.setChangedAt(now);
            return sql.insertInto(PROGRAMME_SUPPORTER)
                    .set(row)
                    .onConflict(PROGRAMME_SUPPORTER.ID)
                    .doUpdate()
                    .set(row)
                    .execute();
        });
    }

    /// Returns its name; empty when it is gone already.
    Optional<String> endSupporter(UUID id, LocalDate day) {
        return database.across(sql -> sql.update(PROGRAMME_SUPPORTER)
                .set(PROGRAMME_SUPPORTER.UNTIL, day)
                .where(PROGRAMME_SUPPORTER.ID.eq(id))
                .and(PROGRAMME_SUPPORTER.UNTIL.isNull())
                .returningResult(PROGRAMME_SUPPORTER.NAME)
                .fetchOptional(row -> row.value1()));
    }

    /// Those that are open or will open; the ones that close first come first.
    List<Subsidy> subsidies(String words, LocalDate day) {
        var which = words.isEmpty()
                ? DSL.noCondition()
                : PROGRAMME_SUBSIDY
                        .NAME
                        .containsIgnoreCase(words)
                        .or(PROGRAMME_SUBSIDY.BODY.containsIgnoreCase(words))
                        .or(PROGRAMME_SUBSIDY.NOTE.containsIgnoreCase(words));
        return database.across(sql -> sql.selectFrom(PROGRAMME_SUBSIDY)
                .where(PROGRAMME_SUBSIDY.CLOSES_ON.isNull().or(PROGRAMME_SUBSIDY.CLOSES_ON.ge(day)))
                .and(which)
                .orderBy(PROGRAMME_SUBSIDY.CLOSES_ON.asc().nullsLast(), PROGRAMME_SUBSIDY.NAME)
                .limit(MOST)
                .fetch(RegisterRepository::subsidy));
    }

    /// All of them, those that closed long ago last.
    List<Subsidy> everySubsidy() {
        return database.across(sql -> sql.selectFrom(PROGRAMME_SUBSIDY)
                .orderBy(PROGRAMME_SUBSIDY.CLOSES_ON.desc().nullsFirst(), PROGRAMME_SUBSIDY.NAME)
                .limit(MOST)
                .fetch(RegisterRepository::subsidy));
    }

    Optional<Subsidy> subsidy(UUID id) {
        return database.across(sql -> sql.selectFrom(PROGRAMME_SUBSIDY)
                .where(PROGRAMME_SUBSIDY.ID.eq(id))
                .fetchOptional(RegisterRepository::subsidy));
    }

    private static Subsidy subsidy(ProgrammeSubsidyRecord row) {
        return new Subsidy(
                row.getId(),
                row.getName(),
                row.getBody(),
                row.getStar(),
                row.getOpensOn(),
                row.getClosesOn(),
                row.getUrl(),
                row.getNote());
    }

    void put(Subsidy subsidy, OffsetDateTime now) {
        database.across(sql -> {
            var row = sql.newRecord(PROGRAMME_SUBSIDY);
            row.setId(subsidy.id());
            row.setName(subsidy.name());
            row.setBody(subsidy.body());
            row.setStar(subsidy.star());
            row.setOpensOn(subsidy.opensOn());
            row.setClosesOn(subsidy.closesOn());
            row.setUrl(subsidy.url());
            row.setNote(subsidy.note());
            row.setChangedAt(now);
            return sql.insertInto(PROGRAMME_SUBSIDY)
                    .set(row)
                    .onConflict(PROGRAMME_SUBSIDY.ID)
                    .doUpdate()
                    .set(row)
                    .execute();
        });
    }

    /// Returns its name; empty when it is gone already.
    Optional<String> removeSubsidy(UUID id) {
        return database.across(sql -> sql.deleteFrom(PROGRAMME_SUBSIDY)
                .where(PROGRAMME_SUBSIDY.ID.eq(id))
                .returningResult(PROGRAMME_SUBSIDY.NAME)
                .fetchOptional(row -> row.value1()));
    }
}
