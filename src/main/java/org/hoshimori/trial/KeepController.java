package org.hoshimori.trial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import org.hoshimori.access.Attempts;
import org.hoshimori.access.Passwords;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Visits;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The result of a trial, and keeping it for a company.
@Controller
class KeepController {

    private final TrialDoor door;
    private final Trials trials;
    private final Editions editions;
    private final MessageSource messages;
    private final Entrance entrance;

    KeepController(TrialDoor door, Trials trials, Editions editions, MessageSource messages, Entrance entrance) {
        this.door = door;
        this.trials = trials;
        this.editions = editions;
        this.messages = messages;
        this.entrance = entrance;
    }

    /// What room `access` adds when a company starts here.
    @Component
    record Entrance(SignIns signIns, Passwords passwords, Attempts attempts, Visits visits) {}

    @ModelAttribute
    void mustBeOpen() {
        if (!door.open()) {
            throw new NotFound("trial");
        }
    }

    @GetMapping("/try/result")
    @Open("shows only what this browser answered")
    String result(
            @Nullable Actor actor,
            @CookieValue(name = TrialController.COOKIE, required = false) @Nullable String cookie,
            Locale locale,
            Model model) {
        var trial = cookie == null ? null : trials.find(new TrialToken(cookie)).orElse(null);
        if (trial == null) {
            return "redirect:/try";
        }
        var diagnosis = editions.edition(trial.edition(), locale).selfDiagnosis();
        var score = trial.score(diagnosis);
        if (score.isEmpty()) {
            return "redirect:/try";
        }
        model.addAttribute("page", new TrialResultPage(diagnosis, score.get(), keeping(actor)));
        return "trial/result";
    }

    @PostMapping("/try/keep")
    @Permitted(Permission.LEAD_ROUNDS)
    String keep(
            Actor actor,
            @CookieValue(name = TrialController.COOKIE, required = false) @Nullable String cookie,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (trials.keep(actor, new TrialToken(cookie == null ? "" : cookie), roundName(locale))) {
            case KeepOutcome.Kept(var round) -> {
                TrialController.forgetCookie(response);
                flash.addFlashAttribute(Shells.TOAST, "trial.kept");
                yield "redirect:/assessments/" + round;
            }
            case KeepOutcome.Busy(var round) -> {
                flash.addFlashAttribute(Shells.TOAST, "trial.busy");
                yield "redirect:/assessments/" + round;
            }
            case KeepOutcome.Gone _ -> "redirect:/try";
        };
    }

    @GetMapping("/try/company")
    @Open("starting a company where sign-up is open")
    String ask(Model model) {
        mustStartCompanies();
        return form(CompanyForm.EMPTY, Problems.NONE, model);
    }

    @PostMapping("/try/company")
    @Open("starting a company where sign-up is open")
    String start(
            @CookieValue(name = TrialController.COOKIE, required = false) @Nullable String cookie,
            @Valid CompanyForm form,
            BindingResult errors,
            Model model,
            ServletWebRequest exchange) {
        mustStartCompanies();
        var request = exchange.getRequest();
        var problems = check(form, errors, request);
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return form(form, problems, model);
        }
        var token = new TrialToken(cookie == null ? "" : cookie);
        var founded = trials.found(form, token, roundName(RequestContextUtils.getLocale(request)));
        if (founded.isEmpty()) {
            return "redirect:/try";
        }
        var response = Objects.requireNonNull(exchange.getResponse());
        entrance.visits().begin(request, response, founded.get().signIn());
        TrialController.forgetCookie(response);
        RequestContextUtils.getOutputFlashMap(request)
                .put("recoveryCode", founded.get().recoveryCode());
        return "redirect:/try/founded";
    }

    /// Shown once, right after the founding; the code is stored hashed and cannot be shown again.
    @GetMapping("/try/founded")
    @Open("shows only what the founding just handed over")
    String founded(Model model) {
        return model.containsAttribute("recoveryCode") ? "trial/founded" : "redirect:/";
    }

    private TrialResultPage.Keeping keeping(@Nullable Actor actor) {
        if (actor != null) {
            return actor.may(Permission.LEAD_ROUNDS) ? TrialResultPage.Keeping.COMPANY : TrialResultPage.Keeping.ASK;
        }
        return startsCompanies() ? TrialResultPage.Keeping.START : TrialResultPage.Keeping.SIGN_IN;
    }

    /// The first company of an installation starts through the set-up link alone: whoever came first to an open page
    /// must not own it.
    private boolean startsCompanies() {
        return door.startsCompanies() && !entrance.signIns().none();
    }

    private void mustStartCompanies() {
        if (!startsCompanies()) {
            throw new NotFound("trial");
        }
    }

    private Problems check(CompanyForm form, BindingResult errors, HttpServletRequest request) {
        if (errors.hasErrors()) {
            return Problems.of(errors);
        }
        var email = form.address();
        if (!entrance.attempts().allowed(email, Objects.requireNonNullElse(request.getRemoteAddr(), ""))) {
            return Problems.one("email", "trial.often");
        }
        if (entrance.signIns().exists(email)) {
            return Problems.one("email", "trial.company.known");
        }
        return entrance.passwords()
                .problem(form.secret(), email)
                .map(key -> Problems.one("password", key))
                .orElse(Problems.NONE);
    }

    private String roundName(Locale locale) {
        return Objects.requireNonNull(messages.getMessage("trial.round", null, locale));
    }

    private static String form(CompanyForm form, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "trial/company";
    }
}
