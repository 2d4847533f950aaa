package org.hoshimori.handout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.database.Database;
import org.hoshimori.handout.ReadingPage.Stance;
import org.hoshimori.handout.Readings.Text;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Reading what was handed out and confirming it, signed in.
@Controller
@Permitted(Permission.USE)
class ReadingController {

    private static final String QUESTION = "question-";

    private final Handouts handouts;
    private final Readings readings;
    private final Database database;

    ReadingController(Handouts handouts, Readings readings, Database database) {
        this.handouts = handouts;
        this.readings = readings;
        this.database = database;
    }

    @GetMapping("/handouts/{template}/read")
    String read(
            Actor actor,
            @PathVariable String template,
            @RequestParam(defaultValue = "1") String screen,
            Locale locale,
            Model model) {
        model.addAttribute("page", page(actor, template, screen, Map.of(), locale));
        return "handout/reading";
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping("/handouts/{template}/confirm")
    String again(@PathVariable String template) {
        return "redirect:/handouts/{template}/read?screen=" + ReadingPage.END;
    }

    @PostMapping("/handouts/{template}/confirm")
    String confirm(
            Actor actor,
            @PathVariable String template,
            @RequestParam int revision,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        return database.transact(actor.organization(), () -> {
            var page = page(actor, template, ReadingPage.END, given(sent), locale);
            var current = page.text().revision().number() == revision;
            if (current && refused(page)) {
                model.addAttribute("page", page);
                model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
                return "handout/reading";
            }
            var outcome = handouts.confirm(actor, template, revision);
            RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast(outcome, "handout.toast.confirmed"));
            return "redirect:/handouts";
        });
    }

    static String toast(Handouts.Outcome outcome, String done) {
        return switch (outcome) {
            case DONE -> done;
            case OVERTAKEN -> "handout.toast.overtaken";
        };
    }

    /// Answers by id of the question.
    static Map<String, String> given(Map<String, String> sent) {
        var given = new HashMap<String, String>();
        sent.forEach((name, value) -> {
            if (name.startsWith(QUESTION)) {
                given.put(name.substring(QUESTION.length()), value);
            }
        });
        // A form without a single answer was sent, too.
        given.put("", "");
        return given;
    }

    static boolean refused(ReadingPage page) {
        return page.asks() && !page.text().questions().passed(page.given());
    }

    /// What is said at each question that is not right yet.
    static Problems problems(Text text, Map<String, String> given) {
        if (given.isEmpty()) {
            return Problems.NONE;
        }
        var problems = new ArrayList<Problem>();
        var asked = text.questions().asked();
        for (var i = 0; i < asked.size(); i++) {
            var key =
                    switch (text.questions().verdict(asked.get(i), given)) {
                        case OPEN -> "handout.problem.open";
                        case WRONG -> "handout.problem.wrong";
                        case RIGHT -> "";
                    };
            if (!key.isEmpty()) {
                problems.add(new Problem(QUESTION + asked.get(i).id(), key, List.of(i + 1)));
            }
        }
        return new Problems(problems);
    }

    private ReadingPage page(Actor actor, String template, String screen, Map<String, String> given, Locale locale) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var handout = handouts.known(organization, template);
            var text = readings.text(organization, handout, actor.member(), locale);
            var base = "/handouts/" + template;
            var stance = text.confirmation() != null
                    ? Stance.CONFIRMED
                    : handouts.asks(organization, handout, actor.member()) ? Stance.ASKED : Stance.LOOKS;
            return new ReadingPage(
                    text,
                    new ReadingPage.Paths(
                            base + "/read",
                            base + "/confirm",
                            "/documents/" + template + "/revisions/"
                                    + text.revision().number() + "/file",
                            "/handouts"),
                    screen,
                    "",
                    ReadingPage.Mark.REAL,
                    stance,
                    given,
                    stance == Stance.ASKED ? problems(text, given) : Problems.NONE);
        });
    }
}
