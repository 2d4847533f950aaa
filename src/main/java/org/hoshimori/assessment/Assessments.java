package org.hoshimori.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The verbs of a round: open it, answer, decide, close it.
@Component
public class Assessments {

    private final Database database;
    private final RoundRepository rounds;
    private final AnswerRepository answers;
    private final Editions editions;
    private final RoundClosed.Chronicle trail;
    private final Clock clock;

    Assessments(
            Database database,
            RoundRepository rounds,
            AnswerRepository answers,
            Editions editions,
            RoundClosed.Chronicle trail,
            Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.answers = answers;
        this.editions = editions;
        this.trail = trail;
        this.clock = clock;
    }

    /// What is said when a round begins.
    ///
    /// @param asked the questions asked anew, the others carried over from `basedOn`; null for all
    public record Opening(
            String questionnaire,
            String name,
            LocalDate startedOn,
            @Nullable String scope,
            @Nullable RoundId basedOn,
            @Nullable List<String> asked) {}

    /// Opens a round with the opener as its first respondent; when one is open already, that one is returned: a double
    /// click does no harm.
    public Round open(Actor actor, Opening opening) {
        var organization = actor.organization();
        return database.transact(organization, () -> rounds.open(organization, opening.questionnaire())
                .orElseGet(() -> {
                    var round = new Round(
                            RoundId.next(),
                            opening.questionnaire(),
                            editions.standard(Locale.JAPANESE).id(),
                            opening.name(),
                            opening.startedOn(),
                            opening.scope(),
                            opening.basedOn(),
                            opening.asked(),
                            actor.member(),
                            null,
                            null);
                    rounds.add(organization, round, now());
                    note(organization, actor.author(), round.id(), Change.to("round-opened", opening.name()));
                    begin(actor, round);
                    return round;
                }));
    }

    /// Adds a respondent to an open round.
    public Respondent add(Actor actor, Respondent respondent) {
        return database.transact(actor.organization(), () -> {
            rounds.shared(actor.organization(), respondent.round());
            rounds.add(actor.organization(), respondent, now());
            note(
                    actor.organization(),
                    actor.author(),
                    respondent.round(),
                    Change.to("respondent-added", respondent.label()));
            return respondent;
        });
    }

    /// Takes a respondent with all answers out of an open round.
    public void remove(Actor actor, Respondent respondent) {
        database.transact(actor.organization(), () -> {
            rounds.shared(actor.organization(), respondent.round());
            trail.leaving(actor.organization(), actor.author(), respondent);
            rounds.remove(actor.organization(), respondent.id());
            note(
                    actor.organization(),
                    actor.author(),
                    respondent.round(),
                    new Change("respondent-removed", respondent.label(), null));
            return respondent;
        });
    }

    /// Saves one answer. Whoever asks has checked that the author may answer for this respondent.
    public AnswerOutcome answer(OrganizationId organization, Author author, RespondentId id, AnswerChange change) {
        return database.transact(organization, () -> rounds.respondent(organization, id)
                .map(respondent -> answer(organization, author, respondent, change))
                .orElseGet(AnswerOutcome.NotAsked::new));
    }

    /// The same for a respondent who was read in this transaction.
    public AnswerOutcome answer(
            OrganizationId organization, Author author, Respondent respondent, AnswerChange change) {
        return database.transact(organization, () -> {
            if (!respondent.asks(change.question())) {
                return new AnswerOutcome.NotAsked();
            }
            var round = rounds.shared(organization, respondent.round()).orElseThrow();
            if (round.closed()) {
                return new AnswerOutcome.RoundClosed();
            }
            if (!inScale(round, change)) {
                return new AnswerOutcome.NotAsked();
            }
            return save(organization, author, respondent, change);
        });
    }

    /// A word that is not in the scale would have no points later.
    private boolean inScale(Round round, AnswerChange change) {
        if (!round.questionnaire().equals(Round.SELF_DIAGNOSIS)) {
            return true;
        }
        var diagnosis = editions.edition(round.edition(), Locale.JAPANESE).selfDiagnosis();
        return diagnosis.questions().stream().anyMatch(one -> one.id().equals(change.question()))
                && (change.answer() == null
                        || diagnosis.scale().stream().anyMatch(one -> one.id().equals(change.answer())));
    }

    private AnswerOutcome save(OrganizationId organization, Author author, Respondent respondent, AnswerChange change) {
        var before = answers.find(organization, respondent, change.question());
        if (before.isPresent() && change.same(before.get())) {
            return new AnswerOutcome.Saved(before.get());
        }
        var now = now();
        var revision = answers.save(organization, respondent, change, author, now);
        if (revision.isEmpty()) {
            return new AnswerOutcome.Overtaken(
                    answers.find(organization, respondent, change.question()).orElseThrow());
        }
        trail.append(
                organization,
                author,
                Subject.of("answer", respondent.round() + "/" + change.question()),
                new Change(
                        "answered",
                        before.map(RecordedAnswer::answer).orElse(null),
                        change.notApplicable() ? "not-applicable" : change.answer()));
        return new AnswerOutcome.Saved(new RecordedAnswer(
                respondent.id(),
                change.question(),
                change.answer(),
                change.notApplicable(),
                change.comment(),
                change.responsible(),
                revision.get(),
                author.name(),
                now));
    }

    /// Marks that a respondent has said all they can.
    public void finish(OrganizationId organization, Author author, Respondent respondent) {
        database.transact(organization, () -> {
            rounds.shared(organization, respondent.round());
            rounds.finished(organization, respondent.id(), now());
            note(organization, author, respondent.round(), Change.to("respondent-finished", respondent.label()));
            return respondent;
        });
    }

    /// Writes down the company's answer to one question of an open round.
    public Decisions.Outcome decide(Actor actor, RoundId round, Decision decision) {
        return database.transact(actor.organization(), () -> {
            if (rounds.held(actor.organization(), round).orElseThrow().closed()) {
                return new Decisions.Outcome.RoundClosed();
            }
            answers.decide(actor.organization(), round, actor.member(), List.of(decision));
            trail.append(
                    actor.organization(),
                    actor.author(),
                    Subject.of("answer", round + "/" + decision.question()),
                    new Change("decided", decision.proposed(), decision.answer()));
            return new Decisions.Outcome.Decided(1);
        });
    }

    /// Closes a round of the 25 questions: questions that were not decided get their proposal, then nothing changes any
    /// more.
    public CloseOutcome close(Actor actor, RoundId id) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var round = rounds.held(organization, id).orElseThrow();
            if (round.closed()) {
                return new CloseOutcome.AlreadyClosed();
            }
            var diagnosis = editions.edition(round.edition(), Locale.JAPANESE).selfDiagnosis();
            var decisions = decisions(organization, round, diagnosis);
            var score = Score.of(
                    diagnosis, decisions.stream().collect(Collectors.toMap(Decision::question, Decision::answer)));
            if (score.isEmpty()) {
                return new CloseOutcome.Incomplete(open(diagnosis, decisions));
            }
            answers.decide(organization, id, actor.member(), decisions);
            if (!rounds.close(
                    organization, id, actor.member(), now(), score.get().total())) {
                return new CloseOutcome.AlreadyClosed();
            }
            note(
                    organization,
                    actor.author(),
                    id,
                    Change.to("round-closed", String.valueOf(score.get().total())));
            trail.closed(organization, id);
            return new CloseOutcome.Closed(score.get());
        });
    }

    private List<Decision> decisions(OrganizationId organization, Round round, SelfDiagnosis diagnosis) {
        var decided = answers.decisions(organization, round.id()).stream()
                .collect(Collectors.toMap(Decision::question, decision -> decision));
        var given =
                answers.of(organization, round.id()).stream().collect(Collectors.groupingBy(RecordedAnswer::question));
        var all = new ArrayList<Decision>();
        for (var question : diagnosis.questions()) {
            Optional.ofNullable(decided.get(question.id()))
                    .or(() -> Proposal.of(diagnosis, given.getOrDefault(question.id(), List.of()))
                            .map(proposal -> new Decision(
                                    question.id(),
                                    proposal.answer().id(),
                                    proposal.notApplicable(),
                                    proposal.answer().points(),
                                    proposal.answer().id(),
                                    null,
                                    now())))
                    .ifPresent(all::add);
        }
        return all;
    }

    private static List<String> open(SelfDiagnosis diagnosis, List<Decision> decisions) {
        return diagnosis.questions().stream()
                .map(SelfDiagnosis.Question::id)
                .filter(question ->
                        decisions.stream().noneMatch(d -> d.question().equals(question)))
                .toList();
    }

    /// The opener answers first. Asked everything anew, they start from the earlier decisions and change what changed;
    /// asked only some questions, the others are carried over apart and count as they are.
    private void begin(Actor actor, Round round) {
        var organization = actor.organization();
        var opener = Respondent.opener(round, actor);
        if (round.basedOn() == null) {
            add(actor, opener);
            return;
        }
        var earlier = rounds.find(organization, round.basedOn()).orElseThrow();
        var decisions = answers.decisions(organization, earlier.id());
        var asked = round.asked();
        if (asked != null) {
            var carried = Respondent.carriedOver(round, earlier);
            rounds.add(organization, carried, now());
            var kept = decisions.stream()
                    .filter(decision -> !asked.contains(decision.question()))
                    .toList();
            answers.carry(organization, carried, kept, actor.author(), now());
        }
        add(actor, opener);
        if (asked == null) {
            answers.carry(organization, opener, decisions, actor.author(), now());
        }
    }

    private void note(OrganizationId organization, Author author, RoundId round, Change change) {
        trail.append(organization, author, Subject.of("round", round), change);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
