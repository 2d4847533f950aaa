package org.hoshimori.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What a password must be: 12 to 128 characters, not on the list of common ones, not the address itself. No rules
/// of composition and no forced change (NIST SP 800-63B): length protects, rules make people write it down.
@Component
public class Passwords {

    private final Set<String> common;

    Passwords() {
        try (var lines = new ClassPathResource("access/common-passwords.txt").getInputStream()) {
            common = new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The key of the text that says what is wrong, or empty when the password is good.
    public Optional<String> problem(String password, String email) {
        var length = password.codePointCount(0, password.length());
        if (length < 12) {
            return Optional.of("access.password.short");
        }
        if (length > 128) {
            return Optional.of("access.password.long");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower) || lower.chars().distinct().count() < 4) {
            return Optional.of("access.password.common");
        }
        return lower.equals(email.toLowerCase(Locale.ROOT)) ? Optional.of("access.password.email") : Optional.empty();
    }
}
