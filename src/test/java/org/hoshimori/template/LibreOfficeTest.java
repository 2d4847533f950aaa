package org.hoshimori.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hoshimori.content.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// Another program opens our Word documents, too, and reads the same sentences. Needs soffice (Debian:
/// libreoffice-writer-nogui).
@EnabledIfEnvironmentVariable(named = "HOSHIMORI_CHECK_ALL", matches = "true")
class LibreOfficeTest {

    @TempDir
    Path folder;

    @Test
    void libre_office_reads_the_same_sentences() throws Exception {
        assertThat(List.of(System.getenv("PATH").split(File.pathSeparator, -1)))
                .as("soffice is missing: apt-get install libreoffice-writer-nogui")
                .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
        var editions = Editions.shipped();
        var templates = TemplateFixtures.shipped(editions);
        var template = templates.template("3.0", "regulation-access-control", Locale.JAPANESE);
        var facts = TemplateFixtures.team(templates.blanks("3.0", Locale.JAPANESE), editions);
        var composition = new Composer().compose(template, facts, List.of());
        var word = new WordWriter(TemplateFixtures.texts()).word(composition, new WordLook("見本株式会社", "", null));
        Files.write(folder.resolve("rule.docx"), word);
        var soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "txt:Text (encoded):UTF8",
                        "--outdir",
                        folder.toString(),
                        folder.resolve("rule.docx").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(soffice.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("rule.txt"))
                .as("soffice has no Writer (apt-get install libreoffice-writer-nogui), or said: "
                        + Files.readString(folder.resolve("said")))
                .exists();
        var read = bare(Files.readString(folder.resolve("rule.txt")));
        for (var section : composition.sections()) {
            assertThat(read).contains(bare(section.heading()));
            for (var block : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    assertThat(read).contains(bare(Block.text(paragraph.runs())));
                } else if (block instanceof Block.Items(var items)) {
                    items.forEach(item -> assertThat(read).contains(bare(item.label() + Block.text(item.runs()))));
                }
            }
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u3000\uFEFF]", "");
    }
}
