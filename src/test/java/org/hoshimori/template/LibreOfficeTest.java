package org.hoshimori.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hoshimori.content.Editions;
import org.hoshimori.paper.LibreOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Another program opens our Word documents, too, and reads the same sentences.
@EnabledIfEnvironmentVariable(named = "HOSHIMORI_CHECK_ALL", matches = "true")
class LibreOfficeTest {

    @Test
    void libre_office_reads_the_same_sentences() throws Exception {
        var editions = Editions.shipped();
        var templates = TemplateFixtures.shipped(editions);
        var template = templates.template("3.0", "regulation-access-control", Locale.JAPANESE);
        var facts = TemplateFixtures.team(templates.blanks("3.0", Locale.JAPANESE), editions);
        var composition = new Composer().compose(template, facts, List.of());
        var word = new WordWriter(TemplateFixtures.texts()).word(composition, new WordLook("見本株式会社", "", null));
        var read = bare(
                new String(LibreOffice.convert(word, "rule.docx", "txt:Text (encoded):UTF8"), StandardCharsets.UTF_8));
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

    @Test
    void in_a_book_every_chapter_counts_from_one() throws Exception {
        var editions = Editions.shipped();
        var templates = TemplateFixtures.shipped(editions);
        var facts = TemplateFixtures.team(templates.blanks("3.0", Locale.JAPANESE), editions);
        var chapters = templates.all("3.0", Locale.JAPANESE).stream()
                .filter(template -> template.kind() == Template.Kind.REGULATION)
                .map(template -> new Composition.Chapter(
                        template.id(), template.title(), "第1版", new Composer().compose(template, facts, List.of())))
                .toList();
        var word = new WordWriter(TemplateFixtures.texts())
                .word(new Composition.Book("規程", chapters), new WordLook("見本株式会社", "", null));
        var read = bare(
                new String(LibreOffice.convert(word, "book.docx", "txt:Text (encoded):UTF8"), StandardCharsets.UTF_8));
        var at = 0;
        for (var chapter : chapters) {
            at = read.indexOf(bare(chapter.heading()), at);
            assertThat(at).as(chapter.heading()).isNotNegative();
            for (var section : chapter.sections()) {
                at = read.indexOf(bare(section.heading()), at);
                assertThat(at).as(chapter.id() + " " + section.heading()).isNotNegative();
            }
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u3000\uFEFF]", "");
    }
}
