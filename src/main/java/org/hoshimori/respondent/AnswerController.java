package org.hoshimori.respondent;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/// Answering: the page with three parts, and the saving of one answer as it is given.
@Controller
class AnswerController {

    private final Assessments assessments;
    private final Rounds rounds;
    private final Editions editions;
    private final Database database;

    AnswerController(Assessments assessments, Rounds rounds, Editions editions, Database database) {
        this.assessments = assessments;
        this.rounds = rounds;
        this.editions = editions;
        this.database = database;
    }

    /// The round as the reader is asked it: their own answers, or the first respondent's for whoever leads.
    @GetMapping("/assessments/{id}")
    @Permitted(Permission.ANSWER)
    String questions(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return database.transact(actor.organization(), () -> {
            var round = rounds.round(actor.organization(), new RoundId(id));
            if (round.closed()) {
                return "redirect:/results/" + id;
            }
            var respondent = rounds.respondents(actor.organization(), round.id()).stream()
                    .filter(one -> actor.member().equals(one.member()))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("respondent"));
            Map<String, RecordedAnswer> answers = rounds.answers(actor.organization(), respondent).stream()
                    .collect(Collectors.toMap(RecordedAnswer::question, answer -> answer));
            var diagnosis = editions.edition(round.edition(), locale).selfDiagnosis();
            model.addAttribute(
                    "page",
                    new QuestionsPage(round, respondent, diagnosis, answers, actor.may(Permission.LEAD_ROUNDS)));
            return "respondent/questions";
        });
    }

    /// What a browser sends for one answer.
    record Given(
            @Nullable String answer,
            boolean notApplicable,
            @Nullable String comment,
            int seenRevision) {}

    /// What it gets back.
    ///
    /// @param state saved, overtaken, closed or refused
    record Saved(
            String state,
            int revision,
            @Nullable String answer,
            @Nullable String by) {}

    @PostMapping("/respondents/{id}/answers/{question}")
    @Permitted(Permission.ANSWER)
    @ResponseBody
    ResponseEntity<Saved> answer(
            Actor actor, @PathVariable UUID id, @PathVariable String question, @RequestBody Given given) {
        var respondent = rounds.respondent(actor.organization(), new RespondentId(id));
        if (!actor.member().equals(respondent.member()) && !actor.may(Permission.LEAD_ROUNDS)) {
            throw new NotFound("respondent");
        }
        var change = new AnswerChange(
                question, given.answer(), given.notApplicable(), given.comment(), null, given.seenRevision());
        return switch (assessments.answer(actor.organization(), actor.author(), respondent.id(), change)) {
            case AnswerOutcome.Saved(var now) ->
                ResponseEntity.ok(new Saved("saved", now.revision(), now.answer(), now.by()));
            case AnswerOutcome.Overtaken(var theirs) ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new Saved("overtaken", theirs.revision(), theirs.answer(), theirs.by()));
            case AnswerOutcome.RoundClosed _ ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(new Saved("closed", 0, null, null));
            case AnswerOutcome.NotAsked _ ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(new Saved("refused", 0, null, null));
        };
    }
}
