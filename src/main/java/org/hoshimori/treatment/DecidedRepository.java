package org.hoshimori.treatment;

import static hoshimori.schema.Tables.TREATMENT_ASSET;
import static hoshimori.schema.Tables.TREATMENT_DECIDED;
import static org.hoshimori.database.KnownQuery.COMPANY;

import hoshimori.schema.tables.records.TreatmentDecidedRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.asset.AssetId;
import org.hoshimori.control.ControlId;
import org.hoshimori.database.Database;
import org.hoshimori.database.KnownQuery;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.hoshimori.treatment.DecidedTreatment.End;
import org.hoshimori.treatment.DecidedTreatment.Ending;
import org.hoshimori.treatment.Treatment.Costs;
import org.hoshimori.treatment.Treatment.Way;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// The decisions; the four ways share their columns.
@Repository
class DecidedRepository {

    private static final Field<UUID[]> ASSETS = DSL.array(DSL.select(TREATMENT_ASSET.ASSET_ID)
            .from(TREATMENT_ASSET)
            .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(COMPANY))
            .and(TREATMENT_ASSET.TREATMENT_ID.eq(TREATMENT_DECIDED.ID))
            .and(TREATMENT_ASSET.LEFT_AT.isNull()));

    private static final KnownQuery DUE = KnownQuery.of(DSL.select(TREATMENT_DECIDED, ASSETS)
            .from(TREATMENT_DECIDED)
            .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(COMPANY))
            .and(TREATMENT_DECIDED.ENDED.isNull())
            .and(TREATMENT_DECIDED.DAY.le(DSL.param("day", LocalDate.class)))
            .orderBy(TREATMENT_DECIDED.DAY, TREATMENT_DECIDED.ID)
            .limit(DSL.param("most", Integer.class)));

    private final Database database;

    DecidedRepository(Database database) {
        this.database = database;
    }

    void add(OrganizationId organization, DecidedTreatment decided) {
        var row = row(organization, decided);
        database.within(
                organization, sql -> sql.insertInto(TREATMENT_DECIDED).set(row).execute());
    }

    /// Ends those of the decisions that have no asset any more and have not ended. Returns which.
    List<TreatmentId> endReplaced(OrganizationId organization, Collection<TreatmentId> ids, End end) {
        var current = DSL.selectOne()
                .from(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.TREATMENT_ID.eq(TREATMENT_DECIDED.ID))
                .and(TREATMENT_ASSET.LEFT_AT.isNull());
        return database.within(organization, sql -> sql.update(TREATMENT_DECIDED)
                .set(TREATMENT_DECIDED.ENDED, end.how().id())
                .set(TREATMENT_DECIDED.ENDED_BY, end.by())
                .set(TREATMENT_DECIDED.ENDED_AT, end.at())
                .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_DECIDED.ID.in(
                        ids.stream().map(TreatmentId::value).toList()))
                .and(TREATMENT_DECIDED.ENDED.isNull())
                .andNotExists(current)
                .returning(TREATMENT_DECIDED.ID)
                .fetch(row -> new TreatmentId(row.getId())));
    }

    /// Ends a decision that stands. Returns whether it did.
    boolean end(OrganizationId organization, TreatmentId id, End end) {
        return database.within(organization, sql -> sql.update(TREATMENT_DECIDED)
                        .set(TREATMENT_DECIDED.ENDED, end.how().id())
                        .set(TREATMENT_DECIDED.ENDED_BY, end.by())
                        .set(TREATMENT_DECIDED.ENDED_AT, end.at())
                        .set(TREATMENT_DECIDED.END_REASON, end.reason())
                        .where(key(organization, id))
                        .and(TREATMENT_DECIDED.ENDED.isNull())
                        .execute())
                == 1;
    }

    Optional<DecidedTreatment> find(OrganizationId organization, TreatmentId id) {
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_DECIDED)
                .where(key(organization, id))
                .fetchOptional(DecidedRepository::decided));
    }

    boolean any(OrganizationId organization) {
        return database.within(
                organization,
                sql -> sql.fetchExists(sql.selectOne()
                        .from(TREATMENT_DECIDED)
                        .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()))));
    }

    /// The decisions under which an asset stands, by their id.
    Map<TreatmentId, DecidedTreatment> standing(OrganizationId organization) {
        var current = DSL.select(TREATMENT_ASSET.TREATMENT_ID)
                .from(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.LEFT_AT.isNull());
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_DECIDED)
                .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_DECIDED.ID.in(current))
                .fetchMap(row -> new TreatmentId(row.getId()), DecidedRepository::decided));
    }

    /// A decision and the others about its assets: itself first, then the newest. Empty when there is no such decision.
    List<DecidedTreatment> about(OrganizationId organization, TreatmentId id, int limit) {
        var mine = TREATMENT_ASSET.as("mine");
        var assets = DSL.select(mine.ASSET_ID)
                .from(mine)
                .where(mine.ORGANIZATION_ID.eq(organization.value()))
                .and(mine.TREATMENT_ID.eq(id.value()));
        var about = DSL.select(TREATMENT_ASSET.TREATMENT_ID)
                .from(TREATMENT_ASSET)
                .where(TREATMENT_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_ASSET.ASSET_ID.in(assets));
        return database.within(organization, sql -> sql.selectFrom(TREATMENT_DECIDED)
                .where(TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()))
                .and(TREATMENT_DECIDED.ID.in(about))
                .orderBy(
                        DSL.field(TREATMENT_DECIDED.ID.eq(id.value())).desc(),
                        TREATMENT_DECIDED.DECIDED_AT.desc(),
                        TREATMENT_DECIDED.ID.desc())
                .limit(limit + 1)
                .fetch(DecidedRepository::decided));
    }

    /// What has not ended and whose day is this one or an earlier one, the earliest first, with its assets.
    Map<DecidedTreatment, List<AssetId>> dueBy(OrganizationId organization, LocalDate day, int limit) {
        return database.within(organization, sql -> {
            var due = new LinkedHashMap<DecidedTreatment, List<AssetId>>();
            DUE.of(sql, organization, Map.of("day", day, "most", limit))
                    .forEach(row -> due.put(
                            decided(row.get(0, TreatmentDecidedRecord.class)),
                            Stream.of(row.get(ASSETS)).map(AssetId::new).toList()));
            return due;
        });
    }

    private static Condition key(OrganizationId organization, TreatmentId id) {
        return TREATMENT_DECIDED.ORGANIZATION_ID.eq(organization.value()).and(TREATMENT_DECIDED.ID.eq(id.value()));
    }

    private static TreatmentDecidedRecord row(OrganizationId organization, DecidedTreatment decided) {
        var treatment = decided.treatment();
        var person = treatment.person();
        var row = new TreatmentDecidedRecord();
        row.setOrganizationId(organization.value());
        row.setId(decided.id().value());
        row.setKind(treatment.kind());
        row.setScope(decided.scope().kind().id());
        row.setScopeName(decided.scope().name());
        row.setLevel(Words.id(decided.level()));
        row.setWords(treatment.saying());
        row.setItems(new String[0]);
        row.setControls(new UUID[0]);
        row.setPartner("");
        row.setPersonId(person == null ? null : person.value());
        row.setPerson(decided.person());
        row.setDay(treatment.day());
        row.setCostOnceYen(treatment.costs().onceYen());
        row.setCostYearlyYen(treatment.costs().yearlyYen());
        row.setDecidedBy(decided.decidedBy());
        row.setDecidedAt(decided.decidedAt());
        switch (treatment) {
            case Treatment.Modify modify -> {
                row.setItems(modify.items().toArray(String[]::new));
                row.setControls(modify.controls().stream().map(ControlId::value).toArray(UUID[]::new));
            }
            case Treatment.Share share -> {
                row.setWay(share.way().id());
                row.setPartner(share.partner());
                row.setSumYen(share.sumYen());
            }
            case Treatment.Retain _, Treatment.Avoid _ -> {}
        }
        return row;
    }

    private static DecidedTreatment decided(TreatmentDecidedRecord row) {
        var ended = row.getEnded();
        var end = ended == null
                ? null
                : new End(
                        Ending.valueOf(ended.toUpperCase(Locale.ROOT)),
                        Objects.requireNonNullElse(row.getEndedBy(), ""),
                        row.getEndedAt(),
                        Objects.requireNonNullElse(row.getEndReason(), ""));
        return new DecidedTreatment(
                new TreatmentId(row.getId()),
                treatment(row),
                new Group.Scope(Group.Kind.of(row.getScope()), row.getScopeName()),
                Words.level(row.getLevel()),
                row.getPerson(),
                row.getDecidedBy(),
                row.getDecidedAt(),
                end);
    }

    private static Treatment treatment(TreatmentDecidedRecord row) {
        var costs = new Costs(row.getCostOnceYen(), row.getCostYearlyYen());
        return switch (row.getKind()) {
            case "modify" ->
                new Treatment.Modify(
                        List.of(row.getItems()),
                        List.of(row.getControls()).stream().map(ControlId::new).toList(),
                        row.getWords(),
                        new MemberId(row.getPersonId()),
                        row.getDay(),
                        costs);
            case "retain" -> new Treatment.Retain(row.getWords(), new MemberId(row.getPersonId()), row.getDay());
            case "avoid" -> new Treatment.Avoid(row.getWords(), new MemberId(row.getPersonId()), row.getDay(), costs);
            case "share" ->
                new Treatment.Share(
                        Way.of(row.getWay()).orElseThrow(),
                        row.getPartner(),
                        row.getWords(),
                        row.getSumYen(),
                        row.getDay(),
                        costs);
            default -> throw new IllegalStateException("no treatment " + row.getKind());
        };
    }
}
