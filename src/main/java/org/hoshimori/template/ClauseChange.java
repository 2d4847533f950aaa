package org.hoshimori.template;

/// What a company did to a clause of a template.
public sealed interface ClauseChange {

    String clauseId();

    /// The company's own words in English, with marks; both empty where nobody has written them.
    record English(String title, String markdown) {

        public static final English NONE = new English("", "");

        public boolean written() {
            return !markdown.isEmpty();
        }
    }

    /// Left out, for a reason that stays on record.
    record Left(String clauseId, String reason) implements ClauseChange {}

    /// Said in the company's own words, with the marks that [Clause.Readable] keeps.
    ///
    /// @param base what the template offered when it was reworded, as [Clause.Readable#offered]; empty when unknown
    record Reworded(String clauseId, String title, String markdown, String base, English english)
            implements ClauseChange {

        /// In Japanese alone.
        public Reworded(String clauseId, String title, String markdown, String base) {
            this(clauseId, title, markdown, base, English.NONE);
        }
    }

    /// A clause of the company's own.
    ///
    /// @param afterClauseId behind which it stands; empty for the first place
    record Added(String clauseId, String afterClauseId, String title, String markdown, English english)
            implements ClauseChange {

        /// In Japanese alone.
        public Added(String clauseId, String afterClauseId, String title, String markdown) {
            this(clauseId, afterClauseId, title, markdown, English.NONE);
        }

        /// The same behind another clause.
        public Added behind(String other) {
            return new Added(clauseId, other, title, markdown, english);
        }
    }

    /// Moved behind another; empty for the first place.
    record Moved(String clauseId, String afterClauseId) implements ClauseChange {}
}
