package org.hoshimori.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hoshimori.handout.Reading.Screen;
import org.hoshimori.template.Block;
import org.hoshimori.template.Block.Look;
import org.hoshimori.template.Block.Run;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Section;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Section mail = new Section(
            "mail-handling",
            "3.",
            Section.Kind.PART,
            "メール",
            List.of(text("前置き"), head("開く前に"), text("止まる"), text("<b>確かめる</b>"), head("送る前に"), text("見直す")));
    private final Section short1 = new Section("cover", "", Section.Kind.PART, "表紙", List.of(head("はじめに"), text("読む")));
    private final Composition document = new Composition("手引き", List.of(short1, mail));

    @Test
    void every_idea_of_the_handbook_is_a_screen_under_its_section() {
        var screens = Reading.of(document, Handout.HANDBOOK).screens();
        assertThat(screens).extracting(Screen::title).containsExactly("はじめに", "メール", "開く前に", "送る前に");
        assertThat(screens).extracting(Screen::part).containsExactly("表紙", "", "メール", "メール");
        assertThat(screens.get(2).html()).contains("止まる").contains("確かめる").doesNotContain("見直す");
    }

    @Test
    void other_documents_show_one_clause_per_screen() {
        var screens = Reading.of(document, "basic-policy").screens();
        assertThat(screens).extracting(Screen::title).containsExactly("表紙", "3.\u3000メール");
        assertThat(screens.getLast().html()).contains("送る前に");
    }

    @Test
    void no_word_is_lost_and_none_acts() {
        var all = new StringBuilder();
        Reading.of(document, Handout.HANDBOOK).screens().forEach(screen -> all.append(screen.title())
                .append(screen.html()));
        for (var word : List.of("前置き", "止まる", "見直す", "読む", "&lt;b&gt;確かめる&lt;/b&gt;")) {
            assertThat(all).contains(word);
        }
        assertThat(all).doesNotContain("<b>");
    }

    @Test
    void ids_differ_from_screen_to_screen() {
        var screens = Reading.of(document, Handout.HANDBOOK).screens();
        assertThat(screens.stream().map(screen -> screen.html().replaceAll("(?s).*? id=\"([^\"]*)\".*", "$1")))
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    private static Block text(String words) {
        return new Block.Paragraph("", runs(words));
    }

    private static Block head(String words) {
        return new Block.Subheading(runs(words));
    }

    private static List<Run> runs(String words) {
        return List.of(new Run(words, Look.PLAIN, null));
    }
}
