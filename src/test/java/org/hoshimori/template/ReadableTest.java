package org.hoshimori.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.content.Editions;
import org.hoshimori.template.Clause.Readable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadableTest {

    private static final Editions EDITIONS = Editions.shipped();
    private static final Templates TEMPLATES = TemplateFixtures.shipped(EDITIONS);
    private static final List<Blank> BLANKS = TEMPLATES.blanks("3.0", Locale.JAPANESE);
    private static final Facts TEAM = TemplateFixtures.team(BLANKS, EDITIONS);

    static List<Template> all() {
        return TEMPLATES.all("3.0", Locale.JAPANESE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_clause_kept_as_it_was_offered_says_what_the_template_says(Template template) {
        var readable = readable(template);
        for (var facts : List.of(TEAM, TemplateFixtures.alone(BLANKS))) {
            List<ClauseChange> changes = template.clauses().stream()
                    .<ClauseChange>map(clause -> reworded(readable, clause, facts))
                    .toList();
            assertThat(new Composer().compose(template, facts, changes).plainText())
                    .isEqualTo(
                            new Composer().compose(template, facts, List.of()).plainText());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobody_reads_a_mark(Template template) {
        var readable = readable(template);
        for (var clause : template.clauses()) {
            var offered = readable.offered(clause, TEAM);
            assertThat(offered).doesNotContain("{{", "}}", "[](", "\n\n\n");
            assertThat(readable.shown(readable.kept(offered))).isEqualTo(offered);
        }
    }

    @Test
    void a_reworded_clause_follows_a_fact_that_changes_later() {
        var template = TEMPLATES.template("3.0", "basic-policy", Locale.JAPANESE);
        var closing = template.clauses().getLast();
        var change = reworded(readable(template), closing, TEAM);
        var later = TEAM.with("organization.representative", "代表取締役 新任 太郎");
        assertThat(new Composer().compose(template, later, List.of(change)).plainText())
                .contains("代表取締役 新任 太郎");
        assertThat(readable(template).meanings(readable(template).offered(closing, later), later))
                .containsEntry("【代表者】", "代表取締役 新任 太郎");
    }

    @Test
    void letters_that_look_like_a_mark_stay_letters() {
        var template = TEMPLATES.template("3.0", "basic-policy", Locale.JAPANESE);
        var kept = readable(template).kept("{{organization.name}}と{{#each worries}}と【知らない名前】");
        var change = new ClauseChange.Reworded(template.clauses().getFirst().id(), "題", kept, "");
        assertThat(new Composer().compose(template, TEAM, List.of(change)).plainText())
                .contains("｛｛organization.name｝｝と｛｛#each worries｝｝と【知らない名前】");
    }

    private static ClauseChange reworded(Readable readable, Clause clause, Facts facts) {
        var offered = readable.offered(clause, facts);
        return new ClauseChange.Reworded(clause.id(), clause.title(), readable.kept(offered), offered);
    }

    private static Readable readable(Template template) {
        Map<String, String> titles = new HashMap<>();
        BLANKS.forEach(blank -> titles.put(blank.id(), blank.title()));
        Stream.of("controls", "worries", "organization.name").forEach(key -> titles.put(key, key));
        titles.put("organization.representative", "代表者");
        return new Readable(template, titles);
    }
}
