package org.hoshimori.declaration;

import static hoshimori.schema.Tables.DECLARATION_DRAFT;
import static hoshimori.schema.Tables.DECLARATION_ELSEWHERE;
import static hoshimori.schema.Tables.DECLARATION_PLEDGE;

import hoshimori.schema.tables.records.DeclarationDraftRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.declaration.Declaring.Draft;
import org.hoshimori.declaration.Declaring.Elsewhere;
import org.hoshimori.desk.Application.Purpose;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DraftRepository {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    /// What a company has prepared.
    record Prepared(@Nullable Draft draft, Set<String> pledged) {}

    DraftRepository(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<Draft> draft(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(DECLARATION_DRAFT)
                .where(DECLARATION_DRAFT.ORGANIZATION_ID.eq(organization.value()))
                .fetchOptional(this::draft));
    }

    /// The draft and the pledged articles in one statement.
    Prepared prepared(OrganizationId organization) {
        var articles = DSL.array(DSL.select(DECLARATION_PLEDGE.ARTICLE)
                .from(DECLARATION_PLEDGE)
                .where(DECLARATION_PLEDGE.ORGANIZATION_ID.eq(organization.value())));
        var one = DSL.selectOne().asTable("one");
        return database.within(organization, sql -> sql.select(DECLARATION_DRAFT.fields())
                .select(articles.as("articles"))
                .from(one)
                .leftJoin(DECLARATION_DRAFT)
                .on(DECLARATION_DRAFT.ORGANIZATION_ID.eq(organization.value()))
                .fetchSingle(row -> {
                    var draft = row.into(DECLARATION_DRAFT);
                    return new Prepared(
                            draft.getOrganizationId() == null ? null : draft(draft),
                            Set.of(row.get("articles", String[].class)));
                }));
    }

    private Draft draft(DeclarationDraftRecord row) {
        return new Draft(
                Purpose.of(row.getPurpose()),
                row.getNumber(),
                json.readValue(row.getFacts().data(), FACTS),
                row.getSavedBy(),
                row.getSavedAt());
    }

    void put(OrganizationId organization, Draft draft) {
        database.within(organization, sql -> {
            var row = sql.newRecord(DECLARATION_DRAFT);
            row.setOrganizationId(organization.value());
            row.setPurpose(draft.purpose().id());
            row.setNumber(draft.number());
            row.setFacts(JSONB.valueOf(json.writeValueAsString(draft.values())));
            row.setSavedBy(draft.savedBy());
            row.setSavedAt(draft.savedAt());
            return sql.insertInto(DECLARATION_DRAFT)
                    .set(row)
                    .onConflict(DECLARATION_DRAFT.ORGANIZATION_ID)
                    .doUpdate()
                    .set(row)
                    .execute();
        });
    }

    boolean removeDraft(OrganizationId organization) {
        return database.within(organization, sql -> sql.deleteFrom(DECLARATION_DRAFT)
                        .where(DECLARATION_DRAFT.ORGANIZATION_ID.eq(organization.value()))
                        .execute())
                == 1;
    }

    Set<String> pledges(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(DECLARATION_PLEDGE.ARTICLE)
                .from(DECLARATION_PLEDGE)
                .where(DECLARATION_PLEDGE.ORGANIZATION_ID.eq(organization.value()))
                .fetchSet(DECLARATION_PLEDGE.ARTICLE));
    }

    boolean pledge(OrganizationId organization, String article, String by, OffsetDateTime now) {
        return database.within(organization, sql -> sql.insertInto(DECLARATION_PLEDGE)
                        .set(DECLARATION_PLEDGE.ORGANIZATION_ID, organization.value())
                        .set(DECLARATION_PLEDGE.ARTICLE, article)
                        .set(DECLARATION_PLEDGE.PLEDGED_BY, by)
                        .set(DECLARATION_PLEDGE.PLEDGED_AT, now)
                        .onConflictDoNothing()
                        .execute())
                == 1;
    }

    boolean takeBack(OrganizationId organization, String article) {
        return database.within(organization, sql -> sql.deleteFrom(DECLARATION_PLEDGE)
                        .where(DECLARATION_PLEDGE.ORGANIZATION_ID.eq(organization.value()))
                        .and(DECLARATION_PLEDGE.ARTICLE.eq(article))
                        .execute())
                == 1;
    }

    List<Elsewhere> elsewhere(OrganizationId organization) {
        return database.within(organization, sql -> sql.selectFrom(DECLARATION_ELSEWHERE)
                .where(DECLARATION_ELSEWHERE.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(DECLARATION_ELSEWHERE.DECLARED_ON.desc(), DECLARATION_ELSEWHERE.ID)
                .limit(50)
                .fetch(row -> new Elsewhere(row.getId(), row.getNumber(), row.getStar(), row.getDeclaredOn())));
    }

    void add(OrganizationId organization, Elsewhere declared, String by, OffsetDateTime now) {
        database.within(organization, sql -> sql.insertInto(DECLARATION_ELSEWHERE)
                .set(DECLARATION_ELSEWHERE.ORGANIZATION_ID, organization.value())
                .set(DECLARATION_ELSEWHERE.ID, declared.id())
                .set(DECLARATION_ELSEWHERE.NUMBER, declared.number())
                .set(DECLARATION_ELSEWHERE.STAR, declared.star())
                .set(DECLARATION_ELSEWHERE.DECLARED_ON, declared.declaredOn())
                .set(DECLARATION_ELSEWHERE.RECORDED_BY, by)
                .set(DECLARATION_ELSEWHERE.RECORDED_AT, now)
                .execute());
    }

    boolean removeElsewhere(OrganizationId organization, UUID id) {
        return database.within(organization, sql -> sql.deleteFrom(DECLARATION_ELSEWHERE)
                        .where(DECLARATION_ELSEWHERE.ORGANIZATION_ID.eq(organization.value()))
                        .and(DECLARATION_ELSEWHERE.ID.eq(id))
                        .execute())
                == 1;
    }
}
