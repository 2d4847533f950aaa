package org.hoshimori.programme;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.springframework.stereotype.Component;

/// Files of the marks that the operator installed for companies to download. The product ships none: the official mark
/// is a registered trademark.
@Component
public class Marks {

    private static final long MOST = 10L * 1024 * 1024;

    private final SettingsRepository marks;
    private final StaffRepository staff;
    private final Database database;
    private final Clock clock;

    Marks(SettingsRepository marks, StaffRepository staff, Database database, Clock clock) {
        this.marks = marks;
        this.staff = staff;
        this.database = database;
        this.clock = clock;
    }

    /// A file to download.
    ///
    /// @param star 1 or 2
    public record Mark(UUID id, int star, String name, String mediaType) {}

    /// What can be wrong with a file, or that it was taken.
    public enum Installed {
        DONE,
        EMPTY,
        TOO_LARGE,
        NOT_A_PICTURE
    }

    /// All files, first those for one star.
    public List<Mark> all() {
        return marks.marks();
    }

    /// The bytes of a file.
    public Optional<byte[]> content(UUID id) {
        return marks.markContent(id);
    }

    /// Installs a file: PNG, JPEG, PDF or EPS. Its type comes from its first bytes.
    public Installed install(Clerk clerk, int star, String name, byte[] content) {
        if (content.length == 0) {
            return Installed.EMPTY;
        }
        if (content.length > MOST) {
            return Installed.TOO_LARGE;
        }
        var type = type(content);
        if (type.isEmpty()) {
            return Installed.NOT_A_PICTURE;
        }
        var cleaned = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "_").strip();
        var shown = cleaned.isEmpty() ? "mark" : cleaned.substring(0, Math.min(cleaned.length(), 120));
        database.across(_ -> {
            var now = OffsetDateTime.now(clock);
            marks.add(new Mark(TimeOrderedId.next(), star, shown, type.get()), content, clerk.name(), now);
            staff.record(now, clerk, "mark-installed", star + " " + shown);
            return now;
        });
        return Installed.DONE;
    }

    /// Takes a file away; false when it is gone already.
    public boolean remove(Clerk clerk, UUID id) {
        return database.across(_ -> {
            var now = OffsetDateTime.now(clock);
            var removed = marks.removeMark(id, now);
            removed.ifPresent(name -> staff.record(now, clerk, "mark-removed", name));
            return removed.isPresent();
        });
    }

    private static Optional<String> type(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, 8), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("%PDF-")) {
            return Optional.of("application/pdf");
        }
        return head.startsWith("%!PS") ? Optional.of("application/postscript") : Optional.empty();
    }
}
