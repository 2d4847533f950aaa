package org.hoshimori.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in and out.
@Open("whoever signs in is not known yet; signing out needs no right")
@Controller
class SignInController {

    private final SignIns signIns;
    private final Visits visits;
    private final Attempts attempts;

    SignInController(SignIns signIns, Visits visits, Attempts attempts) {
        this.signIns = signIns;
        this.visits = visits;
        this.attempts = attempts;
    }

    @GetMapping("/sign-in")
    String ask(@RequestParam(required = false) @Nullable String next, Model model) {
        return form(new SignInForm("", "", next), Problems.NONE, model);
    }

    @PostMapping("/sign-in")
    String signIn(
            @Valid SignInForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            return form(form, Problems.of(errors), model);
        }
        var email = SetupForm.shown(form.email());
        if (!attempts.allowed(email, request.getRemoteAddr())) {
            return form(form, Problems.one("email", "access.problem.often"), model);
        }
        var signIn = signIns.check(email, form.password() == null ? "" : form.password());
        if (signIn.isEmpty()) {
            return form(form, Problems.one("email", "access.problem.wrong"), model);
        }
        attempts.succeeded(email);
        visits.begin(request, response, signIn.get());
        return signIns.memberships(signIn.get()).size() == 1 ? "redirect:" + form.target() : "redirect:/companies";
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/sign-in";
    }

    private static String form(SignInForm form, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "access/signIn";
    }
}
