package org.hoshimori.asset;

import static hoshimori.schema.Tables.ASSET_ASSET;
import static hoshimori.schema.Tables.ASSET_REPLACED;
import static hoshimori.schema.Tables.ASSET_SETTING;
import static hoshimori.schema.Tables.ASSET_STEP;
import static hoshimori.schema.Tables.ASSET_VIEW;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.asset.AssetRegister.Step;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// What each step of the register replaced, and the ways of looking that people have kept.
@Repository
class StepRepository {

    /// How many kept views a person has at most.
    private static final int VIEWS = 30;

    /// Puts back what a step changed or removed, where nobody has touched it since. Insert-or-update, never delete and
    /// insert: other rooms may refer to the rows.
    private static final String RESTORE =
            """
            INSERT INTO asset_asset (%1$s)
            SELECT %2$s
            FROM (SELECT jsonb_populate_record(NULL::asset_asset, r.before || jsonb_build_object('version',
                             greatest(r.version_after, (r.before->>'version')::integer) + 1)) AS row
                  FROM asset_replaced r
                  LEFT JOIN asset_asset a ON a.organization_id = r.organization_id AND a.id = r.asset_id
                  WHERE r.organization_id = {0} AND r.step_id = {1} AND r.before IS NOT NULL
                    AND coalesce(a.version, 0) = r.version_after) old
            ON CONFLICT (organization_id, id) DO UPDATE SET %3$s""".formatted(columns("%s"), columns("(old.row).%s"), columns("%1$s = excluded.%1$s"));

    private final Database database;

    StepRepository(Database database) {
        this.database = database;
    }

    private static String columns(String pattern) {
        return Stream.of(ASSET_ASSET.fields())
                .map(Field::getName)
                .map(name -> pattern.formatted('"' + name + '"'))
                .collect(Collectors.joining(", "));
    }

    void begin(OrganizationId organization, Step step) {
        database.within(organization, sql -> sql.insertInto(ASSET_STEP)
                .set(ASSET_STEP.ORGANIZATION_ID, organization.value())
                .set(ASSET_STEP.ID, step.id())
                .set(ASSET_STEP.KIND, step.kind())
                .set(ASSET_STEP.TITLE, step.title())
                .set(ASSET_STEP.BY_MEMBER, step.by().value())
                .set(ASSET_STEP.AT, step.at())
                .execute());
    }

    /// Keeps the rows as they are now, before the step changes (one version more) or removes them.
    void remember(OrganizationId organization, UUID step, Collection<AssetId> rows, Ending ending) {
        var after =
                switch (ending) {
                    case CHANGED -> ASSET_ASSET.VERSION.plus(1);
                    case REMOVED -> DSL.val(0);
                };
        database.within(organization, sql -> sql.insertInto(
                        ASSET_REPLACED,
                        ASSET_REPLACED.ORGANIZATION_ID,
                        ASSET_REPLACED.STEP_ID,
                        ASSET_REPLACED.ASSET_ID,
                        ASSET_REPLACED.VERSION_AFTER,
                        ASSET_REPLACED.BEFORE)
                .select(DSL.select(
                                ASSET_ASSET.ORGANIZATION_ID,
                                DSL.val(step),
                                ASSET_ASSET.ID,
                                after,
                                DSL.field("to_jsonb({0})", JSONB.class, ASSET_ASSET))
                        .from(ASSET_ASSET)
                        .where(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                        .and(ASSET_ASSET.ID.eq(DSL.any(ids(rows)))))
                .execute());
    }

    /// What becomes of a row in a step.
    enum Ending {
        CHANGED,
        REMOVED
    }

    /// Notes that the step adds these rows.
    void rememberAdded(OrganizationId organization, UUID step, Collection<AssetId> rows) {
        var added = DSL.unnest(ids(rows)).as("added", "id");
        database.within(organization, sql -> sql.insertInto(
                        ASSET_REPLACED,
                        ASSET_REPLACED.ORGANIZATION_ID,
                        ASSET_REPLACED.STEP_ID,
                        ASSET_REPLACED.ASSET_ID,
                        ASSET_REPLACED.VERSION_AFTER)
                .select(DSL.select(
                                DSL.val(organization.value()), DSL.val(step), added.field("id", UUID.class), DSL.val(1))
                        .from(added))
                .execute());
    }

    /// The steps that can still be undone, newest first.
    List<Step> undoable(OrganizationId organization, OffsetDateTime since, int limit) {
        var rows = DSL.selectCount()
                .from(ASSET_REPLACED)
                .where(ASSET_REPLACED.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_REPLACED.STEP_ID.eq(ASSET_STEP.ID))
                .<Integer>asField();
        return database.within(organization, sql -> sql.select(
                        ASSET_STEP.ID, ASSET_STEP.KIND, ASSET_STEP.TITLE, ASSET_STEP.BY_MEMBER, ASSET_STEP.AT, rows)
                .from(ASSET_STEP)
                .where(ASSET_STEP.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_STEP.AT.gt(since))
                .and(ASSET_STEP.UNDONE_AT.isNull())
                .orderBy(ASSET_STEP.AT.desc(), ASSET_STEP.ID.desc())
                .limit(limit)
                .fetch(row -> new Step(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        new MemberId(row.value4()),
                        row.value5(),
                        row.value6())));
    }

    /// Marks a step as undone. Empty when it is unknown, too old, or undone already.
    Optional<String> close(OrganizationId organization, UUID step, OffsetDateTime since, OffsetDateTime now) {
        return database.within(organization, sql -> sql.update(ASSET_STEP)
                .set(ASSET_STEP.UNDONE_AT, now)
                .where(ASSET_STEP.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_STEP.ID.eq(step))
                .and(ASSET_STEP.AT.gt(since))
                .and(ASSET_STEP.UNDONE_AT.isNull())
                .returning(ASSET_STEP.TITLE)
                .fetchOptional(ASSET_STEP.TITLE));
    }

    /// The rows of a step, held until the end of the transaction.
    List<AssetId> rows(OrganizationId organization, UUID step) {
        return database.within(organization, sql -> sql.select(ASSET_REPLACED.ASSET_ID)
                .from(ASSET_REPLACED)
                .where(ASSET_REPLACED.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_REPLACED.STEP_ID.eq(step))
                .fetch(row -> new AssetId(row.value1())));
    }

    /// Names of the rows that a step changed and somebody has changed or removed since: undoing leaves them.
    List<String> touchedSince(OrganizationId organization, UUID step) {
        return database.within(organization, sql -> sql.select(DSL.coalesce(
                        ASSET_ASSET.NAME, DSL.jsonbGetAttributeAsText(ASSET_REPLACED.BEFORE, "name"), DSL.inline("")))
                .from(ASSET_REPLACED)
                .leftJoin(ASSET_ASSET)
                .on(ASSET_ASSET.ORGANIZATION_ID.eq(ASSET_REPLACED.ORGANIZATION_ID))
                .and(ASSET_ASSET.ID.eq(ASSET_REPLACED.ASSET_ID))
                .where(ASSET_REPLACED.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_REPLACED.STEP_ID.eq(step))
                .and(DSL.coalesce(ASSET_ASSET.VERSION, DSL.val(0)).ne(ASSET_REPLACED.VERSION_AFTER))
                .orderBy(1)
                .fetch(row -> row.value1()));
    }

    /// Takes back what a step did, where nobody has touched it since. Answers how many rows.
    int undo(OrganizationId organization, UUID step) {
        var removed = database.within(organization, sql -> sql.deleteFrom(ASSET_ASSET)
                .using(ASSET_REPLACED)
                .where(ASSET_REPLACED.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_REPLACED.STEP_ID.eq(step))
                .and(ASSET_REPLACED.BEFORE.isNull())
                .and(ASSET_ASSET.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_ASSET.ID.eq(ASSET_REPLACED.ASSET_ID))
                .and(ASSET_ASSET.VERSION.eq(ASSET_REPLACED.VERSION_AFTER))
                .execute());
        var restored = database.within(
                organization, sql -> sql.execute(RESTORE, DSL.val(organization.value()), DSL.val(step)));
        return removed + restored;
    }

    /// What a person has kept, by name: the part of an address behind the question mark.
    Map<String, String> views(OrganizationId organization, MemberId member) {
        return database.within(organization, sql -> sql.select(ASSET_VIEW.NAME, ASSET_VIEW.QUERY)
                .from(ASSET_VIEW)
                .where(ASSET_VIEW.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_VIEW.MEMBER_ID.eq(member.value()))
                .orderBy(ASSET_VIEW.NAME)
                .limit(VIEWS)
                .fetchMap(ASSET_VIEW.NAME, ASSET_VIEW.QUERY));
    }

    void keepView(OrganizationId organization, MemberId member, String name, String query) {
        database.within(organization, sql -> sql.insertInto(ASSET_VIEW)
                .set(ASSET_VIEW.ORGANIZATION_ID, organization.value())
                .set(ASSET_VIEW.MEMBER_ID, member.value())
                .set(ASSET_VIEW.NAME, name)
                .set(ASSET_VIEW.QUERY, query)
                .onConflict(ASSET_VIEW.ORGANIZATION_ID, ASSET_VIEW.MEMBER_ID, ASSET_VIEW.NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute());
    }

    void dropView(OrganizationId organization, MemberId member, String name) {
        database.within(organization, sql -> sql.deleteFrom(ASSET_VIEW)
                .where(ASSET_VIEW.ORGANIZATION_ID.eq(organization.value()))
                .and(ASSET_VIEW.MEMBER_ID.eq(member.value()))
                .and(ASSET_VIEW.NAME.eq(name))
                .execute());
    }

    Optional<String> method(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(ASSET_SETTING.METHOD)
                .from(ASSET_SETTING)
                .where(ASSET_SETTING.ORGANIZATION_ID.eq(organization.value()))
                .fetchOptional(ASSET_SETTING.METHOD));
    }

    void choose(OrganizationId organization, String method) {
        database.within(organization, sql -> sql.insertInto(ASSET_SETTING)
                .set(ASSET_SETTING.ORGANIZATION_ID, organization.value())
                .set(ASSET_SETTING.METHOD, method)
                .onConflict(ASSET_SETTING.ORGANIZATION_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute());
    }

    private static UUID[] ids(Collection<AssetId> rows) {
        return rows.stream().map(AssetId::value).toArray(UUID[]::new);
    }
}
