package org.hoshimori.control;

import static hoshimori.schema.Tables.CONTROL_DECIDED;
import static hoshimori.schema.Tables.CONTROL_DEFERRAL;
import static org.hoshimori.database.KnownQuery.COMPANY;

import hoshimori.schema.tables.records.ControlDecidedRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.control.Controls.Filter;
import org.hoshimori.control.Controls.Load;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.database.Database;
import org.hoshimori.database.KnownQuery;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ControlRepository {

    /// Open controls first, then by date; those without a date last.
    private static final Field<Integer> RANK = DSL.when(
                    CONTROL_DECIDED.STATE.in(State.PLANNED.id(), State.DOING.id()), 0)
            .otherwise(1);
    private static final Field<LocalDate> DATE =
            DSL.coalesce(CONTROL_DECIDED.DUE_ON, DSL.val(LocalDate.of(9999, 12, 31)));
    private static final List<SortField<?>> ORDER = List.of(RANK.asc(), DATE.asc(), CONTROL_DECIDED.ID.asc());

    private static final Field<String[]> DEFERRED = DSL.array(DSL.select(CONTROL_DEFERRAL.QUESTION)
                    .from(CONTROL_DEFERRAL)
                    .where(CONTROL_DEFERRAL.ORGANIZATION_ID.eq(COMPANY))
                    .and(CONTROL_DEFERRAL.ENDED_AT.isNull())
                    .and(CONTROL_DEFERRAL.LOOK_AGAIN_ON.gt(DSL.param("today", LocalDate.class))))
            .as("deferred");

    private static final KnownQuery STANDING = KnownQuery.of(DSL.select(CONTROL_DECIDED, DEFERRED)
            .from(DSL.values(DSL.row(1)).as("one"))
            .leftJoin(CONTROL_DECIDED)
            .on(CONTROL_DECIDED.ORGANIZATION_ID.eq(COMPANY))
            .orderBy(ORDER)
            .limit(DSL.param("most", Integer.class)));

    /// A control with what only its own page shows.
    ///
    /// @param reason why it was dropped
    record Stored(
            DecidedControl control,
            @Nullable String reason,
            @Nullable OffsetDateTime finishedAt) {}

    private final Database database;

    ControlRepository(Database database) {
        this.database = database;
    }

    /// Lets one decision on a question finish before the next begins, so that a double click finds the first.
    void lock(OrganizationId organization, String question) {
        database.within(
                organization,
                sql -> sql.execute(
                        "SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))",
                        DSL.val("control " + organization + " " + question)));
    }

    void add(OrganizationId organization, @Nullable RoundId round, MemberId by, DecidedControl control) {
        database.within(organization, sql -> sql.insertInto(CONTROL_DECIDED)
                .set(CONTROL_DECIDED.ORGANIZATION_ID, organization.value())
                .set(CONTROL_DECIDED.ID, control.id().value())
                .set(CONTROL_DECIDED.ROUND_ID, round == null ? null : round.value())
                .set(CONTROL_DECIDED.QUESTION, control.question())
                .set(CONTROL_DECIDED.CANDIDATE, control.candidate())
                .set(CONTROL_DECIDED.TITLE, control.title())
                .set(CONTROL_DECIDED.WHAT, control.what())
                .set(CONTROL_DECIDED.RESPONSIBLE_ID, id(control.responsible()))
                .set(CONTROL_DECIDED.DUE_ON, control.due())
                .set(CONTROL_DECIDED.COST_ONCE_YEN, control.costOnceYen())
                .set(CONTROL_DECIDED.COST_YEARLY_YEN, control.costYearlyYen())
                .set(CONTROL_DECIDED.STATE, control.state().id())
                .set(CONTROL_DECIDED.DECIDED_BY, by.value())
                .set(CONTROL_DECIDED.DECIDED_AT, control.decidedAt())
                .execute());
    }

    /// Changes words, person, date and costs. A new date may be reminded of again.
    void change(OrganizationId organization, ControlId id, ControlTerms.Chosen words, ControlTerms terms) {
        database.within(organization, sql -> sql.update(CONTROL_DECIDED)
                .set(CONTROL_DECIDED.TITLE, words.title())
                .set(CONTROL_DECIDED.WHAT, words.what())
                .set(CONTROL_DECIDED.RESPONSIBLE_ID, terms.responsible().value())
                .set(
                        CONTROL_DECIDED.REMINDED_ON,
                        DSL.when(CONTROL_DECIDED.DUE_ON.eq(terms.due()), CONTROL_DECIDED.REMINDED_ON))
                .set(CONTROL_DECIDED.DUE_ON, terms.due())
                .set(CONTROL_DECIDED.COST_ONCE_YEN, terms.costOnceYen())
                .set(CONTROL_DECIDED.COST_YEARLY_YEN, terms.costYearlyYen())
                .where(key(organization, id))
                .execute());
    }

    /// Moves a control from one state to the next. False when somebody else was faster.
    boolean move(
            OrganizationId organization,
            DecidedControl control,
            State to,
            @Nullable String reason,
            OffsetDateTime now) {
        return database.within(organization, sql -> sql.update(CONTROL_DECIDED)
                        .set(CONTROL_DECIDED.STATE, to.id())
                        .set(CONTROL_DECIDED.STATE_REASON, reason)
                        .set(CONTROL_DECIDED.FINISHED_AT, to.open() ? null : now)
                        .where(key(organization, control.id()))
                        .and(CONTROL_DECIDED.STATE.eq(control.state().id()))
                        .execute())
                == 1;
    }

    void reminded(OrganizationId organization, List<ControlId> controls, LocalDate today) {
        database.within(organization, sql -> sql.update(CONTROL_DECIDED)
                .set(CONTROL_DECIDED.REMINDED_ON, today)
                .where(CONTROL_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(CONTROL_DECIDED.ID.in(
                        controls.stream().map(ControlId::value).toList()))
                .execute());
    }

    Optional<Stored> find(OrganizationId organization, ControlId id) {
        return database.within(organization, sql -> sql.selectFrom(CONTROL_DECIDED)
                .where(key(organization, id))
                .fetchOptional(row -> new Stored(control(row), row.getStateReason(), row.getFinishedAt())));
    }

    /// The controls of one question that are still to be done.
    List<DecidedControl> open(OrganizationId organization, String question) {
        return list(organization, CONTROL_DECIDED.QUESTION.eq(question).and(RANK.eq(0)), 200);
    }

    /// The controls of a filter after one of them, open first, by date.
    List<DecidedControl> slice(OrganizationId organization, Filter filter, @Nullable DecidedControl after, int limit) {
        var condition = condition(filter);
        if (after != null) {
            var date = after.due() == null ? LocalDate.of(9999, 12, 31) : after.due();
            condition = condition.and(DSL.row(RANK, DATE, CONTROL_DECIDED.ID)
                    .gt(after.state().open() ? 0 : 1, date, after.id().value()));
        }
        return list(organization, condition, limit);
    }

    Controls.Standing standing(OrganizationId organization, LocalDate today, int limit) {
        return database.within(organization, sql -> {
            var rows = STANDING.of(sql, organization, Map.of("today", today, "most", limit))
                    .fetch();
            return new Controls.Standing(
                    rows.stream()
                            .map(row -> row.get(0, ControlDecidedRecord.class))
                            .filter(row -> row.getId() != null)
                            .map(ControlRepository::control)
                            .toList(),
                    Set.of(rows.getFirst().get(DEFERRED)));
        });
    }

    /// The first controls of every state.
    List<DecidedControl> board(OrganizationId organization, Filter filter, int perState) {
        var place = DSL.rowNumber()
                .over(DSL.partitionBy(CONTROL_DECIDED.STATE).orderBy(DATE.asc(), CONTROL_DECIDED.ID.asc()))
                .as("place");
        var ranked = DSL.select(CONTROL_DECIDED.ID, place)
                .from(CONTROL_DECIDED)
                .where(CONTROL_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(condition(filter))
                .asTable("ranked");
        return list(
                organization,
                CONTROL_DECIDED.ID.in(DSL.select(ranked.field(CONTROL_DECIDED.ID))
                        .from(ranked)
                        .where(ranked.field(place).le(perState))),
                perState * State.values().length);
    }

    /// Counts and sums per person and state.
    List<Load> loads(OrganizationId organization, Filter filter, LocalDate today) {
        var overdue = DSL.count().filterWhere(RANK.eq(0).and(CONTROL_DECIDED.DUE_ON.lt(today)));
        var once =
                DSL.coalesce(DSL.sum(CONTROL_DECIDED.COST_ONCE_YEN), DSL.zero()).cast(Long.class);
        var yearly = DSL.coalesce(DSL.sum(CONTROL_DECIDED.COST_YEARLY_YEN), DSL.zero())
                .cast(Long.class);
        return database.within(organization, sql -> sql.select(
                        CONTROL_DECIDED.RESPONSIBLE_ID, CONTROL_DECIDED.STATE, DSL.count(), overdue, once, yearly)
                .from(CONTROL_DECIDED)
                .where(CONTROL_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(condition(filter))
                .groupBy(CONTROL_DECIDED.RESPONSIBLE_ID, CONTROL_DECIDED.STATE)
                .fetch(row -> new Load(
                        person(row.value1()),
                        State.of(row.value2()).orElseThrow(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6())));
    }

    List<DecidedControl> finishedSince(OrganizationId organization, OffsetDateTime moment, int limit) {
        return list(
                organization,
                CONTROL_DECIDED.STATE.eq(State.DONE.id()).and(CONTROL_DECIDED.FINISHED_AT.ge(moment)),
                limit);
    }

    /// Open controls of these people whose date has come near and of which they have not been reminded.
    List<DecidedControl> toRemind(OrganizationId organization, List<MemberId> people, LocalDate until, int limit) {
        return list(
                organization,
                RANK.eq(0)
                        .and(CONTROL_DECIDED.DUE_ON.le(until))
                        .and(CONTROL_DECIDED.RESPONSIBLE_ID.in(
                                people.stream().map(MemberId::value).toList()))
                        .and(CONTROL_DECIDED.REMINDED_ON.isNull()),
                limit);
    }

    private List<DecidedControl> list(OrganizationId organization, Condition which, int limit) {
        return database.within(organization, sql -> sql.selectFrom(CONTROL_DECIDED)
                .where(CONTROL_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(which)
                .orderBy(ORDER)
                .limit(limit)
                .fetch(ControlRepository::control));
    }

    private static Condition condition(Filter filter) {
        var condition = DSL.noCondition();
        if (filter.person() != null) {
            condition = condition.and(
                    CONTROL_DECIDED.RESPONSIBLE_ID.eq(filter.person().value()));
        }
        if (!filter.states().isEmpty()) {
            condition = condition.and(CONTROL_DECIDED.STATE.in(
                    filter.states().stream().map(State::id).toList()));
        }
        return condition;
    }

    private static Condition key(OrganizationId organization, ControlId id) {
        return CONTROL_DECIDED.ORGANIZATION_ID.eq(organization.value()).and(CONTROL_DECIDED.ID.eq(id.value()));
    }

    private static DecidedControl control(ControlDecidedRecord row) {
        return new DecidedControl(
                new ControlId(row.getId()),
                row.getQuestion(),
                row.getCandidate(),
                row.getTitle(),
                row.getWhat(),
                person(row.getResponsibleId()),
                row.getDueOn(),
                row.getCostOnceYen(),
                row.getCostYearlyYen(),
                State.of(row.getState()).orElseThrow(),
                row.getDecidedAt());
    }

    private static @Nullable MemberId person(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    private static @Nullable UUID id(@Nullable MemberId person) {
        return person == null ? null : person.value();
    }
}
