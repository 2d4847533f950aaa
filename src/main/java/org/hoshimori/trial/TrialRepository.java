package org.hoshimori.trial;

import static hoshimori.schema.Tables.TRIAL_ATTEMPT;

import hoshimori.schema.tables.records.TrialAttemptRecord;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@CrossCompany("a trial happens before there is a company")
@Repository
class TrialRepository {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    TrialRepository(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(TrialToken token, String edition, OffsetDateTime now, OffsetDateTime end) {
        database.across(sql -> sql.insertInto(TRIAL_ATTEMPT)
                .set(TRIAL_ATTEMPT.TOKEN_HASH, token.hash())
                .set(TRIAL_ATTEMPT.EDITION, edition)
                .set(TRIAL_ATTEMPT.CREATED_AT, now)
                .set(TRIAL_ATTEMPT.EXPIRES_AT, end)
                .execute());
    }

    Optional<Trial> find(TrialToken token, OffsetDateTime now) {
        return database.across(
                sql -> sql.selectFrom(TRIAL_ATTEMPT).where(good(token, now)).fetchOptional(this::trial));
    }

    /// Adds to what is there in one statement, so that two answers on their way at once do not lose each other.
    boolean answer(TrialToken token, Map<String, String> answers, OffsetDateTime now) {
        var added = DSL.val(JSONB.valueOf(json.writeValueAsString(answers)));
        return database.across(sql -> sql.update(TRIAL_ATTEMPT)
                        .set(TRIAL_ATTEMPT.ANSWERS, DSL.field("{0} || {1}", JSONB.class, TRIAL_ATTEMPT.ANSWERS, added))
                        .where(good(token, now))
                        .execute())
                == 1;
    }

    /// Takes the attempt out: of two who ask, one gets it.
    Optional<Trial> take(TrialToken token, OffsetDateTime now) {
        return database.across(sql -> sql.deleteFrom(TRIAL_ATTEMPT)
                .where(good(token, now))
                .returning()
                .fetchOptional(this::trial));
    }

    int removeExpired(OffsetDateTime now) {
        return database.across(sql -> sql.deleteFrom(TRIAL_ATTEMPT)
                .where(TRIAL_ATTEMPT.EXPIRES_AT.le(now))
                .execute());
    }

    private Trial trial(TrialAttemptRecord row) {
        return new Trial(row.getEdition(), json.readValue(row.getAnswers().data(), WORDS));
    }

    private static Condition good(TrialToken token, OffsetDateTime now) {
        return TRIAL_ATTEMPT.TOKEN_HASH.eq(token.hash()).and(TRIAL_ATTEMPT.EXPIRES_AT.gt(now));
    }
}
