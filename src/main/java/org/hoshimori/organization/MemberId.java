package org.hoshimori.organization;

import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A person in a company, with or without a sign-in. Unique within the company.
public record MemberId(UUID value) {

    public static MemberId next() {
        return new MemberId(TimeOrderedId.next());
    }

    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
