package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// No text key is missing or unused, Japanese and English are complete and equal in shape. A failure prints the lines
/// to paste.
class MessagesTest {

    /// Looked up by Spring itself, by the name of a check or of a type.
    private static final Pattern FRAMEWORK =
            Pattern.compile("typeMismatch(\\..*)?|[A-Z][A-Za-z]+(\\..*)?|jakarta\\..*");

    private static final Pattern HALF_FINISHED = Pattern.compile(
            "(?i)\\b(TODO|FIXME|TBD|XXX|lorem)\\b|[?？]{3}" + "|[○〇◯●]{2}|ほげ|ふが|要確認|(後|あと)で書|翻訳待ち|[(（]仮[)）]|^\\s*$");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}、。「」・！？：（）～]+");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    /// The name of a language is written in that language.
    private static final Set<String> SELF_NAMES = Set.of("日本語", "やさしい日本語");

    static List<String> unequal(Tree tree) {
        var messages = Messages.of(tree);
        var faults = new ArrayList<String>();
        for (var room : messages.rooms()) {
            var japanese = Messages.texts(messages.japanese(), room);
            var english = Messages.texts(messages.english(), room);
            faults.addAll(paste(room + "_en", minus(japanese.keySet(), english.keySet())));
            faults.addAll(paste(room, minus(english.keySet(), japanese.keySet())));
        }
        return faults;
    }

    static List<String> undefined(Tree tree) {
        var messages = Messages.of(tree);
        var keys = messages.keys();
        var missing = new TreeMap<String, Set<String>>();
        var faults = new ArrayList<String>();
        BiConsumer<String, String> report = (key, place) -> {
            faults.add(place + ": no text for " + key);
            missing.computeIfAbsent(place.split("[/.]", -1)[roomAt(place)], _ -> new TreeSet<>())
                    .add(key);
        };
        messages.asked().forEach((key, place) -> {
            if (!keys.contains(key)) {
                report.accept(key, place);
            }
        });
        messages.named().forEach((key, place) -> {
            if (!keys.contains(key) && !messages.asked().containsKey(key) && hasSiblings(key, keys)) {
                report.accept(key, place);
            }
        });
        messages.prefixes().forEach((prefix, place) -> {
            var isKnown = keys.stream().anyMatch(key -> key.startsWith(prefix));
            if (!isKnown && messages.rooms().contains(prefix.split("\\.", 2)[0])) {
                faults.add(place + ": no text begins with " + prefix);
            }
        });
        missing.forEach((room, lacking) -> faults.addAll(paste(room, lacking)));
        return faults;
    }

    /// A string in the code that shares all but its last word with a key is taken for one.
    private static boolean hasSiblings(String key, Set<String> keys) {
        var group = key.substring(0, key.lastIndexOf('.') + 1);
        return group.indexOf('.') < group.length() - 1 && keys.stream().anyMatch(other -> other.startsWith(group));
    }

    /// `src/main/jte/<room>` or `src/main/java/org/hoshimori/<room>`.
    private static int roomAt(String place) {
        return place.startsWith("src/main/jte/") ? 3 : 5;
    }

    static List<String> unused(Tree tree) {
        var messages = Messages.of(tree);
        var faults = new ArrayList<String>();
        messages.japanese().forEach((room, texts) -> {
            var unused = texts.keySet().stream()
                    .filter(key -> !messages.isUsed(key))
                    .filter(key -> !FRAMEWORK.matcher(key).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
            unused.forEach(key -> faults.add(Messages.FOLDER + room + ".properties and " + room
                    + "_en.properties: nobody uses " + key + ", delete the line"));
        });
        return faults;
    }

    static List<String> doubled(Tree tree) {
        var faults = new ArrayList<String>();
        var owners = new TreeMap<String, String>();
        for (var path : tree.paths(Messages.FOLDER + ".*\\.properties")) {
            Messages.doubled(tree.text(path)).forEach(key -> faults.add(path + ": " + key + " stands twice"));
        }
        Messages.of(tree).japanese().forEach((room, texts) -> texts.keySet().forEach(key -> {
            var owner = owners.putIfAbsent(key, room);
            if (owner != null) {
                faults.add(key + " belongs to both '" + owner + "' and '" + room + "'");
            }
        }));
        return faults;
    }

    static List<String> badWords(Tree tree) {
        var messages = Messages.of(tree);
        var faults = new ArrayList<String>();
        messages.japanese()
                .forEach((room, texts) -> texts.forEach((key, text) -> {
                    if (HALF_FINISHED.matcher(text).find()) {
                        faults.add(room + ".properties: half-finished: " + key + "=" + text);
                    }
                    var english = Messages.texts(messages.english(), room).get(key);
                    if (english != null && !placeholders(text).equals(placeholders(english))) {
                        faults.add(room + "_en.properties: " + key + " has " + placeholders(english)
                                + ", the Japanese has " + placeholders(text));
                    }
                }));
        messages.english()
                .forEach((room, texts) -> texts.forEach((key, text) -> {
                    if (JAPANESE.matcher(text).find() && !SELF_NAMES.contains(text)) {
                        faults.add(room + "_en.properties: Japanese in English: " + key + "=" + text);
                    }
                    if (HALF_FINISHED.matcher(text).find()) {
                        faults.add(room + "_en.properties: half-finished: " + key + "=" + text);
                    }
                    if (PLACEHOLDER.matcher(text).find()
                            && text.replace("''", "").contains("'")) {
                        faults.add(
                                room + "_en.properties: ' would swallow the placeholder, write ’: " + key + "=" + text);
                    }
                }));
        return faults;
    }

    static List<String> wordsInPages(Tree tree) {
        return tree.paths("src/main/jte/.*\\.jte").stream()
                .flatMap(path -> {
                    var text = Tree.blank(tree.text(path), Messages.JTE_COMMENT);
                    return tree.find(path, text, JAPANESE).stream();
                })
                .map(found -> found + " (words live in " + Messages.FOLDER + ")")
                .toList();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(mark -> "{" + mark.replaceAll("\\D.*?(\\d+).*", "$1") + "}")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        var rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static List<String> paste(String file, Set<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return List.of("Paste into " + Messages.FOLDER + file + ".properties:\n"
                + keys.stream().map(key -> key + "=").collect(Collectors.joining("\n")));
    }

    @Test
    void japanese_and_english_have_the_same_keys() {
        House.holds(unequal(House.tree()));
    }

    @Test
    void every_text_that_is_asked_for_exists() {
        House.holds(undefined(House.tree()));
    }

    @Test
    void every_text_is_used() {
        House.holds(unused(House.tree()));
    }

    @Test
    void every_text_stands_once() {
        House.holds(doubled(House.tree()));
    }

    @Test
    void texts_are_finished_and_in_their_language() {
        House.holds(badWords(House.tree()));
    }

    @Test
    void pages_hold_no_words() {
        House.holds(wordsInPages(House.tree()));
    }

    @Test
    void barks_at_a_missing_translation_with_the_lines_to_paste() {
        assertThat(unequal(House.brokenTree("messages.txt")))
                .containsExactly(
                        "Paste into src/main/resources/messages/risk_en.properties:\nrisk.only.japanese=\nrisk.unused=",
                        "Paste into src/main/resources/messages/risk.properties:\nrisk.only.english=");
    }

    @Test
    void barks_at_a_missing_text_with_the_lines_to_paste() {
        assertThat(undefined(House.brokenTree("messages.txt")))
                .containsExactly(
                        "src/main/java/org/hoshimori/risk/TreatmentForm.java:4: no text for risk.form.nameless",
                        "src/main/jte/risk/risk.jte:3: no text for risk.missing",
                        "src/main/java/org/hoshimori/risk/RiskController.java:3: no text for risk.level.hihg",
                        "src/main/jte/risk/risk.jte:5: no text begins with risk.nothing.",
                        "Paste into src/main/resources/messages/risk.properties:\n"
                                + "risk.form.nameless=\nrisk.level.hihg=\nrisk.missing=");
    }

    @Test
    void barks_at_a_text_that_nobody_uses() {
        assertThat(unused(House.brokenTree("messages.txt")))
                .containsExactly("src/main/resources/messages/risk.properties and risk_en.properties:"
                        + " nobody uses risk.unused, delete the line");
    }

    @Test
    void barks_at_a_text_that_stands_twice() {
        assertThat(doubled(House.brokenTree("messages.txt")))
                .containsExactly(
                        "src/main/resources/messages/risk.properties: risk.title stands twice",
                        "risk.title belongs to both 'home' and 'risk'");
    }

    @Test
    void barks_at_half_finished_words() {
        assertThat(badWords(House.brokenTree("messages.txt")))
                .containsExactlyInAnyOrder(
                        "risk.properties: half-finished: risk.half=○○を書く",
                        "risk_en.properties: risk.count has [{0}], the Japanese has [{0}, {1}]",
                        "risk_en.properties: Japanese in English: risk.half=Write 対策",
                        "risk_en.properties: ' would swallow the placeholder, write ’: risk.count=It's {0,number}");
    }

    @Test
    void barks_at_words_in_a_page() {
        assertThat(wordsInPages(House.brokenTree("messages.txt")))
                .containsExactly("src/main/jte/risk/risk.jte:6: リスク (words live in src/main/resources/messages/)");
    }
}
