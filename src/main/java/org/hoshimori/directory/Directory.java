package org.hoshimori.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts declarations into the public directory, changes and stops them. Joins the caller's transaction.
@Component
public class Directory {

    private final DirectoryRepository entries;
    private final Clock clock;

    Directory(DirectoryRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /// Lets an accepted declaration appear; one that was stopped appears again.
    public void publish(DirectoryEntry entry) {
        publishAll(List.of(entry));
    }

    /// The same for many at once; no number may come twice in the list.
    public void publishAll(List<DirectoryEntry> many) {
        entries.put(many, OffsetDateTime.now(clock));
    }

    /// Changes what is shown under a number.
    public void change(DirectoryEntry entry) {
        publishAll(List.of(entry));
    }

    /// From this day on the number only answers that it is stopped.
    public void stop(String number, LocalDate day) {
        entries.stop(List.of(number), day, OffsetDateTime.now(clock));
    }

    /// The same for many that were stopped on the same day.
    public void stop(Collection<String> numbers, LocalDate day) {
        entries.stop(numbers, day, OffsetDateTime.now(clock));
    }

    /// The entry that is shown under a number; empty for unknown and stopped ones.
    public Optional<DirectoryEntry> find(String number) {
        return entries.find(number);
    }
}
