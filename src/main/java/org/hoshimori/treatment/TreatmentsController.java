package org.hoshimori.treatment;

import java.util.Locale;
import org.hoshimori.asset.Assets;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.treatment.TreatmentsPage.Query;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The list of all risks with how they are treated.
@Controller
class TreatmentsController {

    private final Treatments treatments;
    private final Assets assets;
    private final Database database;

    TreatmentsController(Treatments treatments, Assets assets, Database database) {
        this.treatments = treatments;
        this.assets = assets;
        this.database = database;
    }

    @GetMapping("/risks/treatments")
    @Permitted(Permission.READ)
    String list(Actor actor, Query query, Locale locale, Model model) {
        var standings =
                database.transact(actor.organization(), () -> treatments.standings(actor.organization(), locale));
        model.addAttribute("page", TreatmentsPage.of(standings, query, assets.media(locale)));
        return "treatment/list";
    }
}
