package org.hoshimori.takeover;

import java.util.Locale;

/// What is wrong with a row, or was left out of it.
///
/// @param line of the file, from 1
/// @param field whose column it is about
/// @param reason word of the sentence's key; for a row that stands twice, the line of the other one follows
/// @param typed what stands there, shortened
record Trouble(int line, Column field, Weight weight, String reason, String typed) {

    private static final int SHOWN = 60;

    Trouble {
        var clean = typed.replaceAll("\\p{Cntrl}", " ");
        typed = clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }

    /// What comes of it.
    enum Weight {
        /// The row is not taken over.
        REFUSED,
        /// The row is taken over without it.
        NOTED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String key() {
        return "takeover.problem." + reason.split(" ", 2)[0];
    }

    /// What the sentence names: the other line, or what stands there.
    String named() {
        var words = reason.split(" ", 2);
        return words.length > 1 ? words[1] : typed;
    }
}
