package org.hoshimori.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// One place for colours and measures: part 2 of `tokens.css`. No inline style or script in a page, so that a strict
/// content-security policy holds.
class StylesTest {

    private static final String TOKENS = "src/main/resources/static/tokens.css";
    private static final String SHEETS = "src/main/resources/static/[^/]*\\.css";

    /// Colours that are in no token, with the reason.
    private static final Map<String, String> COLOURS = Map.ofEntries(
            entry("#f0b48d", "edge of a warning chip: --warn-sky darkened, decoration beside a word"),
            entry("#f0b3b3", "edge of a bad chip, notice, cell: --bad-sky darkened, decoration beside a word"),
            entry("#f0c9ae", "edge of a warning notice, cell: --warn-sky darkened, decoration"),
            entry("#f6fbf8", "ground of an ok notice: --ok-sky at half strength on white"),
            entry("#fff9f5", "ground of a warning notice: --warn-sky at half strength on white"),
            entry("#fff8f8", "ground of a bad notice: --bad-sky at half strength on white"),
            entry("#f3faf6", "ground of a low cell of the matrix: --ok-sky lighter than a chip"),
            entry("rgb(0 35 75 / 55%)", "veil behind a dialog: --night, half transparent"),
            entry("rgb(0 35 75 / 28%)", "shadow of a paper on the desk"),
            entry("rgb(0 35 75 / 30%)", "shadow of the bar that stays at the bottom"),
            entry("rgb(0 0 0 / 8%)", "hairline shadow of a paper on the desk"));

    /// Values of part 1 that have no meaning of their own in part 2, with the reason.
    private static final Map<Pattern, String> PART_ONE = Map.of(
            Pattern.compile("--size-\\d+|--radius-(\\d+|full)"),
                    "type and corners are scales, their number is the name",
            Pattern.compile("--white|--black"), "on the night, on fills and on paper",
            Pattern.compile("--light-blue-(100|200|300)"), "tints of an edge that is hovered, chosen or on the night",
            Pattern.compile("--gray-(50|100|536)"), "skeletons, tracks and the outline of a star ahead",
            Pattern.compile("--green-200|--yellow-50"), "edge of an ok notice, ground of a mark");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern DECLARED = Pattern.compile("(?<![\\w(-])(--[a-z0-9-]+)\\s*:");
    private static final Pattern USED = Pattern.compile("var\\(\\s*(--[a-z0-9-]+)");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}(?=[\\s;,)!])(?![^{}]*\\{)"
            + "|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\([^()]*\\)"
            + "|(?<=[:\\s,(])(?:white|black|red|green|blue|gr[ae]y|orange|yellow|navy|gold|silver|purple|pink|brown)"
            + "(?=[\\s;,)!])(?![^{}]*\\{)");

    private static final Pattern INLINE = Pattern.compile("(?i)(?<=[\\s\"'])style=\\S*"
            + "|<script(?![^>]*\\ssrc=)[^>]*>|<style[\\s>]|javascript:\\S*|hx-on[:-]\\S*"
            + "|(?<=[\\s\"'])on(?:click|dblclick|change|input|submit|load|error|key\\w+|mouse\\w+|focus\\w*|blur|toggle"
            + "|pointer\\w+|touch\\w+|scroll|resize|drag\\w*|drop|paste|copy|cut|animation\\w+|transition\\w+"
            + "|before\\w+|invalid|reset|select|wheel|message|hashchange|popstate|unload|pageshow|pagehide)=\\S*");

    static List<String> strangeTokens(Tree tree) {
        var faults = new ArrayList<String>();
        var tokens = tree.exists(TOKENS) ? tree.text(TOKENS) : "";
        var meaning = Math.max(0, tokens.indexOf("2. Meaning"));
        var values = all(DECLARED, tokens.substring(0, meaning));
        var meanings = all(DECLARED, tokens.substring(meaning));
        for (var path : sheets(tree)) {
            var text = Tree.blank(tree.text(path), COMMENT);
            var own = all(DECLARED, text);
            USED.matcher(text).results().forEach(use -> {
                var token = use.group(1);
                var place = path + ":" + Tree.line(text, use.start()) + ": ";
                var isException = PART_ONE.keySet().stream()
                        .anyMatch(allowed -> allowed.asMatchPredicate().test(token));
                if (!meanings.contains(token) && !own.contains(token) && !values.contains(token)) {
                    faults.add(place + token + " does not exist");
                } else if (values.contains(token) && !isException) {
                    faults.add(place + token + " is a value of part 1: use or add a meaning in part 2");
                }
            });
        }
        return faults;
    }

    static List<String> strangeColours(Tree tree) {
        return sheets(tree).stream()
                .flatMap(path -> tree.find(path, Tree.blank(tree.text(path), COMMENT), COLOUR).stream())
                .filter(found -> !COLOURS.containsKey(found.substring(found.indexOf(": ") + 2)))
                .map(found -> found + " is no token; the design has no such colour")
                .toList();
    }

    static List<String> inline(Tree tree) {
        return tree.paths("src/main/jte/.*\\.jte").stream()
                .flatMap(path -> tree.find(path, Tree.blank(tree.text(path), Messages.JTE_COMMENT), INLINE).stream())
                .map(found -> found + " (inline: the content-security policy forbids it)")
                .toList();
    }

    private static List<String> sheets(Tree tree) {
        return tree.paths(SHEETS).stream().filter(path -> !path.equals(TOKENS)).toList();
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void components_use_tokens_that_have_a_meaning() {
        House.holds(strangeTokens(House.tree()));
    }

    @Test
    void components_use_colours_of_the_design() {
        House.holds(strangeColours(House.tree()));
    }

    @Test
    void pages_hold_no_style_and_no_script() {
        House.holds(inline(House.tree()));
    }

    @Test
    void barks_at_a_token_without_meaning() {
        assertThat(strangeTokens(House.brokenTree("styles.txt")))
                .containsExactly(
                        "src/main/resources/static/styles.css:3: --red-1000 is a value of part 1:"
                                + " use or add a meaning in part 2",
                        "src/main/resources/static/styles.css:4: --nothing does not exist");
    }

    @Test
    void barks_at_a_colour_of_nobody() {
        var sheet = "src/main/resources/static/styles.css:";
        var why = " is no token; the design has no such colour";
        assertThat(strangeColours(House.brokenTree("styles.txt")))
                .containsExactly(
                        sheet + "5: #ff0000" + why,
                        sheet + "6: rgb(255 0 0 / 10%)" + why,
                        sheet + "7: red" + why,
                        sheet + "7: white" + why);
    }

    @Test
    void barks_at_inline_style_and_script() {
        var page = "src/main/jte/risk/risk.jte:";
        var why = " (inline: the content-security policy forbids it)";
        assertThat(inline(House.brokenTree("styles.txt")))
                .containsExactly(
                        page + "2: style=\"color:" + why,
                        page + "2: onclick=\"go()\">x</p>" + why,
                        page + "3: <script nonce=\"x\">" + why,
                        page + "5: javascript:go()\"" + why,
                        page + "5: hx-on:click=\"go()\">x</a>" + why);
    }
}
