package org.hoshimori.risk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.risk.Analysis.Approach;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.threat.Threats;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The assets by level and department, and how each is looked at.
@Controller
class RiskListController {

    private final RiskAnalysis analysis;
    private final Approaches approaches;
    private final Assets assets;
    private final Threats threats;
    private final Database database;

    RiskListController(
            RiskAnalysis analysis, Approaches approaches, Assets assets, Threats threats, Database database) {
        this.analysis = analysis;
        this.approaches = approaches;
        this.assets = assets;
        this.threats = threats;
        this.database = database;
    }

    @GetMapping("/risks/list")
    @Permitted(Permission.READ)
    String list(Actor actor, @RequestParam Map<String, String> query, Locale locale, Model model) {
        var filter = RiskListPage.Filter.of(query);
        var organization = actor.organization();
        model.addAttribute(
                "page",
                database.transact(
                        organization,
                        () -> RiskListPage.of(
                                analysis.of(organization, locale),
                                filter,
                                new RiskPage.Names(assets.media(locale), threats.titles(organization, locale)))));
        return "risk/list";
    }

    /// Looks at the ticked assets, or at all that the filter shows, in the other way. What is not of the company is not
    /// among them.
    @PostMapping("/risks/approach")
    @Permitted(Permission.ANALYSE_RISKS)
    String choose(
            Actor actor,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable List<String> ids,
            Locale locale,
            RedirectAttributes flash) {
        var filter = RiskListPage.Filter.of(sent).from("");
        var ticked = Objects.requireNonNullElse(ids, List.<String>of());
        var chosen = filter.of(analysis.of(actor.organization(), locale)).stream()
                .map(AssetRisk::id)
                .filter(id -> sent.containsKey("all") || ticked.contains(id.toString()))
                .toList();
        var other = filter.approach() == Approach.DETAIL ? Approach.BASELINE : Approach.DETAIL;
        flash.addFlashAttribute(Shells.TOAST, toast(actor, chosen, other));
        return "redirect:" + filter.path();
    }

    private String toast(Actor actor, List<AssetId> chosen, Approach approach) {
        if (chosen.isEmpty()) {
            return "risk.toast.tick";
        }
        approaches.choose(actor, chosen, approach);
        return approach == Approach.DETAIL ? "risk.toast.detail" : "risk.toast.baseline";
    }
}
