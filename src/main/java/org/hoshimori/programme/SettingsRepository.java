package org.hoshimori.programme;

import static hoshimori.schema.Tables.PROGRAMME_MARK;
import static hoshimori.schema.Tables.PROGRAMME_TEXT;

import hoshimori.schema.tables.records.ProgrammeTextRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.springframework.stereotype.Repository;

@CrossCompany("what the operator words and sets belongs to no company")
@Repository
class SettingsRepository {

    private final Database database;

    SettingsRepository(Database database) {
        this.database = database;
    }

    void add(Text text, String by, OffsetDateTime now) {
        database.across(sql -> sql.insertInto(PROGRAMME_TEXT)
                .set(PROGRAMME_TEXT.KIND, text.kind().id())
                .set(PROGRAMME_TEXT.NAME, text.name())
                .set(PROGRAMME_TEXT.REVISION, text.revision())
                .set(PROGRAMME_TEXT.TITLE, text.title())
                .set(PROGRAMME_TEXT.BODY, text.body())
                .set(PROGRAMME_TEXT.IN_FORCE_FROM, text.inForceFrom())
                .set(PROGRAMME_TEXT.ENDED, text.state() == Text.State.ENDED)
                .set(PROGRAMME_TEXT.WRITTEN_BY, by)
                .set(PROGRAMME_TEXT.WRITTEN_AT, now)
                .execute());
    }

    List<Text> newest(Kind kind, LocalDate day) {
        return newest(List.of(kind), day);
    }

    /// Of each name the revision that is in force on a day: the latest day that has come counts, and of one day the
    /// latest revision. The youngest date first.
    List<Text> newest(List<Kind> kinds, LocalDate day) {
        return database.across(sql -> sql
                .select()
                .distinctOn(PROGRAMME_TEXT.KIND, PROGRAMME_TEXT.NAME)
                .from(PROGRAMME_TEXT)
                .where(PROGRAMME_TEXT.KIND.in(kinds.stream().map(Kind::id).toList()))
                .and(PROGRAMME_TEXT.IN_FORCE_FROM.le(day))
                .orderBy(
                        PROGRAMME_TEXT.KIND,
                        PROGRAMME_TEXT.NAME,
                        PROGRAMME_TEXT.IN_FORCE_FROM.desc(),
                        PROGRAMME_TEXT.REVISION.desc())
                .fetchInto(PROGRAMME_TEXT)
                .map(SettingsRepository::text)
                .stream()
                .sorted((one, other) -> other.inForceFrom().compareTo(one.inForceFrom()))
                .toList());
    }

    /// What comes into force after a day, the nearest first; of one name and one day the latest revision.
    List<Text> ahead(LocalDate day) {
        return database.across(sql -> sql.select()
                .distinctOn(PROGRAMME_TEXT.IN_FORCE_FROM, PROGRAMME_TEXT.KIND, PROGRAMME_TEXT.NAME)
                .from(PROGRAMME_TEXT)
                .where(PROGRAMME_TEXT.IN_FORCE_FROM.gt(day))
                .orderBy(
                        PROGRAMME_TEXT.IN_FORCE_FROM,
                        PROGRAMME_TEXT.KIND,
                        PROGRAMME_TEXT.NAME,
                        PROGRAMME_TEXT.REVISION.desc())
                .fetchInto(PROGRAMME_TEXT)
                .map(SettingsRepository::text));
    }

    List<Text> history(Kind kind, String name) {
        return database.across(sql -> sql.selectFrom(PROGRAMME_TEXT)
                .where(PROGRAMME_TEXT.KIND.eq(kind.id()))
                .and(PROGRAMME_TEXT.NAME.eq(name))
                .orderBy(PROGRAMME_TEXT.REVISION.desc())
                .limit(200)
                .fetch(SettingsRepository::text));
    }

    private static Text text(ProgrammeTextRecord row) {
        return new Text(
                Kind.of(row.getKind()).orElseThrow(),
                row.getName(),
                row.getRevision(),
                row.getTitle(),
                row.getBody(),
                row.getInForceFrom(),
                row.getEnded() ? Text.State.ENDED : Text.State.SHOWN);
    }

    void add(Marks.Mark mark, byte[] content, String by, OffsetDateTime now) {
        database.across(sql -> sql.insertInto(PROGRAMME_MARK)
                .set(PROGRAMME_MARK.ID, mark.id())
                .set(PROGRAMME_MARK.STAR, mark.star())
                .set(PROGRAMME_MARK.NAME, mark.name())
                .set(PROGRAMME_MARK.MEDIA_TYPE, mark.mediaType())
                .set(PROGRAMME_MARK.CONTENT, content)
                .set(PROGRAMME_MARK.ADDED_BY, by)
                .set(PROGRAMME_MARK.ADDED_AT, now)
                .execute());
    }

    List<Marks.Mark> marks() {
        return database.across(sql -> sql.select(
                        PROGRAMME_MARK.ID, PROGRAMME_MARK.STAR, PROGRAMME_MARK.NAME, PROGRAMME_MARK.MEDIA_TYPE)
                .from(PROGRAMME_MARK)
                .where(PROGRAMME_MARK.REMOVED_AT.isNull())
                .orderBy(PROGRAMME_MARK.STAR, PROGRAMME_MARK.NAME)
                .limit(100)
                .fetch(row -> new Marks.Mark(row.value1(), row.value2(), row.value3(), row.value4())));
    }

    Optional<byte[]> markContent(UUID id) {
        return database.across(sql -> sql.select(PROGRAMME_MARK.CONTENT)
                .from(PROGRAMME_MARK)
                .where(PROGRAMME_MARK.ID.eq(id))
                .and(PROGRAMME_MARK.REMOVED_AT.isNull())
                .fetchOptional(row -> row.value1()));
    }

    /// The row stays, so that it is known when a mark was there; its bytes go. Returns its name; empty when it is
    /// gone already.
    Optional<String> removeMark(UUID id, OffsetDateTime now) {
        return database.across(sql -> sql.update(PROGRAMME_MARK)
                .set(PROGRAMME_MARK.REMOVED_AT, now)
                .set(PROGRAMME_MARK.CONTENT, new byte[] {0})
                .where(PROGRAMME_MARK.ID.eq(id))
                .and(PROGRAMME_MARK.REMOVED_AT.isNull())
                .returningResult(PROGRAMME_MARK.NAME)
                .fetchOptional(row -> row.value1()));
    }
}
