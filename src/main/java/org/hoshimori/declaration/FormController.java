package org.hoshimori.declaration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.address.AddressParts;
import org.hoshimori.content.Edition;
import org.hoshimori.database.Database;
import org.hoshimori.declaration.DeclarationController.Around;
import org.hoshimori.declaration.Declaring.Draft;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Applications;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.programme.Programme;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.web.NotFound;
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

/// The application: filling it in, keeping it as a draft, confirming it, handing it in.
@Controller
@Permitted(Permission.DECLARE)
class FormController {

    private static final String FORM = "/declaration/form";
    private static final String CONFIRM = "/declaration/confirm";

    private final Declaring declaring;
    private final DraftRepository drafts;
    private final Readiness readiness;
    private final Around around;
    private final ProgrammeTexts texts;
    private final Database database;

    FormController(
            Declaring declaring,
            DraftRepository drafts,
            Readiness readiness,
            Around around,
            ProgrammeTexts texts,
            Database database) {
        this.declaring = declaring;
        this.drafts = drafts;
        this.readiness = readiness;
        this.around = around;
        this.texts = texts;
        this.database = database;
    }

    /// What the form is about, from the address.
    record About(
            @Nullable String purpose,
            @Nullable String number,
            @Nullable String star) {

        Purpose chosen() {
            return List.of(Purpose.values()).stream()
                    .filter(one -> one.id().equals(purpose))
                    .findFirst()
                    .orElse(Purpose.NEW);
        }

        @Nullable
        String numberOrNull() {
            return number == null || number.isBlank() || chosen() == Purpose.NEW ? null : number.strip();
        }
    }

    @GetMapping(FORM)
    ModelAndView form(Actor actor, About about, Locale locale) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var known = known(actor, locale);
            var draft = known.draft();
            var meant = draft != null
                    && (about.purpose() == null
                            || (draft.purpose() == about.chosen()
                                    && Objects.equals(draft.number(), about.numberOrNull())));
            if (draft != null && meant) {
                var subject = new Subject(draft.purpose(), draft.number());
                return page(known, subject, new Towns(new DeclarationForm(draft.values()), List.of(), Problems.NONE));
            }
            var subject = new Subject(about.chosen(), about.numberOrNull());
            return page(known, subject, new Towns(fresh(actor, about, known), List.of(), Problems.NONE));
        });
    }

    /// What every page of this form shows. Six statements.
    private record Known(
            @Nullable Draft draft,
            Company company,
            Readiness.Ready ready,
            Edition edition,
            Programme.Terms terms,
            boolean looks) {}

    private Known known(Actor actor, Locale locale) {
        var organization = actor.organization();
        var terms = around.programme().terms();
        var edition = around.programme().edition(terms.settings(), locale);
        var prepared = drafts.prepared(organization);
        return new Known(
                prepared.draft(),
                around.organizations().company(organization),
                readiness.of(organization, edition, prepared.pledged()),
                edition,
                terms,
                around.places().loaded());
    }

    /// What a form is about.
    private record Subject(Purpose purpose, @Nullable String number) {}

    private DeclarationForm fresh(Actor actor, About about, Known known) {
        var organization = actor.organization();
        var number = about.numberOrNull();
        if (number != null && about.chosen() != Purpose.TRANSFER) {
            var declared = around.applications().declarations(organization).stream()
                    .filter(one -> one.number().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("declaration"));
            return DeclarationForm.of(declared, about.chosen());
        }
        var ready = known.ready();
        var star = "2".equals(about.star()) || (about.star() == null && ready.forStar(2)) ? 2 : 1;
        var addresses = new AddressParts(known.edition().prefectures().stream().toList(), around.places());
        return DeclarationForm.of(known.company(), ready, addresses, star);
    }

    @PostMapping(FORM)
    ModelAndView keep(
            Actor actor,
            About about,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletRequest request) {
        var form = new DeclarationForm(typed).tidied();
        var subject = new Subject(about.chosen(), about.numberOrNull());
        if (typed.containsKey("look") || typed.containsKey("place")) {
            var found = around.places().find(form.get("postalCode"));
            return refused(actor, subject, Towns.of(form, Objects.toString(typed.get("place"), ""), found), locale);
        }
        if (typed.containsKey("draft")) {
            if (form.tooMuch()) {
                var problems = Problems.one("name", "web.problem.long");
                return refused(actor, subject, new Towns(form, List.of(), problems), locale);
            }
            declaring.save(actor, subject.purpose(), subject.number(), form.values());
            RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "declaration.toast.draft");
            return new ModelAndView("redirect:/declaration");
        }
        var settings = around.programme().settings();
        var problems = form.problems(settings, around.editions().standard(locale));
        if (!problems.none()) {
            return refused(actor, subject, new Towns(form, List.of(), problems), locale);
        }
        declaring.save(actor, subject.purpose(), subject.number(), form.values());
        return new ModelAndView("redirect:" + CONFIRM);
    }

    @PostMapping("/declaration/form/discard")
    String discard(Actor actor, HttpServletRequest request) {
        declaring.discard(actor);
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "declaration.toast.discarded");
        return "redirect:/declaration";
    }

    private ModelAndView refused(Actor actor, Subject subject, Towns towns, Locale locale) {
        return database.transact(actor.organization(), () -> page(known(actor, locale), subject, towns));
    }

    private ModelAndView page(Known known, Subject subject, Towns towns) {
        var view = new ModelAndView("declaration/form", "page", content(known, subject, towns));
        if (!towns.problems().none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private FormPage content(Known known, Subject subject, Towns towns) {
        return new FormPage(
                known.company(),
                subject.purpose(),
                subject.number(),
                towns,
                known.looks(),
                known.ready(),
                known.edition(),
                known.terms(),
                around.programme().mode());
    }

    @GetMapping(CONFIRM)
    ModelAndView confirm(Actor actor, Locale locale) {
        return confirm(actor, Problems.NONE, locale);
    }

    private ModelAndView confirm(Actor actor, Problems problems, Locale locale) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var known = known(actor, locale);
            var kept = known.draft();
            if (kept == null) {
                return new ModelAndView("redirect:/declaration");
            }
            var subject = new Subject(kept.purpose(), kept.number());
            var form = new DeclarationForm(kept.values());
            var content = content(known, subject, new Towns(form, List.of(), problems));
            // An older draft may lack what the operator asks by now.
            if (problems.none()
                    && !content.form()
                            .problems(content.terms().settings(), content.edition())
                            .none()) {
                return new ModelAndView("redirect:" + FORM);
            }
            var view = new ModelAndView("declaration/confirm", "page", content);
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
            Locale locale,
            HttpServletRequest request) {
        var draft = drafts.draft(actor.organization()).orElse(null);
        if (draft == null || lacks(draft, locale)) {
            return new ModelAndView("redirect:" + (draft == null ? "/declaration" : FORM));
        }
        var edition = around.editions().standard(locale);
        var problems = new ArrayList<Problem>();
        if (agreed.isEmpty()) {
            problems.add(new Problem("agreed", "declaration.problem.agree", List.of()));
        } else if (texts.rules().revision() != rules) {
            problems.add(new Problem("agreed", "declaration.problem.rules", List.of()));
        }
        if (draft.purpose() != Purpose.CHANGE
                && !readiness.of(actor.organization(), edition).forStar(draft.star())) {
            problems.add(new Problem("ready", "declaration.problem.ready", List.of()));
        }
        if (!around.programme().runs()) {
            problems.add(new Problem("agreed", "declaration.problem.off", List.of()));
        }
        if (!problems.isEmpty()) {
            return confirm(actor, new Problems(problems), locale);
        }
        return handedIn(actor, declaring.handIn(actor, rules), locale, request);
    }

    private boolean lacks(Draft draft, Locale locale) {
        return !new DeclarationForm(draft.values())
                .problems(around.programme().settings(), around.editions().standard(locale))
                .none();
    }

    private ModelAndView handedIn(
            Actor actor, Applications.Outcome outcome, Locale locale, HttpServletRequest request) {
        var flash = RequestContextUtils.getOutputFlashMap(request);
        return switch (outcome) {
            case Applications.Outcome.Given _ -> {
                flash.put(Shells.TOAST, "declaration.toast.given");
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
