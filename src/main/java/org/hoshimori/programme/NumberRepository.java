package org.hoshimori.programme;

import static hoshimori.schema.Tables.PROGRAMME_KEY;
import static hoshimori.schema.Tables.PROGRAMME_NUMBER;
import static hoshimori.schema.Tables.PROGRAMME_POSITION;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@CrossCompany("a number is unique across companies")
@Repository
class NumberRepository {

    private final Database database;

    NumberRepository(Database database) {
        this.database = database;
    }

    long position(OffsetDateTime now) {
        return database.across(sql -> Objects.requireNonNull(sql.insertInto(PROGRAMME_POSITION)
                        .set(PROGRAMME_POSITION.TAKEN_AT, now)
                        .returning(PROGRAMME_POSITION.POSITION)
                        .fetchOne())
                .getPosition());
    }

    boolean add(String number, String origin, OffsetDateTime now) {
        return database.across(sql -> sql.insertInto(PROGRAMME_NUMBER)
                        .set(PROGRAMME_NUMBER.NUMBER, number)
                        .set(PROGRAMME_NUMBER.ORIGIN, origin)
                        .set(PROGRAMME_NUMBER.GIVEN_AT, now)
                        .onConflictDoNothing()
                        .execute())
                == 1;
    }

    /// Those that were not taken yet.
    Set<String> add(Collection<String> many, String origin, OffsetDateTime now) {
        if (many.isEmpty()) {
            return Set.of();
        }
        var all = DSL.unnest(many.toArray(String[]::new)).as("t", "number");
        return database.across(sql -> Set.copyOf(sql.insertInto(
                        PROGRAMME_NUMBER, PROGRAMME_NUMBER.NUMBER, PROGRAMME_NUMBER.ORIGIN, PROGRAMME_NUMBER.GIVEN_AT)
                .select(DSL.select(all.field("number", String.class), DSL.val(origin), DSL.val(now))
                        .from(all))
                .onConflictDoNothing()
                .returning(PROGRAMME_NUMBER.NUMBER)
                .fetch(PROGRAMME_NUMBER.NUMBER)));
    }

    /// By origin.
    Map<String, Integer> counts() {
        return database.across(sql -> sql.select(PROGRAMME_NUMBER.ORIGIN, DSL.count())
                .from(PROGRAMME_NUMBER)
                .groupBy(PROGRAMME_NUMBER.ORIGIN)
                .fetchMap(PROGRAMME_NUMBER.ORIGIN, DSL.count()));
    }

    Map<String, String> origins(Collection<String> many) {
        return database.across(sql -> sql.select(PROGRAMME_NUMBER.NUMBER, PROGRAMME_NUMBER.ORIGIN)
                .from(PROGRAMME_NUMBER)
                .where(PROGRAMME_NUMBER.NUMBER.eq(DSL.any(many.toArray(String[]::new))))
                .fetchMap(PROGRAMME_NUMBER.NUMBER, PROGRAMME_NUMBER.ORIGIN));
    }

    Optional<byte[]> key(String purpose) {
        return database.across(sql -> sql.selectFrom(PROGRAMME_KEY)
                .where(PROGRAMME_KEY.PURPOSE.eq(purpose))
                .fetchOptional(row -> row.getSecret()));
    }

    void addKey(String purpose, byte[] secret) {
        database.across(sql -> sql.insertInto(PROGRAMME_KEY)
                .set(PROGRAMME_KEY.PURPOSE, purpose)
                .set(PROGRAMME_KEY.SECRET, secret)
                .onConflictDoNothing()
                .execute());
    }
}
