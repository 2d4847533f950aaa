package org.hoshimori.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In which words a document can be read. The Japanese text is the one that a company adopts; the others say the same
/// to those who read them more easily.
public enum Language {
    JAPANESE("ja", Locale.JAPANESE),
    /// やさしい日本語: short sentences, easy words, readings behind hard ones.
    EASY("easy", Locale.JAPANESE),
    ENGLISH("en", Locale.ENGLISH);

    private final String id;
    private final Locale locale;

    Language(String id, Locale locale) {
        this.id = id;
        this.locale = locale;
    }

    /// The word in addresses, in the database and in message keys.
    public String id() {
        return id;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Language> of(String id) {
        return Arrays.stream(values())
                .filter(language -> language.id.equals(id))
                .findFirst();
    }

    /// The language for somebody who reads pages in a locale.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : JAPANESE;
    }
}
