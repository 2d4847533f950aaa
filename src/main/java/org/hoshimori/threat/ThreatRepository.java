package org.hoshimori.threat;

import static hoshimori.schema.Tables.THREAT_MEDIUM;
import static hoshimori.schema.Tables.THREAT_THREAT;

import hoshimori.schema.tables.records.ThreatThreatRecord;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ThreatRepository {

    private final Database database;

    ThreatRepository(Database database) {
        this.database = database;
    }

    /// What a company says of one threat.
    ///
    /// @param medium and title: null for a threat of the content
    /// @param frequency 1 to 3; null, like `items`, for what the content says
    /// @param off why it does not count; null when it does
    record Saying(
            String id,
            @Nullable String medium,
            @Nullable String title,
            @Nullable Integer frequency,
            @Nullable List<String> items,
            @Nullable String off) {

        static Saying none(String id) {
            return new Saying(id, null, null, null, null, null);
        }

        boolean nothing() {
            return title == null && frequency == null && items == null && off == null;
        }

        Saying expecting(@Nullable Integer other) {
            return new Saying(id, medium, title, other, items, off);
        }

        Saying against(@Nullable List<String> others) {
            return new Saying(id, medium, title, frequency, others, off);
        }

        Saying off(@Nullable String reason) {
            return new Saying(id, medium, title, frequency, items, reason);
        }
    }

    /// All that a company says, the oldest of its own threats first.
    List<Saying> sayings(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(
                        THREAT_THREAT.ID,
                        THREAT_THREAT.MEDIUM,
                        THREAT_THREAT.TITLE,
                        THREAT_THREAT.FREQUENCY,
                        THREAT_THREAT.ITEMS,
                        THREAT_THREAT.OFF_REASON)
                .from(THREAT_THREAT)
                .where(THREAT_THREAT.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(THREAT_THREAT.ID)
                .fetch(row -> new Saying(
                        row.value1(), row.value2(), row.value3(), row.value4(), list(row.value5()), row.value6())));
    }

    private static @Nullable List<String> list(String @Nullable [] items) {
        return items == null ? null : Arrays.asList(items);
    }

    /// Writes what is said of some threats, new and known alike, in one statement; none for none.
    void store(OrganizationId organization, List<Saying> sayings, String by, OffsetDateTime now) {
        if (sayings.isEmpty()) {
            return;
        }
        var rows = sayings.stream()
                .map(saying -> new ThreatThreatRecord(
                        organization.value(),
                        saying.id(),
                        saying.medium(),
                        saying.title(),
                        saying.frequency(),
                        saying.items() == null ? null : saying.items().toArray(String[]::new),
                        saying.off(),
                        by,
                        now))
                .toList();
        database.within(organization, sql -> sql.insertInto(THREAT_THREAT)
                .columns(THREAT_THREAT.fields())
                .valuesOfRecords(rows)
                .onConflict(THREAT_THREAT.ORGANIZATION_ID, THREAT_THREAT.ID)
                .doUpdate()
                .setAllToExcluded()
                .execute());
    }

    /// In one statement; none for none.
    void remove(OrganizationId organization, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.within(organization, sql -> sql.deleteFrom(THREAT_THREAT)
                .where(THREAT_THREAT.ORGANIZATION_ID.eq(organization.value()))
                .and(THREAT_THREAT.ID.in(ids))
                .execute());
    }

    /// The company's own media by name.
    List<String> media(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(THREAT_MEDIUM.NAME)
                .from(THREAT_MEDIUM)
                .where(THREAT_MEDIUM.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(THREAT_MEDIUM.NAME)
                .fetch(THREAT_MEDIUM.NAME));
    }

    void addMedium(OrganizationId organization, String name) {
        database.within(organization, sql -> sql.insertInto(THREAT_MEDIUM)
                .values(organization.value(), name)
                .onConflictDoNothing()
                .execute());
    }

    void removeMedium(OrganizationId organization, String name) {
        database.within(organization, sql -> sql.deleteFrom(THREAT_MEDIUM)
                .where(THREAT_MEDIUM.ORGANIZATION_ID.eq(organization.value()))
                .and(THREAT_MEDIUM.NAME.eq(name))
                .execute());
    }
}
