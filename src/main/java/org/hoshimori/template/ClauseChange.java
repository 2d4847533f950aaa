package org.hoshimori.template;

/// What a company did to a clause of a template.
public sealed interface ClauseChange {

    String clauseId();

    /// Left out, for a reason that stays on record.
    record Left(String clauseId, String reason) implements ClauseChange {}

    /// Said in the company's own words, with the marks that [Clause.Readable] keeps.
    ///
    /// @param base what the template offered when it was reworded, as [Clause.Readable#offered]; empty when unknown
    record Reworded(String clauseId, String title, String markdown, String base) implements ClauseChange {}

    /// A clause of the company's own.
    ///
    /// @param afterClauseId behind which it stands; empty for the first place
    record Added(String clauseId, String afterClauseId, String title, String markdown) implements ClauseChange {}

    /// Moved behind another; empty for the first place.
    record Moved(String clauseId, String afterClauseId) implements ClauseChange {}
}
