package org.hoshimori.assessment;

import java.util.Objects;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// A new answer as somebody gives it.
///
/// @param question id of the question
/// @param answer id in the scale; null removes the answer and keeps the comment
/// @param comment up to 2,000 characters
/// @param seenRevision the revision the writer had on the screen; 0 when there was none
public record AnswerChange(
        String question,
        @Nullable String answer,
        boolean notApplicable,
        @Nullable String comment,
        @Nullable MemberId responsible,
        int seenRevision) {

    /// Whether it says what is there already, so that sending it twice does no harm.
    public boolean same(RecordedAnswer there) {
        return Objects.equals(answer, there.answer())
                && notApplicable == there.notApplicable()
                && Objects.equals(comment, there.comment())
                && Objects.equals(responsible, there.responsible());
    }
}
