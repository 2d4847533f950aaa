package org.hoshimori.assessment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// One answering of one questionnaire of one edition. Open until the responsible person closes it; then it never
/// changes.
///
/// @param questionnaire id of the questionnaire in the content, for example `self-diagnosis`
/// @param edition of the guideline, for example `3.0`
/// @param scope what is looked at, in the company's words; null for the whole company
/// @param basedOn the earlier round whose answers were carried over
/// @param asked the questions asked anew; null for all
/// @param total points, −25 to 100 for the 25 questions; null while open and for the five articles
public record Round(
        RoundId id,
        String questionnaire,
        String edition,
        String name,
        LocalDate startedOn,
        @Nullable String scope,
        @Nullable RoundId basedOn,
        @Nullable List<String> asked,
        MemberId openedBy,
        @Nullable OffsetDateTime closedAt,
        @Nullable Integer total) {

    /// The 25 questions.
    public static final String SELF_DIAGNOSIS = "self-diagnosis";

    /// The five articles; their one round stays open.
    public static final String FIVE_ARTICLES = "five-articles";

    public boolean closed() {
        return closedAt != null;
    }
}
