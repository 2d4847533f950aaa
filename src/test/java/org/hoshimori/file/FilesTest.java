package org.hoshimori.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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

    private static StoredFile stored(Actor owner, Files files) {
        return ((FileOutcome.Stored) store(owner, files, FileFixtures.pdf())).file();
    }

    private static FileOutcome store(Actor owner, Files files, byte[] content) {
        return files.store(owner.organization(), owner.author(), "規程", content);
    }
}
