package org.hoshimori.access;

import jakarta.validation.Valid;
import java.util.Objects;
import org.hoshimori.web.NotFound;
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

/// The first start: one link, three questions, a recovery code.
@Open("the one-time link is the proof")
@Controller
class SetupController {

    private final Links links;
    private final SignIns signIns;
    private final Founders founders;
    private final Passwords passwords;
    private final Visits visits;

    SetupController(Links links, SignIns signIns, Founders founders, Passwords passwords, Visits visits) {
        this.links = links;
        this.signIns = signIns;
        this.founders = founders;
        this.passwords = passwords;
        this.visits = visits;
    }

    @GetMapping("/setup/{token}")
    String ask(@PathVariable String token, Model model) {
        mustBeGood(token);
        return form(SetupForm.EMPTY, Problems.NONE, model);
    }

    @PostMapping("/setup/{token}")
    String setUp(
            @PathVariable String token,
            @Valid SetupForm form,
            BindingResult errors,
            Model model,
            ServletWebRequest request) {
        mustBeGood(token);
        var problems = check(form, errors);
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return form(form, problems, model);
        }
        if (!links.use(token, Link.Purpose.SETUP)) {
            throw new NotFound("setup");
        }
        var founded = founders.found(form);
        visits.begin(request.getRequest(), Objects.requireNonNull(request.getResponse()), founded.signIn());
        RequestContextUtils.getOutputFlashMap(request.getRequest()).put("recoveryCode", founded.recoveryCode());
        return "redirect:/setup-done";
    }

    @GetMapping("/setup-done")
    String done(Model model) {
        return model.containsAttribute("recoveryCode") ? "access/recoveryCode" : "redirect:/";
    }

    private void mustBeGood(String token) {
        if (links.open(token, Link.Purpose.SETUP).isEmpty()) {
            throw new NotFound("setup");
        }
    }

    private Problems check(SetupForm form, BindingResult errors) {
        if (errors.hasErrors()) {
            return Problems.of(errors);
        }
        var email = SetupForm.shown(form.email());
        if (signIns.exists(email)) {
            return Problems.one("email", "access.problem.email");
        }
        return passwords
                .problem(SetupForm.shown(form.password()), email)
                .map(key -> Problems.one("password", key))
                .orElse(Problems.NONE);
    }

    private static String form(SetupForm form, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "access/setup";
    }
}
