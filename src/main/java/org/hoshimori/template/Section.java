package org.hoshimori.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A composed clause under its number.
///
/// @param clauseId id of the clause; `preamble`, `supplement` and `revisions` for the parts that are no clause
/// @param label 第3条, 1., 様式1 …; empty where there is no number
/// @param inJapanese sentence in English which says that the words are in Japanese; null where all of the document is
///     in one language
public record Section(
        String clauseId,
        String label,
        Kind kind,
        String title,
        List<Block> blocks,
        @Nullable String inJapanese) {

    /// In the language of its document.
    public Section(String clauseId, String label, Kind kind, String title, List<Block> blocks) {
        this(clauseId, label, kind, title, blocks, null);
    }

    /// What the number counts.
    public enum Kind {
        PREAMBLE,
        ARTICLE,
        PART,
        FORM,
        CLOSING,
        /// Day, company and representative under the text; its title is not written.
        SIGNATURE
    }

    /// Whether its title is written above it.
    public boolean headed() {
        return kind != Kind.PREAMBLE && kind != Kind.SIGNATURE;
    }

    /// Number and title as they are written: 第3条（パスワード）, 1. 経営者の責任.
    public String heading() {
        return switch (kind) {
            case PREAMBLE, SIGNATURE -> title;
            case ARTICLE -> label + "\uFF08" + title + "\uFF09";
            case PART, FORM, CLOSING -> label.isEmpty() ? title : label + "\u3000" + title;
        };
    }
}
