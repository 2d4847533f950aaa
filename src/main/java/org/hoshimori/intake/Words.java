package org.hoshimori.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.Overriding;

/// What people write in their registers: names of columns, yes and no, eras. Read from `intake/words.properties`.
final class Words {

    private static final int LONGEST_HEADING = 60;
    private static final Pattern BRACKETS =
            Pattern.compile("[(\\[{\\u3010\\u300c\\u3014<].*?[)\\]}\\u3011\\u300d\\u3015>]");
    private static final Pattern NUMBER = Pattern.compile("^[0-9]+[.)]|^[\\u2460-\\u2473]");
    private static final Pattern SIGNS = Pattern.compile("[\\u30fb\\uff65:*/,\\u3001_\\u203b.-]");

    private final Properties words = new Properties();
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Boolean> truths = new HashMap<>();
    private final Map<String, Overriding.Reason> reasons = new HashMap<>();

    Words() {
        try (var in = Words.class.getResourceAsStream("/intake/words.properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var column : Column.values()) {
            list("column." + column.id()).forEach(name -> columns.put(heading(name), column));
        }
        truths.put("", false);
        list("no").forEach(no -> truths.put(Asset.folded(no), false));
        list("yes").forEach(yes -> truths.put(Asset.folded(yes), true));
        for (var reason : Overriding.Reason.values()) {
            list("reason." + reason.id()).forEach(word -> reasons.put(Asset.folded(word), reason));
        }
    }

    List<String> list(String key) {
        return List.of(words.getProperty(key, "").split(","));
    }

    /// The column that a heading names, however it is written: width, spaces and what stands in brackets do not count.
    Optional<Column> column(String heading) {
        return Optional.ofNullable(columns.get(heading(heading)));
    }

    /// The official heading of a column.
    String official(Column column) {
        return list("column." + column.id()).getFirst();
    }

    /// A heading as it is compared: width, spaces and what stands in brackets do not count. Long texts are no heading.
    static String heading(String text) {
        if (text.length() > LONGEST_HEADING) {
            return "";
        }
        var folded = Asset.folded(text);
        var bare = BRACKETS.matcher(folded).replaceAll("");
        return SIGNS.matcher(NUMBER.matcher(bare.isEmpty() ? folded : bare).replaceAll(""))
                .replaceAll("");
    }

    /// Yes, no, or empty for a word that is neither. Nothing at all means no.
    Optional<Boolean> truth(String text) {
        return text.length() > LONGEST_HEADING ? Optional.empty() : Optional.ofNullable(truths.get(Asset.folded(text)));
    }

    /// The reason that overrides which a word names.
    Optional<Overriding.Reason> reason(String text) {
        return Optional.ofNullable(reasons.get(Asset.folded(text)));
    }
}
