package org.hoshimori.access;

import java.util.UUID;

/// A person's way in: one e-mail address, any number of companies.
public record SignInId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
