package org.hoshimori.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts declarations into the public directory, changes and stops them. Joins the caller's transaction.
@Component
public class Directory {

    private final DirectoryRepository entries;

    Directory(DirectoryRepository entries) {
        this.entries = entries;
    }

    /// Lets an accepted declaration appear; one that was stopped appears again.
    public void publish(DirectoryEntry entry) {
        entries.put(entry);
    }

    /// Changes what is shown under a number.
    public void change(DirectoryEntry entry) {
        entries.put(entry);
    }

    /// From this day on the number only answers that it is stopped.
    public void stop(String number, LocalDate day) {
        entries.stop(number, day);
    }

    /// The entry that is shown under a number; empty for unknown and stopped ones.
    public Optional<DirectoryEntry> find(String number) {
        return entries.find(number);
    }
}
