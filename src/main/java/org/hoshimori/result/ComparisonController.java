package org.hoshimori.result;

import java.util.Locale;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Shells;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Comparison with other companies: what it shows, agreeing, taking that back.
@Controller
class ComparisonController {

    private final Comparison comparison;
    private final Results results;
    private final Organizations organizations;
    private final Editions editions;
    private final Database database;

    ComparisonController(
            Comparison comparison, Results results, Organizations organizations, Editions editions, Database database) {
        this.comparison = comparison;
        this.results = results;
        this.organizations = organizations;
        this.editions = editions;
        this.database = database;
    }

    @GetMapping("/comparison")
    @Permitted(Permission.READ)
    String show(Actor actor, Locale locale, Model model) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var company = organizations.company(organization);
            var latest = results.latest(organization, locale);
            var edition = latest.map(Result::edition).orElseGet(() -> editions.standard(locale));
            model.addAttribute(
                    "page",
                    new ComparisonPage(
                            company,
                            edition.selfDiagnosis(),
                            comparison.consent(organization).orElse(null),
                            comparison.peers(company, edition.id()).orElse(null),
                            latest.orElse(null),
                            actor.may(Permission.OWN)));
            return "result/comparison";
        });
    }

    @PostMapping("/comparison/consent")
    @Permitted(Permission.OWN)
    String agree(Actor actor, RedirectAttributes next) {
        var said =
                switch (comparison.agree(actor)) {
                    case ConsentOutcome.Agreed _ -> "result.comparison.agreed";
                    case ConsentOutcome.SampleCompany _ -> "result.comparison.sample";
                };
        next.addFlashAttribute(Shells.TOAST, said);
        return "redirect:/comparison";
    }

    @PostMapping("/comparison/withdrawal")
    @Permitted(Permission.OWN)
    String withdraw(Actor actor, RedirectAttributes next) {
        comparison.withdraw(actor);
        next.addFlashAttribute(Shells.TOAST, "result.comparison.withdrawn");
        return "redirect:/comparison";
    }
}
