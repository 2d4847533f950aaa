package org.hoshimori.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Objects;
import org.hoshimori.access.Attempts;
import org.hoshimori.access.Passwords;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Visits;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Starting a company: by the link of the first start, by an owner's invitation to this installation, or freely where
/// sign-up is open. Three questions, then a recovery code.
@Controller
class StartController {

    private final Starts starts;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Visits visits;
    private final Attempts attempts;

    StartController(Starts starts, SignIns signIns, Passwords passwords, Visits visits, Attempts attempts) {
        this.starts = starts;
        this.signIns = signIns;
        this.passwords = passwords;
        this.visits = visits;
        this.attempts = attempts;
    }

    @Open("the one-time link is the proof")
    @GetMapping("/setup/{token}")
    String askWithLink(@PathVariable String token, Model model, HttpServletRequest request) {
        starts.mustBeGood(token);
        return form(FoundingForm.EMPTY, Problems.NONE, model, request);
    }

    @Open("the one-time link is the proof")
    @PostMapping("/setup/{token}")
    String startWithLink(
            @PathVariable String token,
            @Valid FoundingForm form,
            BindingResult errors,
            Model model,
            ServletWebRequest web) {
        starts.mustBeGood(token);
        var problems = check(form, errors, web.getRequest());
        if (!problems.none()) {
            return form(form, problems, model, web.getRequest());
        }
        starts.use(token);
        return found(form, web);
    }

    @Open("anybody may start a company where sign-up is open; elsewhere there is no such page")
    @GetMapping("/start")
    String ask(Model model, HttpServletRequest request) {
        starts.mustBeOpen();
        return form(FoundingForm.EMPTY, Problems.NONE, model, request);
    }

    @Open("anybody may start a company where sign-up is open; elsewhere there is no such page")
    @PostMapping("/start")
    String start(@Valid FoundingForm form, BindingResult errors, Model model, ServletWebRequest web) {
        starts.mustBeOpen();
        var problems = check(form, errors, web.getRequest());
        return problems.none() ? found(form, web) : form(form, problems, model, web.getRequest());
    }

    @Open("shows only what the request before put there")
    @GetMapping("/setup-done")
    String done(Model model) {
        return model.containsAttribute("recoveryCode") ? "entrance/recoveryCode" : "redirect:/";
    }

    private String found(FoundingForm form, ServletWebRequest web) {
        var request = web.getRequest();
        var signedIn = visits.lasting(request);
        if (signedIn.isPresent()) {
            var actor = starts.foundAnother(form, signedIn.get());
            visits.choose(request, signedIn.get(), actor.organization());
            return "redirect:/";
        }
        var founded = starts.found(form);
        visits.begin(request, Objects.requireNonNull(web.getResponse()), founded.signIn());
        RequestContextUtils.getOutputFlashMap(request).put("recoveryCode", founded.recoveryCode());
        return "redirect:/setup-done";
    }

    private Problems check(FoundingForm form, BindingResult errors, HttpServletRequest request) {
        if (errors.hasErrors()) {
            return Problems.of(errors);
        }
        var signedIn = visits.lasting(request);
        var who = signedIn.map(Objects::toString).orElse(form.signIn().address());
        if (!attempts.allowed("start:" + who, request.getRemoteAddr())) {
            return Problems.one("company", "access.problem.often");
        }
        if (signedIn.isPresent()) {
            return Problems.NONE;
        }
        var problems = form.signIn().problems(passwords);
        return problems.none() && signIns.exists(form.signIn().address())
                ? Problems.one("email", "entrance.problem.sign-in-first")
                : problems;
    }

    private String form(FoundingForm form, Problems problems, Model model, HttpServletRequest request) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("firstStart", signIns.none());
        model.addAttribute(
                "signedInAs", visits.lasting(request).flatMap(signIns::email).orElse(null));
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "entrance/start";
    }
}
