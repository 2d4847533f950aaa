package org.hoshimori.control;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.hoshimori.access.Attempts;
import org.hoshimori.control.Opinions.Asked;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Saying what one thinks of a control: by a link without an account, or signed in. Both see its title and what is to
/// be done, and nothing else.
@Controller
class OpinionController {

    private final Opinions opinions;
    private final ControlRepository repository;
    private final Attempts attempts;

    OpinionController(Opinions opinions, ControlRepository repository, Attempts attempts) {
        this.opinions = opinions;
        this.repository = repository;
        this.attempts = attempts;
    }

    @GetMapping("/opinion/{token}")
    @Open("the link is the proof; it shows one control's title and text and changes nothing")
    ModelAndView ask(@PathVariable String token, HttpServletResponse response) {
        hide(response);
        try {
            return form(opinions.open(token).control(), "/opinion/" + token, null, OpinionForm.EMPTY, Problems.NONE);
        } catch (NotFound e) {
            return gone();
        }
    }

    @PostMapping("/opinion/{token}")
    @Open("the link is the proof")
    ModelAndView give(
            @PathVariable String token,
            @Valid OpinionForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        hide(response);
        Asked asked;
        try {
            asked = opinions.open(token);
        } catch (NotFound e) {
            return gone();
        }
        var path = "/opinion/" + token;
        var problems = form.check(Problems.of(errors), null);
        if (!problems.none()) {
            return form(asked.control(), path, null, form, problems);
        }
        // Per name, because a whole office may share one address and one link.
        var person = path + "/" + DecideForm.shown(form.author());
        if (!attempts.allowed(person, request.getRemoteAddr())
                || !opinions.give(asked.organization(), asked.control().id(), form.said(null))) {
            return form(asked.control(), path, null, form, Problems.one("text", "control.problem.often"));
        }
        return thanks(path, request);
    }

    @GetMapping("/controls/{id}/opinion")
    @Permitted(Permission.ANSWER)
    ModelAndView askMember(Actor actor, @PathVariable UUID id) {
        return form(control(actor, id), "/controls/" + id + "/opinion", actor, OpinionForm.EMPTY, Problems.NONE);
    }

    @PostMapping("/controls/{id}/opinion")
    @Permitted(Permission.ANSWER)
    ModelAndView giveMember(
            Actor actor,
            @PathVariable UUID id,
            @Valid OpinionForm form,
            BindingResult errors,
            HttpServletRequest request) {
        var control = control(actor, id);
        var path = "/controls/" + id + "/opinion";
        var problems = form.check(Problems.of(errors), actor);
        if (problems.none() && !opinions.give(actor.organization(), control.id(), form.said(actor))) {
            problems = Problems.one("text", "control.problem.often");
        }
        return problems.none() ? thanks(path, request) : form(control, path, actor, form, problems);
    }

    private DecidedControl control(Actor actor, UUID id) {
        return repository
                .find(actor.organization(), new ControlId(id))
                .orElseThrow(() -> new NotFound("control"))
                .control();
    }

    private static ModelAndView form(
            DecidedControl control, String path, @Nullable Actor member, OpinionForm form, Problems problems) {
        var page = new ModelAndView("control/opinion");
        page.addObject("control", control);
        page.addObject("action", path);
        page.addObject("named", member == null);
        page.addObject("form", form);
        page.addObject("problems", problems);
        if (!problems.none()) {
            page.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static ModelAndView thanks(String path, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "control.toast.opinion");
        return new ModelAndView("redirect:" + path);
    }

    private static ModelAndView gone() {
        return new ModelAndView("control/opinionGone", "status", HttpStatus.NOT_FOUND);
    }

    /// Search engines must not keep it; that no address is passed on is said for every page.
    private static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
