package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Words that would be untrue. SECURITY ACTION is a declaration of one's own: nobody awards it
/// (IPA, conditions of use).
class WordsTest {

    private static final String TEXTS = "(src/main|content|docs)/.*|[^/]*\\.md";

    /// At most twelve characters between, over the end of a line too.
    private static final Pattern AWARDED =
            Pattern.compile("(SECURITY\\s+ACTION|[一二]つ星|[★☆]{1,2}[一二]つ星)[\\s\\S]{0,12}?(認定|取得)");

    /// Homes of users, and the folders of the machine that this was built on; not a URL, nor a folder called home.
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.\\-/}~])/(home|Users)/[\\w.-]+/[\\w.-]+"
            + "|(?<![\\w.\\-/}~])/(root|work/(main|shared))/[\\w.-]+"
            + "|\\b[A-Z]:\\\\{1,2}Users\\\\\\S*"
            + "|file:///(?!\\$)[\\w/.-]+");

    static List<String> untrue(Tree tree) {
        return find(tree, AWARDED, " (a declaration is made, not awarded: 宣言する)");
    }

    static List<String> machines(Tree tree) {
        return find(tree, MACHINE, " (a path of one machine)");
    }

    private static List<String> find(Tree tree, Pattern pattern, String why) {
        return tree.texts(TEXTS).stream()
                .flatMap(path -> tree.find(path, tree.text(path), pattern).stream())
                .map(found -> found + why)
                .toList();
    }

    @Test
    void nobody_awards_a_star() {
        House.holds(untrue(House.tree()));
    }

    @Test
    void no_path_of_one_machine() {
        House.holds(machines(House.tree()));
    }

    @Test
    void barks_at_an_awarded_star() {
        assertThat(untrue(House.brokenTree("words.txt")))
                .containsExactly(
                        "content/editions/3.1/laws.yaml:1: 二つ星の 認定 (a declaration is made, not awarded: 宣言する)",
                        "docs/tour.md:1: SECURITY ACTIONを取得 (a declaration is made, not awarded: 宣言する)",
                        "src/main/resources/messages/home.properties:1: 一つ星を取得 (a declaration is made, not awarded: 宣言する)");
    }

    @Test
    void barks_at_the_path_of_one_machine() {
        assertThat(machines(House.brokenTree("words.txt")))
                .containsExactly(
                        "README.md:1: /home/yuki/hoshimori (a path of one machine)",
                        "README.md:2: C:\\Users\\yuki (a path of one machine)",
                        "src/main/java/org/hoshimori/file/Files.java:1: /root/files (a path of one machine)");
    }
}
