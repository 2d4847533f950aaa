package org.hoshimori.trail;

import static hoshimori.schema.Tables.TRAIL_ENTRY;

import hoshimori.schema.Routines;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class TrailRepository {

    private final Database database;

    TrailRepository(Database database) {
        this.database = database;
    }

    void append(OrganizationId organization, OffsetDateTime at, Author author, Subject subject, Change change) {
        var actor = author.id() == null ? null : author.id().value();
        database.within(organization, sql -> sql.select(Routines.trailAppend(
                        organization.value(),
                        at,
                        actor,
                        author.name(),
                        change.action(),
                        subject.kind(),
                        subject.id(),
                        change.before(),
                        change.after()))
                .fetch());
    }

    List<TrailEntry> newest(OrganizationId organization, @Nullable Subject subject, long before, int limit) {
        var about = subject == null
                ? DSL.noCondition()
                : TRAIL_ENTRY.SUBJECT_KIND.eq(subject.kind()).and(TRAIL_ENTRY.SUBJECT_ID.eq(subject.id()));
        return newest(organization, about, before, limit);
    }

    List<TrailEntry> newestOf(OrganizationId organization, String kind, long before, int limit) {
        return newest(organization, TRAIL_ENTRY.SUBJECT_KIND.eq(kind), before, limit);
    }

    private List<TrailEntry> newest(OrganizationId organization, Condition about, long before, int limit) {
        return database.within(organization, sql -> sql.selectFrom(TRAIL_ENTRY)
                .where(TRAIL_ENTRY.ORGANIZATION_ID.eq(organization.value()))
                .and(TRAIL_ENTRY.SEQUENCE.lt(before))
                .and(about)
                .orderBy(TRAIL_ENTRY.SEQUENCE.desc())
                .limit(limit)
                .fetch(row -> new TrailEntry(
                        row.getSequence(),
                        row.getAt(),
                        row.getActorName(),
                        row.getAction(),
                        new Subject(row.getSubjectKind(), row.getSubjectId()),
                        row.getBefore(),
                        row.getAfter())));
    }

    OptionalLong brokenAt(OrganizationId organization) {
        var sequence = database.within(organization, sql -> sql.select(Routines.trailBrokenAt(organization.value()))
                .fetchOne(0, Long.class));
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    void erase(OrganizationId organization, OffsetDateTime at) {
        database.within(organization, sql -> {
            Routines.trailErase(sql.configuration(), organization.value(), at);
            return at;
        });
    }
}
