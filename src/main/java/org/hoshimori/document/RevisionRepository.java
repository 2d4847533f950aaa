package org.hoshimori.document;

import static hoshimori.schema.Tables.DOCUMENT_ANNOUNCED;
import static hoshimori.schema.Tables.DOCUMENT_BLANK;
import static hoshimori.schema.Tables.DOCUMENT_CHANGE;
import static hoshimori.schema.Tables.DOCUMENT_DRAFT;
import static hoshimori.schema.Tables.DOCUMENT_LANGUAGE;
import static hoshimori.schema.Tables.DOCUMENT_REVISION;
import static org.hoshimori.database.KnownQuery.COMPANY;

import hoshimori.schema.tables.records.DocumentChangeRecord;
import hoshimori.schema.tables.records.DocumentRevisionRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.database.Database;
import org.hoshimori.database.KnownQuery;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.DocumentStanding.State;
import org.hoshimori.document.DocumentStanding.Workpiece;
import org.hoshimori.document.DraftRepository.Draft;
import org.hoshimori.file.FileId;
import org.hoshimori.organization.MemberId;
import org.hoshimori.template.ClauseChange;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Language;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Revisions: written once, read for ever.
@Repository
class RevisionRepository {

    /// What lists show; not the texts.
    private static final List<Field<?>> FACE = Stream.<Field<?>>of(DOCUMENT_REVISION.fields())
            .filter(field -> !List.of(DOCUMENT_REVISION.COMPOSITION, DOCUMENT_REVISION.PLAIN, DOCUMENT_REVISION.FACTS)
                    .contains(field))
            .toList();

    private static final Field<String> DRAFT = DSL.field(DSL.name("draft_template"), String.class);

    private static final Field<Result<DocumentChangeRecord>> REWORDED = DSL.multiset(DSL.selectFrom(DOCUMENT_CHANGE)
            .where(DOCUMENT_CHANGE.ORGANIZATION_ID.eq(COMPANY))
            .and(DOCUMENT_CHANGE.TEMPLATE.eq(DRAFT))
            .and(DOCUMENT_CHANGE.KIND.eq("reworded")));

    private static final KnownQuery STANDING = KnownQuery.of(standing());

    /// What a revision holds beside its face.
    ///
    /// @param composition the composed document as JSON; empty where the company brought a file
    /// @param plain the exact text that the fingerprint is of; empty where the company brought a file
    /// @param facts what the text says of the company, as JSON: key to words
    record Contents(String composition, String plain, String facts) {}

    /// A document's standing, with the facts of the revision in force as JSON, empty without one, and its own words.
    record Row(DocumentStanding standing, String facts, List<ClauseChange> reworded) {}

    private final Database database;

    RevisionRepository(Database database) {
        this.database = database;
    }

    void add(OrganizationId organization, Revision revision, Contents contents, MemberId approver) {
        var file = revision.file();
        database.within(organization, sql -> sql.insertInto(DOCUMENT_REVISION)
                .set(DOCUMENT_REVISION.ORGANIZATION_ID, organization.value())
                .set(DOCUMENT_REVISION.ID, revision.id().value())
                .set(DOCUMENT_REVISION.TEMPLATE, revision.template())
                .set(DOCUMENT_REVISION.NUMBER, revision.number())
                .set(DOCUMENT_REVISION.TITLE, revision.title())
                .set(DOCUMENT_REVISION.EDITION, Documents.EDITION)
                .set(DOCUMENT_REVISION.COMPOSITION, contents.composition())
                .set(DOCUMENT_REVISION.PLAIN, contents.plain())
                .set(DOCUMENT_REVISION.FACTS, contents.facts())
                .set(DOCUMENT_REVISION.FINGERPRINT, revision.fingerprint())
                .set(DOCUMENT_REVISION.NOTE, revision.note())
                .set(DOCUMENT_REVISION.FILE_ID, file == null ? null : file.value())
                .set(DOCUMENT_REVISION.ASKED_NAME, revision.askedBy())
                .set(DOCUMENT_REVISION.APPROVED_BY, approver.value())
                .set(DOCUMENT_REVISION.APPROVED_NAME, revision.approvedBy())
                .set(DOCUMENT_REVISION.APPROVED_ROLE, revision.approvedRole())
                .set(DOCUMENT_REVISION.APPROVED_AT, revision.approvedAt())
                .set(DOCUMENT_REVISION.IN_FORCE_FROM, revision.inForceFrom())
                .execute());
    }

    /// What a revision says in another language than the one that binds.
    void add(OrganizationId organization, RevisionId revision, Language language, Composition composition) {
        database.within(organization, sql -> sql.insertInto(DOCUMENT_LANGUAGE)
                .set(DOCUMENT_LANGUAGE.ORGANIZATION_ID, organization.value())
                .set(DOCUMENT_LANGUAGE.REVISION_ID, revision.value())
                .set(DOCUMENT_LANGUAGE.LANGUAGE, language.id())
                .set(DOCUMENT_LANGUAGE.COMPOSITION, composition.json())
                .execute());
    }

    /// The ids of the other languages of a revision.
    Set<String> languages(OrganizationId organization, RevisionId revision) {
        return database.within(organization, sql -> sql.select(DOCUMENT_LANGUAGE.LANGUAGE)
                .from(DOCUMENT_LANGUAGE)
                .where(DOCUMENT_LANGUAGE.ORGANIZATION_ID.eq(organization.value()))
                .and(DOCUMENT_LANGUAGE.REVISION_ID.eq(revision.value()))
                .fetchSet(DOCUMENT_LANGUAGE.LANGUAGE));
    }

    Optional<Composition> composition(OrganizationId organization, RevisionId revision, Language language) {
        return database.within(organization, sql -> sql.select(DOCUMENT_LANGUAGE.COMPOSITION)
                .from(DOCUMENT_LANGUAGE)
                .where(DOCUMENT_LANGUAGE.ORGANIZATION_ID.eq(organization.value()))
                .and(DOCUMENT_LANGUAGE.REVISION_ID.eq(revision.value()))
                .and(DOCUMENT_LANGUAGE.LANGUAGE.eq(language.id()))
                .fetchOptional(row -> Composition.read(row.value1())));
    }

    /// Documents in work, in one statement, however many they are.
    Map<String, Workpiece> work(OrganizationId organization, List<String> templates, LocalDate day) {
        var blanks = DSL.multiset(
                DSL.selectFrom(DOCUMENT_BLANK).where(DOCUMENT_BLANK.ORGANIZATION_ID.eq(organization.value())));
        var draft = DSL.multiset(
                DSL.selectFrom(DOCUMENT_DRAFT).where(DOCUMENT_DRAFT.ORGANIZATION_ID.eq(organization.value())));
        var changes = DSL.multiset(DSL.selectFrom(DOCUMENT_CHANGE)
                .where(DOCUMENT_CHANGE.ORGANIZATION_ID.eq(organization.value()))
                .and(DOCUMENT_CHANGE.TEMPLATE.in(templates))
                .orderBy(DOCUMENT_CHANGE.POSITION, DOCUMENT_CHANGE.CLAUSE, DOCUMENT_CHANGE.KIND));
        var all = DSL.multiset(DSL.select(FACE)
                .from(DOCUMENT_REVISION)
                .where(of(organization, templates))
                .orderBy(DOCUMENT_REVISION.NUMBER.desc()));
        var current = DSL.multiset(DSL.select(
                        DOCUMENT_REVISION.TEMPLATE, DOCUMENT_REVISION.PLAIN, DOCUMENT_REVISION.FACTS)
                .distinctOn(DOCUMENT_REVISION.TEMPLATE)
                .from(DOCUMENT_REVISION)
                .where(of(organization, templates))
                .orderBy(
                        DOCUMENT_REVISION.TEMPLATE,
                        DSL.field(DOCUMENT_REVISION.IN_FORCE_FROM.le(day)).desc(),
                        DOCUMENT_REVISION.NUMBER.desc()));
        return database.within(organization, sql -> sql.select(blanks, draft, changes, all, current)
                .fetchSingle(row -> {
                    var filled = DraftRepository.filled(row.value1());
                    var drafts = row.value2().intoMap(DOCUMENT_DRAFT.TEMPLATE, DraftRepository::draft);
                    var changed = row.value3().intoGroups(DOCUMENT_CHANGE.TEMPLATE, DraftRepository::change);
                    var revisions = row.value4()
                            .intoGroups(DOCUMENT_REVISION.TEMPLATE, one -> revision(one.into(DOCUMENT_REVISION)));
                    var contents =
                            row.value5().intoMap(Record3::value1, one -> new Contents("", one.value2(), one.value3()));
                    Function<String, Workpiece> piece = id -> new Workpiece(
                            filled,
                            drafts.getOrDefault(id, Draft.untouched(id)),
                            changed.getOrDefault(id, List.of()),
                            revisions.getOrDefault(id, List.of()),
                            contents.get(id));
                    return templates.stream().collect(Collectors.toMap(Function.identity(), piece));
                }));
    }

    /// All revisions of a document, the newest first.
    List<Revision> all(OrganizationId organization, String template) {
        return list(organization, DOCUMENT_REVISION.TEMPLATE.eq(template));
    }

    Optional<Revision> find(OrganizationId organization, RevisionId id) {
        return list(organization, DOCUMENT_REVISION.ID.eq(id.value())).stream().findFirst();
    }

    /// The revision that binds on a day: the one with the highest number among those whose day has come.
    Optional<Revision> inForce(OrganizationId organization, String template, LocalDate day) {
        return all(organization, template).stream()
                .filter(one -> one.begun(day))
                .findFirst();
    }

    private List<Revision> list(OrganizationId organization, Condition which) {
        return database.within(organization, sql -> sql.select(FACE)
                .from(DOCUMENT_REVISION)
                .where(DOCUMENT_REVISION.ORGANIZATION_ID.eq(organization.value()))
                .and(which)
                .orderBy(DOCUMENT_REVISION.TEMPLATE, DOCUMENT_REVISION.NUMBER.desc())
                .fetch(row -> revision(row.into(DOCUMENT_REVISION))));
    }

    Optional<Contents> contents(OrganizationId organization, RevisionId id) {
        return Optional.ofNullable(contents(organization, List.of(id)).get(id));
    }

    Map<RevisionId, Contents> contents(OrganizationId organization, List<RevisionId> ids) {
        return database.within(organization, sql -> sql.select(
                        DOCUMENT_REVISION.ID,
                        DOCUMENT_REVISION.COMPOSITION,
                        DOCUMENT_REVISION.PLAIN,
                        DOCUMENT_REVISION.FACTS)
                .from(DOCUMENT_REVISION)
                .where(DOCUMENT_REVISION.ORGANIZATION_ID.eq(organization.value()))
                .and(DOCUMENT_REVISION.ID.in(ids.stream().map(RevisionId::value).toList()))
                .fetchMap(
                        row -> new RevisionId(row.value1()),
                        row -> new Contents(row.value2(), row.value3(), row.value4())));
    }

    /// Every document that somebody has touched, in one statement.
    List<Row> standing(OrganizationId organization, LocalDate day) {
        return database.within(organization, sql -> STANDING.of(sql, organization, Map.of("day", day))
                .fetch(row -> {
                    var found = row.into(DOCUMENT_REVISION);
                    var known = found.getId() == null ? null : revision(found);
                    var template = known == null ? row.get(DRAFT) : known.template();
                    var asker = row.get(DOCUMENT_DRAFT.ASKED_BY);
                    var standing =
                            new DocumentStanding(template, state(row.get(DOCUMENT_DRAFT.STATE), known, day), known);
                    return new Row(
                            asker == null ? standing : standing.askedBy(new MemberId(asker)),
                            known == null ? "" : found.getFacts(),
                            row.get(REWORDED).map(DraftRepository::change));
                }));
    }

    private static Select<?> standing() {
        var begun = DSL.when(DOCUMENT_REVISION.IN_FORCE_FROM.le(DSL.param("day", LocalDate.class)), 0)
                .otherwise(1);
        var revision = DSL.select(FACE)
                .select(DOCUMENT_REVISION.FACTS)
                .distinctOn(DOCUMENT_REVISION.TEMPLATE)
                .from(DOCUMENT_REVISION)
                .where(DOCUMENT_REVISION.ORGANIZATION_ID.eq(COMPANY))
                .orderBy(DOCUMENT_REVISION.TEMPLATE, begun, DOCUMENT_REVISION.NUMBER.desc())
                .asTable(DOCUMENT_REVISION.getName());
        var draft = DSL.select(DOCUMENT_DRAFT.TEMPLATE.as(DRAFT), DOCUMENT_DRAFT.STATE, DOCUMENT_DRAFT.ASKED_BY)
                .from(DOCUMENT_DRAFT)
                .where(DOCUMENT_DRAFT.ORGANIZATION_ID.eq(COMPANY))
                .asTable("draft");
        return DSL.select(revision.fields())
                .select(draft.fields())
                .select(REWORDED)
                .from(revision)
                .fullJoin(draft)
                .on(DRAFT.eq(revision.field(DOCUMENT_REVISION.TEMPLATE)));
    }

    private static State state(@Nullable String draft, @Nullable Revision revision, LocalDate day) {
        var now = draft == null ? DraftRepository.State.SETTLED : DraftRepository.State.of(draft);
        if (now != DraftRepository.State.SETTLED) {
            return now == DraftRepository.State.IN_REVIEW ? State.IN_REVIEW : State.DRAFT;
        }
        return revision == null ? State.DRAFT : revision.begun(day) ? State.IN_FORCE : State.APPROVED;
    }

    /// Revisions whose day has come and of which nobody was told: whoever gets one here is the one to tell of it.
    List<Revision> toAnnounce(OrganizationId organization, LocalDate day, OffsetDateTime now) {
        var due = DSL.select(DOCUMENT_REVISION.ORGANIZATION_ID, DOCUMENT_REVISION.ID, DSL.val(now))
                .from(DOCUMENT_REVISION)
                .where(DOCUMENT_REVISION.ORGANIZATION_ID.eq(organization.value()))
                .and(DOCUMENT_REVISION.IN_FORCE_FROM.le(day));
        var told = database.within(organization, sql -> sql.insertInto(DOCUMENT_ANNOUNCED)
                .columns(
                        DOCUMENT_ANNOUNCED.ORGANIZATION_ID,
                        DOCUMENT_ANNOUNCED.REVISION_ID,
                        DOCUMENT_ANNOUNCED.ANNOUNCED_AT)
                .select(due)
                .onConflictDoNothing()
                .returningResult(DOCUMENT_ANNOUNCED.REVISION_ID)
                .fetch(Record1::value1));
        return told.isEmpty() ? List.of() : list(organization, DOCUMENT_REVISION.ID.in(told));
    }

    private static Condition of(OrganizationId organization, List<String> templates) {
        return DOCUMENT_REVISION.ORGANIZATION_ID.eq(organization.value()).and(DOCUMENT_REVISION.TEMPLATE.in(templates));
    }

    private static Revision revision(DocumentRevisionRecord row) {
        return new Revision(
                new RevisionId(row.getId()),
                row.getTemplate(),
                row.getTitle(),
                row.getNumber(),
                row.getFingerprint(),
                row.getNote(),
                row.getFileId() == null ? null : new FileId(row.getFileId()),
                row.getAskedName(),
                row.getApprovedName(),
                row.getApprovedRole(),
                row.getApprovedAt(),
                row.getInForceFrom());
    }
}
