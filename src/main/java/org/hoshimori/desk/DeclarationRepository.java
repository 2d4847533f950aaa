package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static hoshimori.schema.Tables.DESK_DECLARATION;
import static hoshimori.schema.Tables.DESK_EVENT;
import static hoshimori.schema.Tables.DESK_LETTER;

import hoshimori.schema.tables.records.DeskDeclarationRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.directory.NameFolding;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@CrossCompany("declaration numbers are unique across companies, and staff see all declarations")
@Repository
class DeclarationRepository {

    /// How the history calls it when staff stop a declaration.
    static final String STOPPED_BY_DESK = "stop-by-desk";

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private static final String RECHECK = """
            UPDATE desk_application a SET doubts = f.doubts
            FROM (SELECT w.id,
                         CASE WHEN EXISTS (SELECT 1 FROM desk_declaration d
                                           WHERE d.corporate_number = w.corporate_number AND d.standing = 'current'
                                             AND d.number <> coalesce(w.number, ''))
                                OR EXISTS (SELECT 1 FROM desk_application o
                                           WHERE o.corporate_number = w.corporate_number AND o.stage = 'waiting'
                                             AND o.organization_id IS DISTINCT FROM w.organization_id)
                              THEN ARRAY['same-number'] ELSE ARRAY[]::text[] END
                         || CASE WHEN EXISTS (SELECT 1 FROM desk_declaration d
                                              WHERE d.folded = w.folded AND d.prefecture = w.prefecture
                                                AND d.standing = 'current' AND d.number <> coalesce(w.number, ''))
                                   OR EXISTS (SELECT 1 FROM desk_application o
                                              WHERE o.folded = w.folded AND o.prefecture = w.prefecture
                                                AND o.stage = 'waiting'
                                                AND o.organization_id IS DISTINCT FROM w.organization_id)
                                 THEN ARRAY['same-name'] ELSE ARRAY[]::text[] END
                         || array_remove(array_remove(array_remove(
                                w.doubts, 'same-number'), 'same-name'), 'rules')
                         || CASE WHEN w.rules_revision <> {1} THEN ARRAY['rules'] ELSE ARRAY[]::text[] END
                  FROM desk_application w WHERE w.stage = 'waiting' AND {0}) f(id, doubts)
            WHERE a.id = f.id AND a.stage = 'waiting' AND a.doubts <> f.doubts
            """;

    private final Database database;
    private final JsonMapper json;

    DeclarationRepository(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void put(AcceptedDeclaration declaration, OffsetDateTime now) {
        var organization = declaration.organization();
        var snapshot = declaration.snapshot();
        database.across(sql -> {
            var row = sql.newRecord(DESK_DECLARATION);
            row.setNumber(declaration.number());
            row.setOrganizationId(organization == null ? null : organization.value());
            row.setApplicationId(declaration.application());
            row.setStanding(declaration.standing().id());
            row.setStar(declaration.star());
            row.setSince(declaration.since());
            row.setFacts(JSONB.valueOf(json.writeValueAsString(snapshot.facts())));
            row.setName(snapshot.get("name"));
            row.setFolded(NameFolding.fold(snapshot.get("name")));
            row.setPrefecture(snapshot.get("prefecture"));
            row.setIndustry(snapshot.get("industry"));
            row.setSize(snapshot.size());
            row.setCorporateNumber(snapshot.orNull("corporateNumber"));
            row.setStoppedOn(declaration.stoppedOn());
            row.setMergedInto(declaration.mergedInto());
            row.setChangedAt(now);
            return sql.insertInto(DESK_DECLARATION)
                    .set(row)
                    .onConflict(DESK_DECLARATION.NUMBER)
                    .doUpdate()
                    .set(row)
                    .execute();
        });
    }

    /// The declaration, held until the end of the transaction.
    Optional<AcceptedDeclaration> lock(String number) {
        return database.across(sql -> sql.selectFrom(DESK_DECLARATION)
                .where(DESK_DECLARATION.NUMBER.eq(number))
                .forUpdate()
                .fetchOptional(this::declaration));
    }

    Optional<AcceptedDeclaration> find(String number) {
        return database.across(sql -> sql.selectFrom(DESK_DECLARATION)
                .where(DESK_DECLARATION.NUMBER.eq(number))
                .fetchOptional(this::declaration));
    }

    List<AcceptedDeclaration> of(OrganizationId organization) {
        return list(DESK_DECLARATION
                .ORGANIZATION_ID
                .eq(organization.value())
                .and(DESK_DECLARATION.STANDING.ne(Standing.UNDONE.id())));
    }

    /// Declarations of a number, or whose name begins like this one; the newest first, at most 50.
    List<AcceptedDeclaration> search(String number, String folded) {
        var name = folded.isEmpty() ? DSL.falseCondition() : DESK_DECLARATION.FOLDED.startsWith(folded);
        return list(
                DESK_DECLARATION.NUMBER.eq(number).or(name.and(DESK_DECLARATION.STANDING.eq(Standing.CURRENT.id()))));
    }

    /// Keeps what stood before an application was accepted.
    void remember(UUID application, AcceptedDeclaration before) {
        database.across(sql -> sql.update(DESK_APPLICATION)
                .set(DESK_APPLICATION.STAR_BEFORE, before.star())
                .set(DESK_APPLICATION.SINCE_BEFORE, before.since())
                .set(DESK_APPLICATION.STOPPED_BEFORE, before.stoppedOn())
                .where(DESK_APPLICATION.ID.eq(application))
                .execute());
    }

    /// A declaration with the star and the days that it had before an application was accepted, where they are known.
    AcceptedDeclaration before(UUID application, AcceptedDeclaration back) {
        var a = DESK_APPLICATION;
        return database.across(sql -> sql.select(a.STAR_BEFORE, a.SINCE_BEFORE, a.STOPPED_BEFORE)
                .from(a)
                .where(a.ID.eq(application).and(a.SINCE_BEFORE.isNotNull()))
                .fetchOptional(row -> back.as(row.value1(), row.value2(), row.value3()))
                .orElse(back));
    }

    /// The letter that told of the last decision.
    Optional<UUID> letter(UUID application) {
        return database.across(sql -> sql.select(DESK_APPLICATION.LETTER_ID)
                .from(DESK_APPLICATION)
                .where(DESK_APPLICATION.ID.eq(application))
                .fetchOptional(DESK_APPLICATION.LETTER_ID));
    }

    void letter(UUID application, @Nullable UUID letter) {
        database.across(sql -> sql.update(DESK_APPLICATION)
                .set(DESK_APPLICATION.LETTER_ID, letter)
                .where(DESK_APPLICATION.ID.eq(application))
                .execute());
    }

    /// Whether the last who stopped this declaration was the desk.
    boolean stoppedByDesk(String number) {
        return database.across(sql -> sql.select(DESK_EVENT.MOVE)
                .from(DESK_EVENT)
                .join(DESK_APPLICATION)
                .on(DESK_APPLICATION.ID.eq(DESK_EVENT.APPLICATION_ID))
                .where(DESK_APPLICATION.NUMBER.eq(number))
                .and(DESK_EVENT.MOVE.in("stop", STOPPED_BY_DESK))
                .orderBy(DESK_EVENT.AT.desc())
                .limit(1)
                .fetchOptional(row -> STOPPED_BY_DESK.equals(row.value1()))
                .orElse(false));
    }

    /// Something that looks like the same company's.
    ///
    /// @param number null while it waits
    record Alike(UUID application, String name, @Nullable String number, int star, LocalDate since) {}

    /// Current declarations, and what other companies wait for, that look like the same company's.
    List<Alike> alike(Application like) {
        var folded = NameFolding.fold(like.snapshot().get("name"));
        var prefecture = like.snapshot().get("prefecture");
        var corporate = like.snapshot().get("corporateNumber");
        var company = like.organization();
        var a = DESK_APPLICATION;
        var d = DESK_DECLARATION;
        var declared = d.FOLDED.eq(folded).and(d.PREFECTURE.eq(prefecture));
        var waiting = a.FOLDED.eq(folded).and(a.PREFECTURE.eq(prefecture));
        return database.across(sql -> sql.select(d.APPLICATION_ID, d.NAME, d.NUMBER, d.STAR, d.SINCE)
                .from(d)
                .where(corporate.isEmpty() ? declared : declared.or(d.CORPORATE_NUMBER.eq(corporate)))
                .and(d.STANDING.eq(DSL.inline(Standing.CURRENT.id())))
                .and(d.NUMBER.ne(Objects.requireNonNullElse(like.number(), "")))
                .unionAll(DSL.select(
                                a.ID,
                                a.NAME,
                                DSL.castNull(String.class),
                                a.STAR,
                                DSL.field("({0} AT TIME ZONE 'Asia/Tokyo')::date", LocalDate.class, a.HANDED_IN_AT))
                        .from(a)
                        .where(corporate.isEmpty() ? waiting : waiting.or(a.CORPORATE_NUMBER.eq(corporate)))
                        .and(a.STAGE.eq(DSL.inline(Stage.WAITING.id())))
                        .and(a.ORGANIZATION_ID.isDistinctFrom(company == null ? null : company.value())))
                .orderBy(3, 5)
                .limit(50)
                .fetch(row -> new Alike(row.value1(), row.value2(), row.value3(), row.value4(), row.value5())));
    }

    /// Whether a current declaration, or what another company waits for, has this 法人番号.
    boolean sameNumber(String corporateNumber, String exceptNumber, OrganizationId company) {
        return exists(DESK_DECLARATION.CORPORATE_NUMBER.eq(corporateNumber), exceptNumber)
                || waits(DESK_APPLICATION.CORPORATE_NUMBER.eq(corporateNumber), company);
    }

    boolean sameName(Snapshot snapshot, String exceptNumber, OrganizationId company) {
        var folded = NameFolding.fold(snapshot.get("name"));
        var prefecture = snapshot.get("prefecture");
        return exists(DESK_DECLARATION.FOLDED.eq(folded).and(DESK_DECLARATION.PREFECTURE.eq(prefecture)), exceptNumber)
                || waits(DESK_APPLICATION.FOLDED.eq(folded).and(DESK_APPLICATION.PREFECTURE.eq(prefecture)), company);
    }

    private boolean waits(Condition which, OrganizationId except) {
        return database.across(sql -> sql.fetchExists(
                DESK_APPLICATION,
                which.and(DESK_APPLICATION.STAGE.eq(DSL.inline(Stage.WAITING.id())))
                        .and(DESK_APPLICATION.ORGANIZATION_ID.isDistinctFrom(except.value()))));
    }

    /// Writes anew which of those that wait look like another declaration, or like what another company waits for, and
    /// which agreed to other rules. The words are literals, so that the indexes of what waits are used.
    ///
    /// @param application null for all that wait
    void recheck(@Nullable UUID application, int rules) {
        var which = application == null ? DSL.trueCondition() : DSL.condition("w.id = {0}", DSL.val(application));
        database.across(sql -> {
            if (application == null) {
                sql.execute("SELECT pg_advisory_xact_lock(hashtextextended('desk checks', 0))");
            }
            return sql.execute(RECHECK, which, DSL.val(rules));
        });
    }

    private boolean exists(Condition which, String exceptNumber) {
        return database.across(sql -> sql.fetchExists(
                DESK_DECLARATION,
                which.and(DESK_DECLARATION.STANDING.eq(Standing.CURRENT.id()))
                        .and(DESK_DECLARATION.NUMBER.ne(exceptNumber))));
    }

    /// How many letters a company caused since then. What is older is forgotten.
    int letters(OrganizationId organization, OffsetDateTime since) {
        return database.across(sql -> {
            sql.deleteFrom(DESK_LETTER)
                    .where(DESK_LETTER.ORGANIZATION_ID.eq(organization.value()))
                    .and(DESK_LETTER.SENT_AT.lt(since))
                    .execute();
            return sql.fetchCount(DESK_LETTER, DESK_LETTER.ORGANIZATION_ID.eq(organization.value()));
        });
    }

    void addLetter(OrganizationId organization, OffsetDateTime now) {
        database.across(sql -> sql.insertInto(DESK_LETTER)
                .set(DESK_LETTER.ORGANIZATION_ID, organization.value())
                .set(DESK_LETTER.ID, TimeOrderedId.next())
                .set(DESK_LETTER.SENT_AT, now)
                .execute());
    }

    private List<AcceptedDeclaration> list(Condition which) {
        return database.across(sql -> sql.selectFrom(DESK_DECLARATION)
                .where(which)
                .orderBy(
                        DSL.field(DESK_DECLARATION.STANDING.eq(Standing.CURRENT.id()))
                                .desc(),
                        DESK_DECLARATION.SINCE.desc(),
                        DESK_DECLARATION.NUMBER)
                .limit(50)
                .fetch(this::declaration));
    }

    private AcceptedDeclaration declaration(DeskDeclarationRecord row) {
        var organization = row.getOrganizationId();
        return new AcceptedDeclaration(
                row.getNumber(),
                organization == null ? null : new OrganizationId(organization),
                row.getApplicationId(),
                Standing.of(row.getStanding()),
                row.getStar(),
                row.getSince(),
                new Snapshot(json.readValue(row.getFacts().data(), FACTS)),
                row.getStoppedOn(),
                row.getMergedInto());
    }
}
