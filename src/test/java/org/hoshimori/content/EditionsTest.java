package org.hoshimori.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hoshimori.content.ContentFixtures.EDITIONS;
import static org.hoshimori.content.ContentFixtures.faults;
import static org.hoshimori.content.ContentFixtures.faultsAfter;
import static org.hoshimori.content.ContentFixtures.lineOf;
import static org.hoshimori.content.ContentFixtures.text;
import static org.hoshimori.content.ContentFixtures.with;
import static org.hoshimori.content.ContentFixtures.without;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.hoshimori.content.BadContent.Fault;
import org.hoshimori.content.ContentFiles.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EditionsTest {

    private static final String DIAGNOSIS = "questionnaires/self-diagnosis.yaml";

    @Test
    void the_standard_edition_is_english_for_english_locales_and_japanese_for_all_others() {
        assertThat(EDITIONS.ids()).contains("3.0");
        assertThat(EDITIONS.standard(Locale.UK).about().title()).contains("Guidelines");
        assertThat(EDITIONS.standard(Locale.JAPAN).about().title()).contains("ガイドライン");
        assertThat(EDITIONS.standard(Locale.FRENCH)).isSameAs(EDITIONS.edition("3.0", Locale.JAPANESE));
        assertThatThrownBy(() -> EDITIONS.edition("9.9", Locale.JAPAN)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_breach_of_the_schema_is_reported_with_its_line_and_the_allowed_words() {
        List<Fault> faults = faultsAfter("controls.yaml", "effort: S", "effort: XL");

        assertOne(faults, "controls.yaml", lineOf("controls.yaml", "effort: S"), "\"S\"");
    }

    @Test
    void a_missing_and_an_unknown_key_are_reported() {
        int line = lineOf("owner.yaml", "    example:");

        assertThat(faultsAfter("owner.yaml", "    example:", "    sample:"))
                .filteredOn(fault -> fault.file().endsWith("3.0/owner.yaml"))
                .extracting(Fault::line, Fault::remedy)
                .contains(
                        tuple(line, "Remove it, or correct the spelling of its name."),
                        tuple(lineOf("owner.yaml", "  - id: loss-of-money"), "Add 'example:' here."));
    }

    @Test
    void broken_yaml_is_reported_with_its_line() {
        assertOne(
                faultsAfter("laws.yaml", "laws:\n", "laws: [\n"),
                "laws.yaml",
                lineOf("laws.yaml", "laws:\n") + 1,
                "This is not YAML");
    }

    @Test
    void an_id_that_stands_twice_is_reported() {
        assertThat(faultsAfter("controls.yaml", "id: set-monthly-update-day", "id: turn-on-automatic-updates"))
                .anySatisfy(fault -> {
                    assertThat(fault.file()).isEqualTo("content/editions/3.0/controls.yaml");
                    assertThat(fault.line()).isEqualTo(lineOf("controls.yaml", "id: set-monthly-update-day"));
                    assertThat(fault.problem()).startsWith("The id 'turn-on-automatic-updates' stands already in line");
                });
    }

    @Test
    void ids_that_lead_nowhere_are_reported() {
        assertDangling(DIAGNOSIS, "article: use-antivirus", "article: use-nothing");
        assertDangling(DIAGNOSIS, "handbook: all-company-rules", "handbook: no-rules");
        assertDangling(DIAGNOSIS, "- it-operation", "- no-operation");
        assertDangling(DIAGNOSIS, "- automatic-updates", "- no-updates");
        assertDangling(DIAGNOSIS, "part: basic", "part: none");
        assertDangling(DIAGNOSIS, "answer: implemented", "answer: whatever");
        assertDangling("controls.yaml", "question: os-up-to-date", "question: os-unheard-of");
        assertDangling("controls.yaml", "who: employee", "who: nobody");
        assertDangling("controls.yaml", "- under-6", "- under-one");
        assertDangling("questionnaires/five-articles.yaml", "question: antivirus", "question: unheard-of");
        assertDangling("handbook.yaml", "- rules-made-clear", "- rules-unheard-of");
        assertDangling("regulations.yaml", "- rules-made-clear", "- rules-unheard-of");
        assertDangling("check-items.yaml", "- id: organization", "- id: unheard-of");
        assertDangling("owner.yaml", "- latest-trends", "- latest-rumours");
        assertDangling("owner.yaml", "- access-limits", "- unheard-of");
        assertDangling("efforts.yaml", "- incident-readiness", "- unheard-of");
        assertDangling("efforts.yaml", "id: overall-policy", "id: unheard-of");
    }

    @Test
    void a_link_written_at_both_ends_must_agree() {
        assertOne(
                faultsAfter(
                        "handbook.yaml", "      - rules-made-clear\n", "      - rules-made-clear\n      - backup\n"),
                "handbook.yaml",
                lineOf("handbook.yaml", "- rules-made-clear") + 1,
                "'cover' and the question 'backup' are linked here, but not in questionnaires/self-diagnosis.yaml");
        assertThat(faultsAfter(DIAGNOSIS, "article: use-antivirus", "article: know-the-threats"))
                .anySatisfy(fault -> assertThat(fault.line()).isEqualTo(lineOf(DIAGNOSIS, "article: use-antivirus")));
    }

    @Test
    void missing_superfluous_and_untranslated_english_is_reported() {
        String file = "translations/en/industries.yaml";
        assertOne(
                faultsAfter(file, "title: Fisheries", "title: 漁業"), file, lineOf(file, "title: Fisheries"), "Japanese");
        assertOne(
                faultsAfter(file, "    title: Fisheries\n", ""),
                file,
                lineOf(file, "title: Fisheries") - 1,
                "no English");
        assertOne(
                faultsAfter(file, "title: Fisheries", "title: Fisheries\n    name: x"),
                file,
                lineOf(file, "title: Fisheries") + 1,
                "is not in");
        assertOne(faults(without(file)), file, 1, "The file is missing");
    }

    @Test
    void missing_unknown_and_unreadable_files_are_reported() {
        assertThat(faults(without("glossary.yaml")))
                .extracting(Fault::file)
                .contains("content/editions/3.0/glossary.yaml");
        assertOne(faults(with("control.yaml", "a: 1")), "control.yaml", 1, "An edition has no file");
        assertThat(faults(with("glossary.yaml", "用語".getBytes(Charset.forName("Shift_JIS")))))
                .anySatisfy(fault -> assertThat(fault.problem()).isEqualTo("The file is not UTF-8."));
    }

    @Test
    void the_first_line_must_name_the_schema_for_editors() {
        assertOne(
                faultsAfter("laws.yaml", "schema/laws.schema.json", "schema/owner.schema.json"),
                "laws.yaml",
                1,
                "The first line does not name the schema");
    }

    @Test
    void bands_may_neither_overlap_nor_leave_a_total_out() {
        assertOne(
                faultsAfter(DIAGNOSIS, "to: 69", "to: 68"),
                DIAGNOSIS,
                lineOf(DIAGNOSIS, "id: self-diagnosis"),
                "A band must begin at 69");
        assertThat(faultsAfter(DIAGNOSIS, "from: -25", "from: -24"))
                .isNotEmpty()
                .noneMatch(fault -> fault.line() == 0);
    }

    @Test
    void the_id_of_an_edition_is_the_name_of_its_folder() {
        SortedMap<String, Stored> files = new TreeMap<>();
        ContentFixtures.SHIPPED.files().forEach((path, stored) -> files.put(path.replace("/3.0/", "/2.9/"), stored));

        assertThat(faults(new ContentFiles(files)))
                .anySatisfy(fault -> assertThat(fault.problem()).isEqualTo("The id is not the name of the folder."));
    }

    @Test
    void all_faults_are_reported_at_once_and_make_the_message() {
        SortedMap<String, Stored> files =
                new TreeMap<>(with("laws.yaml", text("laws.yaml").replace("laws:\n", "laws: [\n"))
                        .files());
        files.putAll(with("industries.yaml", text("industries.yaml").replace("id: \"b\"", "id: \"a\""))
                .files()
                .subMap("editions/3.0/industries.yaml", "editions/3.0/industries.yaml\0"));

        assertThatThrownBy(() -> new Editions(new ContentFiles(files)))
                .isInstanceOf(BadContent.class)
                .hasMessageContaining("content/editions/3.0/laws.yaml:")
                .hasMessageContaining("content/editions/3.0/industries.yaml:")
                .hasMessageContaining("To do: ");
    }

    @Test
    void a_folder_of_the_operator_is_laid_over_file_by_file_and_meets_the_same_checks(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("editions/3.0/industries.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text("industries.yaml").replace("漁業", "漁業（独自）"));

        Edition edition = Editions.shippedUnder(folder).standard(Locale.JAPANESE);
        assertThat(edition.industries().named("b").title()).isEqualTo("漁業（独自）");
        assertThat(edition.selfDiagnosis().questions()).hasSize(25);

        Files.writeString(file, text("industries.yaml").replace("code: \"B\"", "code: 2"));
        assertThatThrownBy(() -> Editions.shippedUnder(folder)).hasMessageContaining(file + ":");
        assertThatThrownBy(() -> Editions.shippedUnder(folder.resolve("nowhere")))
                .hasMessageContaining("does not exist");
    }

    @Test
    void content_is_read_from_inside_a_jar(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("app.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("content/"));
            for (var file : ContentFixtures.SHIPPED.files().entrySet()) {
                entries.putNextEntry(new JarEntry("content/" + file.getKey()));
                entries.write(
                        file.getValue().text(new ArrayList<>()).orElseThrow().getBytes(StandardCharsets.UTF_8));
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            ContentFiles read = ContentFiles.shippedWith(loader);

            assertThat(read.files().keySet())
                    .isEqualTo(ContentFixtures.SHIPPED.files().keySet());
            assertThat(new Editions(read).ids()).isEqualTo(EDITIONS.ids());
        }
    }

    @Test
    void the_application_offers_the_editions_and_refuses_to_start_with_bad_content(@TempDir Path folder)
            throws IOException {
        ApplicationContextRunner application =
                new ApplicationContextRunner().withUserConfiguration(ContentConfig.class);
        application.run(context -> assertThat(context).hasSingleBean(Editions.class));

        Files.createDirectories(folder.resolve("editions/3.0"));
        Files.writeString(folder.resolve("editions/3.0/laws.yaml"), "laws: [\n");
        application
                .withPropertyValues("hoshimori.content=" + folder)
                .run(context ->
                        assertThat(context).hasFailed().getFailure().rootCause().isInstanceOf(BadContent.class));
    }

    private static void assertDangling(String path, String old, String changed) {
        assertThat(faultsAfter(path, old, changed)).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("content/editions/3.0/" + path);
            assertThat(fault.line()).isEqualTo(lineOf(path, old));
        });
    }

    private static void assertOne(List<Fault> faults, String path, int line, String problem) {
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("content/editions/3.0/" + path);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.problem()).contains(problem);
            assertThat(fault.remedy()).isNotBlank();
        });
    }
}
