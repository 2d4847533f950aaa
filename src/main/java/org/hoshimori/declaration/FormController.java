package org.hoshimori.declaration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.declaration.Declaring.Draft;
import org.hoshimori.declaration.Forms.Known;
import org.hoshimori.declaration.Forms.Subject;
import org.hoshimori.desk.AcceptedDeclaration;
import org.hoshimori.desk.Application;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/// The application: filling it in and keeping it as a draft.
@Controller
@Permitted(Permission.DECLARE)
class FormController {

    private static final String FORM = "/declaration/form";

    private final Declaring declaring;
    private final Forms forms;
    private final Around around;
    private final Database database;

    FormController(Declaring declaring, Forms forms, Around around, Database database) {
        this.declaring = declaring;
        this.forms = forms;
        this.around = around;
        this.database = database;
    }

    /// What the form is about, from the address.
    ///
    /// @param again id of the returned application that is to be corrected; null for none
    record About(
            @Nullable String purpose,
            @Nullable String number,
            @Nullable String star,
            @Nullable String again) {

        static About of(Application application) {
            var purpose = application.purpose().id();
            return new About(
                    purpose, application.number(), null, application.id().toString());
        }

        Purpose chosen() {
            return List.of(Purpose.values()).stream()
                    .filter(one -> one.id().equals(purpose))
                    .findFirst()
                    .orElse(Purpose.NEW);
        }

        @Nullable
        String numberOrNull() {
            if (number == null || number.isBlank() || chosen() == Purpose.NEW) {
                return null;
            }
            return chosen() == Purpose.TRANSFER ? narrow(number) : number.strip();
        }

        /// A number as it is copied from paper.
        static String narrow(String number) {
            return AcceptedDeclaration.number(number);
        }

        Subject subject() {
            return new Subject(chosen(), numberOrNull());
        }

        /// Where what was asked for begins.
        String path() {
            if (again != null && DeclarationForm.ID.matcher(again).matches()) {
                return "/declaration/applications/" + again;
            }
            var path = UriComponentsBuilder.fromPath(FORM).queryParam("purpose", chosen().id());
            Optional.ofNullable(numberOrNull()).ifPresent(one -> path.queryParam("number", "{number}"));
            Optional.ofNullable(star)
                    .filter(List.of("1", "2")::contains)
                    .ifPresent(one -> path.queryParam("star", one));
            return path.encode()
                    .buildAndExpand(Map.of("number", Objects.toString(numberOrNull(), "")))
                    .toUriString();
        }
    }

    /// Something else is written already, and only one thing is at a time.
    record Another(Draft draft, About about) {}

    @GetMapping(FORM)
    ModelAndView form(Actor actor, About about, Locale locale) {
        return database.transact(actor.organization(), () -> {
            var known = forms.known(actor, locale);
            var draft = known.draft();
            var subject = draft != null && about.purpose() == null ? Subject.of(draft) : about.subject();
            if (draft != null && !Subject.of(draft).equals(subject)) {
                return another(draft, about);
            }
            var number = Objects.toString(subject.number(), "");
            if (subject.purpose() == Purpose.TRANSFER
                    && !around.applications().transferable(actor.organization(), number)) {
                var asked =
                        UriComponentsBuilder.fromPath("/declaration/transfer").queryParam("number", "{number}");
                return new ModelAndView(
                        "redirect:" + asked.encode().buildAndExpand(number).toUriString());
            }
            var form = draft == null
                    ? forms.fresh(actor, subject, about.star(), known)
                    : new DeclarationForm(draft.values()).with(subject.purpose(), about.star());
            return page(known, subject, new Towns(form, List.of(), Problems.NONE));
        });
    }

    static ModelAndView another(Draft draft, About about) {
        return new ModelAndView("declaration/another", "page", new Another(draft, about));
    }

    @PostMapping(FORM)
    ModelAndView keep(
            Actor actor,
            About about,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletRequest request) {
        var subject = about.subject();
        var form = forms.typed(actor, subject, typed);
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
        return new ModelAndView("redirect:/declaration/confirm");
    }

    @PostMapping("/declaration/form/discard")
    String discard(Actor actor, About about, HttpServletRequest request) {
        declaring.discard(actor);
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "declaration.toast.discarded");
        return "redirect:" + (about.purpose() == null ? "/declaration" : about.path());
    }

    private ModelAndView refused(Actor actor, Subject subject, Towns towns, Locale locale) {
        return database.transact(actor.organization(), () -> page(forms.known(actor, locale), subject, towns));
    }

    private ModelAndView page(Known known, Subject subject, Towns towns) {
        var view = new ModelAndView("declaration/form", "page", forms.content(known, subject, towns));
        if (!towns.problems().none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
