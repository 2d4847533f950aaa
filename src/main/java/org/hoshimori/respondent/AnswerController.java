package org.hoshimori.respondent;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.CloseOutcome;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Answering: the page with three parts, the saving of one answer as it is given, and the saving of the whole page.
@Controller
class AnswerController {

    private static final String INCOMPLETE = "incomplete";

    private final Answering answering;
    private final Assessments assessments;
    private final Database database;

    AnswerController(Answering answering, Assessments assessments, Database database) {
        this.answering = answering;
        this.assessments = assessments;
        this.database = database;
    }

    /// The questions that the reader is asked; whoever is asked nothing and may read sees who is asked.
    @GetMapping("/assessments/{id}")
    @Permitted(Permission.USE)
    String questions(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "respondent", required = false) @Nullable UUID chosen,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return database.transact(actor.organization(), () -> {
            var round = answering.round(actor, id);
            if (round.closed()) {
                return nothing(actor, round, "/results/" + id, model);
            }
            var respondent = answering.respondent(actor, round, chosen);
            var incomplete = incomplete(model);
            if (respondent.isEmpty()) {
                next.addFlashAttribute(INCOMPLETE, incomplete);
                return nothing(actor, round, "/assessments/" + id + "/respondents", model);
            }
            var page = answering.page(actor, round, respondent.get(), locale);
            var trouble = new QuestionsPage.Trouble(Map.of(), QuestionsPage.Trouble.NONE.problems(), incomplete);
            return show(page, trouble, AnswersForm.NONE, model);
        });
    }

    /// What a browser sends for one answer.
    ///
    /// @param notApplicable null for no
    /// @param seenRevision null where nothing stood there
    record Given(
            @Nullable String answer,
            @Nullable Boolean notApplicable,
            @Nullable String comment,
            @Nullable Integer seenRevision) {

        AnswerChange to(SelfDiagnosis diagnosis, String question) {
            var given = new AnswersForm.Given(answer, Boolean.TRUE.equals(notApplicable), comment);
            return AnswersForm.change(diagnosis, question, given, seenRevision == null ? 0 : seenRevision);
        }
    }

    /// What it gets back.
    ///
    /// @param state saved, overtaken, closed, refused, or the last word of a sentence's key: long, reason
    /// @param by who said what stands there now
    record Saved(
            String state,
            int revision,
            @Nullable String answer,
            boolean notApplicable,
            @Nullable String comment,
            @Nullable String by,
            @Nullable OffsetDateTime at) {

        static Saved of(String state, RecordedAnswer now) {
            return new Saved(
                    state, now.revision(), now.answer(), now.notApplicable(), now.comment(), now.by(), now.at());
        }

        static Saved not(String state) {
            return new Saved(state, 0, null, false, null, null, null);
        }
    }

    @PostMapping("/respondents/{id}/answers/{question}")
    @Permitted(Permission.ANSWER)
    @ResponseBody
    ResponseEntity<Saved> answer(
            Actor actor, @PathVariable UUID id, @PathVariable String question, @RequestBody Given given) {
        return database.transact(actor.organization(), () -> {
            var respondent = answering.answerable(actor, id);
            var change = given.to(answering.standard(), question);
            var fault = AnswersForm.fault(change);
            if (fault.isPresent()) {
                return unkept(fault.get().substring(fault.get().lastIndexOf('.') + 1));
            }
            return switch (assessments.answer(actor.organization(), actor.author(), respondent, change)) {
                case AnswerOutcome.Saved(var now) -> ResponseEntity.ok(Saved.of("saved", now));
                case AnswerOutcome.Overtaken(var theirs) ->
                    ResponseEntity.status(HttpStatus.CONFLICT).body(Saved.of("overtaken", theirs));
                case AnswerOutcome.RoundClosed _ ->
                    ResponseEntity.status(HttpStatus.CONFLICT).body(Saved.not("closed"));
                case AnswerOutcome.NotAsked _ -> unkept("refused");
            };
        });
    }

    /// What is no answer at all is refused like one that is not asked.
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Saved> unreadable() {
        return unkept("refused");
    }

    private static ResponseEntity<Saved> unkept(String state) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Saved.not(state));
    }

    /// The whole page at once, for a browser without script and for the buttons that lead on.
    @PostMapping("/respondents/{id}/answers")
    @Permitted(Permission.ANSWER)
    String answers(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return database.transact(actor.organization(), () -> {
            var form = new AnswersForm(sent);
            var respondent = answering.answerable(actor, id);
            var round = answering.kept(
                    actor, answering.round(actor, respondent.round().value()), form);
            if (round.closed()) {
                return answering.saysMore(actor, round, respondent, form)
                        ? tooLate(model)
                        : "redirect:/assessments/" + round.id();
            }
            var trouble = answering.keep(actor, round, respondent, form);
            var page = answering.page(actor, round, respondent, locale);
            if (!trouble.none()) {
                model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
                return show(page, trouble, form, model);
            }
            return switch (form.then()) {
                case "finish" -> finish(actor, respondent, next);
                case "close" -> page.leads() ? close(actor, round, next) : "redirect:" + page.path();
                case "ask" -> "redirect:/assessments/" + round.id() + "/ask?question=" + form.about();
                case "evidence" -> "redirect:/respondents/" + id + "/evidence/" + form.about();
                default -> {
                    next.addFlashAttribute(Shells.TOAST, "respondent.questions.kept");
                    yield "redirect:" + page.path();
                }
            };
        });
    }

    private String finish(Actor actor, Respondent respondent, RedirectAttributes next) {
        if (respondent.finishedAt() == null) {
            assessments.finish(actor.organization(), actor.author(), respondent);
        }
        next.addFlashAttribute(Shells.TOAST, "respondent.questions.finished");
        return "redirect:/assessments";
    }

    private String close(Actor actor, Round round, RedirectAttributes next) {
        return switch (assessments.close(actor, round.id())) {
            case CloseOutcome.Closed _, CloseOutcome.AlreadyClosed _ -> "redirect:/results/" + round.id();
            case CloseOutcome.Incomplete(var open) -> {
                next.addFlashAttribute(INCOMPLETE, List.copyOf(open));
                yield "redirect:/assessments/" + round.id();
            }
        };
    }

    private static String show(QuestionsPage stored, QuestionsPage.Trouble trouble, AnswersForm typed, Model model) {
        model.addAttribute("page", stored.with(trouble, typed));
        return "respondent/questions";
    }

    /// Nothing to answer here: readers go where there is something to read, others get a friendly word.
    private static String nothing(Actor actor, Round round, String readers, Model model) {
        if (actor.may(Permission.READ)) {
            return "redirect:" + readers;
        }
        model.addAttribute("round", round.name());
        model.addAttribute("sentence", round.closed() ? "respondent.questions.over" : "respondent.questions.nothing");
        return "respondent/nothing";
    }

    private static List<String> incomplete(Model model) {
        return model.getAttribute(INCOMPLETE) instanceof List<?> open
                ? open.stream().map(Object::toString).toList()
                : List.of();
    }

    /// What came after the round was closed is not kept: that is said, never passed over.
    static String tooLate(Model model) {
        model.addAttribute("status", HttpStatus.CONFLICT);
        model.addAttribute("kind", "closed");
        model.addAttribute("reference", "");
        return "web/error";
    }
}
