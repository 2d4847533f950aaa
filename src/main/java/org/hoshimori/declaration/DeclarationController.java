package org.hoshimori.declaration;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.content.FiveArticles;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.declaration.DeclarationPage.Rights;
import org.hoshimori.declaration.DeclarationPage.Typed;
import org.hoshimori.declaration.Declaring.Elsewhere;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.CalendarDay;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The company's page about its declaration: what is there, what is missing, what comes next.
@Controller
class DeclarationController {

    private static final String DONE = "redirect:/declaration";

    private final Declaring declaring;
    private final DraftRepository drafts;
    private final Readiness readiness;
    private final Around around;
    private final Database database;
    private final Clock clock;

    DeclarationController(
            Declaring declaring,
            DraftRepository drafts,
            Readiness readiness,
            Around around,
            Database database,
            Clock clock) {
        this.declaring = declaring;
        this.drafts = drafts;
        this.readiness = readiness;
        this.around = around;
        this.database = database;
        this.clock = clock;
    }

    @GetMapping("/declaration")
    @Permitted(Permission.READ)
    String overview(Actor actor, Locale locale, Model model) {
        return page(actor, Typed.NOTHING, locale, model);
    }

    private String page(Actor actor, Typed typed, Locale locale, Model model) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var prepared = drafts.prepared(organization);
            return new DeclarationPage(
                    around.organizations().company(organization),
                    around.programme().mode(),
                    readiness.of(organization, around.editions().standard(locale), prepared.pledged()),
                    prepared.draft(),
                    around.applications().of(organization),
                    around.applications().declarations(organization),
                    drafts.elsewhere(organization),
                    actor.may(Permission.DECLARE) ? Rights.DECLARE : Rights.READ,
                    typed);
        });
        model.addAttribute("page", page);
        if (!typed.problems().none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "declaration/overview";
    }

    @PostMapping("/declaration/pledges")
    @Permitted(Permission.DECLARE)
    String pledge(
            Actor actor,
            @RequestParam(required = false) Set<String> article,
            Locale locale,
            HttpServletRequest request) {
        var known = around.editions().standard(locale).fiveArticles().articles().stream()
                .map(FiveArticles.Article::id)
                .collect(Collectors.toSet());
        var chosen = article == null ? new HashSet<String>() : new HashSet<>(article);
        chosen.retainAll(known);
        declaring.pledge(actor, chosen, known);
        return done("declaration.toast.pledged", request);
    }

    @PostMapping("/declaration/elsewhere")
    @Permitted(Permission.DECLARE)
    String elsewhere(Actor actor, Told told, Locale locale, Model model, HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        var number = Normalizer.normalize(told.words(told.number()), Normalizer.Form.NFKC);
        if (!number.matches("[0-9A-Za-z-]{1,40}")) {
            problems.add(new Problem("number", "declaration.problem.number", List.of()));
        }
        var day = told.day();
        if (day == null || day.isAfter(LocalDate.now(clock))) {
            problems.add(new Problem("declaredOn", "declaration.problem.day", List.of()));
        }
        if (day == null || !problems.isEmpty()) {
            var typed = new Typed(
                    told.words(told.number()),
                    told.words(told.star()),
                    told.words(told.declaredOn()),
                    "",
                    new Problems(problems));
            return page(actor, typed, locale, model);
        }
        var star = told.words(told.star()).equals("2") ? 2 : 1;
        declaring.add(actor, new Elsewhere(TimeOrderedId.next(), number, star, day));
        return done("declaration.toast.elsewhere", request);
    }

    /// Only what can be taken over leads to the form.
    @GetMapping("/declaration/transfer")
    @Permitted(Permission.DECLARE)
    String transfer(Actor actor, @RequestParam(defaultValue = "") String number, Locale locale, Model model) {
        var tidy = FormController.About.narrow(number);
        if (tidy.matches("[0-9A-Za-z]{1,40}") && around.applications().transferable(actor.organization(), tidy)) {
            return "redirect:/declaration/form?purpose=transfer&number=" + tidy;
        }
        return page(actor, Typed.transfer(number), locale, model);
    }

    /// A declaration made elsewhere, as it is typed.
    record Told(
            @Nullable String number,
            @Nullable String star,
            @Nullable String declaredOn) {

        String words(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        @Nullable
        LocalDate day() {
            return CalendarDay.read(words(declaredOn)).orElse(null);
        }
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping({"/declaration/elsewhere", "/declaration/pledges"})
    @Permitted(Permission.READ)
    String again() {
        return DONE;
    }

    @PostMapping("/declaration/elsewhere/{id}/remove")
    @Permitted(Permission.DECLARE)
    String removeElsewhere(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        declaring.removeElsewhere(actor, id);
        return done("declaration.toast.removed", request);
    }

    private static String done(String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return DONE;
    }
}
