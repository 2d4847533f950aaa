package org.hoshimori.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed jOOQ classes are those that the migrations give: a wrong column is a compile error only then.
class GeneratedSchemaTest {

    @TempDir
    Path fresh;

    @Test
    void the_generated_classes_fit_the_migrations() throws Exception {
        var database = TestDatabase.create(TestDatabase.shared().adminUrl());
        SchemaGenerator.generate(database.url(), database.ownerUser(), database.ownerPassword(), fresh);
        assertThat(sources(Path.of("src/generated/java")))
                .as("stale: run ./mvnw -q test-compile exec:java@generate-schema and commit src/generated/java")
                .isEqualTo(sources(fresh));
    }

    private static TreeMap<String, String> sources(Path root) throws IOException {
        var sources = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sources.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
