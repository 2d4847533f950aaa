package org.hoshimori.document;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far one document of a company is.
///
/// @param template id of the document
/// @param revision in force, or approved for a later day; null before the first approval
/// @param changed the facts that changed since the revision in force was approved, as far as it uses them
public record DocumentStanding(
        String template, State state, @Nullable Revision revision, List<FactChange> changed) {

    public DocumentStanding {
        changed = List.copyOf(changed);
    }

    /// One fact, then and now, in words.
    ///
    /// @param key as the template writes it, for example `organization.name`
    public record FactChange(String key, String title, String before, String now) {}

    /// Where a document is on its way. Whoever changes one that is in force begins a new draft; what is in force stays
    /// in force until the next revision takes its place.
    public enum State {
        /// Nobody has touched it; it can be read as it would be.
        PROPOSED,
        DRAFT,
        IN_REVIEW,
        /// Approved, and its day is still to come.
        APPROVED,
        IN_FORCE;

        /// The word in message keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// 見直しをおすすめします.
    public boolean reviewRecommended() {
        return !changed.isEmpty();
    }

    DocumentStanding with(List<FactChange> changes) {
        return new DocumentStanding(template, state, revision, changes);
    }
}
