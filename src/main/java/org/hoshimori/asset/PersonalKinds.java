package org.hoshimori.asset;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// Which kinds of personal data an asset holds; any of them makes it of the highest importance (table 11).
public record PersonalKinds(Set<Kind> kinds) {

    public static final PersonalKinds NONE = new PersonalKinds(Set.of());

    /// 個人情報, 要配慮個人情報, マイナンバー.
    public enum Kind {
        PERSONAL("personal"),
        SPECIAL_CARE("special-care"),
        MY_NUMBER("my-number");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /// The word in forms and message keys.
        public String id() {
            return id;
        }
    }

    public PersonalKinds {
        kinds = Set.copyOf(kinds);
    }

    /// Those of the words that are known.
    static PersonalKinds of(Collection<String> ids) {
        var kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(Kind.values()).filter(kind -> ids.contains(kind.id)).forEach(kinds::add);
        return new PersonalKinds(kinds);
    }

    public boolean has(Kind kind) {
        return kinds.contains(kind);
    }

    public boolean none() {
        return kinds.isEmpty();
    }
}
