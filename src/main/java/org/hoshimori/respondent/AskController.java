package org.hoshimori.respondent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
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
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Asking a colleague without an account by a link: from わからない to somebody who knows. Whoever answers may pass on the
/// questions asked of them; links that are open are in the hands of those who lead the rounds.
@Controller
@Permitted(Permission.LEAD_ROUNDS)
class AskController {

    private static final String TOKEN = "token";
    private static final String MAILED = "mailed";

    private final Asking asking;
    private final Answering answering;
    private final Letters letters;
    private final Rounds rounds;
    private final Database database;

    AskController(Asking asking, Answering answering, Letters letters, Rounds rounds, Database database) {
        this.asking = asking;
        this.answering = answering;
        this.letters = letters;
        this.rounds = rounds;
        this.database = database;
    }

    @GetMapping("/assessments/{id}/ask")
    @Permitted(Permission.ANSWER)
    String form(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> question,
            Locale locale,
            Model model) {
        var form = new AskPage.Form("", question, AskPage.USUAL_DAYS, "");
        return page(actor, id, form, Problems.NONE, locale, model);
    }

    @PostMapping("/assessments/{id}/ask")
    @Permitted(Permission.ANSWER)
    String ask(
            Actor actor,
            @PathVariable UUID id,
            @Valid AskPage.Form form,
            BindingResult errors,
            Model model,
            HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var round = asking.round(actor.organization(), id);
        var questions =
                answering.mayPassOn(actor, round).stream().filter(form::asks).toList();
        if (!errors.hasErrors() && questions.isEmpty()) {
            errors.rejectValue("questions", "unknown", "respondent.asking.problem.questions");
        }
        if (errors.hasErrors()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return page(actor, id, form, Problems.of(errors), locale, model);
        }
        var validity = Duration.ofDays(Objects.requireNonNull(form.days()));
        var outcome = asking.ask(actor, round, form.shownName().strip(), questions, validity);
        return shown(actor, round, outcome, form.shownMail().strip(), request);
    }

    /// A new link for a colleague who lost the first one; the first one ends.
    @PostMapping("/assessments/{id}/ask/{respondent}/renew")
    String renew(Actor actor, @PathVariable UUID id, @PathVariable UUID respondent, HttpServletRequest request) {
        var round = asking.round(actor.organization(), id);
        var colleague = asking.respondent(actor.organization(), round, respondent);
        var outcome = asking.renew(actor, round, colleague, Duration.ofDays(AskPage.USUAL_DAYS));
        return shown(actor, round, outcome, "", request);
    }

    @PostMapping("/assessments/{id}/ask/{respondent}/revoke")
    String revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID respondent, HttpServletRequest request) {
        var round = asking.round(actor.organization(), id);
        asking.revoke(actor, asking.respondent(actor.organization(), round, respondent));
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "respondent.asking.revoked");
        return "redirect:/assessments/" + id + "/respondents";
    }

    /// The link, once: whoever opens the page again finds it in the list of open links, without its address.
    @GetMapping("/assessments/{id}/ask/{respondent}")
    @Permitted(Permission.ANSWER)
    String link(Actor actor, @PathVariable UUID id, @PathVariable UUID respondent, Model model) {
        return database.transact(actor.organization(), () -> {
            var round = asking.round(actor.organization(), id);
            var colleague = asking.respondent(actor.organization(), round, respondent);
            if (!(model.getAttribute(TOKEN) instanceof String token)) {
                return "redirect:/assessments/" + id + (actor.may(Permission.LEAD_ROUNDS) ? "/respondents" : "");
            }
            model.addAttribute("page", show(actor, round, colleague, token, model.containsAttribute(MAILED)));
            return "respondent/asked";
        });
    }

    private AskPage.Shown show(Actor actor, Round round, Respondent colleague, String token, boolean mailed) {
        var until = asking.openLinks(actor.organization()).get(colleague.id().value());
        return new AskPage.Shown(
                round, colleague, letters.url("/answer/" + token), Objects.requireNonNull(until), mailed);
    }

    private String shown(
            Actor actor, Round round, Asking.Outcome outcome, String recipient, HttpServletRequest request) {
        var flash = RequestContextUtils.getOutputFlashMap(request);
        return switch (outcome) {
            case Asking.Outcome.Asked(var colleague, var token) -> {
                var mailed = letters.configured() && !recipient.isEmpty();
                var shown = show(actor, round, colleague, Objects.requireNonNull(token), mailed);
                if (mailed) {
                    letters.send(actor.organization(), recipient, actor, shown, RequestContextUtils.getLocale(request));
                    flash.put(MAILED, recipient);
                }
                flash.put(TOKEN, token);
                yield "redirect:/assessments/" + round.id() + "/ask/" + colleague.id();
            }
            case Asking.Outcome.Kept _, Asking.Outcome.RoundClosed _ -> {
                flash.put(Shells.TOAST, "respondent.asking.closed");
                yield "redirect:/results/" + round.id();
            }
        };
    }

    private String page(Actor actor, UUID id, AskPage.Form form, Problems problems, Locale locale, Model model) {
        return database.transact(actor.organization(), () -> {
            var round = asking.round(actor.organization(), id);
            if (round.closed()) {
                return "redirect:/results/" + id;
            }
            var askable = answering.mayPassOn(actor, round);
            var until = actor.may(Permission.LEAD_ROUNDS)
                    ? asking.openLinks(actor.organization())
                    : Map.<UUID, OffsetDateTime>of();
            var open = rounds.respondents(actor.organization(), round.id()).stream()
                    .filter(one -> until.containsKey(one.id().value()))
                    .map(one -> new AskPage.OpenLink(
                            one, Objects.requireNonNull(until.get(one.id().value()))))
                    .toList();
            model.addAttribute(
                    "page",
                    new AskPage(
                            round,
                            asking.diagnosis(round, locale),
                            askable,
                            form,
                            problems,
                            open,
                            letters.configured()));
            return "respondent/ask";
        });
    }
}
