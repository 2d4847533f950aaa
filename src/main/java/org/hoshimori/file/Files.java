package org.hoshimori.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Keeps files of a company: PDF, PNG, JPEG, WebP, text, CSV, Word, Excel and slides without macros.
@Component
public class Files {

    /// Bytes of one file; the table refuses more.
    public static final long MOST = 10L * 1024 * 1024;

    private static final Duration UNTIED = Duration.ofHours(1);

    private final Database database;
    private final FileRepository files;
    private final Trail trail;
    private final Clock clock;
    private final long mostPerCompany;

    Files(
            Database database,
            FileRepository files,
            Trail trail,
            Clock clock,
            @Value("${hoshimori.files-megabytes:500}") long megabytes) {
        this.database = database;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
        this.mostPerCompany = megabytes * 1024 * 1024;
    }

    /// Takes a file, or says why not. The name is cleaned; the type comes from the content.
    public FileOutcome store(OrganizationId organization, Author author, String name, byte[] content) {
        if (content.length == 0) {
            return new FileOutcome.Empty();
        }
        if (content.length > MOST) {
            return new FileOutcome.TooLarge();
        }
        var cleaned = new FileName(name).cleaned();
        var type = FileType.of(content, cleaned);
        if (type.isEmpty()) {
            return new FileOutcome.TypeNotAllowed();
        }
        return database.transact(organization, () -> {
            sweep(organization);
            if (files.total(organization) + content.length > mostPerCompany) {
                return new FileOutcome.CompanyFull();
            }
            var file = new StoredFile(
                    FileId.next(),
                    type.get().named(cleaned),
                    type.get().mediaType(),
                    content.length,
                    OffsetDateTime.now(clock));
            files.add(organization, file, content, sha256(content), author);
            trail.append(organization, author, Subject.of("file", file.id()), Change.to("file-added", file.name()));
            return new FileOutcome.Stored(file);
        });
    }

    /// The file without its bytes; empty when the company has no such file.
    public Optional<StoredFile> find(OrganizationId organization, FileId file) {
        return files.list(organization, List.of(file)).stream().findFirst();
    }

    /// Several files at once, the oldest first.
    public List<StoredFile> all(OrganizationId organization, Collection<FileId> which) {
        return which.isEmpty() ? List.of() : files.list(organization, which);
    }

    /// The bytes; empty when the company has no such file.
    public Optional<byte[]> content(OrganizationId organization, FileId file) {
        return files.content(organization, file);
    }

    /// Removes a file for good. Whatever points to it must be gone before.
    public void remove(OrganizationId organization, Author author, StoredFile file) {
        database.transact(organization, () -> {
            if (files.remove(organization, file.id())) {
                trail.append(
                        organization,
                        author,
                        Subject.of("file", file.id()),
                        new Change("file-removed", file.name(), null));
            }
            return file;
        });
    }

    /// What was replaced by another counts no longer: bytes that nothing refers to go. A file has an hour to be tied.
    public void sweep(OrganizationId organization) {
        database.transact(organization, () -> {
            var gone = files.sweep(organization, OffsetDateTime.now(clock).minus(UNTIED));
            for (var file : gone) {
                trail.append(
                        organization,
                        Author.SYSTEM,
                        Subject.of("file", file.id()),
                        new Change("file-removed", file.name(), null));
            }
            return gone;
        });
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
