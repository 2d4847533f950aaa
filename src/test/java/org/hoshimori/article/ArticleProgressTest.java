package org.hoshimori.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.Editions;
import org.hoshimori.content.FiveArticles;
import org.junit.jupiter.api.Test;

class ArticleProgressTest {

    private static final FiveArticles CONTENT =
            Editions.shipped().standard(Locale.JAPANESE).fiveArticles();
    private static final FiveArticles.Article PASSWORDS = CONTENT.article("strengthen-passwords");

    @Test
    void nothing_said_is_nothing_settled_and_five_are_missing() {
        var progress = ArticleProgress.of(CONTENT, Map.of());
        assertThat(progress.settled()).isZero();
        assertThat(progress.total()).isEqualTo(5);
        assertThat(progress.missing()).hasSize(5);
        assertThat(progress.ready()).isFalse();
    }

    @Test
    void one_star_does_not_need_everything_done() {
        var progress = ArticleProgress.of(CONTENT, all("partly"));
        assertThat(progress.settled()).isEqualTo(5);
        assertThat(progress.ready()).isTrue();
    }

    @Test
    void five_times_not_yet_without_a_beginning_is_not_working_on_them() {
        var progress = ArticleProgress.of(CONTENT, all("not-yet"));
        assertThat(progress.settled()).isEqualTo(5);
        assertThat(progress.missing()).hasSize(5);
    }

    @Test
    void one_example_begun_is_a_beginning() {
        var states = all("not-yet");
        CONTENT.articles()
                .forEach(article -> states.put(article.examples().getFirst().id(), "partly"));
        assertThat(ArticleProgress.of(CONTENT, states).ready()).isTrue();
    }

    @Test
    void the_examples_suggest_nothing_while_one_is_open() {
        var states = examples("done");
        states.remove(PASSWORDS.examples().getLast().id());
        assertThat(suggestion(states)).isEqualTo("nothing");
    }

    @Test
    void all_examples_done_suggest_done() {
        assertThat(suggestion(examples("done"))).isEqualTo("done");
    }

    @Test
    void examples_that_do_not_apply_are_left_out() {
        var states = examples("done");
        states.put(PASSWORDS.examples().getFirst().id(), "not-applicable");
        assertThat(suggestion(states)).isEqualTo("done");
        assertThat(suggestion(examples("not-applicable"))).isEqualTo("not-applicable");
    }

    @Test
    void a_mixture_suggests_partly_and_no_beginning_not_yet() {
        var states = examples("not-yet");
        assertThat(suggestion(states)).isEqualTo("not-yet");
        states.put(PASSWORDS.examples().getFirst().id(), "done");
        assertThat(suggestion(states)).isEqualTo("partly");
    }

    @Test
    void a_suggestion_never_becomes_the_state() {
        var standing = ArticleProgress.of(CONTENT, examples("done")).of(PASSWORDS.id());
        assertThat(standing.state()).isNull();
        assertThat(standing.untouched()).isTrue();
    }

    private static String suggestion(Map<String, String> states) {
        return ArticleProgress.of(CONTENT, states)
                .of(PASSWORDS.id())
                .suggestion()
                .orElse("nothing");
    }

    private static Map<String, String> all(String state) {
        var states = new HashMap<String, String>();
        CONTENT.articles().forEach(article -> states.put(article.id(), state));
        return states;
    }

    private static Map<String, String> examples(String state) {
        var states = new HashMap<String, String>();
        PASSWORDS.examples().forEach(example -> states.put(example.id(), state));
        return states;
    }
}
