package org.hoshimori.takeover;

import static hoshimori.schema.Tables.TAKEOVER_CHUNK;
import static hoshimori.schema.Tables.TAKEOVER_KEY;
import static hoshimori.schema.Tables.TAKEOVER_RUN;
import static hoshimori.schema.Tables.TAKEOVER_SEEN;
import static hoshimori.schema.Tables.TAKEOVER_TROUBLE;

import hoshimori.schema.tables.records.TakeoverRunRecord;
import hoshimori.schema.tables.records.TakeoverTroubleRecord;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.programme.Clerk;
import org.hoshimori.takeover.Run.Counts;
import org.hoshimori.takeover.Run.Progress;
import org.hoshimori.takeover.Run.State;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@CrossCompany("declarations of an earlier programme belong to no company here")
@Repository
class TakeoverRepository {

    private final Database database;

    TakeoverRepository(Database database) {
        this.database = database;
    }

    /// Writes a run as it is; a new one or one that went on.
    void put(Run run) {
        database.across(sql -> {
            var row = sql.newRecord(TAKEOVER_RUN);
            row.setId(run.id());
            row.setFileName(run.fileName());
            row.setColumns(run.columns().written());
            row.setState(run.state().id());
            row.setRows(run.rows());
            row.setChunks(run.progress().chunks());
            row.setLooked(run.progress().looked());
            row.setTaken(run.progress().taken());
            row.setFresh(run.counts().fresh());
            row.setKnown(run.counts().known());
            row.setRefused(run.counts().refused());
            row.setNoted(run.counts().noted());
            row.setImported(run.counts().imported());
            row.setById(run.by().id());
            row.setByName(run.by().name());
            row.setStartedAt(run.startedAt());
            row.setChangedAt(run.changedAt());
            return sql.insertInto(TAKEOVER_RUN)
                    .set(row)
                    .onConflict(TAKEOVER_RUN.ID)
                    .doUpdate()
                    .set(row)
                    .execute();
        });
    }

    Optional<Run> find(UUID id) {
        return database.across(sql ->
                sql.selectFrom(TAKEOVER_RUN).where(TAKEOVER_RUN.ID.eq(id)).fetchOptional(TakeoverRepository::run));
    }

    /// The run, held until the end of the transaction.
    Optional<Run> lock(UUID id) {
        return database.across(sql -> sql.selectFrom(TAKEOVER_RUN)
                .where(TAKEOVER_RUN.ID.eq(id))
                .forUpdate()
                .fetchOptional(TakeoverRepository::run));
    }

    List<Run> newest(int limit) {
        return database.across(sql -> sql.selectFrom(TAKEOVER_RUN)
                .orderBy(TAKEOVER_RUN.STARTED_AT.desc())
                .limit(limit)
                .fetch(TakeoverRepository::run));
    }

    /// Runs that the job goes on with, the oldest first.
    List<UUID> working() {
        return database.across(sql -> sql.select(TAKEOVER_RUN.ID)
                .from(TAKEOVER_RUN)
                .where(TAKEOVER_RUN.STATE.in(State.LOOKING.id(), State.TAKING.id()))
                .orderBy(TAKEOVER_RUN.CHANGED_AT)
                .limit(10)
                .fetch(TAKEOVER_RUN.ID));
    }

    void addChunk(UUID run, int position, byte[] content) {
        database.across(sql -> sql.insertInto(TAKEOVER_CHUNK)
                .set(TAKEOVER_CHUNK.RUN_ID, run)
                .set(TAKEOVER_CHUNK.POSITION, position)
                .set(TAKEOVER_CHUNK.CONTENT, content)
                .execute());
    }

    Optional<Rows> chunk(UUID run, int position) {
        return database.across(sql -> sql.select(TAKEOVER_CHUNK.CONTENT)
                .from(TAKEOVER_CHUNK)
                .where(TAKEOVER_CHUNK.RUN_ID.eq(run))
                .and(TAKEOVER_CHUNK.POSITION.eq(position))
                .fetchOptional(row -> Rows.unpacked(row.value1())));
    }

    /// What a dry run found is forgotten, because its columns changed.
    void forgetLooking(UUID run) {
        database.across(sql -> {
            sql.deleteFrom(TAKEOVER_TROUBLE)
                    .where(TAKEOVER_TROUBLE.RUN_ID.eq(run))
                    .execute();
            return sql.deleteFrom(TAKEOVER_SEEN)
                    .where(TAKEOVER_SEEN.RUN_ID.eq(run))
                    .execute();
        });
    }

    /// The rows of the file, which nobody needs any more.
    void forgetRows(UUID run) {
        database.across(sql -> {
            sql.deleteFrom(TAKEOVER_SEEN).where(TAKEOVER_SEEN.RUN_ID.eq(run)).execute();
            return sql.deleteFrom(TAKEOVER_CHUNK)
                    .where(TAKEOVER_CHUNK.RUN_ID.eq(run))
                    .execute();
        });
    }

    /// Runs that nobody went on with end, with all their rows.
    List<UUID> idle(OffsetDateTime before) {
        return database.across(sql -> sql.select(TAKEOVER_RUN.ID)
                .from(TAKEOVER_RUN)
                .where(TAKEOVER_RUN.STATE.eq(State.LOOKED.id()))
                .and(TAKEOVER_RUN.CHANGED_AT.lt(before))
                .fetch(TAKEOVER_RUN.ID));
    }

    /// Keeps in which line a key stands; the line in which it stands first, by key.
    Map<String, Integer> seen(UUID run, List<String> keys, List<Integer> lines) {
        var all = keys.toArray(String[]::new);
        return database.across(sql -> {
            sql.execute(
                    "INSERT INTO takeover_seen (run_id, key, line) SELECT DISTINCT ON (t.key) {0}, t.key, t.line"
                            + " FROM unnest({1}, {2}) AS t(key, line) ORDER BY t.key, t.line ON CONFLICT DO NOTHING",
                    DSL.val(run), DSL.val(all), DSL.val(lines.toArray(Integer[]::new)));
            return sql.select(TAKEOVER_SEEN.KEY, TAKEOVER_SEEN.LINE)
                    .from(TAKEOVER_SEEN)
                    .where(TAKEOVER_SEEN.RUN_ID.eq(run))
                    .and(TAKEOVER_SEEN.KEY.eq(DSL.any(all)))
                    .fetchMap(TAKEOVER_SEEN.KEY, TAKEOVER_SEEN.LINE);
        });
    }

    Set<String> knownKeys(Collection<String> keys) {
        return database.across(sql -> sql.select(TAKEOVER_KEY.KEY)
                .from(TAKEOVER_KEY)
                .where(TAKEOVER_KEY.KEY.eq(DSL.any(keys.toArray(String[]::new))))
                .fetchSet(TAKEOVER_KEY.KEY));
    }

    void addKey(String key, String number) {
        database.across(sql -> sql.insertInto(TAKEOVER_KEY)
                .set(TAKEOVER_KEY.KEY, key)
                .set(TAKEOVER_KEY.NUMBER, number)
                .execute());
    }

    void addTroubles(UUID run, List<Trouble> troubles) {
        if (troubles.isEmpty()) {
            return;
        }
        var rows = new ArrayList<TakeoverTroubleRecord>(troubles.size());
        var line = 0;
        var place = 0;
        for (var trouble : troubles) {
            place = trouble.line() == line ? place + 1 : 0;
            line = trouble.line();
            rows.add(new TakeoverTroubleRecord(
                    run, line, place, trouble.field().id(), trouble.weight().id(), trouble.reason(), trouble.typed()));
        }
        database.across(sql -> sql.insertInto(TAKEOVER_TROUBLE)
                .columns(TAKEOVER_TROUBLE.fields())
                .valuesOfRecords(rows)
                .onConflictDoNothing()
                .execute());
    }

    List<Trouble> troubles(UUID run, int limit) {
        return database.across(sql -> sql.selectFrom(TAKEOVER_TROUBLE)
                .where(TAKEOVER_TROUBLE.RUN_ID.eq(run))
                .orderBy(TAKEOVER_TROUBLE.LINE, TAKEOVER_TROUBLE.PLACE)
                .limit(limit)
                .fetch(TakeoverRepository::trouble));
    }

    /// Every trouble, read as a stream.
    void eachTrouble(UUID run, Consumer<Trouble> taker) {
        database.across(sql -> {
            try (var rows = sql.selectFrom(TAKEOVER_TROUBLE)
                    .where(TAKEOVER_TROUBLE.RUN_ID.eq(run))
                    .orderBy(TAKEOVER_TROUBLE.LINE, TAKEOVER_TROUBLE.PLACE)
                    .fetchSize(1_000)
                    .fetchLazy()) {
                rows.forEach(row -> taker.accept(trouble(row)));
            }
            return run;
        });
    }

    private static Trouble trouble(TakeoverTroubleRecord row) {
        return new Trouble(
                row.getLine(),
                Column.of(row.getField()).orElseThrow(),
                row.getWeight().equals("refused") ? Trouble.Weight.REFUSED : Trouble.Weight.NOTED,
                row.getReason(),
                row.getTyped());
    }

    private static Run run(TakeoverRunRecord row) {
        return new Run(
                row.getId(),
                row.getFileName(),
                ColumnMap.read(row.getColumns()),
                State.of(row.getState()),
                row.getRows(),
                new Progress(row.getChunks(), row.getLooked(), row.getTaken()),
                new Counts(row.getFresh(), row.getKnown(), row.getRefused(), row.getNoted(), row.getImported()),
                new Clerk(row.getById(), row.getByName(), Set.of()),
                row.getStartedAt(),
                row.getChangedAt());
    }
}
