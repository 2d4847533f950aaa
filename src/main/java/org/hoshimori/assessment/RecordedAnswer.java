package org.hoshimori.assessment;

import java.time.OffsetDateTime;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// What a respondent has said to one question.
///
/// @param answer id in the scale of the questionnaire; null while there is only a comment
/// @param notApplicable "such a thing does not exist here": counts as the content says (独自の目安), the reason stands in
/// `comment`
/// @param responsible who takes care of it (five articles)
/// @param revision 1 for the first saying, one more with each change
public record RecordedAnswer(
        RespondentId respondent,
        String question,
        @Nullable String answer,
        boolean notApplicable,
        @Nullable String comment,
        @Nullable MemberId responsible,
        int revision,
        String by,
        OffsetDateTime at) {}
