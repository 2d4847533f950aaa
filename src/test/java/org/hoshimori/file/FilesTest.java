package org.hoshimori.file;

import static hoshimori.schema.Tables.DOCUMENT_LOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class FilesTest {

    @Autowired
    Files files;

    @Autowired
    FileRepository repository;

    @Autowired
    Database database;

    @Autowired
    Trail trail;

    @Autowired
    OrganizationFixtures organizations;

    @Test
    void a_file_is_kept_found_and_removed_and_the_trail_knows() {
        var owner = organizations.company();
        var file = stored(owner, files);
        assertThat(file.name()).isEqualTo("規程.pdf");
        assertThat(files.find(owner.organization(), file.id()))
                .get()
                .extracting(StoredFile::mediaType, StoredFile::size)
                .containsExactly("application/pdf", (long) FileFixtures.pdf().length);
        assertThat(files.content(owner.organization(), file.id())).contains(FileFixtures.pdf());
        files.remove(owner.organization(), owner.author(), file);
        files.remove(owner.organization(), owner.author(), file);
        assertThat(files.find(owner.organization(), file.id())).isEmpty();
        assertThat(trail.newest(owner.organization(), Subject.of("file", file.id()), Long.MAX_VALUE, 10))
                .extracting(TrailEntry::action)
                .containsExactly("file-removed", "file-added");
    }

    @Test
    void another_companys_file_stays_invisible() {
        var owner = organizations.company();
        var stranger = organizations.company();
        var file = stored(owner, files);
        assertThat(files.find(stranger.organization(), file.id())).isEmpty();
        assertThat(files.content(stranger.organization(), file.id())).isEmpty();
        files.remove(stranger.organization(), stranger.author(), file);
        assertThat(files.find(owner.organization(), file.id())).isPresent();
        assertThat(repository.total(stranger.organization())).isZero();
    }

    @Test
    void what_cannot_be_kept_is_said() {
        var owner = organizations.company();
        assertThat(store(owner, files, new byte[0])).isInstanceOf(FileOutcome.Empty.class);
        assertThat(store(owner, files, new byte[(int) Files.MOST + 1])).isInstanceOf(FileOutcome.TooLarge.class);
        assertThat(store(owner, files, FileFixtures.program())).isInstanceOf(FileOutcome.TypeNotAllowed.class);
        var none = new Files(database, repository, trail, Clock.systemUTC(), 0);
        assertThat(store(owner, none, FileFixtures.pdf())).isInstanceOf(FileOutcome.CompanyFull.class);
        assertThat(repository.total(owner.organization())).isZero();
    }

    @Test
    void what_nothing_refers_to_makes_room_for_the_next_and_what_is_held_stays() {
        var owner = organizations.company();
        var stranger = organizations.company();
        var loose = stored(owner, files);
        var look = stored(owner, files);
        var foreign = stored(stranger, files);
        tie(owner, look);
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(59));
        new Files(database, repository, trail, later, 1).sweep(owner.organization());
        assertThat(files.find(owner.organization(), loose.id())).isPresent();
        later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        var next = stored(owner, new Files(database, repository, trail, later, 1));
        assertThat(files.find(owner.organization(), loose.id())).isEmpty();
        assertThat(files.find(owner.organization(), look.id())).isPresent();
        assertThat(files.find(owner.organization(), next.id())).isPresent();
        assertThat(files.find(stranger.organization(), foreign.id())).isPresent();
        assertThat(trail.newest(owner.organization(), Subject.of("file", loose.id()), Long.MAX_VALUE, 1))
                .extracting(TrailEntry::action, TrailEntry::author)
                .containsExactly(tuple("file-removed", "Hoshimori"));
    }

    @Test
    void every_room_that_ties_files_is_known() {
        var rooms = database.across(sql -> sql.fetch("""
                select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind = 'r' and a.attname = 'file_id' and not exists (
                    select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
                    and k.confrelid = 'file_stored'::regclass and a.attnum = any (k.conkey))""").into(String.class));
        assertThat(rooms)
                .as("a file_id without a foreign key is taken for nobody's")
                .isEmpty();
    }

    /// Lets a row of another room refer to a file.
    private void tie(Actor owner, StoredFile file) {
        database.transact(
                owner.organization(),
                () -> database.within(owner.organization(), sql -> sql.insertInto(DOCUMENT_LOOK)
                        .set(DOCUMENT_LOOK.ORGANIZATION_ID, owner.organization().value())
                        .set(DOCUMENT_LOOK.FILE_ID, file.id().value())
                        .set(DOCUMENT_LOOK.CHANGED_BY, "港 一郎")
                        .set(DOCUMENT_LOOK.CHANGED_AT, OffsetDateTime.now())
                        .execute()));
    }

    private static StoredFile stored(Actor owner, Files files) {
        return ((FileOutcome.Stored) store(owner, files, FileFixtures.pdf())).file();
    }

    private static FileOutcome store(Actor owner, Files files, byte[] content) {
        return files.store(owner.organization(), owner.author(), "規程", content);
    }
}
