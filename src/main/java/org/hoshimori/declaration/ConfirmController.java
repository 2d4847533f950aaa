package org.hoshimori.declaration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.database.Database;
import org.hoshimori.declaration.Declaring.Draft;
import org.hoshimori.declaration.Forms.Subject;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Applications;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The application once more before it is handed in: what the page showed goes in, nothing else.
@Controller
@Permitted(Permission.DECLARE)
class ConfirmController {

    private static final String CONFIRM = "/declaration/confirm";

    private final Declaring declaring;
    private final DraftRepository drafts;
    private final Readiness readiness;
    private final Forms forms;
    private final Around around;
    private final Database database;

    ConfirmController(
            Declaring declaring,
            DraftRepository drafts,
            Readiness readiness,
            Forms forms,
            Around around,
            Database database) {
        this.declaring = declaring;
        this.drafts = drafts;
        this.readiness = readiness;
        this.forms = forms;
        this.around = around;
        this.database = database;
    }

    @GetMapping(CONFIRM)
    ModelAndView confirm(Actor actor, Locale locale) {
        return confirm(actor, Problems.NONE, locale);
    }

    private ModelAndView confirm(Actor actor, Problems problems, Locale locale) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var known = forms.known(actor, locale);
            var kept = known.draft();
            if (kept == null) {
                return new ModelAndView("redirect:/declaration");
            }
            var form = new DeclarationForm(kept.values());
            var content = forms.content(known, Subject.of(kept), new Towns(form, List.of(), problems));
            // An older draft may lack what the operator asks by now.
            if (problems.none()
                    && !content.form()
                            .problems(content.terms().settings(), content.edition())
                            .none()) {
                return new ModelAndView("redirect:/declaration/form");
            }
            var view = new ModelAndView("declaration/confirm", "page", content);
            view.addObject("version", kept.version());
            if (!problems.none()) {
                view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return view;
        });
    }

    @PostMapping(CONFIRM)
    ModelAndView declare(
            Actor actor,
            @RequestParam(defaultValue = "") String agreed,
            @RequestParam(defaultValue = "-1") int rules,
            @RequestParam(defaultValue = "") String version,
            Locale locale,
            HttpServletRequest request) {
        var draft = drafts.draft(actor.organization()).orElse(null);
        if (draft == null || lacks(draft, locale)) {
            return new ModelAndView(draft == null ? "redirect:/declaration" : "redirect:/declaration/form");
        }
        if (!draft.version().equals(version)) {
            return confirm(actor, Problems.one("agreed", "declaration.problem.changed"), locale);
        }
        var problems = problems(actor, draft, agreed.isEmpty() ? null : rules, locale);
        return problems.none()
                ? handedIn(actor, draft.purpose(), declaring.handIn(actor, draft, rules), locale, request)
                : confirm(actor, problems, locale);
    }

    private Problems problems(Actor actor, Draft draft, @Nullable Integer agreed, Locale locale) {
        var problems = new ArrayList<Problem>();
        if (agreed == null) {
            problems.add(new Problem("agreed", "declaration.problem.agree", List.of()));
        } else if (around.programme().terms().rules().revision() != agreed) {
            problems.add(new Problem("agreed", "declaration.problem.rules", List.of()));
        }
        var edition = around.editions().standard(locale);
        if (draft.purpose() != Purpose.CHANGE
                && !readiness.of(actor.organization(), edition).forStar(draft.star())) {
            problems.add(new Problem("ready", "declaration.problem.ready", List.of()));
        }
        if (!around.programme().runs()) {
            problems.add(new Problem("agreed", "declaration.problem.off", List.of()));
        }
        return new Problems(problems);
    }

    private boolean lacks(Draft draft, Locale locale) {
        return !new DeclarationForm(draft.values())
                .problems(around.programme().settings(), around.editions().standard(locale))
                .none();
    }

    private ModelAndView handedIn(
            Actor actor, Purpose purpose, Applications.Outcome outcome, Locale locale, HttpServletRequest request) {
        var flash = RequestContextUtils.getOutputFlashMap(request);
        return switch (outcome) {
            case Applications.Outcome.Given _ -> {
                flash.put(Shells.TOAST, "declaration.toast.given." + purpose.id());
                yield new ModelAndView("redirect:/declaration");
            }
            case Applications.Outcome.Waits _ -> {
                flash.put(Shells.TOAST, "declaration.toast.waits");
                yield new ModelAndView("redirect:/declaration");
            }
            case Applications.Outcome.ConfirmFirst(var id) -> {
                flash.put(Shells.TOAST, "declaration.toast.code");
                yield new ModelAndView("redirect:/declaration/applications/" + id);
            }
            case Applications.Outcome.OneIsOpen(var id) -> {
                flash.put(Shells.TOAST, "declaration.toast.open");
                yield new ModelAndView("redirect:/declaration/applications/" + id);
            }
            case Applications.Outcome.NotPossible _, Applications.Outcome.WrongCode _ ->
                confirm(actor, Problems.one("agreed", "declaration.problem.not-possible"), locale);
        };
    }
}
