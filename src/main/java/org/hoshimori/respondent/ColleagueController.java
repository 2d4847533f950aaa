package org.hoshimori.respondent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.hoshimori.access.Attempts;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.People;
import org.hoshimori.trail.Author;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answering by a link without an account: the questions it names, and nothing else of the company. Unknown, expired,
/// revoked and closed look alike.
@Open("the link is the proof; it is good for the questions it names")
@Controller
class ColleagueController {

    private final Asking asking;
    private final Attempts attempts;
    private final Rounds rounds;
    private final People people;

    ColleagueController(Asking asking, Attempts attempts, Rounds rounds, People people) {
        this.asking = asking;
        this.attempts = attempts;
        this.rounds = rounds;
        this.people = people;
    }

    /// A link is a secret between two people: no search engine keeps it. The referrer is withheld on every page.
    @ModelAttribute
    void keepOutOfSearch(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping("/answer/{token}")
    String questions(@PathVariable String token, Locale locale, HttpServletRequest request, Model model) {
        return entering(token, request, model, guest -> {
            var diagnosis = diagnosis(guest, locale);
            var said = rounds.answers(guest.organization(), guest.respondent());
            return page(
                    guest, diagnosis, EntryPage.Form.said(diagnosis, guest.respondent(), said), Problems.NONE, model);
        });
    }

    @PostMapping("/answer/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        return entering(token, request, model, guest -> {
            var diagnosis = diagnosis(guest, locale);
            var form = EntryPage.Form.of(diagnosis, guest.respondent(), sent);
            var problems = form.problems(diagnosis);
            if (!problems.none()) {
                model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
                return page(guest, diagnosis, form, problems, model);
            }
            var author = new Author(null, guest.respondent().label());
            return switch (asking.save(guest.organization(), author, guest.respondent(), form)) {
                case Asking.Outcome.Kept _, Asking.Outcome.Asked _ -> "redirect:/answer/" + token + "/thanks";
                case Asking.Outcome.RoundClosed _ -> gone(HttpStatus.NOT_FOUND, model);
            };
        });
    }

    @GetMapping("/answer/{token}/thanks")
    String thanks(@PathVariable String token, Locale locale, HttpServletRequest request, Model model) {
        return entering(token, request, model, guest -> {
            var diagnosis = diagnosis(guest, locale);
            var said = rounds.answers(guest.organization(), guest.respondent());
            model.addAttribute("token", token);
            page(guest, diagnosis, EntryPage.Form.said(diagnosis, guest.respondent(), said), Problems.NONE, model);
            return "respondent/thanks";
        });
    }

    /// Lets a guest in, or says the same friendly sentence to everybody else. Tries are counted by address; a good link
    /// gives them back.
    private String entering(
            String token, HttpServletRequest request, Model model, Function<Asking.Guest, String> inside) {
        var visitor = "answer " + request.getRemoteAddr();
        if (!attempts.allowed(visitor, visitor)) {
            return gone(HttpStatus.TOO_MANY_REQUESTS, model);
        }
        return asking.guest(token)
                .map(guest -> {
                    attempts.succeeded(visitor);
                    return inside.apply(guest);
                })
                .orElseGet(() -> gone(HttpStatus.NOT_FOUND, model));
    }

    private static String gone(HttpStatus status, Model model) {
        model.addAttribute("status", status);
        model.addAttribute("slow", status == HttpStatus.TOO_MANY_REQUESTS);
        return "respondent/gone";
    }

    private SelfDiagnosis diagnosis(Asking.Guest guest, Locale locale) {
        return asking.diagnosis(guest.round(), locale);
    }

    private String page(
            Asking.Guest guest, SelfDiagnosis diagnosis, EntryPage.Form form, Problems problems, Model model) {
        var asker = guest.asker() == null
                ? ""
                : people.find(guest.organization(), guest.asker())
                        .map(Member::name)
                        .orElse("");
        model.addAttribute("page", new EntryPage(guest.respondent(), diagnosis, form, problems, asker, guest.until()));
        return "respondent/colleague";
    }
}
