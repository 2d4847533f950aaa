package org.hoshimori.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionsLockTest {

    @Test
    void a_published_edition_does_not_change() throws IOException {
        String today = LockEditions.lines(LockEditions.fingerprints(LockEditions.CONTENT.resolve("editions")));

        assertThat(Files.readString(LockEditions.LOCK).replace("\r\n", "\n"))
                .as("""
                        %s does not fit the files of content/editions.
                        A published edition is frozen: companies have answered it. What to do:
                        - changed by accident: restore the files (git checkout content/editions);
                        - a correction: make it a new revision with a changes.yaml that gives every old question a fate
                          (kept reworded moved split merged removed);
                        - a new edition or revision: run
                          java src/test/java/org/hoshimori/content/LockEditions.java
                          and commit the lock together with the files.
                        """, LockEditions.LOCK)
                .isEqualTo(today);
    }

    @Test
    void line_ends_and_hidden_files_do_not_change_the_fingerprint(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "one\ntwo\n");
        String before = LockEditions.fingerprint(folder);

        Files.writeString(folder.resolve("a.yaml"), "one\r\ntwo\r\n");
        Files.writeString(folder.resolve(".swap"), "x");

        assertThat(LockEditions.fingerprint(folder)).isEqualTo(before);
    }

    @Test
    void a_word_or_a_file_name_changes_the_fingerprint(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "one\n");
        String first = LockEditions.fingerprint(folder);
        Files.writeString(folder.resolve("a.yaml"), "two\n");
        String second = LockEditions.fingerprint(folder);
        Files.move(folder.resolve("a.yaml"), folder.resolve("b.yaml"));

        assertThat(LockEditions.fingerprint(folder)).isNotEqualTo(second).isNotEqualTo(first);
        assertThat(second).isNotEqualTo(first);
    }
}
