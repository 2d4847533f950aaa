package org.hoshimori.assessment;

import java.time.LocalDate;
import java.util.Locale;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Rounds for tests, walked through with the real verbs.
@Component
public class AssessmentFixtures {

    private final Assessments assessments;
    private final Rounds rounds;
    private final Editions editions;

    AssessmentFixtures(Assessments assessments, Rounds rounds, Editions editions) {
        this.assessments = assessments;
        this.rounds = rounds;
        this.editions = editions;
    }

    /// A round that has just begun.
    public Round open(Actor owner) {
        return assessments.open(
                owner,
                new Assessments.Opening(Round.SELF_DIAGNOSIS, "2026年秋", LocalDate.of(2026, 11, 20), null, null, null));
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
