package org.hoshimori.asset;

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

    Cia keepingSecretLike(Cia other) {
        return new Cia(other.confidentiality, integrity, availability);
    }
}
