package org.hoshimori.access;

import java.security.SecureRandom;
import java.util.Locale;

/// The code on the owner's paper: four groups of five letters that cannot be mistaken for each other, 92 bits.
final class RecoveryCode {

    private static final String LETTERS = "ACDEFHJKLMNPQRTUVWXY34679";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCode() {}

    static String next() {
        var letters = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return grouped(letters.toString());
    }

    /// The code as it was made, however somebody typed it from paper: small letters, spaces, no hyphens.
    static String read(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return grouped(letters.length() > 20 ? "" : letters);
    }

    private static String grouped(String letters) {
        return letters.replaceAll("(.{5})(?=.)", "$1-");
    }
}
