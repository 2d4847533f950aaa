package org.hoshimori.respondent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.assessment.Decisions;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Combining what respondents said into the company's answers, and the last look before a round is closed.
@Controller
class DecideController {

    private final Asking asking;
    private final Decisions decisions;
    private final Rounds rounds;
    private final Database database;

    DecideController(Asking asking, Decisions decisions, Rounds rounds, Database database) {
        this.asking = asking;
        this.decisions = decisions;
        this.rounds = rounds;
        this.database = database;
    }

    @GetMapping("/assessments/{id}/decide")
    @Permitted(Permission.READ)
    String table(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("page", page(actor, id, Map.of(), Problems.NONE, locale));
        return "respondent/decide";
    }

    /// @param sent `answer-<question>` and `reason-<question>`; `all` takes over the proposals of what is left
    @PostMapping("/assessments/{id}/decide")
    @Permitted(Permission.LEAD_ROUNDS)
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        var round = asking.round(actor.organization(), id);
        var diagnosis = asking.diagnosis(round, locale);
        var problems = DecidePage.problems(diagnosis, sent);
        if (!problems.none()) {
            return refused(actor, id, sent, problems, locale, model);
        }
        var outcome = decisions.decide(actor, round.id(), DecidePage.wishes(diagnosis, sent));
        if (outcome instanceof Decisions.Outcome.Decided && sent.containsKey("all")) {
            outcome = decisions.acceptProposals(actor, round.id());
        }
        return switch (outcome) {
            case Decisions.Outcome.Decided _ -> {
                next.addFlashAttribute(Shells.TOAST, "respondent.decide.saved");
                yield "redirect:/assessments/" + id + "/decide";
            }
            case Decisions.Outcome.ReasonMissing(var questions) ->
                refused(actor, id, sent, unreasoned(questions), locale, model);
            case Decisions.Outcome.RoundClosed _ -> {
                next.addFlashAttribute(Shells.TOAST, "respondent.asking.closed");
                yield "redirect:/results/" + id;
            }
        };
    }

    /// The last look: a closed round never changes. Closing itself is a verb of the round.
    @GetMapping("/assessments/{id}/close")
    @Permitted(Permission.LEAD_ROUNDS)
    String lastLook(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        var page = page(actor, id, Map.of(), Problems.NONE, locale);
        if (page.round().closed()) {
            return "redirect:/results/" + id;
        }
        model.addAttribute("page", page);
        return "respondent/close";
    }

    private static Problems unreasoned(List<String> questions) {
        return new Problems(questions.stream()
                .map(question ->
                        new Problems.Problem("reason-" + question, "respondent.decide.problem.reason", List.of()))
                .toList());
    }

    private String refused(
            Actor actor, UUID id, Map<String, String> sent, Problems problems, Locale locale, Model model) {
        model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        model.addAttribute("page", page(actor, id, sent, problems, locale));
        return "respondent/decide";
    }

    private DecidePage page(Actor actor, UUID id, Map<String, String> typed, Problems problems, Locale locale) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var round = asking.round(organization, id);
            var diagnosis = asking.diagnosis(round, locale);
            return new DecidePage(
                    round,
                    diagnosis,
                    rounds.respondents(organization, round.id()),
                    DecidePage.rows(
                            diagnosis,
                            rounds.answers(organization, round.id()),
                            rounds.decisions(organization, round.id()),
                            typed),
                    actor.may(Permission.LEAD_ROUNDS) && !round.closed(),
                    problems);
        });
    }
}
