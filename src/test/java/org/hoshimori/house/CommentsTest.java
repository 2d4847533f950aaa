package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/// A comment says what the code cannot: which rule of the field, which danger, why not the obvious way.
class CommentsTest {

    private static final String JAVA = "src/(main|test|bench)/.*\\.java";
    private static final String OTHER_TEXTS =
            "src/main/(jte|resources)/.*\\.(jte|css|js|sql|properties|ya?ml)|content/.*\\.ya?ml";

    /// With a number it is a plan, without one a wish.
    private static final Pattern WISH = Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?!\\W{0,3}#\\d).*");

    private static final Pattern CODE = Pattern.compile("//[^/].*[;{}]\\s*");
    private static final Pattern LICENCE = Pattern.compile("(?i)copyright|licen[sc]ed|SPDX-");

    static List<String> unsaid(Tree tree) {
        var faults = new ArrayList<String>();
        for (var source : JavaSource.all(tree, "src/main/java/.*\\.java")) {
            for (var type : source.unit().getTypeDecls()) {
                if (type instanceof ClassTree named
                        && named.getModifiers().getFlags().contains(Modifier.PUBLIC)
                        && !lineBefore(source.text(), source.start(type)).startsWith("///")) {
                    faults.add(source.path() + ":" + source.line(source.start(type)) + ": public "
                            + named.getSimpleName() + " lacks one `///` sentence on what it is");
                }
            }
        }
        return faults;
    }

    private static String lineBefore(String text, int offset) {
        return text.substring(0, offset)
                .stripTrailing()
                .lines()
                .reduce("", (_, line) -> line)
                .strip();
    }

    static List<String> unwanted(Tree tree) {
        var faults = new ArrayList<String>();
        for (var path : tree.paths(JAVA)) {
            var text = tree.text(path);
            var firstCode = text.indexOf("\npackage ");
            var before = -1;
            for (var comment : JavaText.of(text).comments()) {
                var place = path + ":" + comment.line() + ": ";
                if (comment.line() == before + 1 && isTorn(text, comment)) {
                    faults.add(place + "torn comment: start every line with ///, at most 120 characters");
                }
                before = comment.text().startsWith("///") ? comment.line() : -1;
                if (comment.text().startsWith("/**")) {
                    faults.add(place + "write /// instead of /** */");
                }
                if (comment.text().contains("@author")) {
                    faults.add(place + "no @author: git knows");
                }
                if (WISH.matcher(comment.text()).find()) {
                    faults.add(place + "no TODO without an issue: write TODO #12 or do it");
                }
                if (CODE.matcher(comment.text()).matches()) {
                    faults.add(place + "no code in comments: git keeps it");
                }
                if (comment.offset() < firstCode
                        && LICENCE.matcher(comment.text()).find()) {
                    faults.add(place + "no licence header: LICENSE says it once");
                }
            }
        }
        for (var path : tree.texts(OTHER_TEXTS)) {
            faults.addAll(tree.find(path, tree.text(path), WISH));
        }
        return faults;
    }

    /// The formatter breaks a long `///` line and starts the rest with `//`, which javadoc does not read.
    private static boolean isTorn(String text, JavaText.Comment comment) {
        var line = text.substring(text.lastIndexOf('\n', comment.offset()) + 1, comment.offset());
        return line.isBlank() && !comment.text().startsWith("///");
    }

    @Test
    void every_public_type_says_what_it_is() {
        House.holds(unsaid(House.tree()));
    }

    @Test
    void comments_carry_no_noise() {
        House.holds(unwanted(House.tree()));
    }

    @Test
    void barks_at_a_public_type_without_words() {
        assertThat(unsaid(House.brokenTree("comments.txt")))
                .containsExactlyInAnyOrder(
                        "src/main/java/org/hoshimori/risk/Silent.java:3: public Silent lacks one `///` sentence on what it is",
                        "src/main/java/org/hoshimori/risk/Old.java:7: public Old lacks one `///` sentence on what it is");
    }

    @Test
    void barks_at_noise() {
        var place = "src/main/java/org/hoshimori/risk/Old.java:";
        assertThat(unwanted(House.brokenTree("comments.txt")))
                .containsExactly(
                        "src/main/java/org/hoshimori/risk/Fine.java:4: torn comment:"
                                + " start every line with ///, at most 120 characters",
                        place + "1: no licence header: LICENSE says it once",
                        place + "4: write /// instead of /** */",
                        place + "4: no @author: git knows",
                        place + "8: no TODO without an issue: write TODO #12 or do it",
                        place + "10: no code in comments: git keeps it",
                        "src/main/jte/risk/risk.jte:1: TODO a better picture --%>");
    }
}
