package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static hoshimori.schema.Tables.DESK_BATCH;
import static hoshimori.schema.Tables.DESK_BATCH_ITEM;
import static hoshimori.schema.Tables.DESK_EVENT;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.desk.Batches.Batch;
import org.hoshimori.desk.Batches.Choice;
import org.hoshimori.desk.Batches.State;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.programme.Clerk;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@CrossCompany("staff decide many applications of many companies at once")
@Repository
class BatchRepository {

    private static final List<String> MISSED = List.of(Miss.Why.LEFT.id(), Miss.Why.FAILED.id());

    private final Database database;

    BatchRepository(Database database) {
        this.database = database;
    }

    /// A decision of a batch that was not done.
    ///
    /// @param reason a word why it was left, or the reference of an error in the log
    record Miss(
            UUID batch,
            UUID application,
            String name,
            Why why,
            @Nullable String reason) {

        private static final Set<String> WORDS = Set.of("claimed", "doubt", "stands");

        String word() {
            return reason != null && WORDS.contains(reason) ? reason : "decided";
        }

        enum Why {
            /// Somebody else has it or decided it meanwhile.
            LEFT,
            /// An error.
            FAILED;

            String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /// Whom the choice meets by name, at most as many as one batch takes, the oldest first.
    Map<UUID, String> meant(Choice choice, OffsetDateTime now) {
        return database.across(sql -> sql.select(DESK_APPLICATION.ID, DESK_APPLICATION.NAME)
                .from(DESK_APPLICATION)
                .where(chosen(choice, now))
                .orderBy(DESK_APPLICATION.HANDED_IN_AT, DESK_APPLICATION.ID)
                .limit(Batches.MOST)
                .fetchMap(DESK_APPLICATION.ID, DESK_APPLICATION.NAME));
    }

    int start(UUID id, Choice choice, Clerk clerk, OffsetDateTime now, Collection<UUID> meant) {
        return database.across(sql -> {
            sql.insertInto(DESK_BATCH)
                    .set(DESK_BATCH.ID, id)
                    .set(DESK_BATCH.MOVE, choice.move().id())
                    .set(DESK_BATCH.NOTE, choice.note())
                    .set(DESK_BATCH.DOUBT, choice.doubt())
                    .set(DESK_BATCH.STATE, State.RUNNING.id())
                    .set(DESK_BATCH.BY_ID, clerk.id())
                    .set(DESK_BATCH.BY_NAME, clerk.name())
                    .set(DESK_BATCH.STARTED_AT, now)
                    .execute();
            return sql.insertInto(DESK_BATCH_ITEM, DESK_BATCH_ITEM.BATCH_ID, DESK_BATCH_ITEM.APPLICATION_ID)
                    .select(DSL.select(DSL.val(id), DESK_APPLICATION.ID)
                            .from(DESK_APPLICATION)
                            .where(DESK_APPLICATION.ID.eq(DSL.any(meant.toArray(UUID[]::new)))))
                    .execute();
        });
    }

    /// What a clerk has before them is left to them.
    private static Condition chosen(Choice choice, OffsetDateTime now) {
        var waiting = DESK_APPLICATION.STAGE.eq(Stage.WAITING.id()).and(free(now));
        return waiting.and(doubted(choice.doubt()))
                .and(choice.star() == 0 ? DSL.noCondition() : DESK_APPLICATION.STAR.eq(choice.star()));
    }

    private static Condition doubted(String doubt) {
        return switch (doubt) {
            case "any" -> DSL.noCondition();
            case "none" -> DSL.cardinality(DESK_APPLICATION.DOUBTS).eq(0);
            default -> DESK_APPLICATION.DOUBTS.contains(new String[] {doubt});
        };
    }

    /// Whether an application still has the doubt for which it was chosen, or none.
    boolean meets(UUID application, String doubt) {
        return database.across(
                sql -> sql.fetchExists(DESK_APPLICATION, DESK_APPLICATION.ID.eq(application), doubted(doubt)));
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

    /// Whether what a batch did to an application is the last that happened to it.
    boolean own(UUID batch, UUID application) {
        return database.across(sql -> sql.fetchExists(
                DESK_BATCH_ITEM,
                DESK_BATCH_ITEM.BATCH_ID.eq(batch),
                DESK_BATCH_ITEM.APPLICATION_ID.eq(application),
                DESK_BATCH_ITEM.EVENT_ID.eq(newest(application))));
    }

    private static Field<UUID> newest(UUID application) {
        return DSL.field(DSL.select(DESK_EVENT.ID)
                .from(DESK_EVENT)
                .where(DESK_EVENT.APPLICATION_ID.eq(application))
                .orderBy(DESK_EVENT.AT.desc(), DESK_EVENT.ID.desc())
                .limit(1));
    }

    void result(UUID batch, UUID application, String result, @Nullable String reason) {
        database.across(sql -> sql.update(DESK_BATCH_ITEM)
                .set(DESK_BATCH_ITEM.RESULT, result)
                .set(DESK_BATCH_ITEM.REASON, reason)
                .set(DESK_BATCH_ITEM.EVENT_ID, newest(application))
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
                row.get(DESK_BATCH.DOUBT),
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
