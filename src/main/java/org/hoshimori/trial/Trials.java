package org.hoshimori.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.access.Founders;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.springframework.stereotype.Component;

/// The verbs of a trial: begin, answer, keep it for a company, forget it.
@Component
class Trials {

    /// How long an attempt lives (product rule; the table refuses more).
    static final Duration LIFE = Duration.ofDays(7);

    private final Database database;
    private final TrialRepository trials;
    private final Editions editions;
    private final Founders founders;
    private final Keeping rounds;
    private final Clock clock;

    Trials(
            Database database,
            TrialRepository trials,
            Editions editions,
            Founders founders,
            Keeping rounds,
            Clock clock) {
        this.database = database;
        this.trials = trials;
        this.editions = editions;
        this.founders = founders;
        this.rounds = rounds;
        this.clock = clock;
    }

    /// Starts an attempt; nothing is stored before somebody answers.
    TrialToken begin() {
        var token = TrialToken.next();
        var now = OffsetDateTime.now(clock);
        trials.add(token, editions.standard(Locale.JAPANESE).id(), now, now.plus(LIFE));
        return token;
    }

    Optional<Trial> find(TrialToken token) {
        return trials.find(token, OffsetDateTime.now(clock));
    }

    /// Saves answers. False when the attempt is gone, or none of them is an answer to one of its questions.
    boolean answer(TrialToken token, Map<String, String> sent) {
        return database.across(_ -> find(token)
                .map(trial -> Trial.known(diagnosis(trial), sent))
                .filter(known -> !known.isEmpty())
                .map(known -> trials.answer(token, known, OffsetDateTime.now(clock)))
                .orElse(false));
    }

    /// Carries the answers into the actor's company as a new round, and forgets the attempt.
    KeepOutcome keep(Actor actor, TrialToken token, String name) {
        return database.transact(actor.organization(), () -> {
            var open = rounds.open(actor);
            if (open.isPresent()) {
                return new KeepOutcome.Busy(open.get());
            }
            return take(token)
                    .<KeepOutcome>map(trial -> new KeepOutcome.Kept(rounds.carry(actor, trial, name)))
                    .orElseGet(KeepOutcome.Gone::new);
        });
    }

    /// Starts a company whose first round holds the answers: all of it or nothing. Empty when the attempt is gone.
    Optional<Founders.Founded> found(CompanyForm form, TrialToken token, String name) {
        return database.across(_ -> take(token).map(trial -> {
            var founded = founders.found(form.founding(), form.address(), form.secret());
            rounds.carry(founded.actor(), trial, name);
            return founded;
        }));
    }

    void forget(TrialToken token) {
        trials.take(token, OffsetDateTime.now(clock));
    }

    /// Deletes what is older than 7 days; how many that were.
    int forgetExpired() {
        return trials.removeExpired(OffsetDateTime.now(clock));
    }

    private Optional<Trial> take(TrialToken token) {
        return find(token)
                .filter(trial -> trial.score(diagnosis(trial)).isPresent())
                .flatMap(_ -> trials.take(token, OffsetDateTime.now(clock)));
    }

    private SelfDiagnosis diagnosis(Trial trial) {
        return editions.edition(trial.edition(), Locale.JAPANESE).selfDiagnosis();
    }

    /// Writes a trial down as a round, through the verbs that everybody uses.
    @Component
    static class Keeping {

        private final Assessments assessments;
        private final Rounds rounds;
        private final Clock clock;

        Keeping(Assessments assessments, Rounds rounds, Clock clock) {
            this.assessments = assessments;
            this.rounds = rounds;
            this.clock = clock;
        }

        Optional<RoundId> open(Actor actor) {
            return rounds.open(actor.organization(), Round.SELF_DIAGNOSIS).map(Round::id);
        }

        RoundId carry(Actor actor, Trial trial, String name) {
            var round = assessments.open(
                    actor, new Assessments.Opening(Round.SELF_DIAGNOSIS, name, LocalDate.now(clock), null, null, null));
            var respondent =
                    rounds.respondents(actor.organization(), round.id()).getFirst();
            trial.answers().forEach((question, answer) -> {
                var change = new AnswerChange(question, answer, false, null, null, 0);
                var outcome = assessments.answer(actor.organization(), actor.author(), respondent.id(), change);
                if (!(outcome instanceof AnswerOutcome.Saved)) {
                    throw new IllegalStateException("an answer of a trial was not taken: " + question);
                }
            });
            return round.id();
        }
    }
}
