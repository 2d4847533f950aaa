package org.hoshimori.takeover;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.content.Edition;

/// What people write in lists of declarations: names of columns, stars, kinds. Read from `takeover/words.properties`.
final class Words {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern AFTER_LETTER = Pattern.compile("^([a-t])[:.、，,・_\\-]");

    private final Properties words = new Properties();
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    Words() {
        try (var in = Words.class.getResourceAsStream("/takeover/words.properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var column : Column.values()) {
            list("column." + column.id()).forEach(name -> columns.putIfAbsent(heading(name), column));
        }
        words.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("column."))
                .forEach(key ->
                        values.put(key, list(key).stream().map(Words::folded).collect(Collectors.toUnmodifiableSet())));
    }

    private List<String> list(String key) {
        return Arrays.asList(words.getProperty(key, "").split(","));
    }

    /// The column that a heading names, however it is written: width, spaces and what stands in brackets do not count.
    Optional<Column> column(String heading) {
        return Optional.ofNullable(columns.get(heading(heading)));
    }

    /// The official heading of a column.
    String official(Column column) {
        return list("column." + column.id()).getFirst();
    }

    /// Whether a text is one of the words under a key.
    boolean says(String key, String text) {
        return values.getOrDefault(key, Set.of()).contains(folded(text));
    }

    /// Whether a name tells that it is a company's.
    boolean company(String name) {
        var plain = folded(name);
        return values.getOrDefault("company", Set.of()).stream().anyMatch(plain::contains);
    }

    /// In half width, small letters, without spaces.
    static String folded(String text) {
        var narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(narrow).replaceAll("");
    }

    /// An industry as it is written, without the sign between its letter and its name.
    static String industry(String text) {
        return AFTER_LETTER.matcher(folded(text)).replaceFirst("$1");
    }

    /// Letters of industries by every way to write them: the letter, the name, both.
    ///
    /// @param editions the shipped one, then as the operator words it: where one name means two, the last counts
    static Map<String, String> industries(Edition... editions) {
        var industries = new HashMap<String, String>();
        for (var edition : editions) {
            for (var one : edition.industries()) {
                var letter = folded(one.code());
                industries.put(letter, one.code());
                industries.put(industry(one.title()), one.code());
                industries.put(letter + folded(one.title()), one.code());
            }
        }
        return industries;
    }

    private static String heading(String text) {
        var folded = folded(text);
        var bare = folded.replaceAll("[(\\[{\\u3010\\u300c<].*?[)\\]}\\u3011\\u300d>]", "");
        return (bare.isEmpty() ? folded : bare)
                .replaceAll("^[0-9]+[.)]", "")
                .replaceAll("[\\u30fb\\uff65:*/,\\u3001_\\u203b.\\-]", "");
    }
}
