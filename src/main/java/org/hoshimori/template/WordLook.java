package org.hoshimori.template;

import org.jspecify.annotations.Nullable;

/// What stands around a composition in Word.
///
/// @param company in the header of every page
/// @param mark 見本 or 案 before it; empty for none
/// @param foot at the bottom of every page: revision and fingerprint; empty for none
/// @param template the company's own .docx, found without problems before; null for plain paper
public record WordLook(String company, String mark, String foot, byte @Nullable [] template) {

    /// Without a note at the bottom.
    public WordLook(String company, String mark, byte @Nullable [] template) {
        this(company, mark, "", template);
    }
}
