package org.hoshimori.intake;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A day as people write it: 2026/11/20, 2026-11-20, 20261120, 2026 with the signs for year, month and day, and the
/// same with an era (R8.11.20), its first year written in either way.
public final class JapaneseDate {

    private static final Pattern PARTS =
            Pattern.compile("(\\d{1,4})[./\\-\\u5e74](\\d{1,2})[./\\-\\u6708](\\d{1,2})[\\u65e5]?(?:[t ].*)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private final Words words;

    /// With the words of this room.
    public JapaneseDate() {
        this(new Words());
    }

    JapaneseDate(Words words) {
        this.words = words;
    }

    /// Empty when the text is no day from 1900 to 2999.
    public Optional<LocalDate> read(String text) {
        var plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var closed = plain.replaceAll("\\s+(?!\\d{1,2}:)", "");
        for (var era : new String[] {"era.r", "era.h", "era.s"}) {
            var names = words.list(era);
            for (var name : names.subList(0, names.size() - 1)) {
                var start = name.toLowerCase(Locale.ROOT);
                if (closed.startsWith(start)) {
                    var rest = closed.substring(start.length()).replaceFirst("^\\.", "");
                    var first = words.list("era.first").getFirst();
                    return day(
                            rest.startsWith(first) ? "1" + rest.substring(first.length()) : rest,
                            Integer.parseInt(names.getLast()));
                }
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
