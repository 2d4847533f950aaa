package org.hoshimori.scenario;

import java.text.Normalizer;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Sums as people type them: 10,000円 and １００００.
final class Yen {

    private Yen() {}

    /// The sum in yen, 0 to 999,999,999; empty for nothing and for anything else.
    static OptionalLong of(@Nullable String typed) {
        var digits = digits(typed);
        return digits.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    static boolean blank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private static String digits(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[,\\s¥\\u5186]", "");
    }
}
