package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static hoshimori.schema.Tables.DESK_DECLARATION;
import static hoshimori.schema.Tables.DESK_EVENT;
import static hoshimori.schema.Tables.DESK_LETTER;

import hoshimori.schema.tables.records.DeskDeclarationRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.directory.NameFolding;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@CrossCompany("declaration numbers are unique across companies, and staff see all declarations")
@Repository
class DeclarationRepository {

    /// How the history calls it when staff stop a declaration.
    static final String STOPPED_BY_DESK = "stop-by-desk";

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

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

    /// Current declarations that look like the same company's.
    List<AcceptedDeclaration> alike(Snapshot snapshot, String exceptNumber) {
        var same = DESK_DECLARATION
                .FOLDED
                .eq(NameFolding.fold(snapshot.get("name")))
                .and(DESK_DECLARATION.PREFECTURE.eq(snapshot.get("prefecture")));
        var corporate = snapshot.get("corporateNumber");
        var either = corporate.isEmpty() ? same : same.or(DESK_DECLARATION.CORPORATE_NUMBER.eq(corporate));
        return list(either.and(DESK_DECLARATION.STANDING.eq(Standing.CURRENT.id()))
                .and(DESK_DECLARATION.NUMBER.ne(exceptNumber)));
    }

    boolean sameNumber(String corporateNumber, String exceptNumber) {
        return exists(DESK_DECLARATION.CORPORATE_NUMBER.eq(corporateNumber), exceptNumber);
    }

    boolean sameName(String folded, String prefecture, String exceptNumber) {
        return exists(DESK_DECLARATION.FOLDED.eq(folded).and(DESK_DECLARATION.PREFECTURE.eq(prefecture)), exceptNumber);
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
