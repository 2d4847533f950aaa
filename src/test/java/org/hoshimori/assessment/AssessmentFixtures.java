package org.hoshimori.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.organization.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Rounds of the 25 questions for tests, made through the real verbs.
@Component
public class AssessmentFixtures {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final Assessments assessments;
    private final Rounds rounds;
    private final Editions editions;

    AssessmentFixtures(Assessments assessments, Rounds rounds, Editions editions) {
        this.assessments = assessments;
        this.rounds = rounds;
        this.editions = editions;
    }

    /// An open round without answers; its one respondent is the opener.
    public Round open(Actor owner) {
        return open(owner, "2026年秋", DAY);
    }

    public Round open(Actor owner, String name, LocalDate startedOn) {
        return assessments.open(
                owner, new Assessments.Opening(Round.SELF_DIAGNOSIS, name, startedOn, null, null, null));
    }

    /// Lets the first respondent of a round answer.
    ///
    /// @param answersById id of the answer by id of the question: `implemented`, `partly`, `not`, `unknown`
    public void answer(Actor owner, Round round, Map<String, String> answersById) {
        answersById.forEach((question, answer) -> answer(owner, round, question, answer, ""));
    }

    /// Lets the first respondent answer one question, with a comment.
    public void answer(Actor owner, Round round, String question, String answer, String comment) {
        var respondent = rounds.respondents(owner.organization(), round.id()).getFirst();
        var seen = rounds.answers(owner.organization(), respondent).stream()
                .filter(one -> one.question().equals(question))
                .mapToInt(RecordedAnswer::revision)
                .findFirst()
                .orElse(0);
        var outcome = assessments.answer(
                owner.organization(),
                owner.author(),
                respondent.id(),
                new AnswerChange(question, answer, false, comment.isEmpty() ? null : comment, null, seen));
        if (!(outcome instanceof AnswerOutcome.Saved)) {
            throw new IllegalStateException(question + " was not saved: " + outcome);
        }
    }

    /// Closes a round whose questions are all answered.
    public Round close(Actor owner, Round round) {
        var outcome = assessments.close(owner, round.id());
        if (!(outcome instanceof CloseOutcome.Closed)) {
            throw new IllegalStateException("the round was not closed: " + outcome);
        }
        return rounds.round(owner.organization(), round.id());
    }

    /// A closed round with the same answer to every question.
    public Round closed(Actor owner, String answerForAll) {
        return closed(owner, all(answerForAll));
    }

    /// A closed round; what the map leaves out is `implemented`.
    public Round closed(Actor owner, Map<String, String> answersById) {
        return closed(owner, "2026年秋", DAY, answersById);
    }

    public Round closed(Actor owner, String name, LocalDate startedOn, Map<String, String> answersById) {
        var round = open(owner, name, startedOn);
        var answers = new HashMap<>(all("implemented"));
        answers.putAll(answersById);
        answer(owner, round, answers);
        return close(owner, round);
    }

    /// The same answer to all 25 questions, by id.
    public Map<String, String> all(String answer) {
        var answers = new HashMap<String, String>();
        diagnosis().questions().forEach(question -> answers.put(question.id(), answer));
        return answers;
    }

    /// Answers that add up to these points, with as few わからない as possible. Errors: `IllegalArgumentException` for
    /// points that cannot be reached with 4, 2, 0 and −1, such as 99.
    public Map<String, String> worth(int total) {
        var questions = diagnosis().questions();
        for (int unknown = 0; unknown <= questions.size(); unknown++) {
            for (int partly = 0; partly <= 1; partly++) {
                var rest = total + unknown - 2 * partly;
                if (rest >= 0 && rest % 4 == 0 && rest / 4 + partly + unknown <= questions.size()) {
                    return answers(rest / 4, partly, unknown);
                }
            }
        }
        throw new IllegalArgumentException(total + " points cannot be reached");
    }

    private Map<String, String> answers(int implemented, int partly, int unknown) {
        var answers = new HashMap<String, String>();
        for (var question : diagnosis().questions()) {
            var given = answers.size();
            answers.put(
                    question.id(),
                    given < implemented
                            ? "implemented"
                            : given < implemented + partly
                                    ? "partly"
                                    : given < implemented + partly + unknown ? "unknown" : "not");
        }
        return answers;
    }

    private SelfDiagnosis diagnosis() {
        return editions.standard(Locale.JAPANESE).selfDiagnosis();
    }

    /// Whoever opened the round.
    public Respondent opener(Actor owner, Round round) {
        return rounds.respondents(owner.organization(), round.id()).stream()
                .filter(respondent -> owner.member().equals(respondent.member()))
                .findFirst()
                .orElseThrow();
    }

    /// Answers one question as this respondent, over whatever stands there.
    public AnswerOutcome answer(Actor actor, Respondent respondent, String question, @Nullable String answer) {
        var seen = rounds.answers(actor.organization(), respondent).stream()
                .filter(one -> one.question().equals(question))
                .mapToInt(RecordedAnswer::revision)
                .findFirst()
                .orElse(0);
        return assessments.answer(
                actor.organization(),
                actor.author(),
                respondent.id(),
                new AnswerChange(question, answer, false, null, null, seen));
    }

    /// Gives every question of the round the same answer.
    public void answerAll(Actor owner, Round round, String answer) {
        var opener = opener(owner, round);
        editions.standard(Locale.JAPANESE).selfDiagnosis().questions().stream()
                .filter(question -> opener.asks(question.id()))
                .forEach(question -> answer(owner, opener, question.id(), answer));
    }

    /// A closed round: all done, but backup only partly and nobody knows about the wireless network.
    public Round closed(Actor owner) {
        var round = open(owner);
        answerAll(owner, round, "implemented");
        var opener = opener(owner, round);
        answer(owner, opener, "backup", "partly");
        answer(owner, opener, "wireless-lan", "unknown");
        assessments.close(owner, round.id());
        return rounds.round(owner.organization(), round.id());
    }
}
