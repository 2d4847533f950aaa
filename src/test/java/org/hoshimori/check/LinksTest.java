package org.hoshimori.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.content.Editions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Editions EDITIONS = Editions.shipped();

    @Test
    void what_is_linked_agrees_or_makes_it_partly() {
        assertThat(common(1, 1)).contains(1);
        assertThat(common(3, 3)).contains(3);
        assertThat(common(1, 3)).contains(2);
        assertThat(common(2)).contains(2);
        assertThat(common(1, 2)).contains(2);
    }

    @Test
    void what_does_not_apply_drops_out_and_what_is_not_known_says_nothing() {
        assertThat(common(4, 1)).contains(1);
        assertThat(common(4, 4)).isEmpty();
        assertThat(common(1, null)).isEmpty();
        assertThat(common()).isEmpty();
    }

    @Test
    void an_answer_to_a_question_is_a_figure_of_the_items() {
        assertThat(Links.figure("implemented", false)).isEqualTo(1);
        assertThat(Links.figure("partly", false)).isEqualTo(2);
        assertThat(Links.figure("not", false)).isEqualTo(3);
        assertThat(Links.figure("unknown", false)).isEqualTo(3);
        assertThat(Links.figure("implemented", true)).isEqualTo(4);
    }

    @Test
    void most_items_belong_to_a_question_and_every_question_to_an_item() {
        var edition = EDITIONS.standard(Locale.JAPANESE);
        var links = Links.of(edition.selfDiagnosis());
        assertThat(links.questions()).hasSize(43);
        assertThat(links.of("no-such-item")).isEmpty();
        assertThat(edition.selfDiagnosis().questions())
                .allSatisfy(
                        question -> assertThat(question.links().checkItems()).isNotEmpty());
    }

    @Test
    void one_side_suggests_to_the_other() {
        var diagnosis = EDITIONS.standard(Locale.JAPANESE).selfDiagnosis();
        var links = Links.of(diagnosis);
        assertThat(links.forItems(Map.of("antivirus", 1)))
                .containsEntry("antivirus-used", 1)
                .doesNotContainKey("server-vulnerabilities");
        assertThat(links.forItems(Map.of("antivirus", 1, "os-up-to-date", 3)))
                .containsEntry("server-vulnerabilities", 2);
        var said = new HashMap<String, Integer>();
        said.put("antivirus-used", 1);
        assertThat(Links.forQuestions(diagnosis, said)).isEmpty();
        said.put("server-vulnerabilities", 1);
        assertThat(Links.forQuestions(diagnosis, said)).isEqualTo(Map.of("antivirus", "implemented"));
        said.put("server-vulnerabilities", 2);
        said.put("automatic-updates", 3);
        assertThat(Links.forQuestions(diagnosis, said))
                .isEqualTo(Map.of("antivirus", "partly", "os-up-to-date", "partly"));
    }

    private static Optional<Integer> common(@Nullable Integer... answers) {
        List<@Nullable Integer> list = Arrays.asList(answers);
        return Links.common(list);
    }
}
