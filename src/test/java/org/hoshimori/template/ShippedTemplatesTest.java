package org.hoshimori.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    private static final Pattern JAPANESE = Pattern.compile("[\\u3001-\\u30FF\\u3400-\\u9FFF\\uFF00-\\uFFEF]");

    /// Every document in every language in which it is said.
    static Stream<Template> all() {
        return TEMPLATES.all("3.0", Locale.JAPANESE).stream()
                .flatMap(template -> TEMPLATES.languages("3.0", template.id()).values().stream());
    }

    static Stream<Facts> companies(Language language) {
        var blanks = TEMPLATES.blanks("3.0", language);
        return Stream.of(TemplateFixtures.alone(blanks), TemplateFixtures.team(blanks, EDITIONS));
    }

    @ParameterizedTest
    @MethodSource("all")
    void composes_without_a_gap_and_without_a_mark(Template template) {
        companies(template.language()).forEach(facts -> {
            var composition = new Composer().compose(template, facts, List.of());
            assertThat(composition.plainText())
                    .doesNotContain("{{", "}}", "null", template.words().gone(), "、、", "。。", "（）", "「」")
                    .doesNotContain("()", ": .", "..", ": \n")
                    .doesNotContain(String.valueOf(Marks.OPEN));
            assertThat(composition.sections()).isNotEmpty().allSatisfy(section -> assertThat(section.blocks())
                    .as(section.heading())
                    .isNotEmpty());
            assertThat(composition.sections().stream().flatMap(section -> section.blocks().stream()))
                    .allSatisfy(ShippedTemplatesTest::full);
        });
    }

    @Test
    void the_handbook_is_said_in_three_languages_and_the_policy_in_two() {
        assertThat(TEMPLATES.languages("3.0", "handbook").keySet())
                .containsExactly(Language.JAPANESE, Language.EASY, Language.ENGLISH);
        assertThat(TEMPLATES.languages("3.0", "basic-policy").keySet())
                .containsExactly(Language.JAPANESE, Language.ENGLISH);
        assertThat(TEMPLATES.languages("3.0", "regulation-people").keySet()).containsExactly(Language.JAPANESE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_language_has_the_same_clauses_marks_and_ideas(Template template) {
        var japanese = TEMPLATES.template("3.0", template.id(), Locale.JAPANESE);
        assertThat(template.clauses()).hasSameSizeAs(japanese.clauses());
        for (var i = 0; i < template.clauses().size(); i++) {
            var clause = template.clauses().get(i);
            var original = japanese.clauses().get(i);
            assertThat(clause.id()).isEqualTo(original.id());
            assertThat(clause.when()).isEqualTo(original.when());
            assertThat(found("\\{\\{[^}]+\\}\\}", clause))
                    .as(clause.id())
                    .isEqualTo(found("\\{\\{[^}]+\\}\\}", original));
            assertThat(found("(?m)^### ", clause)).as(clause.id()).hasSameSizeAs(found("(?m)^### ", original));
        }
        assertThat(template.numbers().keySet()).isEqualTo(japanese.numbers().keySet());
    }

    /// In the order of the alphabet: another language may put its words in another order.
    private static List<String> found(String pattern, Clause clause) {
        return Pattern.compile(pattern)
                .matcher(clause.body())
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void english_has_no_japanese_but_names() {
        all().filter(template -> template.language() == Language.ENGLISH).forEach(template -> {
            var said = Stream.of(
                            template.title(),
                            template.summary(),
                            template.note() == null ? "" : template.note(),
                            template.numbers().toString(),
                            String.valueOf(template.source()))
                    .toList();
            assertThat(said).noneMatch(text -> JAPANESE.matcher(text).find());
            companies(Language.ENGLISH).forEach(facts -> {
                var text = new Composer().compose(template, facts, List.of()).plainText();
                for (var name : TemplateFixtures.NAMES) {
                    text = text.replace(name, "");
                }
                assertThat(JAPANESE.matcher(text).results().map(MatchResult::group))
                        .as(text)
                        .isEmpty();
            });
        });
    }

    @Test
    void the_policy_closes_with_day_company_and_representative_in_every_output() {
        TEMPLATES.languages("3.0", "basic-policy").values().forEach(template -> {
            var facts = companies(template.language()).toList().getLast().with("document.date", "2026-04-01");
            var composition = new Composer().compose(template, facts, List.of());
            var closing = composition.sections().getLast();
            assertThat(closing.kind()).isEqualTo(Section.Kind.SIGNATURE);
            assertThat(closing.blocks()).hasSize(4);
            assertThat(composition.sections().stream().filter(section -> section.kind() == Section.Kind.PART))
                    .allSatisfy(part -> assertThat(part.blocks().toString()).doesNotContain("2026-04-01"));
            assertThat(composition.html()).contains("<section class=\"clause sign\" id=\"clause-closing\"><p>");
            assertThat(composition.plainText()).doesNotContain(closing.title() + "\n");
            assertThat(composition.markdown()).doesNotContain("## " + closing.title());
        });
    }

    @Test
    void blanks_are_asked_in_english_without_japanese() {
        var japanese = TEMPLATES.blanks("3.0", Language.JAPANESE);
        var english = TEMPLATES.blanks("3.0", Language.ENGLISH);
        assertThat(english.stream().map(Blank::id))
                .containsExactlyElementsOf(japanese.stream().map(Blank::id).toList());
        assertThat(english).allSatisfy(blank -> assertThat(blank.toString()).doesNotContainPattern(JAPANESE));
    }

    /// A sentence is what stands between two stops, without the readings in brackets. A few need some letters more.
    @Test
    void easy_japanese_keeps_to_short_sentences_and_gives_readings() {
        for (var clause : Objects.requireNonNull(
                        TEMPLATES.languages("3.0", "handbook").get(Language.EASY))
                .clauses()) {
            assertThat(clause.body()).as(clause.id()).doesNotContainPattern("なければなりません|ないわけ|ことはできません|られます|されます");
            assertThat(clause.body()
                            .lines()
                            .filter(line -> !line.startsWith("|") && !line.startsWith("#"))
                            .flatMap(line -> Stream.of(line.replaceAll("（[ぁ-ん]+）", "")
                                    .replaceAll("\\{\\{[^}]+\\}\\}", "")
                                    .split("[。：]")))
                            .filter(sentence -> sentence.length() > 30))
                    .as(clause.id())
                    .isEmpty();
            assertThat(Pattern.compile("[一-龠々]+（[ぁ-ん]+）")
                            .matcher(clause.body())
                            .results()
                            .count())
                    .as(clause.id())
                    .isGreaterThan(5);
        }
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
