package org.hoshimori.respondent;

import org.hoshimori.content.SelfDiagnosis;
import org.jspecify.annotations.Nullable;

/// One question by itself, for a small screen.
///
/// @param all the page that it is a part of
record OneQuestionPage(QuestionsPage all, SelfDiagnosis.Question question) {

    /// From 1.
    int position() {
        return all.questions().indexOf(question) + 1;
    }

    SelfDiagnosis.@Nullable Question previous() {
        return position() == 1 ? null : all.questions().get(position() - 2);
    }

    SelfDiagnosis.@Nullable Question next() {
        return position() == all.total() ? null : all.questions().get(position());
    }
}
