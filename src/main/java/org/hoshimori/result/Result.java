package org.hoshimori.result;

import java.util.List;
import java.util.Optional;
import org.hoshimori.assessment.Decision;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Score;
import org.hoshimori.content.Edition;
import org.hoshimori.content.SelfDiagnosis;

/// The result of one closed round of the 25 questions, in the words of the edition that the round was answered in.
///
/// @param decisions the company's answers, one per question
public record Result(Round round, Edition edition, Score score, SelfDiagnosis.Band band, List<Decision> decisions) {

    public Result {
        decisions = List.copyOf(decisions);
    }

    public int total() {
        return score.total();
    }

    public SelfDiagnosis diagnosis() {
        return edition.selfDiagnosis();
    }

    /// The decision of a question; empty for one that the edition does not have.
    public Optional<Decision> decision(String question) {
        return decisions.stream()
                .filter(decision -> decision.question().equals(question))
                .findFirst();
    }

    /// The questions below the best answer, weakest first, without those that nobody could answer.
    public List<SelfDiagnosis.Question> weakest() {
        return score.weakest(diagnosis());
    }

    /// The questions that nobody could answer: to be asked.
    public List<SelfDiagnosis.Question> unknown() {
        return score.unknown(diagnosis());
    }

    /// Points that a question gains once it is done.
    public int gain(SelfDiagnosis.Question question) {
        var best = diagnosis().highestTotal() / diagnosis().questions().size();
        return best - score.points(question);
    }
}
