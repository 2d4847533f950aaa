package org.hoshimori.respondent;

import java.util.List;
import java.util.Map;
import org.hoshimori.assessment.Evidence;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The questions as one respondent answers them.
///
/// @param answers what this respondent has said, by question
/// @param evidence the files kept with a question
/// @param earlier the company's answers of the round that this one goes on from, by question
/// @param hints candidates from the check items, by question
/// @param typed what was sent and could not be kept as a whole; shown instead of what is stored
record QuestionsPage(
        Actor reader,
        Round round,
        Respondent respondent,
        SelfDiagnosis diagnosis,
        Map<String, RecordedAnswer> answers,
        Map<String, List<Evidence.Piece>> evidence,
        Map<String, String> earlier,
        Map<String, String> hints,
        AnswersForm typed,
        Trouble trouble) {

    /// What stands in the way, said first on the page.
    ///
    /// @param overtaken what others said to a question in the meantime
    /// @param incomplete questions that keep the round from being closed
    record Trouble(Map<String, RecordedAnswer> overtaken, Problems problems, List<String> incomplete) {

        static final Trouble NONE = new Trouble(Map.of(), Problems.NONE, List.of());

        boolean none() {
            return overtaken.isEmpty() && problems.none();
        }
    }

    QuestionsPage with(Trouble met, AnswersForm sent) {
        return new QuestionsPage(reader, round, respondent, diagnosis, answers, evidence, earlier, hints, sent, met);
    }

    List<SelfDiagnosis.Question> questions() {
        return diagnosis.questions().stream()
                .filter(question -> respondent.asks(question.id()))
                .toList();
    }

    /// A question that is asked here. Errors: [NotFound] for any other word.
    SelfDiagnosis.Question asked(String id) {
        return questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("question"));
    }

    List<SelfDiagnosis.Question> questions(SelfDiagnosis.Part part) {
        return diagnosis.questionsOf(part).stream()
                .filter(question -> respondent.asks(question.id()))
                .toList();
    }

    /// The parts of which something is asked.
    List<SelfDiagnosis.Part> parts() {
        return diagnosis.parts().stream()
                .filter(part -> !questions(part).isEmpty())
                .toList();
    }

    int total() {
        return questions().size();
    }

    long answered() {
        return total() - open().size();
    }

    long answered(SelfDiagnosis.Part part) {
        return questions(part).stream()
                .filter(question -> chosen(question.id()) != null)
                .count();
    }

    /// The questions without an answer, in official order.
    List<SelfDiagnosis.Question> open() {
        return questions().stream()
                .filter(question -> chosen(question.id()) == null)
                .toList();
    }

    /// The part to go on with: the first with an open question, else the first.
    boolean current(SelfDiagnosis.Part part) {
        var open = open();
        return part.id()
                .equals(
                        open.isEmpty()
                                ? parts().getFirst().id()
                                : open.getFirst().part());
    }

    /// The questions that keep the round from being closed, as far as the edition has them.
    List<SelfDiagnosis.Question> incomplete() {
        return diagnosis.questions().stream()
                .filter(question -> trouble.incomplete().contains(question.id()))
                .toList();
    }

    @Nullable
    String chosen(String question) {
        if (typed.has(question)) {
            return typed.notApplicable(question) ? diagnosis.notApplicable().answer() : typed.answer(question);
        }
        var answer = answers.get(question);
        return answer == null ? null : answer.answer();
    }

    /// What the company's check items suggest for a question without an answer.
    SelfDiagnosis.@Nullable Answer hint(String question) {
        var hint = chosen(question) == null ? hints.get(question) : null;
        return hint == null ? null : diagnosis.answer(hint);
    }

    /// The revision that the next saving is based on: the newest, also where somebody else was faster.
    int revision(String question) {
        var answer = answers.get(question);
        return answer == null ? 0 : answer.revision();
    }

    String comment(String question) {
        if (typed.has(question)) {
            return typed.comment(question);
        }
        var answer = answers.get(question);
        return answer == null || answer.comment() == null ? "" : answer.comment();
    }

    boolean notApplicable(String question) {
        if (typed.has(question)) {
            return typed.notApplicable(question);
        }
        var answer = answers.get(question);
        return answer != null && answer.notApplicable();
    }

    List<Evidence.Piece> evidence(String question) {
        return evidence.getOrDefault(question, List.of());
    }

    @Nullable
    RecordedAnswer overtaken(String question) {
        return trouble.overtaken().get(question);
    }

    /// The word of an answer as the page says it; a dash where only a comment is there.
    String label(@Nullable String answer) {
        return answer == null ? "–" : diagnosis.answer(answer).label();
    }

    boolean leads() {
        return reader.may(Permission.LEAD_ROUNDS);
    }

    /// False where somebody types in what others have said.
    boolean own() {
        return reader.member().equals(respondent.member());
    }

    /// The path of this page.
    String path() {
        return "/assessments/" + round.id() + (own() ? "" : "?respondent=" + respondent.id());
    }

    /// The path of one question by itself.
    String path(SelfDiagnosis.Question question) {
        return "/assessments/" + round.id() + "/one/" + question.id() + (own() ? "" : "?respondent=" + respondent.id());
    }
}
