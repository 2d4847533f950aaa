package org.hoshimori.document;

import static hoshimori.schema.Tables.DOCUMENT_BLANK;
import static hoshimori.schema.Tables.DOCUMENT_CHANGE;
import static hoshimori.schema.Tables.DOCUMENT_DRAFT;
import static hoshimori.schema.Tables.DOCUMENT_LOOK;

import hoshimori.schema.tables.records.DocumentBlankRecord;
import hoshimori.schema.tables.records.DocumentChangeRecord;
import hoshimori.schema.tables.records.DocumentDraftRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.file.FileId;
import org.hoshimori.organization.MemberId;
import org.hoshimori.template.ClauseChange;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// What is still in work: the blanks of the company, drafts with their changed clauses, the company's Word template.
@Repository
class DraftRepository {

    record Stamp(String by, OffsetDateTime at) {}

    record Filled(String value, Stamp stamp) {}

    /// A document in work.
    ///
    /// @param version counted up with every change of its clauses or its state
    /// @param request null unless it is in review
    /// @param returnedReason why it came back from the review
    /// @param file an existing document that is to be approved instead
    record Draft(
            String template,
            int version,
            State state,
            @Nullable Request request,
            @Nullable String returnedReason,
            @Nullable FileId file,
            Stamp stamp) {

        static Draft untouched(String template) {
            return new Draft(template, 0, State.DRAFT, null, null, null, new Stamp("", OffsetDateTime.MIN));
        }

        boolean exists() {
            return version > 0;
        }
    }

    /// @param fingerprint of the text as it was when it was asked for
    record Request(
            MemberId by,
            String name,
            OffsetDateTime at,
            LocalDate inForceFrom,
            @Nullable String note,
            String fingerprint) {}

    enum State {
        DRAFT,
        IN_REVIEW,
        SETTLED;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /// Where a step leads; empty when it cannot be taken from here.
        Optional<State> after(Step step) {
            return switch (step) {
                case EDIT -> this == IN_REVIEW ? Optional.empty() : Optional.of(DRAFT);
                case ASK -> this == IN_REVIEW ? Optional.empty() : Optional.of(IN_REVIEW);
                case WITHDRAW, RETURN -> this == IN_REVIEW ? Optional.of(DRAFT) : Optional.empty();
                case APPROVE -> this == IN_REVIEW ? Optional.of(SETTLED) : Optional.empty();
            };
        }
    }

    enum Step {
        EDIT,
        ASK,
        WITHDRAW,
        RETURN,
        APPROVE
    }

    private final Database database;

    DraftRepository(Database database) {
        this.database = database;
    }

    /// Lets one change of a company's documents finish before the next begins.
    void lock(OrganizationId organization) {
        database.within(
                organization,
                sql -> sql.execute(
                        "SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("document " + organization)));
    }

    Map<String, Filled> blanks(OrganizationId organization) {
        return filled(database.within(organization, sql -> sql.selectFrom(DOCUMENT_BLANK)
                .where(DOCUMENT_BLANK.ORGANIZATION_ID.eq(organization.value()))
                .fetch()));
    }

    static Map<String, Filled> filled(List<DocumentBlankRecord> rows) {
        Map<String, Filled> blanks = new LinkedHashMap<>();
        rows.forEach(row -> blanks.put(
                row.getBlank(), new Filled(row.getValue(), new Stamp(row.getChangedBy(), row.getChangedAt()))));
        return blanks;
    }

    void fill(OrganizationId organization, String blank, Filled filled) {
        database.within(organization, sql -> sql.insertInto(DOCUMENT_BLANK)
                .set(DOCUMENT_BLANK.ORGANIZATION_ID, organization.value())
                .set(DOCUMENT_BLANK.BLANK, blank)
                .set(DOCUMENT_BLANK.VALUE, filled.value())
                .set(DOCUMENT_BLANK.CHANGED_BY, filled.stamp().by())
                .set(DOCUMENT_BLANK.CHANGED_AT, filled.stamp().at())
                .onConflict(DOCUMENT_BLANK.ORGANIZATION_ID, DOCUMENT_BLANK.BLANK)
                .doUpdate()
                .setAllToExcluded()
                .execute());
    }

    /// The draft; one that nobody has touched when there is none.
    Draft draft(OrganizationId organization, String template) {
        return database.within(organization, sql -> sql.selectFrom(DOCUMENT_DRAFT)
                .where(key(organization, template))
                .fetchOptional(DraftRepository::draft)
                .orElseGet(() -> Draft.untouched(template)));
    }

    /// Writes a draft, with a version one higher. False when somebody else was faster.
    boolean save(OrganizationId organization, Draft draft) {
        var record = new DocumentDraftRecord();
        var request = draft.request();
        record.setOrganizationId(organization.value());
        record.setTemplate(draft.template());
        record.setVersion(draft.version() + 1);
        record.setState(draft.state().id());
        record.setNote(request == null ? null : request.note());
        record.setInForceFrom(request == null ? null : request.inForceFrom());
        record.setAskedBy(request == null ? null : request.by().value());
        record.setAskedName(request == null ? null : request.name());
        record.setAskedAt(request == null ? null : request.at());
        record.setAskedFingerprint(request == null ? null : request.fingerprint());
        record.setReturnedReason(draft.returnedReason());
        record.setFileId(draft.file() == null ? null : draft.file().value());
        record.setChangedBy(draft.stamp().by());
        record.setChangedAt(draft.stamp().at());
        return database.within(
                        organization,
                        sql -> draft.exists()
                                ? sql.update(DOCUMENT_DRAFT)
                                        .set(record)
                                        .where(key(organization, draft.template()))
                                        .and(DOCUMENT_DRAFT.VERSION.eq(draft.version()))
                                        .execute()
                                : sql.insertInto(DOCUMENT_DRAFT)
                                        .set(record)
                                        .onConflictDoNothing()
                                        .execute())
                == 1;
    }

    List<ClauseChange> changes(OrganizationId organization, String template) {
        return database.within(organization, sql -> sql.selectFrom(DOCUMENT_CHANGE)
                .where(DOCUMENT_CHANGE.ORGANIZATION_ID.eq(organization.value()))
                .and(DOCUMENT_CHANGE.TEMPLATE.eq(template))
                .orderBy(DOCUMENT_CHANGE.POSITION, DOCUMENT_CHANGE.CLAUSE, DOCUMENT_CHANGE.KIND)
                .fetch(DraftRepository::change));
    }

    void changes(OrganizationId organization, String template, List<ClauseChange> changes, Stamp stamp) {
        database.within(organization, sql -> {
            sql.deleteFrom(DOCUMENT_CHANGE)
                    .where(DOCUMENT_CHANGE.ORGANIZATION_ID.eq(organization.value()))
                    .and(DOCUMENT_CHANGE.TEMPLATE.eq(template))
                    .execute();
            return sql.batchInsert(IntStream.range(0, changes.size())
                            .mapToObj(at -> record(organization, template, changes.get(at), at, stamp))
                            .toList())
                    .execute();
        });
    }

    Optional<FileId> look(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(DOCUMENT_LOOK.FILE_ID)
                .from(DOCUMENT_LOOK)
                .where(DOCUMENT_LOOK.ORGANIZATION_ID.eq(organization.value()))
                .fetchOptional(row -> new FileId(row.value1())));
    }

    void look(OrganizationId organization, @Nullable FileId file, Stamp stamp) {
        database.within(organization, sql -> {
            sql.deleteFrom(DOCUMENT_LOOK)
                    .where(DOCUMENT_LOOK.ORGANIZATION_ID.eq(organization.value()))
                    .execute();
            if (file == null) {
                return 0;
            }
            var row = sql.newRecord(DOCUMENT_LOOK);
            row.setOrganizationId(organization.value());
            row.setFileId(file.value());
            row.setChangedBy(stamp.by());
            row.setChangedAt(stamp.at());
            return row.insert();
        });
    }

    private static Condition key(OrganizationId organization, String template) {
        return DOCUMENT_DRAFT.ORGANIZATION_ID.eq(organization.value()).and(DOCUMENT_DRAFT.TEMPLATE.eq(template));
    }

    static Draft draft(DocumentDraftRecord row) {
        return new Draft(
                row.getTemplate(),
                row.getVersion(),
                State.of(row.getState()),
                row.getAskedBy() == null
                        ? null
                        : new Request(
                                new MemberId(row.getAskedBy()),
                                row.getAskedName(),
                                row.getAskedAt(),
                                row.getInForceFrom(),
                                row.getNote(),
                                row.getAskedFingerprint()),
                row.getReturnedReason(),
                row.getFileId() == null ? null : new FileId(row.getFileId()),
                new Stamp(row.getChangedBy(), row.getChangedAt()));
    }

    static ClauseChange change(DocumentChangeRecord row) {
        var id = row.getClause();
        var english = new ClauseChange.English(row.getEnglishTitle(), row.getEnglish());
        return switch (row.getKind()) {
            case "left" -> new ClauseChange.Left(id, row.getReason());
            case "reworded" -> new ClauseChange.Reworded(id, row.getTitle(), row.getMarkdown(), row.getBase(), english);
            case "added" ->
                new ClauseChange.Added(id, row.getAfterClause(), row.getTitle(), row.getMarkdown(), english);
            default -> new ClauseChange.Moved(id, row.getAfterClause());
        };
    }

    private static DocumentChangeRecord record(
            OrganizationId organization, String template, ClauseChange change, int position, Stamp stamp) {
        var row = new DocumentChangeRecord();
        row.setOrganizationId(organization.value());
        row.setTemplate(template);
        row.setClause(change.clauseId());
        row.setPosition(position);
        row.setChangedBy(stamp.by());
        row.setChangedAt(stamp.at());
        switch (change) {
            case ClauseChange.Left(var ignored, var reason) -> {
                row.setKind("left");
                row.setReason(reason);
            }
            case ClauseChange.Reworded(var ignored, var title, var markdown, var base, var english) -> {
                row.setKind("reworded");
                row.setBase(base);
                row.setTitle(title);
                row.setMarkdown(markdown);
                row.setEnglishTitle(english.title());
                row.setEnglish(english.markdown());
            }
            case ClauseChange.Added(var ignored, var after, var title, var markdown, var english) -> {
                row.setKind("added");
                row.setAfterClause(after);
                row.setTitle(title);
                row.setMarkdown(markdown);
                row.setEnglishTitle(english.title());
                row.setEnglish(english.markdown());
            }
            case ClauseChange.Moved moved -> {
                row.setKind("moved");
                row.setAfterClause(moved.afterClauseId());
            }
        }
        return row;
    }
}
