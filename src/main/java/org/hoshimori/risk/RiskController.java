package org.hoshimori.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.MethodChoice;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.threat.Threats;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The map of risks, and the method that they are counted by.
@Controller
class RiskController {

    private final RiskAnalysis analysis;
    private final RiskAnswers answers;
    private final MethodChoice methods;
    private final Assets assets;
    private final Threats threats;
    private final Database database;

    RiskController(
            RiskAnalysis analysis,
            RiskAnswers answers,
            MethodChoice methods,
            Assets assets,
            Threats threats,
            Database database) {
        this.analysis = analysis;
        this.answers = answers;
        this.methods = methods;
        this.assets = assets;
        this.threats = threats;
        this.database = database;
    }

    /// A row whose level another method calls otherwise.
    record Moved(AssetRisk before, AssetRisk after) {}

    /// @param rows what would change under the other method
    record MethodPage(String now, String other, List<Moved> rows, int all) {}

    @GetMapping("/risks")
    @Permitted(Permission.READ)
    String risks(Actor actor, @RequestParam Map<String, String> query, Locale locale, Model model) {
        var chosen = new RiskPage.Chosen(
                level(query.get("level")), figure(query.get("importance")), figure(query.get("likelihood")));
        var from = figure(query.get("from"));
        model.addAttribute("page", database.transact(actor.organization(), () -> {
            var found = analysis.of(actor.organization(), locale);
            var said = answers.answers(actor.organization()).size();
            return new RiskPage(found, chosen, names(actor, locale), from == null ? 0 : from, said);
        }));
        return "risk/risks";
    }

    /// A small whole number of the address; null for anything else.
    private static @Nullable Integer figure(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable RiskLevel level(@Nullable String word) {
        for (var level : RiskLevel.values()) {
            if (RiskPage.word(level).equals(word)) {
                return level;
            }
        }
        return null;
    }

    private RiskPage.Names names(Actor actor, Locale locale) {
        return new RiskPage.Names(assets.media(locale), threats.titles(actor.organization(), locale));
    }

    @GetMapping("/risks/method")
    @Permitted(Permission.READ)
    String method(Actor actor, Locale locale, Model model) {
        model.addAttribute("page", database.transact(actor.organization(), () -> {
            var now = methods.of(actor.organization());
            var other = now.equals("3.0") ? "3.1" : "3.0";
            var before = analysis.by(actor.organization(), now, locale);
            var after = new HashMap<String, AssetRisk>();
            analysis.by(actor.organization(), other, locale)
                    .assets()
                    .forEach(asset -> after.put(asset.id().toString(), asset));
            var rows = before.assets().stream()
                    .map(asset -> new Moved(asset, after.getOrDefault(asset.id().toString(), asset)))
                    .filter(moved -> moved.before().level() != moved.after().level())
                    .toList();
            return new MethodPage(now, other, rows, before.assets().size());
        }));
        return "risk/method";
    }

    @PostMapping("/risks/method")
    @Permitted(Permission.ANALYSE_RISKS)
    String choose(Actor actor, @RequestParam String method, RedirectAttributes flash) {
        if (!MethodChoice.METHODS.contains(method)) {
            throw new NotFound("method");
        }
        methods.choose(actor, method);
        flash.addFlashAttribute(Shells.TOAST, "risk.method.saved");
        return "redirect:/risks";
    }
}
