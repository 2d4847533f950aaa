package org.hoshimori.asset;

import java.util.Optional;

/// What it would mean if the asset became known (機密性), wrong (完全性) or unusable (可用性): 0 to 2 each, whatever the
/// method; method 3.1 shows them as 1 to 3. Errors: `IllegalArgumentException` outside of that.
public record Cia(int confidentiality, int integrity, int availability) {

    public Cia {
        if (outside(confidentiality) || outside(integrity) || outside(availability)) {
            throw new IllegalArgumentException("0 to 2");
        }
    }

    private static boolean outside(int value) {
        return value < 0 || value > 2;
    }

    int highest() {
        return Math.max(confidentiality, Math.max(integrity, availability));
    }

    /// The same with another figure in one field; empty outside of 0 to 2, and for a field that there is not.
    Optional<Cia> with(String field, int value) {
        if (outside(value)) {
            return Optional.empty();
        }
        return switch (field) {
            case "confidentiality" -> Optional.of(new Cia(value, integrity, availability));
            case "integrity" -> Optional.of(new Cia(confidentiality, value, availability));
            case "availability" -> Optional.of(new Cia(confidentiality, integrity, value));
            default -> Optional.empty();
        };
    }

    Cia keepingSecretLike(Cia other) {
        return new Cia(other.confidentiality, integrity, availability);
    }
}
