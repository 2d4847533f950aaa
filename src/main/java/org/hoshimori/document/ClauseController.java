package org.hoshimori.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Objects;
import org.hoshimori.database.Database;
import org.hoshimori.document.Clauses.ClauseForm;
import org.hoshimori.document.Clauses.Direction;
import org.hoshimori.document.Clauses.OwnWords;
import org.hoshimori.document.ClausesPage.Typed;
import org.hoshimori.document.Drafting.Outcome;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.template.Clause.Readable;
import org.hoshimori.template.Language;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Clauses of a document: left out with a reason, worded differently, added, moved. Each works without script.
@Controller
class ClauseController {

    private final EditorController editor;
    private final Drafting drafting;
    private final Documents documents;
    private final DraftRepository drafts;
    private final Database database;

    ClauseController(
            EditorController editor,
            Drafting drafting,
            Documents documents,
            DraftRepository drafts,
            Database database) {
        this.editor = editor;
        this.drafting = drafting;
        this.documents = documents;
        this.drafts = drafts;
        this.database = database;
    }

    @GetMapping("/documents/{template}/clauses")
    @Permitted(Permission.READ)
    ModelAndView clauses(Actor actor, @PathVariable String template) {
        return page(actor, template, Typed.NOTHING);
    }

    @PostMapping("/documents/{template}/clauses")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView add(
            Actor actor,
            @PathVariable String template,
            @Valid ClauseForm form,
            BindingResult errors,
            HttpServletRequest request) {
        var clauses = clauses(actor, template, form);
        var after = ClauseForm.shown(form.after());
        if (!after.isEmpty()) {
            clauses.known(after);
        }
        var problems = form.checkWords(Problems.of(errors));
        if (clauses.added() >= Drafting.MOST_ADDED) {
            problems = Problems.one("title", "document.problem.many", Drafting.MOST_ADDED);
        }
        var words = words(actor, template, "", form);
        problems = words.fits(problems);
        return problems.none()
                ? answer(actor, template, "", form, drafting.add(actor, template, after, words), request)
                : page(actor, template, new Typed("", form, problems));
    }

    @PostMapping("/documents/{template}/clauses/{clause}")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView change(
            Actor actor,
            @PathVariable String template,
            @PathVariable String clause,
            @Valid ClauseForm form,
            BindingResult errors,
            HttpServletRequest request) {
        clauses(actor, template, form).known(clause);
        var bound = Problems.of(errors);
        var words = words(actor, template, clause, form);
        var problems =
                switch (Objects.requireNonNullElse(form.act(), "")) {
                    case "reword" -> words.fits(form.checkWords(bound));
                    case "leave" -> form.checkReason(bound);
                    case "restore" -> Problems.NONE;
                    default -> throw new NotFound("act");
                };
        if (!problems.none()) {
            return page(actor, template, new Typed(clause, form, problems));
        }
        var outcome =
                switch (Objects.requireNonNullElse(form.act(), "")) {
                    case "reword" -> drafting.reword(actor, template, clause, ClauseForm.shown(form.saw()), words);
                    case "leave" -> drafting.leave(actor, template, clause, ClauseForm.shown(form.reason()));
                    default -> drafting.restore(actor, template, clause);
                };
        return answer(actor, template, clause, form, outcome, request);
    }

    private OwnWords words(Actor actor, String template, String clause, ClauseForm form) {
        var known = documents.known(actor.organization());
        var found = documents.template(template);
        var readable = Clauses.readable(found, known);
        var base = found.clauses().stream()
                .filter(one -> one.id().equals(clause))
                .map(one -> readable.offered(one, known.in(Language.JAPANESE)))
                .findFirst()
                .orElse("");
        return form.words(
                readable, base, Clauses.readable(documents.english(found).orElse(found), known));
    }

    private Readable readable(Actor actor, String template) {
        return Clauses.readable(documents.template(template), documents.known(actor.organization()));
    }

    @PostMapping("/documents/{template}/clauses/{clause}/move")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView move(
            Actor actor,
            @PathVariable String template,
            @PathVariable String clause,
            @RequestParam String direction,
            @RequestParam int version,
            HttpServletRequest request) {
        clauses(actor, template, ClauseForm.EMPTY).known(clause);
        var way = direction.equals("up") ? Direction.UP : Direction.DOWN;
        var outcome = drafting.move(actor, template, clause, way, version);
        if (outcome instanceof Outcome.Overtaken) {
            var typed = new Typed(clause, ClauseForm.EMPTY, Problems.one(clause, "document.problem.order"));
            return page(actor, template, typed);
        }
        return answer(actor, template, clause, ClauseForm.EMPTY, outcome, request);
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping({"/documents/{template}/clauses/{clause}", "/documents/{template}/clauses/{clause}/move"})
    @Permitted(Permission.READ)
    String again(@PathVariable String template) {
        return "redirect:/documents/" + documents.template(template).id() + "/clauses";
    }

    private Clauses clauses(Actor actor, String template, ClauseForm form) {
        return Clauses.of(documents.template(template), drafts.changes(actor.organization(), template));
    }

    private ModelAndView answer(
            Actor actor, String template, String clause, ClauseForm form, Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "document.toast.clause");
                var anchor = clause.isEmpty() ? "" : "#clause-" + clause;
                yield new ModelAndView("redirect:/documents/" + template + "/clauses" + anchor);
            }
            case Outcome.Overtaken(var now, var by) ->
                page(
                        actor,
                        template,
                        new Typed(
                                clause,
                                form,
                                Problems.one(
                                        "markdown",
                                        "document.problem.overtaken",
                                        by.by(),
                                        now.title(),
                                        readable(actor, template).shown(now.markdown()))));
            case Outcome.Locked _ ->
                page(actor, template, new Typed(clause, form, Problems.one("state", "document.problem.state")));
        };
    }

    private ModelAndView page(Actor actor, String template, Typed typed) {
        var page = database.transact(actor.organization(), () -> {
            var face = editor.face(actor, template);
            var clauses = Clauses.of(face.sketch().template(), face.sketch().changes());
            var readable =
                    Clauses.readable(face.sketch().template(), face.sketch().known());
            var outdated = DocumentStanding.outdated(
                    face.sketch().template(),
                    face.sketch().changes(),
                    face.sketch().known());
            return new ClausesPage(
                    face,
                    clauses,
                    typed,
                    actor.may(Permission.KEEP_DOCUMENTS),
                    readable,
                    outdated,
                    documents.english(face.sketch().template()));
        });
        var view = new ModelAndView("document/clauses", "page", page);
        if (!typed.problems().none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
