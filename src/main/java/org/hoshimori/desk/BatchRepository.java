package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static hoshimori.schema.Tables.DESK_BATCH;
import static hoshimori.schema.Tables.DESK_BATCH_ITEM;
import static hoshimori.schema.Tables.DESK_DECLARATION;
import static hoshimori.schema.Tables.DESK_EVENT;

import hoshimori.schema.tables.records.DeskApplicationRecord;
import hoshimori.schema.tables.records.DeskDeclarationRecord;
import hoshimori.schema.tables.records.DeskEventRecord;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.desk.Batches.Batch;
import org.hoshimori.desk.Batches.Choice;
import org.hoshimori.desk.Batches.Handed;
import org.hoshimori.desk.Batches.Miss;
import org.hoshimori.desk.Batches.Preview;
import org.hoshimori.desk.Batches.State;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.directory.NameFolding;
import org.hoshimori.programme.Clerk;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@CrossCompany("staff decide many applications of many companies at once")
@Repository
class BatchRepository {

    private static final List<String> MISSED = List.of(Miss.Why.LEFT.id(), Miss.Why.FAILED.id());

    private final Database database;
    private final JsonMapper json;

    BatchRepository(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Applications, their one event and declarations, each in one statement.
    void takeOver(List<Handed> handed, String who, OffsetDateTime now) {
        var applications = new ArrayList<DeskApplicationRecord>(handed.size());
        var events = new ArrayList<DeskEventRecord>(handed.size());
        var declarations = new ArrayList<DeskDeclarationRecord>(handed.size());
        for (var one : handed) {
            var application = application(one, now);
            applications.add(application);
            events.add(new DeskEventRecord(
                    TimeOrderedId.next(), application.getId(), now, who, "taken-over", Stage.ACCEPTED.id(), null));
            declarations.add(declaration(one, application, now));
        }
        database.across(sql -> {
            sql.insertInto(DESK_APPLICATION)
                    .columns(DESK_APPLICATION.fields())
                    .valuesOfRecords(applications)
                    .execute();
            sql.insertInto(DESK_EVENT)
                    .columns(DESK_EVENT.fields())
                    .valuesOfRecords(events)
                    .execute();
            return sql.insertInto(DESK_DECLARATION)
                    .columns(DESK_DECLARATION.fields())
                    .valuesOfRecords(declarations)
                    .execute();
        });
    }

    Set<String> declared(Collection<String> numbers) {
        return database.across(sql -> Set.copyOf(sql.select(DESK_DECLARATION.NUMBER)
                .from(DESK_DECLARATION)
                .where(DESK_DECLARATION.NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .fetch(DESK_DECLARATION.NUMBER)));
    }

    private DeskApplicationRecord application(Handed one, OffsetDateTime now) {
        var snapshot = one.snapshot();
        var row = new DeskApplicationRecord();
        row.setId(TimeOrderedId.next());
        row.setPurpose(Application.Purpose.NEW.id());
        row.setStage(Stage.ACCEPTED.id());
        row.setStar(one.star());
        row.setNumber(one.number());
        row.setFacts(JSONB.valueOf(json.writeValueAsString(snapshot.facts())));
        row.setName(snapshot.get("name"));
        row.setFolded(NameFolding.fold(snapshot.get("name")));
        row.setPrefecture(snapshot.get("prefecture"));
        row.setCorporateNumber(snapshot.orNull("corporateNumber"));
        row.setDoubts(new String[0]);
        row.setLookAfter(false);
        row.setRulesRevision(0);
        row.setHandedInAt(now);
        row.setDecidedAt(now);
        row.setCodeTries(0);
        row.setRevision(1);
        row.setOrigin("taken-over");
        return row;
    }

    private static DeskDeclarationRecord declaration(
            Handed one, DeskApplicationRecord application, OffsetDateTime now) {
        var row = new DeskDeclarationRecord();
        row.setNumber(one.number());
        row.setApplicationId(application.getId());
        row.setStanding((one.stoppedOn() == null ? Standing.CURRENT : Standing.STOPPED).id());
        row.setStar(one.star());
        row.setSince(one.since());
        row.setFacts(application.getFacts());
        row.setName(application.getName());
        row.setFolded(application.getFolded());
        row.setPrefecture(application.getPrefecture());
        row.setIndustry(one.snapshot().get("industry"));
        row.setSize(one.snapshot().size());
        row.setCorporateNumber(application.getCorporateNumber());
        row.setStoppedOn(one.stoppedOn());
        row.setChangedAt(now);
        row.setTakenOverOn(now.toLocalDate());
        return row;
    }

    /// How many the choice meets, at most as many as one batch takes, and the first of them.
    Preview preview(Choice choice, OffsetDateTime now, int shown) {
        return database.across(sql -> new Preview(
                sql.fetchCount(sql.selectOne()
                        .from(DESK_APPLICATION)
                        .where(chosen(choice, now))
                        .limit(Batches.MOST)),
                sql.select(DESK_APPLICATION.NAME)
                        .from(DESK_APPLICATION)
                        .where(chosen(choice, now))
                        .orderBy(DESK_APPLICATION.HANDED_IN_AT, DESK_APPLICATION.ID)
                        .limit(shown)
                        .fetch(DESK_APPLICATION.NAME)));
    }

    int start(UUID id, Choice choice, Clerk clerk, OffsetDateTime now) {
        return database.across(sql -> {
            sql.insertInto(DESK_BATCH)
                    .set(DESK_BATCH.ID, id)
                    .set(DESK_BATCH.MOVE, choice.move().id())
                    .set(DESK_BATCH.NOTE, choice.note())
                    .set(DESK_BATCH.STATE, State.RUNNING.id())
                    .set(DESK_BATCH.BY_ID, clerk.id())
                    .set(DESK_BATCH.BY_NAME, clerk.name())
                    .set(DESK_BATCH.STARTED_AT, now)
                    .execute();
            return sql.insertInto(DESK_BATCH_ITEM, DESK_BATCH_ITEM.BATCH_ID, DESK_BATCH_ITEM.APPLICATION_ID)
                    .select(DSL.select(DSL.val(id), DESK_APPLICATION.ID)
                            .from(DESK_APPLICATION)
                            .where(chosen(choice, now))
                            .orderBy(DESK_APPLICATION.HANDED_IN_AT, DESK_APPLICATION.ID)
                            .limit(Batches.MOST))
                    .execute();
        });
    }

    /// What a clerk has before them is left to them.
    private static Condition chosen(Choice choice, OffsetDateTime now) {
        var waiting = DESK_APPLICATION.STAGE.eq(Stage.WAITING.id()).and(free(now));
        var doubt = choice.doubt();
        var doubted =
                switch (doubt) {
                    case "any" -> DSL.noCondition();
                    case "none" -> DSL.cardinality(DESK_APPLICATION.DOUBTS).eq(0);
                    default -> DESK_APPLICATION.DOUBTS.contains(new String[] {doubt});
                };
        return waiting.and(doubted)
                .and(choice.star() == 0 ? DSL.noCondition() : DESK_APPLICATION.STAR.eq(choice.star()));
    }

    private static Condition free(OffsetDateTime now) {
        return DESK_APPLICATION.CLAIMED_UNTIL.isNull().or(DESK_APPLICATION.CLAIMED_UNTIL.lt(now));
    }

    /// Takes an application for a batch until the end of the transaction. False while a clerk has it before them.
    boolean take(UUID application, OffsetDateTime now) {
        return database.across(sql -> sql.update(DESK_APPLICATION)
                        .setNull(DESK_APPLICATION.CLAIMED_BY)
                        .setNull(DESK_APPLICATION.CLAIMED_UNTIL)
                        .where(DESK_APPLICATION.ID.eq(application))
                        .and(free(now))
                        .execute())
                == 1;
    }

    /// The next applications of a batch with this result.
    List<UUID> items(UUID batch, String result, int limit) {
        return database.across(sql -> sql.select(DESK_BATCH_ITEM.APPLICATION_ID)
                .from(DESK_BATCH_ITEM)
                .where(DESK_BATCH_ITEM.BATCH_ID.eq(batch))
                .and(DESK_BATCH_ITEM.RESULT.eq(result))
                .orderBy(DESK_BATCH_ITEM.APPLICATION_ID)
                .limit(limit)
                .fetch(DESK_BATCH_ITEM.APPLICATION_ID));
    }

    void result(UUID batch, UUID application, String result, @Nullable String reason) {
        database.across(sql -> sql.update(DESK_BATCH_ITEM)
                .set(DESK_BATCH_ITEM.RESULT, result)
                .set(DESK_BATCH_ITEM.REASON, reason)
                .where(DESK_BATCH_ITEM.BATCH_ID.eq(batch))
                .and(DESK_BATCH_ITEM.APPLICATION_ID.eq(application))
                .execute());
    }

    boolean move(UUID batch, State from, State to, OffsetDateTime now) {
        return database.across(sql -> sql.update(DESK_BATCH)
                        .set(DESK_BATCH.STATE, to.id())
                        .set(DESK_BATCH.ENDED_AT, now)
                        .where(DESK_BATCH.ID.eq(batch))
                        .and(DESK_BATCH.STATE.eq(from.id()))
                        .execute())
                == 1;
    }

    List<Batch> newest(int limit) {
        return list(DSL.noCondition(), limit);
    }

    List<Batch> unfinished() {
        return list(DESK_BATCH.STATE.in(State.RUNNING.id(), State.UNDOING.id()), 10);
    }

    /// Of each batch the first that were not done.
    List<Miss> missed(List<UUID> of, int each) {
        var items = DESK_BATCH_ITEM;
        var place = DSL.rowNumber()
                .over(DSL.partitionBy(items.BATCH_ID).orderBy(items.RESULT, items.APPLICATION_ID))
                .as("place");
        var first = DSL.select(items.BATCH_ID, items.APPLICATION_ID, items.RESULT, items.REASON, place)
                .from(items)
                .where(items.BATCH_ID.eq(DSL.any(of.toArray(UUID[]::new))))
                .and(items.RESULT.in(MISSED))
                .asTable("first");
        return database.across(sql -> sql.select(first.asterisk(), DESK_APPLICATION.NAME)
                .from(first)
                .join(DESK_APPLICATION)
                .on(DESK_APPLICATION.ID.eq(first.field(items.APPLICATION_ID)))
                .where(DSL.field(DSL.name("first", "place"), Integer.class).le(each))
                .orderBy(DSL.field(DSL.name("first", "place")))
                .fetch(row -> new Miss(
                        row.get(items.BATCH_ID),
                        row.get(items.APPLICATION_ID),
                        row.get(DESK_APPLICATION.NAME),
                        Miss.Why.FAILED.id().equals(row.get(items.RESULT)) ? Miss.Why.FAILED : Miss.Why.LEFT,
                        row.get(items.REASON))));
    }

    private List<Batch> list(Condition which, int limit) {
        var items = DESK_BATCH_ITEM;
        var total = DSL.field(DSL.selectCount().from(items).where(items.BATCH_ID.eq(DESK_BATCH.ID)));
        var open = DSL.field(DSL.selectCount()
                .from(items)
                .where(items.BATCH_ID.eq(DESK_BATCH.ID))
                .and(items.RESULT.eq(DSL.when(DESK_BATCH.STATE.in(State.UNDOING.id(), State.UNDONE.id()), "done")
                        .otherwise("open"))));
        var missed = DSL.field(DSL.selectCount()
                .from(items)
                .where(items.BATCH_ID.eq(DESK_BATCH.ID))
                .and(items.RESULT.in(MISSED)));
        return database.across(
                sql -> sql.select(DESK_BATCH.asterisk(), total.as("total"), open.as("open_items"), missed.as("missed"))
                        .from(DESK_BATCH)
                        .where(which)
                        .orderBy(DESK_BATCH.STARTED_AT.desc())
                        .limit(limit)
                        .fetch(BatchRepository::batch));
    }

    private static Batch batch(Record row) {
        var state = row.get(DESK_BATCH.STATE);
        return new Batch(
                row.get(DESK_BATCH.ID),
                Life.Move.of(row.get(DESK_BATCH.MOVE)),
                row.get(DESK_BATCH.NOTE),
                Arrays.stream(State.values())
                        .filter(one -> one.id().equals(state))
                        .findFirst()
                        .orElseThrow(),
                row.get(DESK_BATCH.BY_NAME),
                row.get(DESK_BATCH.STARTED_AT),
                row.get("total", Integer.class),
                row.get("open_items", Integer.class),
                row.get("missed", Integer.class));
    }
}
