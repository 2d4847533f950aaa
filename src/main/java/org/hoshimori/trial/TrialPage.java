package org.hoshimori.trial;

import java.util.List;
import java.util.Map;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.content.SelfDiagnosis.Question;
import org.jspecify.annotations.Nullable;

/// The 25 questions as somebody without a sign-in answers them.
///
/// @param answers id of the answer by id of the question
/// @param missing the questions to point at, because somebody asked for the result too early
record TrialPage(SelfDiagnosis diagnosis, Map<String, String> answers, List<Question> missing) {

    List<Question> questions(SelfDiagnosis.Part part) {
        return diagnosis.questionsOf(part);
    }

    long answered(SelfDiagnosis.Part part) {
        return questions(part).stream()
                .filter(question -> answers.containsKey(question.id()))
                .count();
    }

    @Nullable
    String chosen(String question) {
        return answers.get(question);
    }

    /// The page of somebody who wanted the result; it points at what is still open.
    static TrialPage early(SelfDiagnosis diagnosis, Map<String, String> answers) {
        var missing = diagnosis.questions().stream()
                .filter(question -> !answers.containsKey(question.id()))
                .toList();
        return new TrialPage(diagnosis, answers, missing);
    }
}
