package org.hoshimori.trial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// The random number of 128 bits by which a browser finds its attempt again. Only its SHA-256 is stored, so that a copy
/// of the database opens nobody's answers.
record TrialToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static TrialToken next() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new TrialToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
