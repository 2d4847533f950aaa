package org.hoshimori.control;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.content.CandidateControl;
import org.hoshimori.control.ControlRegister.Weak;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.control.DecidePage.Situation;
import org.hoshimori.control.DecidePage.Typed;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.result.Result;
import org.hoshimori.result.Results;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Deciding controls from a result: one form per weak question, or "not now".
@Controller
class DecideController {

    private final Results results;
    private final Controls controls;
    private final ControlRegister register;
    private final Database database;

    DecideController(Results results, Controls controls, ControlRegister register, Database database) {
        this.results = results;
        this.controls = controls;
        this.register = register;
        this.database = database;
    }

    @GetMapping("/controls/decide/{round}")
    @Permitted(Permission.READ)
    ModelAndView weaknesses(
            Actor actor,
            @PathVariable UUID round,
            @RequestParam(defaultValue = "") String open,
            HttpServletRequest request) {
        return page(actor, result(actor, round, request), Typed.asked(open));
    }

    @PostMapping("/controls/decide/{round}/{question}")
    @Permitted(Permission.DECIDE_CONTROLS)
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID round,
            @PathVariable String question,
            @Valid DecideForm form,
            BindingResult errors,
            HttpServletRequest request) {
        var result = result(actor, round, request);
        var candidates = candidates(result, question);
        var offered = candidates.stream().map(CandidateControl::id).toList();
        var problems = form.check(Problems.of(errors), offered, controls.names(actor.organization()), controls.today());
        if (!problems.none()) {
            return page(actor, result, Typed.of(question, form, DecideForm.Later.EMPTY, problems));
        }
        var sent = form.chosenFrom(offered);
        var chosen = Stream.concat(
                        candidates.stream()
                                .filter(candidate -> sent.contains(candidate.id()))
                                .map(candidate -> new Chosen(candidate.id(), candidate.title(), candidate.what())),
                        form.own().stream())
                .toList();
        register.decide(actor, new Weak(result.round().id(), question), chosen, form.terms());
        return back(round, question, "control.toast.decided", request);
    }

    @PostMapping("/controls/decide/{round}/{question}/later")
    @Permitted(Permission.DECIDE_CONTROLS)
    ModelAndView later(
            Actor actor,
            @PathVariable UUID round,
            @PathVariable String question,
            @Valid DecideForm.Later form,
            BindingResult errors,
            HttpServletRequest request) {
        var result = result(actor, round, request);
        candidates(result, question);
        var problems = form.check(Problems.of(errors), controls.today());
        if (!problems.none()) {
            return page(actor, result, Typed.of(question, DecideForm.EMPTY, form, problems));
        }
        register.defer(actor, question, DecideForm.shown(form.reason()), form.day());
        return back(round, question, "control.toast.deferred", request);
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping({"/controls/decide/{round}/{question}", "/controls/decide/{round}/{question}/later"})
    @Permitted(Permission.READ)
    String again(@PathVariable UUID round) {
        return "redirect:/controls/decide/" + round;
    }

    private Result result(Actor actor, UUID round, HttpServletRequest request) {
        return database.transact(
                actor.organization(),
                () -> results.of(actor.organization(), new RoundId(round), RequestContextUtils.getLocale(request)));
    }

    /// Errors: [NotFound] for a question that is not weak in this round.
    private static List<CandidateControl> candidates(Result result, String question) {
        var diagnosis = result.edition().selfDiagnosis();
        if (Stream.concat(result.score().weakest(diagnosis).stream(), result.score().unknown(diagnosis).stream())
                .noneMatch(weak -> weak.id().equals(question))) {
            throw new NotFound("question");
        }
        return result.edition().controlsFor(question);
    }

    private ModelAndView page(Actor actor, Result result, Typed typed) {
        var organization = actor.organization();
        var situation = database.transact(
                organization,
                () -> new Situation(
                        controls.company(organization).facts().sizeClass(),
                        controls.names(organization),
                        controls.open(organization),
                        controls.deferrals(organization),
                        actor.may(Permission.DECIDE_CONTROLS)));
        var page = new ModelAndView("control/decide", "page", DecidePage.of(result, situation, typed));
        if (!typed.problems().none()) {
            page.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static ModelAndView back(UUID round, String question, String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:/controls/decide/" + round + "#" + question);
    }
}
