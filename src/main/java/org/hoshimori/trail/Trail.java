package org.hoshimori.trail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.hoshimori.database.OrganizationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The record that cannot be quietly changed. Append in the same transaction as the change.
@Component
public final class Trail {

    private final TrailRepository entries;
    private final Clock clock;

    Trail(TrailRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /// Adds one entry. One round trip; entries of one company follow each other, those of different companies do not
    /// wait.
    public void append(OrganizationId organization, Author author, Subject subject, Change change) {
        entries.append(organization, OffsetDateTime.now(clock), author, subject, change);
    }

    /// The newest entries before a sequence number, newest first; about one subject or about everything.
    public List<TrailEntry> newest(OrganizationId organization, @Nullable Subject subject, long before, int limit) {
        return entries.newest(organization, subject, before, limit);
    }

    /// The same about every object of one kind, for example `control`.
    public List<TrailEntry> newestOf(OrganizationId organization, String kind, long before, int limit) {
        return entries.newestOf(organization, kind, before, limit);
    }

    /// The first entry where the chain does not hold, or empty when it is whole.
    public OptionalLong brokenAt(OrganizationId organization) {
        return entries.brokenAt(organization);
    }

    /// Deletes a company's whole chain and leaves a tombstone. Only together with the company itself.
    public void erase(OrganizationId organization) {
        entries.erase(organization, OffsetDateTime.now(clock));
    }
}
