package org.hoshimori.organization;

import java.text.Normalizer;
import java.util.Optional;

/// 法人番号: 13 digits, the first a check digit = 9 − (Σ Pn·Qn mod 9), where Pn is the n-th digit from the right of the
/// other twelve and Qn is 1 for odd n, 2 for even n (法人番号の指定等に関する省令 第2条).
public record CorporateNumber(String digits) {

    public CorporateNumber {
        if (!valid(digits)) {
            throw new IllegalArgumentException("not a corporate number");
        }
    }

    /// Reads what people type: full-width digits, hyphens and spaces are accepted. Empty when it is not a valid number.
    public static Optional<CorporateNumber> parse(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}ー−]", "");
        return valid(digits) ? Optional.of(new CorporateNumber(digits)) : Optional.empty();
    }

    /// Whether the twelve digits begin with 9999, as those of our samples do: no registry office has that code.
    public static boolean ofTestData(String digits) {
        return digits.startsWith("9999", 1);
    }

    private static boolean valid(String digits) {
        return digits.matches("[0-9]{13}") && digits.charAt(0) - '0' == checkDigit(digits.substring(1));
    }

    private static int checkDigit(String base) {
        var sum = 0;
        for (var n = 1; n <= 12; n++) {
            sum += (base.charAt(12 - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }

    @Override
    public String toString() {
        return digits;
    }
}
