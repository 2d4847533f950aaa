package org.hoshimori.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped template, for the smallest company and for one where everything applies.
class ShippedTemplatesTest {

    private static final Editions EDITIONS = Editions.shipped();
    private static final Templates TEMPLATES = TemplateFixtures.shipped(EDITIONS);

    static Stream<Template> all() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH)
                .flatMap(locale -> Stream.concat(
                        TEMPLATES.all("3.0", locale).stream(), TEMPLATES.easy("3.0", "handbook", locale).stream()));
    }

    static Stream<Facts> companies() {
        var blanks = TEMPLATES.blanks("3.0", Locale.JAPANESE);
        return Stream.of(TemplateFixtures.alone(blanks), TemplateFixtures.team(blanks, EDITIONS));
    }

    @ParameterizedTest
    @MethodSource("all")
    void composes_without_a_gap_and_without_a_mark(Template template) {
        companies().forEach(facts -> {
            var composition = new Composer().compose(template, facts, List.of());
            assertThat(composition.plainText())
                    .doesNotContain("{{", "}}", "null", template.words().gone(), "、、", "。。", "（）", "「」")
                    .doesNotContain(String.valueOf(Marks.OPEN));
            assertThat(composition.sections()).isNotEmpty().allSatisfy(section -> assertThat(section.blocks())
                    .as(section.heading())
                    .isNotEmpty());
            assertThat(composition.sections().stream().flatMap(section -> section.blocks().stream()))
                    .allSatisfy(ShippedTemplatesTest::full);
        });
    }

    private static void full(Block block) {
        switch (block) {
            case Block.Paragraph paragraph ->
                assertThat(Block.text(paragraph.runs())).isNotBlank();
            case Block.Subheading(var runs) -> assertThat(Block.text(runs)).isNotBlank();
            case Block.Items(var items) ->
                assertThat(items).isNotEmpty().allSatisfy(item -> assertThat(Block.text(item.runs()))
                        .isNotBlank());
            case Block.Table(var head, var rows) ->
                assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).hasSameSizeAs(head));
        }
    }

    @Test
    void there_are_eleven_chapters_telework_and_the_two_for_suppliers() {
        var regulations = TEMPLATES.all("3.0", Locale.JAPANESE).stream()
                .filter(template -> template.kind() == Template.Kind.REGULATION)
                .toList();
        assertThat(regulations.stream().map(Template::chapter))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        var official = EDITIONS.standard(Locale.JAPANESE).regulations().chapters();
        for (var chapter : official) {
            assertThat(regulations.get(chapter.number() - 1).title()).isEqualTo(chapter.title());
        }
        assertThat(TEMPLATES.all("3.0", Locale.JAPANESE).stream().map(Template::chapter))
                .contains("9-1", "9-2");
    }

    @Test
    void the_chapters_answer_all_25_questions_and_all_55_check_items() {
        var edition = EDITIONS.standard(Locale.JAPANESE);
        Set<String> questions = new HashSet<>();
        Set<String> items = new HashSet<>();
        TEMPLATES.all("3.0", Locale.JAPANESE).forEach(template -> {
            questions.addAll(template.questions());
            items.addAll(template.checkItems());
        });
        assertThat(questions)
                .containsExactlyInAnyOrderElementsOf(edition.selfDiagnosis().questions().stream()
                        .map(question -> question.id())
                        .toList());
        assertThat(items)
                .containsExactlyInAnyOrderElementsOf(edition.allCheckItems().stream()
                        .map(CompanyRules.CheckItem::id)
                        .toList());
    }

    @Test
    void a_blank_asked_once_serves_several_documents() {
        var asking = TEMPLATES.all("3.0", Locale.JAPANESE).stream()
                .filter(template -> template.keys().contains("password-minimum"))
                .map(Template::kind)
                .toList();
        assertThat(asking).contains(Template.Kind.REGULATION, Template.Kind.HANDBOOK);
    }
}
