package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents name only what exists, and stay short.
class DocsTest {

    private static final int README_LINES = 150;
    private static final int ADR_LINES = 60;

    private static final String DOCS = "README[^/]*\\.md|CONTRIBUTING\\.md|docs/.*\\.md";

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)(?:#[^)]*)?(?:\\s+\"[^\"]*\")?\\)");

    /// Commands, addresses, environment variables, options, media types, coordinates, figures;
    /// and what a run or a build makes.
    private static final Pattern NO_NAME = Pattern.compile(
            ".*\\s.*|.*://.*|[/~$\\-#.:].{0,1}|[/~$].*|-.*|[A-Z0-9_]+(=.*)?"
                    + "|(text|application|image|audio|video|font|multipart)/.*|[\\d./:-]+|(\\./)?(target|data)/.*|[\\w.-]+:[\\w.-]+(:.*)?");

    private static final Pattern FILE = Pattern.compile("\\.{0,2}[^:]*/[^:]*"
            + "|[\\w.<>*…-]+\\.(java|jte|css|js|html|ya?ml|json|md|properties|sql|xml|sh|ps1|lock|png|cmd)");

    private static final Pattern TYPE = Pattern.compile("@?([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)([.#(<].*)?");

    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)|(?m:^import\\s.*?\\.([A-Z]\\w*)\\b)");

    static List<String> unknown(Tree tree) {
        var types = types(tree);
        var faults = new ArrayList<String>();
        for (var path : tree.paths(DOCS)) {
            var text = Tree.blank(tree.text(path), FENCE);
            SPAN.matcher(text).results().forEach(span -> {
                var name = span.group(1).strip();
                var place = path + ":" + Tree.line(text, span.start()) + ": `" + name + "`";
                if (NO_NAME.matcher(name).matches()) {
                    return;
                }
                var type = TYPE.matcher(name);
                if (FILE.matcher(name).matches()) {
                    if (!isFile(tree, name)) {
                        faults.add(place + " is no path here");
                    }
                } else if (type.matches() && !types.contains(type.group(1))) {
                    faults.add(place + " is no type here");
                }
            });
        }
        return faults;
    }

    static List<String> deadLinks(Tree tree) {
        var faults = new ArrayList<String>();
        for (var path : tree.paths(DOCS + "|SECURITY\\.md|CHANGELOG\\.md")) {
            var text = Tree.blank(Tree.blank(tree.text(path), FENCE), SPAN);
            var folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
            LINK.matcher(text).results().forEach(link -> {
                var target = link.group(1);
                if (!target.matches("[a-z]+:.*") && !tree.exists(resolve(folder + target))) {
                    faults.add(path + ":" + Tree.line(text, link.start()) + ": the link " + target + " leads nowhere");
                }
            });
        }
        return faults;
    }

    static List<String> tooLong(Tree tree) {
        return Stream.concat(
                        longer(tree, "README[^/]*\\.md", README_LINES), longer(tree, "docs/adr/.*\\.md", ADR_LINES))
                .toList();
    }

    private static Stream<String> longer(Tree tree, String expression, int most) {
        return tree.paths(expression).stream()
                .filter(path -> tree.text(path).lines().count() > most)
                .map(path -> path + " has " + tree.text(path).lines().count() + " lines, at most " + most);
    }

    /// Exact, the end of a path, or with `<room>`, `*`, `**` and `…` for what differs.
    private static boolean isFile(Tree tree, String name) {
        var path = resolve(name.replaceFirst("^\\./", "").replaceFirst("/$", ""));
        if (tree.exists(path)) {
            return true;
        }
        var expression = new StringBuilder(path.contains("/") ? "" : "(.*/)?");
        var matcher = Pattern.compile("<[^>]*>|\\*\\*/|\\*+|…|[^<*…]+|<").matcher(path);
        while (matcher.find()) {
            var part = matcher.group();
            expression.append(
                    switch (part) {
                        case "**/" -> "(.*/)?";
                        case "**" -> ".*";
                        case "*", "…" -> "[^/]*";
                        default -> part.startsWith("<") ? "[^/]+" : Pattern.quote(part);
                    });
        }
        return !tree.paths(expression + "(/.*)?").isEmpty();
    }

    private static String resolve(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /// Declared or imported somewhere in the sources: `Clock` counts, a class long gone does not.
    private static Set<String> types(Tree tree) {
        var types = new HashSet<String>();
        for (var path : tree.paths("src/.*\\.java")) {
            types.add(path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length()));
            if (!path.startsWith("src/generated/")) {
                var code = JavaText.of(tree.text(path)).code();
                DECLARED.matcher(code)
                        .results()
                        .forEach(found -> types.add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        return types;
    }

    /// Every setting that an environment variable changes has its line.
    @Test
    void every_setting_is_explained_and_nothing_else_is() {
        var set = variables(
                House.tree().text("src/main/resources/application.yaml"), "\\$\\{((?:HOSHIMORI|SERVER)_[A-Z_]+)");
        var explained = variables(
                House.tree().text("docs/operations/configuration.md").replaceAll("(?s)\\nFor tests:.*", ""),
                "`((?:HOSHIMORI|SERVER)_[A-Z_]+)`");
        set.add("SERVER_PORT");
        assertThat(set).hasSizeGreaterThan(15);
        assertThat(explained).isEqualTo(set);
    }

    private static Set<String> variables(String text, String expression) {
        return Pattern.compile(expression)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void documents_name_only_what_exists() {
        House.holds(unknown(House.tree()));
    }

    @Test
    void links_lead_somewhere() {
        House.holds(deadLinks(House.tree()));
    }

    @Test
    void documents_are_short() {
        House.holds(tooLong(House.tree()));
    }

    @Test
    void barks_at_names_of_things_long_gone() {
        assertThat(unknown(House.brokenTree("docs.txt")))
                .containsExactly(
                        "README.md:2: `src/main/java/org/hoshimori/gone` is no path here",
                        "README.md:3: `GoneRegister` is no type here",
                        "README.md:4: `gone.css` is no path here",
                        "docs/tour.md:1: `src/main/jte/<room>/*.html` is no path here",
                        "docs/tour.md:2: `@Gone` is no type here");
    }

    @Test
    void barks_at_dead_links() {
        assertThat(deadLinks(House.brokenTree("docs.txt")))
                .containsExactly("docs/tour.md:3: the link ../GONE.md leads nowhere");
    }

    @Test
    void barks_at_long_documents() {
        var tree = Tree.parse("=== README.ja.md\n" + "a\n".repeat(151) + "=== docs/adr/0001.md\n" + "a\n".repeat(61)
                + "=== README.md\n" + "a\n".repeat(150));
        assertThat(tooLong(tree))
                .containsExactly(
                        "README.ja.md has 151 lines, at most 150", "docs/adr/0001.md has 61 lines, at most 60");
    }
}
