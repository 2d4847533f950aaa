package org.hoshimori.respondent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.Decision;
import org.hoshimori.assessment.Evidence;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds for whom somebody answers, puts their page together, and keeps what a page sends.
@Component
class Answering {

    private final Assessments assessments;
    private final Rounds rounds;
    private final Evidence evidence;
    private final Rounds.Hints hints;
    private final Editions editions;

    Answering(Assessments assessments, Rounds rounds, Evidence evidence, Rounds.Hints hints, Editions editions) {
        this.assessments = assessments;
        this.rounds = rounds;
        this.evidence = evidence;
        this.hints = hints;
        this.editions = editions;
    }

    /// A round of the 25 questions. Errors: [NotFound] for any other.
    Round round(Actor actor, UUID id) {
        var round = rounds.round(actor.organization(), new RoundId(id));
        if (!round.questionnaire().equals(Round.SELF_DIAGNOSIS)) {
            throw new NotFound("round of the self-diagnosis");
        }
        return round;
    }

    /// The same round, kept as it is until the transaction ends; held alone by whoever closes it in the same step.
    Round kept(Actor actor, Round round, AnswersForm form) {
        return form.then().equals("close") && actor.may(Permission.LEAD_ROUNDS)
                ? rounds.held(actor.organization(), round.id())
                : rounds.kept(actor.organization(), round.id());
    }

    /// Whether a page says anything that is not kept yet: a second click says nothing new.
    boolean saysMore(Actor actor, Round round, Respondent respondent, AnswersForm form) {
        var before = answers(actor, respondent);
        var diagnosis = diagnosis(round, Locale.JAPANESE);
        return diagnosis.questions().stream()
                .map(SelfDiagnosis.Question::id)
                .filter(id -> form.has(id) && respondent.asks(id))
                .anyMatch(id -> says(form.change(diagnosis, id), before.get(id)));
    }

    /// The respondent for whom the reader answers: the chosen one, else their own, else a department that they lead.
    /// Errors: [NotFound] when the chosen one is not theirs to answer.
    Optional<Respondent> respondent(Actor actor, Round round, @Nullable UUID chosen) {
        var mine = rounds.respondents(actor.organization(), round.id()).stream()
                .filter(one -> one.answeredBy(actor))
                .toList();
        if (chosen != null) {
            return Optional.of(mine.stream()
                    .filter(one -> one.id().value().equals(chosen))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("respondent")));
        }
        return mine.stream()
                .filter(one -> actor.member().equals(one.member()))
                .findFirst()
                .or(() -> mine.stream()
                        .filter(one ->
                                one.department() != null && actor.departments().contains(one.department()))
                        .findFirst());
    }

    /// The questions that somebody may pass on: whoever leads the rounds all of them, others those asked of themselves.
    /// Errors: [NotFound] for whoever is not asked anything in this round.
    List<String> mayPassOn(Actor actor, Round round) {
        var all = diagnosis(round, Locale.JAPANESE).questions().stream().map(SelfDiagnosis.Question::id);
        if (actor.may(Permission.LEAD_ROUNDS)) {
            return all.toList();
        }
        var mine = rounds.respondents(actor.organization(), round.id()).stream()
                .filter(one -> one.answeredBy(actor))
                .toList();
        if (mine.isEmpty()) {
            throw new NotFound("respondent");
        }
        return all.filter(question -> mine.stream().anyMatch(one -> one.asks(question)))
                .toList();
    }

    /// A respondent for whom the reader may answer. Errors: [NotFound] for all others.
    Respondent answerable(Actor actor, UUID id) {
        var respondent = rounds.respondent(actor.organization(), new RespondentId(id));
        if (!respondent.answeredBy(actor)) {
            throw new NotFound("respondent");
        }
        return respondent;
    }

    /// The questions of the newest edition; scale and rules are the same in all of them.
    SelfDiagnosis standard() {
        return editions.standard(Locale.JAPANESE).selfDiagnosis();
    }

    SelfDiagnosis diagnosis(Round round, Locale locale) {
        return editions.edition(round.edition(), locale).selfDiagnosis();
    }

    /// The page as it is stored.
    QuestionsPage page(Actor actor, Round round, Respondent respondent, Locale locale) {
        return new QuestionsPage(
                actor,
                round,
                respondent,
                diagnosis(round, locale),
                answers(actor, respondent),
                evidence.of(actor.organization(), respondent).stream()
                        .collect(Collectors.groupingBy(Evidence.Piece::question)),
                earlier(actor, round),
                actor.may(Permission.READ) ? hints.of(actor.organization()) : Map.of(),
                AnswersForm.NONE,
                QuestionsPage.Trouble.NONE);
    }

    private Map<String, String> earlier(Actor actor, Round round) {
        return round.basedOn() == null
                ? Map.of()
                : rounds.decisions(actor.organization(), round.basedOn()).stream()
                        .collect(Collectors.toMap(Decision::question, Decision::answer));
    }

    /// Keeps every answer of a page that can be kept; the rest comes back as trouble and nothing of it is lost.
    QuestionsPage.Trouble keep(Actor actor, Round round, Respondent respondent, AnswersForm form) {
        var diagnosis = diagnosis(round, Locale.JAPANESE);
        var before = answers(actor, respondent);
        var overtaken = new HashMap<String, RecordedAnswer>();
        var problems = new ArrayList<Problems.Problem>();
        for (var question : diagnosis.questions()) {
            var id = question.id();
            if (!form.has(id) || form.takesTheirs(id) || !respondent.asks(id)) {
                continue;
            }
            var change = form.change(diagnosis, id);
            var fault = AnswersForm.fault(change);
            if (fault.isPresent()) {
                problems.add(
                        new Problems.Problem("comment-" + id, fault.get(), List.of(String.valueOf(question.number()))));
            } else if (says(change, before.get(id))) {
                keep(actor, respondent, change).ifPresent(theirs -> overtaken.put(id, theirs));
            }
        }
        return new QuestionsPage.Trouble(overtaken, new Problems(problems), List.of());
    }

    private Optional<RecordedAnswer> keep(Actor actor, Respondent respondent, AnswerChange change) {
        return switch (assessments.answer(actor.organization(), actor.author(), respondent.id(), change)) {
            case AnswerOutcome.Overtaken(var theirs) -> Optional.of(theirs);
            case AnswerOutcome.Saved _, AnswerOutcome.RoundClosed _, AnswerOutcome.NotAsked _ -> Optional.empty();
        };
    }

    /// Whether there is anything to keep: a page sends all its questions, also those that nobody touched.
    private static boolean says(AnswerChange change, @Nullable RecordedAnswer before) {
        return before == null ? change.answer() != null || change.comment() != null : !change.same(before);
    }

    private Map<String, RecordedAnswer> answers(Actor actor, Respondent respondent) {
        return rounds.answers(actor.organization(), respondent).stream()
                .collect(Collectors.toMap(RecordedAnswer::question, Function.identity()));
    }
}
