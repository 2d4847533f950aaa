package org.hoshimori.database;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/// Writes the jOOQ classes of package `hoshimori.schema` from the migrations. They are committed;
/// `GeneratedSchemaTest` fails when they are stale. A test-scope main, because Maven itself may run on an older
/// JDK: `./mvnw -q test-compile exec:java@generate-schema`.
public final class SchemaGenerator {

    private SchemaGenerator() {}

    /// With `jdbc-url user folder [password]`, otherwise on a fresh test database into `src/generated/java`.
    public static void main(String[] arguments) throws Exception {
        var database = TestDatabase.shared();
        generate(database.url(), database.ownerUser(), database.ownerPassword(), Path.of("src/generated/java"));
        System.exit(0);
    }

    static void generate(String url, String user, String password, Path folder) throws Exception {
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(url)
                        .withUser(user)
                        .withPassword(password))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withExcludes("flyway_.*|spring_session.*|scheduled_tasks|.*refuse.*"))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withKeys(true)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withIndexes(false)
                                .withComments(false)
                                .withJavadoc(false))
                        .withTarget(
                                new Target().withPackageName("hoshimori.schema").withDirectory(folder.toString()))));
    }
}
