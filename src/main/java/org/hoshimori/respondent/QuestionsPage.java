package org.hoshimori.respondent;

import java.util.List;
import java.util.Map;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.content.SelfDiagnosis;
import org.jspecify.annotations.Nullable;

/// The questions as one respondent answers them.
///
/// @param answers what this respondent has said, by question
/// @param leads whether the reader may go on to close the round
record QuestionsPage(
        Round round,
        Respondent respondent,
        SelfDiagnosis diagnosis,
        Map<String, RecordedAnswer> answers,
        boolean leads) {

    List<SelfDiagnosis.Question> questions(SelfDiagnosis.Part part) {
        return diagnosis.questionsOf(part).stream()
                .filter(question -> respondent.asks(question.id()))
                .toList();
    }

    long total() {
        return diagnosis.questions().stream()
                .filter(question -> respondent.asks(question.id()))
                .count();
    }

    long answered() {
        return answers.values().stream()
                .filter(answer -> answer.answer() != null)
                .count();
    }

    long answered(SelfDiagnosis.Part part) {
        return questions(part).stream()
                .filter(question -> chosen(question.id()) != null)
                .count();
    }

    @Nullable
    String chosen(String question) {
        var answer = answers.get(question);
        return answer == null ? null : answer.answer();
    }

    int revision(String question) {
        var answer = answers.get(question);
        return answer == null ? 0 : answer.revision();
    }

    String comment(String question) {
        var answer = answers.get(question);
        return answer == null || answer.comment() == null ? "" : answer.comment();
    }

    boolean notApplicable(String question) {
        var answer = answers.get(question);
        return answer != null && answer.notApplicable();
    }
}
