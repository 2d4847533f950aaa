package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static hoshimori.schema.Tables.DESK_EVENT;

import hoshimori.schema.tables.records.DeskApplicationRecord;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.desk.Application.Course;
import org.hoshimori.desk.Application.Event;
import org.hoshimori.desk.Application.LookAfter;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.directory.NameFolding;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@CrossCompany("what companies handed in belongs to the programme; staff see the snapshot only")
@Repository
class ApplicationRepository {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    ApplicationRepository(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// The code that confirms an address, as it is kept.
    record Code(byte[] hash, int tries) {}

    /// How many stand where.
    record Counts(int waiting, int late, int returned, int after) {}

    void put(Application application) {
        var organization = application.organization();
        var snapshot = application.snapshot();
        var course = application.course();
        database.across(sql -> {
            var row = sql.newRecord(DESK_APPLICATION);
            row.setId(application.id());
            row.setOrganizationId(organization == null ? null : organization.value());
            row.setPurpose(application.purpose().id());
            row.setStage(application.stage().id());
            row.setStar(application.star());
            row.setNumber(application.number());
            row.setFacts(json(snapshot));
            row.setEarlierFacts(application.earlier() == null ? null : json(application.earlier()));
            row.setName(snapshot.get("name"));
            row.setFolded(NameFolding.fold(snapshot.get("name")));
            row.setPrefecture(snapshot.get("prefecture"));
            row.setCorporateNumber(snapshot.orNull("corporateNumber"));
            row.setDoubts(application.doubts().toArray(String[]::new));
            row.setLookAfter(course.lookAfter() == LookAfter.YES);
            row.setRulesRevision(course.rulesRevision());
            row.setHandedInAt(application.handedInAt());
            row.setDecidedAt(course.decidedAt());
            row.setNote(course.note());
            row.setMergedInto(course.mergedInto());
            row.setClaimedBy(null);
            row.setClaimedUntil(null);
            return sql.insertInto(DESK_APPLICATION)
                    .set(row)
                    .onConflict(DESK_APPLICATION.ID)
                    .doUpdate()
                    .set(row)
                    .execute();
        });
    }

    private JSONB json(Snapshot snapshot) {
        return JSONB.valueOf(json.writeValueAsString(snapshot.facts()));
    }

    /// Lets one step of a company finish before its next begins: a form sent twice at once is handed in once.
    void lock(OrganizationId organization) {
        var key = DSL.val("desk " + organization);
        database.across(sql -> sql.execute("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", key));
    }

    /// The application, held until the end of the transaction. Its history may grow meanwhile.
    Optional<Application> lock(UUID id) {
        return database.across(sql -> sql.selectFrom(DESK_APPLICATION)
                .where(DESK_APPLICATION.ID.eq(id))
                .forNoKeyUpdate()
                .fetchOptional(this::application));
    }

    Optional<Application> find(UUID id) {
        return database.across(sql ->
                sql.fetchOptional(DESK_APPLICATION, DESK_APPLICATION.ID.eq(id)).map(this::application));
    }

    List<Application> of(OrganizationId organization) {
        return database.across(sql -> sql.selectFrom(DESK_APPLICATION)
                .where(DESK_APPLICATION.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(DESK_APPLICATION.HANDED_IN_AT.desc())
                .limit(50)
                .fetch(this::application));
    }

    /// The application that was accepted for a number before this one.
    Optional<Application> acceptedBefore(String number, UUID except) {
        return database.across(sql -> sql.selectFrom(DESK_APPLICATION)
                .where(DESK_APPLICATION.NUMBER.eq(number))
                .and(DESK_APPLICATION.STAGE.eq(Stage.ACCEPTED.id()))
                .and(DESK_APPLICATION.ID.ne(except))
                .orderBy(DESK_APPLICATION.DECIDED_AT.desc())
                .limit(1)
                .fetchOptional(this::application));
    }

    /// A heap on the desk.
    enum Heap {
        WAITING,
        AFTER,
        RETURNED,
        ACCEPTED,
        CLOSED;

        private Condition condition() {
            return switch (this) {
                case WAITING -> at(Stage.WAITING);
                case AFTER -> DSL.condition(DESK_APPLICATION.LOOK_AFTER);
                case RETURNED -> at(Stage.RETURNED);
                case ACCEPTED -> acceptedHere();
                case CLOSED -> DESK_APPLICATION.STAGE.in(Stage.REFUSED.id(), Stage.WITHDRAWN.id(), Stage.MERGED.id());
            };
        }

        /// Without what was handed over by an earlier programme; literals, so that the index of the rest is used.
        private static Condition acceptedHere() {
            return DESK_APPLICATION
                    .STAGE
                    .eq(DSL.inline(Stage.ACCEPTED.id()))
                    .and(DESK_APPLICATION.ORIGIN.eq(DSL.inline("handed-in")));
        }
    }

    /// What lies on a heap, the oldest first.
    List<Application> slice(Heap heap, @Nullable UUID after, int limit) {
        var from = after == null
                ? DSL.noCondition()
                : DSL.row(DESK_APPLICATION.HANDED_IN_AT, DESK_APPLICATION.ID)
                        .gt(DSL.select(DESK_APPLICATION.HANDED_IN_AT, DESK_APPLICATION.ID)
                                .from(DESK_APPLICATION)
                                .where(DESK_APPLICATION.ID.eq(after)));
        return database.across(sql -> sql.selectFrom(DESK_APPLICATION)
                .where(heap.condition())
                .and(from)
                .orderBy(DESK_APPLICATION.HANDED_IN_AT, DESK_APPLICATION.ID)
                .limit(limit)
                .fetch(this::application));
    }

    private static Condition at(Stage stage) {
        return DESK_APPLICATION.STAGE.eq(stage.id());
    }

    Counts counts(OffsetDateTime lateBefore) {
        return database.across(sql -> sql.select(
                        DSL.count().filterWhere(at(Stage.WAITING)),
                        DSL.count().filterWhere(at(Stage.WAITING).and(DESK_APPLICATION.HANDED_IN_AT.lt(lateBefore))),
                        DSL.count().filterWhere(at(Stage.RETURNED)),
                        DSL.count().filterWhere(DSL.condition(DESK_APPLICATION.LOOK_AFTER)))
                .from(DESK_APPLICATION)
                .where(DESK_APPLICATION
                        .STAGE
                        .in(Stage.WAITING.id(), Stage.RETURNED.id())
                        .or(DSL.condition(DESK_APPLICATION.LOOK_AFTER)))
                .fetchSingle(row -> new Counts(row.value1(), row.value2(), row.value3(), row.value4())));
    }

    /// Takes an application before a clerk, unless another one has it. False when another one has it.
    boolean claim(UUID id, UUID clerk, OffsetDateTime now, Duration lease) {
        return database.across(sql -> sql.update(DESK_APPLICATION)
                        .set(DESK_APPLICATION.CLAIMED_BY, clerk)
                        .set(DESK_APPLICATION.CLAIMED_UNTIL, now.plus(lease))
                        .where(DESK_APPLICATION.ID.eq(id))
                        .and(free(clerk, now))
                        .execute())
                == 1;
    }

    /// The oldest application that no other clerk has before them; taken in the same statement.
    Optional<UUID> claimNext(UUID clerk, @Nullable UUID except, OffsetDateTime now, Duration lease) {
        var oldest = DSL.select(DESK_APPLICATION.ID)
                .from(DESK_APPLICATION)
                .where(at(Stage.WAITING))
                .and(free(clerk, now))
                .and(except == null ? DSL.noCondition() : DESK_APPLICATION.ID.ne(except))
                .orderBy(DESK_APPLICATION.HANDED_IN_AT, DESK_APPLICATION.ID)
                .limit(1)
                .forUpdate()
                .skipLocked();
        return database.across(sql -> sql.update(DESK_APPLICATION)
                .set(DESK_APPLICATION.CLAIMED_BY, clerk)
                .set(DESK_APPLICATION.CLAIMED_UNTIL, now.plus(lease))
                .where(DESK_APPLICATION.ID.eq(oldest))
                .returning(DESK_APPLICATION.ID)
                .fetchOptional(row -> row.getId()));
    }

    void release(UUID id, UUID clerk) {
        database.across(sql -> sql.update(DESK_APPLICATION)
                .setNull(DESK_APPLICATION.CLAIMED_BY)
                .setNull(DESK_APPLICATION.CLAIMED_UNTIL)
                .where(DESK_APPLICATION.ID.eq(id))
                .and(DESK_APPLICATION.CLAIMED_BY.eq(clerk))
                .execute());
    }

    private static Condition free(UUID clerk, OffsetDateTime now) {
        return DESK_APPLICATION
                .CLAIMED_BY
                .isNull()
                .or(DESK_APPLICATION.CLAIMED_BY.eq(clerk))
                .or(DESK_APPLICATION.CLAIMED_UNTIL.lt(now));
    }

    void code(UUID id, byte[] hash) {
        database.across(sql -> sql.update(DESK_APPLICATION)
                .set(DESK_APPLICATION.CODE_HASH, hash)
                .set(DESK_APPLICATION.CODE_TRIES, 0)
                .where(DESK_APPLICATION.ID.eq(id))
                .execute());
    }

    Optional<Code> tryCode(UUID id) {
        return database.across(sql -> sql.update(DESK_APPLICATION)
                .set(DESK_APPLICATION.CODE_TRIES, DESK_APPLICATION.CODE_TRIES.plus(1))
                .where(DESK_APPLICATION.ID.eq(id))
                .and(DESK_APPLICATION.CODE_HASH.isNotNull())
                .returning(DESK_APPLICATION.CODE_HASH, DESK_APPLICATION.CODE_TRIES)
                .fetchOptional(row -> new Code(row.getCodeHash(), row.getCodeTries())));
    }

    void note(UUID application, Event event) {
        database.across(sql -> sql.insertInto(DESK_EVENT)
                .set(DESK_EVENT.ID, TimeOrderedId.next())
                .set(DESK_EVENT.APPLICATION_ID, application)
                .set(DESK_EVENT.AT, event.at())
                .set(DESK_EVENT.WHO, event.who())
                .set(DESK_EVENT.MOVE, event.move())
                .set(DESK_EVENT.STAGE, event.stage())
                .set(DESK_EVENT.NOTE, event.note())
                .execute());
    }

    List<Event> events(UUID application) {
        return database.across(sql -> sql.selectFrom(DESK_EVENT)
                .where(DESK_EVENT.APPLICATION_ID.eq(application))
                .orderBy(DESK_EVENT.ID.desc())
                .limit(100)
                .fetch(row -> new Event(row.getAt(), row.getWho(), row.getMove(), row.getStage(), row.getNote())));
    }

    private Application application(DeskApplicationRecord row) {
        var organization = row.getOrganizationId();
        return new Application(
                row.getId(),
                organization == null ? null : new OrganizationId(organization),
                Purpose.of(row.getPurpose()),
                Stage.of(row.getStage()),
                row.getStar(),
                row.getNumber(),
                snapshot(row.getFacts()),
                row.getEarlierFacts() == null ? null : snapshot(row.getEarlierFacts()),
                Arrays.asList(row.getDoubts()),
                row.getHandedInAt(),
                new Course(
                        row.getRulesRevision(),
                        row.getDecidedAt(),
                        row.getNote(),
                        row.getMergedInto(),
                        row.getClaimedBy(),
                        row.getLookAfter() ? LookAfter.YES : LookAfter.NO));
    }

    private Snapshot snapshot(JSONB facts) {
        return new Snapshot(json.readValue(facts.data(), FACTS));
    }
}
