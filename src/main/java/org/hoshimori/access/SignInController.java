package org.hoshimori.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.People;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/// Signing in and out.
@Open("whoever signs in is not known yet; signing out needs no right")
@Controller
class SignInController {

    private final SignIns signIns;
    private final Visits visits;
    private final Attempts attempts;
    private final Signup signup;
    private final Farewell farewell;

    SignInController(
            SignIns signIns,
            Visits visits,
            Attempts attempts,
            Farewell farewell,
            @Value("${hoshimori.signup:closed}") Signup signup) {
        this.signIns = signIns;
        this.visits = visits;
        this.attempts = attempts;
        this.signup = signup;
        this.farewell = farewell;
    }

    @GetMapping("/sign-in")
    String ask(@RequestParam(required = false) @Nullable String next, Model model) {
        return form(new SignInForm("", "", next), Problems.NONE, model);
    }

    @PostMapping("/sign-in")
    String signIn(@Valid SignInForm form, BindingResult errors, Model model, ServletWebRequest web) {
        if (errors.hasErrors()) {
            return form(form, Problems.of(errors), model);
        }
        var request = web.getRequest();
        var email = SignInForm.shown(form.email());
        if (!attempts.allowed(email, request.getRemoteAddr())) {
            return form(form, Problems.one("email", "access.problem.often"), model);
        }
        var signIn = signIns.check(email, form.password() == null ? "" : form.password());
        if (signIn.isEmpty()) {
            return form(form, Problems.one("email", "access.problem.wrong"), model);
        }
        attempts.succeeded(email);
        visits.begin(request, Objects.requireNonNull(web.getResponse()), signIn.get());
        // A link without an account, for example an invitation, needs no company yet.
        var needsCompany = !form.target().startsWith("/invitation/");
        var elsewhere = visits.otherPlaces(signIn.get());
        if (!elsewhere.isEmpty()) {
            return "redirect:" + (form.target().startsWith("/desk") ? form.target() : "/companies");
        }
        return needsCompany && signIns.memberships(signIn.get()).size() != 1
                ? "redirect:/companies"
                : "redirect:" + form.target();
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        forget(response);
        return "redirect:/sign-in";
    }

    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere(HttpServletRequest request, HttpServletResponse response) {
        visits.signedIn(request).ifPresent(farewell::everywhere);
        return signOut(request, response);
    }

    /// Answers that wait in the browser belong to whoever leaves it. Browsers heed this on https; `access.js` does the
    /// same on plain http.
    private static void forget(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"storage\"");
    }

    private String form(SignInForm form, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("signup", signup);
        model.addAttribute("nobody", signIns.none());
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "access/signIn";
    }

    /// Signing out of every browser at once. Each company of the sign-in sees it in its trail.
    @Component
    record Farewell(Visits visits, SignIns signIns, People people, Database database, Trail trail) {

        void everywhere(SignInId signIn) {
            for (var membership : signIns.memberships(signIn)) {
                database.transact(membership.organization(), () -> {
                    var author = people.actor(membership.organization(), membership.member())
                            .map(Actor::author)
                            .orElse(Author.SYSTEM);
                    trail.append(
                            membership.organization(),
                            author,
                            Subject.of("member", membership.member()),
                            Change.of("signed-out-everywhere"));
                    return membership;
                });
            }
            visits.endAll(signIn);
        }
    }

    /// What the sign-in page sends.
    ///
    /// @param next the page to return to; only paths of this installation are followed
    record SignInForm(
            @NotBlank(message = "web.problem.required") @Nullable
            String email,

            @NotBlank(message = "web.problem.required") @Nullable
            String password,

            @Nullable String next) {

        /// Where to go after signing in. Anything but a plain path of our own leads to the first page.
        String target() {
            return next != null && next.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*") ? next : "/";
        }

        static String shown(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }
}
