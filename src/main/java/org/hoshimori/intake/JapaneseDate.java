package org.hoshimori.intake;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A day as people write it: 2026/11/20, 2026-11-20, 20261120, 2026 with the signs for year, month and day, and the
/// same with an era (R8.11.20), its first year written in either way.
public final class JapaneseDate {

    private static final Pattern PARTS =
            Pattern.compile("(\\d{1,4})[./\\-\\u5e74](\\d{1,2})[./\\-\\u6708](\\d{1,2})[\\u65e5]?(?:[t ].*)?");
    private static final Pattern SPACES = Pattern.compile("\\s+(?!\\d{1,2}:)");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    /// Names of eras, each with its first year less one.
    private final Map<String, Integer> eras = new LinkedHashMap<>();

    private final String first;

    /// With the words of this room.
    public JapaneseDate() {
        this(new Words());
    }

    JapaneseDate(Words words) {
        for (var era : List.of("era.r", "era.h", "era.s")) {
            var names = words.list(era);
            names.subList(0, names.size() - 1)
                    .forEach(name -> eras.put(name.toLowerCase(Locale.ROOT), Integer.valueOf(names.getLast())));
        }
        first = words.list("era.first").getFirst();
    }

    /// Empty when the text is no day from 1900 to 2999.
    public Optional<LocalDate> read(String text) {
        var plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var closed = SPACES.matcher(plain).replaceAll("");
        for (var era : eras.entrySet()) {
            if (closed.startsWith(era.getKey())) {
                var rest = closed.substring(era.getKey().length());
                var bare = rest.startsWith(".") ? rest.substring(1) : rest;
                return day(bare.startsWith(first) ? "1" + bare.substring(first.length()) : bare, era.getValue());
            }
        }
        return day(closed, 0);
    }

    private static Optional<LocalDate> day(String text, int before) {
        var match = PARTS.matcher(text);
        if (!match.matches()) {
            match = DIGITS.matcher(text);
            if (before > 0 || !match.matches()) {
                return Optional.empty();
            }
        }
        try {
            var day = LocalDate.of(
                    before + Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)));
            return day.getYear() >= 1900 && day.getYear() < 3000 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
