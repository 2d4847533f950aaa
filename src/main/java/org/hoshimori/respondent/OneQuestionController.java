package org.hoshimori.respondent;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One question at a time, for a small screen. Each button saves and goes on; no script is needed.
@Controller
class OneQuestionController {

    private final Answering answering;
    private final Database database;

    OneQuestionController(Answering answering, Database database) {
        this.answering = answering;
        this.database = database;
    }

    @GetMapping("/assessments/{id}/one/{question}")
    @Permitted(Permission.ANSWER)
    String one(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam(name = "respondent", required = false) @Nullable UUID chosen,
            Locale locale,
            Model model) {
        return database.transact(actor.organization(), () -> {
            var round = answering.round(actor, id);
            var respondent = answering.respondent(actor, round, chosen);
            if (round.closed() || respondent.isEmpty()) {
                return "redirect:/assessments/" + id;
            }
            var page = answering.page(actor, round, respondent.get(), locale);
            model.addAttribute("page", new OneQuestionPage(page, page.asked(question)));
            return "respondent/one";
        });
    }

    @PostMapping("/assessments/{id}/one/{question}")
    @Permitted(Permission.ANSWER)
    String save(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model) {
        return database.transact(actor.organization(), () -> {
            var form = new AnswersForm(sent);
            var round = answering.kept(actor, answering.round(actor, id), form);
            var respondent = answering.respondent(actor, round, chosen(sent));
            if (respondent.isEmpty()) {
                return "redirect:/assessments/" + id;
            }
            if (round.closed()) {
                return answering.saysMore(actor, round, respondent.get(), form)
                        ? AnswerController.tooLate(model)
                        : "redirect:/assessments/" + round.id();
            }
            var trouble = answering.keep(actor, round, respondent.get(), form);
            var page = answering.page(actor, round, respondent.get(), locale);
            var one = new OneQuestionPage(page, page.asked(question));
            if (trouble.none()) {
                return "redirect:" + after(one, form);
            }
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            model.addAttribute("page", new OneQuestionPage(page.with(trouble, form), one.question()));
            return "respondent/one";
        });
    }

    private static String after(OneQuestionPage one, AnswersForm form) {
        var page = one.all();
        return switch (form.then()) {
            case "next" -> {
                var next = one.next();
                yield next == null ? page.path() + "#done" : page.path(next);
            }
            case "back" -> {
                var previous = one.previous();
                yield previous == null ? page.path() : page.path(previous);
            }
            case "ask" -> "/assessments/" + page.round().id() + "/ask?question=" + form.about();
            case "evidence" -> "/respondents/" + page.respondent().id() + "/evidence/" + form.about();
            default -> page.path();
        };
    }

    private static @Nullable UUID chosen(Map<String, String> sent) {
        try {
            var chosen = sent.get("respondent");
            return chosen == null || chosen.isEmpty() ? null : UUID.fromString(chosen);
        } catch (IllegalArgumentException e) {
            throw new NotFound("respondent");
        }
    }
}
