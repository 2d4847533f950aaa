package org.hoshimori.treatment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.asset.Assets;
import org.hoshimori.content.Editions;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.treatment.ChoicePage.Around;
import org.hoshimori.treatment.TreatmentOutcome.Recorded;
import org.hoshimori.treatment.TreatmentOutcome.Refused;
import org.hoshimori.treatment.TreatmentPage.Typed;
import org.hoshimori.treatment.TreatmentsPage.Query;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The list of risks, deciding about some of them, and one decision with its history.
@Controller
class TreatmentController {

    private static final int SHOWN = 50;
    private static final int LONGEST = 2000;
    private static final String NO_WORDS = "(?s).*[\\p{Cntrl}&&[^\\r\\n\\t]].*";

    private final Treatments treatments;
    private final DecidedRepository decisions;
    private final CoverRepository covers;
    private final Beside beside;
    private final Database database;

    TreatmentController(
            Treatments treatments,
            DecidedRepository decisions,
            CoverRepository covers,
            Beside beside,
            Database database) {
        this.treatments = treatments;
        this.decisions = decisions;
        this.covers = covers;
        this.beside = beside;
        this.database = database;
    }

    /// What the pages show beside the decision.
    @Component
    record Beside(Treatments.Desk desk, Editions editions) {

        People people() {
            return desk.people();
        }

        Assets assets() {
            return desk.assets();
        }

        Trail trail() {
            return desk.trail();
        }
    }

    @GetMapping("/risks/treatments")
    @Permitted(Permission.READ)
    String list(Actor actor, Query query, Locale locale, Model model) {
        var standings =
                database.transact(actor.organization(), () -> treatments.standings(actor.organization(), locale));
        model.addAttribute(
                "page", TreatmentsPage.of(standings, query, beside.assets().media(locale)));
        return "treatment/list";
    }

    @GetMapping("/risks/treatments/new")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView choose(
            Actor actor, Group.Asked asked, @RequestParam(defaultValue = "modify") String kind, Locale locale) {
        // What is accepted is looked at again after a year, unless somebody says otherwise (独自の目安).
        var day = kind.equals("retain") ? treatments.today().plusYears(1).toString() : null;
        return page(actor, asked, TreatmentForm.empty(kind, day), Problems.NONE, null, locale);
    }

    @PostMapping("/risks/treatments")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView decide(
            Actor actor,
            Group.Asked asked,
            @Valid TreatmentForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String preview,
            HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        if (preview != null) {
            return page(actor, asked, form, Problems.NONE, preview, locale);
        }
        var problems = form.check(Problems.of(errors));
        if (!problems.none()) {
            return page(actor, asked, form, problems, null, locale);
        }
        return switch (treatments.record(actor, form.wanted(), asked, form.treatment())) {
            case Recorded recorded -> back(recorded.id(), "treatment.toast.recorded", request);
            case Refused(var reason) -> page(actor, asked, form, form.refused(reason), null, locale);
        };
    }

    private ModelAndView page(
            Actor actor,
            Group.Asked asked,
            TreatmentForm form,
            Problems problems,
            @Nullable String preview,
            Locale locale) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var standings = treatments.standings(organization, locale);
            var controls = beside.desk().controls(organization).values().stream()
                    .filter(control -> control.state().open())
                    .sorted(Comparator.comparing(DecidedControl::title))
                    .toList();
            var around = new Around(
                    actor,
                    standings,
                    beside.people().all(organization),
                    controls,
                    beside.editions().standard(locale),
                    beside.assets().media(locale));
            var tried = preview == null ? null : Residual.of(standings.analysis(), meant(form, controls));
            return new ChoicePage(asked.in(standings), asked, around, form, problems, tried);
        });
        return view("treatment/choose", page, problems);
    }

    /// The chosen items, and those that chosen controls are for.
    private static List<String> meant(TreatmentForm form, List<DecidedControl> controls) {
        return Stream.concat(
                        form.chosenItems().stream(),
                        controls.stream()
                                .filter(control -> form.chosenControls().contains(control.id()))
                                .map(DecidedControl::question))
                .toList();
    }

    @GetMapping("/risks/treatments/{id}")
    @Permitted(Permission.USE)
    ModelAndView treatment(
            Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after, Locale locale) {
        return page(actor, new TreatmentId(id), after, new Typed("", Problems.NONE), locale);
    }

    private ModelAndView page(Actor actor, TreatmentId id, @Nullable UUID after, Typed typed, Locale locale) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var about = decisions.about(organization, id, SHOWN);
            var decided = seen(actor, about.stream().findFirst());
            var all = covers.assets(organization, id);
            var rows = all.stream()
                    .dropWhile(row ->
                            after != null && row.asset().value().toString().compareTo(after.toString()) <= 0)
                    .limit(SHOWN)
                    .toList();
            var last = rows.isEmpty() || rows.getLast().equals(all.getLast());
            return new TreatmentPage(
                    decided,
                    treatments.standings(organization, decided, all, locale),
                    rows,
                    last ? null : rows.getLast().asset(),
                    controls(actor, decided),
                    about.subList(1, about.size()),
                    beside.trail().newest(organization, Subject.of("treatment", id), Long.MAX_VALUE, SHOWN),
                    beside.editions().standard(locale),
                    beside.assets().media(locale),
                    new TreatmentPage.Rights(works(actor, decided), actor.may(Permission.ANALYSE_RISKS)),
                    typed);
        });
        return view("treatment/treatment", page, typed.problems());
    }

    private List<DecidedControl> controls(Actor actor, DecidedTreatment decided) {
        if (!(decided.treatment() instanceof Treatment.Modify modify)
                || modify.controls().isEmpty()) {
            return List.of();
        }
        var known = beside.desk().controls(actor.organization());
        return modify.controls().stream()
                .filter(known::containsKey)
                .map(known::get)
                .toList();
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping({"/risks/treatments/{id}/finish", "/risks/treatments/{id}/withdraw"})
    @Permitted(Permission.USE)
    String again(@PathVariable UUID id) {
        return "redirect:/risks/treatments/" + id;
    }

    @PostMapping("/risks/treatments/{id}/finish")
    @Permitted(Permission.WORK)
    ModelAndView finish(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var decided = seen(actor, id);
        if (!works(actor, decided)) {
            throw new AccessDeniedException("another person's treatment");
        }
        var ended = treatments.finish(actor, decided.id());
        return back(decided.id(), ended ? "treatment.toast.done" : "treatment.toast.ended", request);
    }

    @PostMapping("/risks/treatments/{id}/withdraw")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var decided = seen(actor, id);
        var why = reason.strip();
        var problem = why.isEmpty()
                ? "treatment.problem.reason"
                : why.length() > LONGEST ? "web.problem.long" : why.matches(NO_WORDS) ? "web.problem.control" : null;
        if (problem != null) {
            var typed = new Typed(why, Problems.one("reason", problem));
            return page(actor, decided.id(), null, typed, RequestContextUtils.getLocale(request));
        }
        var ended = treatments.withdraw(actor, decided.id(), why);
        return back(decided.id(), ended ? "treatment.toast.withdrawn" : "treatment.toast.ended", request);
    }

    /// The decision, if this person may see it. Errors: [NotFound] for another company's, and for another
    /// person's where one sees only one's own work.
    private DecidedTreatment seen(Actor actor, UUID id) {
        return seen(actor, decisions.find(actor.organization(), new TreatmentId(id)));
    }

    private static DecidedTreatment seen(Actor actor, Optional<DecidedTreatment> found) {
        return found.filter(decided -> actor.may(Permission.READ)
                        || actor.member().equals(decided.treatment().person()))
                .orElseThrow(() -> new NotFound("treatment"));
    }

    private static boolean works(Actor actor, DecidedTreatment decided) {
        return actor.may(Permission.ANALYSE_RISKS)
                || (actor.may(Permission.WORK)
                        && actor.member().equals(decided.treatment().person()));
    }

    private static ModelAndView view(String name, Object page, Problems problems) {
        var view = new ModelAndView(name, "page", page);
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static ModelAndView back(TreatmentId id, String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:/risks/treatments/" + id);
    }
}
