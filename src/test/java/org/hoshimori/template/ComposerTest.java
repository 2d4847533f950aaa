package org.hoshimori.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.content.Editions;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ComposerTest {

    private static final Editions EDITIONS = Editions.shipped();
    private static final Templates TEMPLATES = TemplateFixtures.shipped(EDITIONS);
    private static final List<Blank> BLANKS = TEMPLATES.blanks("3.0", Locale.JAPANESE);

    @Test
    void articles_paragraphs_and_items_are_numbered() {
        var text = compose("""
                        ## 方針 {#one}
                        はじめの項。

                        次の項。

                        1. 甲
                           1. 内
                        1. 乙

                        ## 責任 {#two}
                        [](#one)による。[](#form-a)を使う。

                        ## 申請 {#form-a}
                        | 名前 |
                        |---|
                        | |
                        """, Facts.builder().build(), List.of()).plainText();
        assertThat(text).isEqualTo("""
                        見本の規程
                        第1条（方針）
                        はじめの項。
                        2　次の項。
                        (1)　甲
                        　ア　内
                        (2)　乙
                        第2条（責任）
                        第1条による。様式1を使う。
                        様式1　申請
                        名前

                        """);
    }

    @Test
    void numbers_and_references_follow_what_a_company_changes() {
        var body = """
                ## 甲 {#a}
                一。

                ## 乙 {#b}
                二。[](#c)と[](#a)を見る。

                ## 丙 {#c}
                三。
                """;
        List<ClauseChange> changes = List.of(
                new ClauseChange.Left("a", "該当しない"),
                new ClauseChange.Added("own-1", "b", "丁", "四。[](#b)による。"),
                new ClauseChange.Moved("c", ""),
                new ClauseChange.Reworded("c", "丙の新", "五。", ""));
        assertThat(compose(body, Facts.builder().build(), changes).plainText()).isEqualTo("""
                        見本の規程
                        第1条（丙の新）
                        五。
                        第2条（乙）
                        二。第1条と（省いた条）を見る。
                        第3条（丁）
                        四。第2条による。
                        """);
    }

    @Test
    void what_was_kept_before_clauses_said_their_language_is_read_as_it_was() {
        var kept = """
                {"title": "方針", "sections": [{"clauseId": "a", "label": "1.", "kind": "PART", "title": "甲", "blocks": []}]}""";
        assertThat(Composition.read(kept).sections())
                .containsExactly(new Section("a", "1.", Section.Kind.PART, "甲", List.of()));
        assertThat(Composition.read(kept).html()).doesNotContain("lang=");
    }

    @Test
    void conditions_and_tables_leave_no_trace() {
        var body = """
                {{#when big}}
                ## 大 {#big}
                大きい。
                {{/when}}

                ## 控え {#backup}
                {{#when small}}小さい。{{/when}}{{#when big}}大きい。{{/when}}

                | 機器 | 頻度 |
                |---|---|
                {{#each rows}}
                | {{rows.machine}} | {{rows.often}} |
                {{/each}}
                """;
        var facts = Facts.builder()
                .truths(Map.of("small", true))
                .table("rows", List.of(Map.of("machine", "PC|1", "often", "毎日"), Map.of("machine", "NAS", "often", "")))
                .build();
        assertThat(compose(body, facts, List.of()).plainText())
                .isEqualTo("見本の規程\n第1条（控え）\n小さい。\n機器\t頻度\nPC|1\t毎日\nNAS\t\n");
    }

    @Test
    void what_a_company_writes_is_text_and_nothing_else() {
        for (var hostile : List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "{{organization.name}}",
                "{{#each worries}}",
                "[x](javascript:alert(1))",
                "# 見出し",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "\uE0000\uE001",
                "**太い**",
                "`code`\n\n1. x",
                "&lt;b&gt;",
                "]]>",
                "<!-- -->",
                "\u0000\u0001",
                "![a](http://evil/x.png)")) {
            var facts = Facts.builder().text("organization.name", hostile).build();
            var composition = compose("## 甲 {#a}\n{{organization.name}}は守る。\n", facts, List.of());
            assertThat(composition.sections().getFirst().blocks()).as(hostile).hasSize(1);
            assertThat(composition.plainText()).contains(hostile.replaceAll("[\uE000\uE001]", "") + "は守る。");
            var own = compose("## 甲 {#a}\n一。\n", facts, List.of(new ClauseChange.Reworded("a", hostile, hostile, "")));
            for (var html : List.of(composition.html(), own.html())) {
                var read = Jsoup.parse(html, Parser.xmlParser());
                assertThat(read.getAllElements().stream()
                                .map(element -> element.tagName())
                                .distinct())
                        .as(hostile)
                        .isSubsetOf(
                                "#root", "section", "h2", "h3", "p", "ul", "li", "span", "table", "thead", "tbody",
                                "tr", "th", "td", "strong", "br", "a");
                assertThat(read.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("https://"));
                assertThat(html.toLowerCase(Locale.ROOT)).doesNotContain("<script", "<img", "javascript:alert(1)\"");
            }
        }
    }

    @Test
    void a_template_with_a_broken_mark_is_refused() {
        for (var broken : List.of(
                "{{#when a}}", "{{/each}}", "{{#each a}}{{/when}}", "{{a b}}", "{{A}}", "{{#if a}}{{/if}}", "}}")) {
            assertThatThrownBy(() -> Marks.read(broken)).as(broken).isInstanceOf(Marks.Broken.class);
        }
    }

    @Property(tries = 60)
    void composing_is_deterministic_and_the_order_of_facts_makes_no_difference(@ForAll long seed) {
        var random = new Random(seed);
        var template = TEMPLATES
                .all("3.0", Locale.JAPANESE)
                .get(random.nextInt(TEMPLATES.all("3.0", Locale.JAPANESE).size()));
        var blanks = new ArrayList<>(BLANKS);
        Collections.shuffle(blanks, random);
        var one = new Composer().compose(template, TemplateFixtures.team(BLANKS, EDITIONS), List.of());
        var other = new Composer().compose(template, TemplateFixtures.team(blanks, EDITIONS), List.of());
        assertThat(other).isEqualTo(one);
        assertThat(other.plainText()).isEqualTo(one.plainText());
    }

    private static Composition compose(String body, Facts facts, List<ClauseChange> changes) {
        var text = new org.hoshimori.content.Edition.DocumentText(
                "x/template.md",
                "x",
                "---\nid: x\nkind: regulation\nchapter: 1\ntitle: 見本の規程\napprover: owner\n---\n" + body);
        var words =
                TEMPLATES.template("3.0", "regulation-people", Locale.JAPANESE).words();
        var faults = new ArrayList<org.hoshimori.content.BadContent.Fault>();
        var template = new TemplateReader(text, faults).read(null, Language.JAPANESE, words);
        assertThat(faults).isEmpty();
        return new Composer().compose(template, facts, changes);
    }
}
