package org.hoshimori.organization;

import java.security.SecureRandom;

/// The short code by which a printed sheet finds its person: five letters and digits that cannot be mistaken for each
/// other.
final class PersonalCode {

    private static final String LETTERS = "ACDEFHJKLMNPQRTUVWXY34679";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PersonalCode() {}

    static String next() {
        var code = new StringBuilder();
        for (var i = 0; i < 5; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
