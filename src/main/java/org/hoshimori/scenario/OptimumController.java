package org.hoshimori.scenario;

import java.util.List;
import java.util.Locale;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.Assets;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The cheapest sufficient set, and the best set for a budget with the curve of cost and risk.
@Controller
class OptimumController {

    private final Situations situations;
    private final Assets assets;
    private final Database database;

    /// What is read before anything is solved, so that no connection waits for the solver.
    private record Standing(Situation situation, List<Asset> register) {}

    /// The best items for a sum of money, and the curve of cost and risk.
    ///
    /// @param typed the sum as it was typed
    /// @param found null while no sum was given
    record BudgetPage(
            Situation situation, String typed, @Nullable Found found, CostCurve curve, Problems problems) {

        /// What a sum buys.
        ///
        /// @param outlook what it looks like once the items are done
        /// @param proven false where the search ended before all was compared
        record Found(long yen, WhatIf outlook, boolean proven) {

            String address(String path) {
                return WhatIfPage.address(path, outlook.done());
            }

            long left() {
                return yen - outlook.firstYear();
            }
        }
    }

    OptimumController(Situations situations, Assets assets, Database database) {
        this.situations = situations;
        this.assets = assets;
        this.database = database;
    }

    @GetMapping("/risks/cheapest")
    @Permitted(Permission.READ)
    ModelAndView cheapest(Actor actor, Locale locale) {
        var standing = database.transact(
                actor.organization(),
                () -> new Standing(situations.of(actor.organization(), locale), assets.all(actor.organization())));
        var page = CheapestPage.of(standing.situation(), standing.register(), situations.media(locale));
        return new ModelAndView("scenario/cheapest", "page", page);
    }

    @GetMapping("/risks/budget")
    @Permitted(Permission.READ)
    ModelAndView budget(Actor actor, @RequestParam(required = false) @Nullable String yen, Locale locale) {
        var situation = situations.of(actor.organization(), locale);
        var sets = situation.budgetSet();
        var offer = situation.offer();
        var curve = CostCurve.of(sets, offer);
        var sum = Yen.of(yen);
        var typed = yen != null ? yen : situation.budget() == null ? "" : String.valueOf(situation.budget());
        if (yen != null && sum.isEmpty()) {
            var problems = Problems.one("yen", "scenario.problem.yen");
            var view = new ModelAndView(
                    "scenario/budget", "page", new BudgetPage(situation, typed, null, curve, problems));
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        BudgetPage.Found found = null;
        if (sum.isPresent()) {
            var best = sets.best(offer, sum.getAsLong());
            found = new BudgetPage.Found(sum.getAsLong(), WhatIf.of(situation, best.items()), best.proven());
        }
        return new ModelAndView(
                "scenario/budget", "page", new BudgetPage(situation, typed, found, curve, Problems.NONE));
    }
}
