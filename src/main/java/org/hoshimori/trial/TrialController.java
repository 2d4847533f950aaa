package org.hoshimori.trial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.access.Attempts;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answering the 25 questions without signing up. Looking stores nothing; the first answer starts the attempt.
@Open("a trial knows nobody and shows only what this browser answered")
@Controller
class TrialController {

    static final String COOKIE = "trial";

    private final TrialDoor door;
    private final Trials trials;
    private final Editions editions;
    private final Attempts attempts;

    TrialController(TrialDoor door, Trials trials, Editions editions, Attempts attempts) {
        this.door = door;
        this.trials = trials;
        this.editions = editions;
        this.attempts = attempts;
    }

    @ModelAttribute
    void mustBeOpen() {
        if (!door.open()) {
            throw new NotFound("trial");
        }
    }

    @GetMapping("/try")
    String questions(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie, Locale locale, Model model) {
        var trial = trial(cookie);
        model.addAttribute("page", new TrialPage(diagnosis(trial, locale), trial.answers(), List.of()));
        return "trial/questions";
    }

    /// Without a script the whole form comes at once; with one it only repeats what is saved.
    @PostMapping("/try")
    String result(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var known = Trial.known(editions.standard(locale).selfDiagnosis(), sent);
        var token = known.isEmpty() ? token(cookie) : attempt(cookie, request, response);
        if (token == null && !known.isEmpty()) {
            return often(known, locale, model);
        }
        if (token != null) {
            trials.answer(token, known);
        }
        var trial = token == null ? nothing() : trials.find(token).orElseGet(this::nothing);
        var diagnosis = diagnosis(trial, locale);
        if (trial.score(diagnosis).isPresent()) {
            return "redirect:/try/result";
        }
        model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        model.addAttribute("page", TrialPage.early(diagnosis, trial.answers()));
        return "trial/questions";
    }

    @PostMapping("/try/answers/{question}")
    ResponseEntity<Void> answer(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            @PathVariable String question,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var diagnosis = editions.standard(Locale.JAPANESE).selfDiagnosis();
        var known = Trial.known(diagnosis, Map.of(question, answer));
        if (known.isEmpty()) {
            return ResponseEntity.unprocessableContent().build();
        }
        var token = attempt(cookie, request, response);
        if (token == null) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        return trials.answer(token, known)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    @PostMapping("/try/forget")
    String forget(@CookieValue(name = COOKIE, required = false) @Nullable String cookie, HttpServletResponse response) {
        if (cookie != null) {
            trials.forget(new TrialToken(cookie));
        }
        forgetCookie(response);
        return "redirect:/try";
    }

    /// Takes the cookie back once the attempt is gone.
    static void forgetCookie(HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, "")
                        .path("/try")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(0)
                        .build()
                        .toString());
    }

    private String often(Map<String, String> known, Locale locale, Model model) {
        model.addAttribute("status", HttpStatus.TOO_MANY_REQUESTS);
        model.addAttribute("page", new TrialPage(editions.standard(locale).selfDiagnosis(), known, List.of()));
        model.addAttribute("often", "trial.often");
        return "trial/questions";
    }

    /// The attempt of this browser, or a new one; null when too many begin at this address. Only the address counts: a
    /// class of thirty may begin at once behind one of them.
    private @Nullable TrialToken attempt(
            @Nullable String cookie, HttpServletRequest request, HttpServletResponse response) {
        var there = token(cookie);
        if (there != null) {
            return there;
        }
        if (!attempts.allowed("trial " + UUID.randomUUID(), Objects.requireNonNullElse(request.getRemoteAddr(), ""))) {
            return null;
        }
        var token = trials.begin();
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, token.value())
                        .path("/try")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(Trials.LIFE)
                        .build()
                        .toString());
        return token;
    }

    private @Nullable TrialToken token(@Nullable String cookie) {
        return cookie == null || trials.find(new TrialToken(cookie)).isEmpty() ? null : new TrialToken(cookie);
    }

    private Trial trial(@Nullable String cookie) {
        return cookie == null ? nothing() : trials.find(new TrialToken(cookie)).orElseGet(this::nothing);
    }

    private Trial nothing() {
        return new Trial(editions.standard(Locale.JAPANESE).id(), Map.of());
    }

    private SelfDiagnosis diagnosis(Trial trial, Locale locale) {
        return editions.edition(trial.edition(), locale).selfDiagnosis();
    }
}
