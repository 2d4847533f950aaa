package org.hoshimori.article;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// One line of the page as a browser sends it.
///
/// @param item id of the article or example, from the address
/// @param state id in the scale; absent while nothing is chosen
/// @param who the member who takes care of it
/// @param seenRevision what the writer had on the screen; 0 when there was nothing
record ArticleForm(
        String item,
        @Nullable String state,

        @Size(max = 2000, message = "web.problem.long")
        @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
        @Nullable
        String note,

        @Nullable UUID who,
        @Nullable Integer seenRevision) {

    AnswerChange toChange() {
        return new AnswerChange(
                item,
                state == null || state.isBlank() ? null : state,
                false,
                note == null || note.isBlank() ? null : note.strip(),
                who == null ? null : new MemberId(who),
                seenRevision == null ? 0 : seenRevision);
    }
}
