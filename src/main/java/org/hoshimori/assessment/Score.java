package org.hoshimori.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.content.SelfDiagnosis.Answer;
import org.hoshimori.content.SelfDiagnosis.Question;

/// The result of the 25 questions: 実施している 4, 一部実施している 2, 実施していない 0, わからない −1; total −25 to 100 (appendix 3).
/// There is no score before every question is answered.
///
/// @param total points of all questions
/// @param parts points per part, in official order
/// @param answers the answer to each question
public record Score(int total, List<PartScore> parts, Map<String, Answer> answers) {

    /// @param points of the part's questions
    /// @param highest points if everything were done
    public record PartScore(SelfDiagnosis.Part part, int points, int highest) {}

    /// Empty while a question is open.
    ///
    /// @param answers id of the answer by id of the question
    public static Optional<Score> of(SelfDiagnosis diagnosis, Map<String, String> answers) {
        if (!diagnosis.questions().stream().allMatch(question -> answers.containsKey(question.id()))) {
            return Optional.empty();
        }
        var byQuestion = diagnosis.questions().stream()
                .collect(Collectors.toMap(
                        Question::id, question -> diagnosis.answer(answers.getOrDefault(question.id(), ""))));
        var best = diagnosis.scale().stream().mapToInt(Answer::points).max().orElse(0);
        var parts = diagnosis.parts().stream()
                .map(part -> {
                    var questions = diagnosis.questionsOf(part);
                    return new PartScore(part, points(questions, byQuestion), questions.size() * best);
                })
                .toList();
        return Optional.of(new Score(points(diagnosis.questions(), byQuestion), parts, byQuestion));
    }

    /// The questions below the best answer, weakest first; equal ones in official order. わからない is listed apart.
    public List<Question> weakest(SelfDiagnosis diagnosis) {
        var best = diagnosis.scale().stream().mapToInt(Answer::points).max().orElse(0);
        return diagnosis.questions().stream()
                .filter(question -> points(question) >= 0 && points(question) < best)
                .sorted(Comparator.comparingInt(this::points))
                .toList();
    }

    /// The questions that nobody could answer: to be asked.
    public List<Question> unknown(SelfDiagnosis diagnosis) {
        return diagnosis.questions().stream()
                .filter(question -> points(question) < 0)
                .toList();
    }

    /// How many questions have this answer.
    public int count(Answer answer) {
        return (int) answers.values().stream().filter(answer::equals).count();
    }

    public int points(Question question) {
        var answer = answers.get(question.id());
        return answer == null ? 0 : answer.points();
    }

    private static int points(List<Question> questions, Map<String, Answer> answers) {
        return questions.stream()
                .mapToInt(question -> {
                    var answer = answers.get(question.id());
                    return answer == null ? 0 : answer.points();
                })
                .sum();
    }
}
