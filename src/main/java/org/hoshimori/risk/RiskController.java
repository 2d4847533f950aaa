package org.hoshimori.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.MethodChoice;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The map of risks, the 55 check items with their result, the threats, and the method.
@Controller
class RiskController {

    private final RiskAnalysis analysis;
    private final RiskAnswers answers;
    private final MethodChoice methods;
    private final Assets assets;
    private final Editions editions;
    private final Database database;

    RiskController(
            RiskAnalysis analysis,
            RiskAnswers answers,
            MethodChoice methods,
            Assets assets,
            Editions editions,
            Database database) {
        this.analysis = analysis;
        this.answers = answers;
        this.methods = methods;
        this.assets = assets;
        this.editions = editions;
        this.database = database;
    }

    /// The groups of check items with what was answered.
    record CheckPage(Iterable<CompanyRules.CheckGroup> groups, Map<String, Integer> answers, int all) {}

    /// One line of 診断結果.
    ///
    /// @param rate in tenths of a percent; -1 when nothing applies
    record Line(CompanyRules.CheckGroup group, int answered, int rate) {

        String percent() {
            return rate < 0 ? "–" : rate / 10 + "." + rate % 10 + " %";
        }
    }

    /// Media with threats and what the company says of them.
    record ThreatsPage(Iterable<RiskMethod.Medium> media, Map<String, Integer> said) {

        int frequency(RiskMethod.Threat threat) {
            return said.getOrDefault(threat.id(), threat.frequency());
        }
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
            return new RiskPage(found, chosen, names(locale), from == null ? 0 : from, said);
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

    private RiskPage.Names names(Locale locale) {
        var threats = new HashMap<String, String>();
        editions.standard(locale).media().forEach(medium -> medium.threats()
                .forEach(threat -> threats.put(threat.id(), threat.title())));
        return new RiskPage.Names(assets.media(locale), threats);
    }

    @GetMapping("/risks/check")
    @Permitted(Permission.READ)
    String check(Actor actor, Locale locale, Model model) {
        var edition = editions.standard(locale);
        model.addAttribute(
                "page", new CheckPage(edition.checkItems().groups(), answers.answers(actor.organization()), (int)
                        edition.allCheckItems().stream().count()));
        return "risk/check";
    }

    @PostMapping("/risks/check")
    @Permitted(Permission.ANALYSE_RISKS)
    String answer(Actor actor, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        answers.record(actor, figures(sent));
        flash.addFlashAttribute(Shells.TOAST, "risk.check.saved");
        return sent.containsKey("result") ? "redirect:/risks/result" : "redirect:/risks/check";
    }

    @GetMapping("/risks/result")
    @Permitted(Permission.READ)
    String result(Actor actor, Locale locale, Model model) {
        var said = answers.answers(actor.organization());
        model.addAttribute(
                "lines",
                editions.standard(locale).checkItems().groups().stream()
                        .map(group -> line(group, said))
                        .toList());
        return "risk/result";
    }

    private static Line line(CompanyRules.CheckGroup group, Map<String, Integer> said) {
        var figures = group.items().stream()
                .map(item -> said.getOrDefault(item.id(), 3))
                .toList();
        var answered = (int) group.items().stream()
                .filter(item -> said.containsKey(item.id()))
                .count();
        return new Line(group, answered, RiskRules.rate(figures));
    }

    @GetMapping("/risks/threats")
    @Permitted(Permission.READ)
    String threats(Actor actor, Locale locale, Model model) {
        model.addAttribute(
                "page", new ThreatsPage(editions.standard(locale).media(), answers.frequencies(actor.organization())));
        return "risk/threats";
    }

    @PostMapping("/risks/threats")
    @Permitted(Permission.ANALYSE_RISKS)
    String expect(Actor actor, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        answers.expect(actor, sent.containsKey("reset") ? Map.of() : figures(sent));
        flash.addFlashAttribute(Shells.TOAST, "risk.threats.saved");
        return "redirect:/risks/threats";
    }

    @GetMapping("/risks/method")
    @Permitted(Permission.READ)
    String method(Actor actor, Locale locale, Model model) {
        model.addAttribute("page", database.transact(actor.organization(), () -> {
            var now = methods.of(actor.organization());
            var other = now.equals("3.0") ? "3.1" : "3.0";
            var before = analysis.by(actor.organization(), now, locale);
            var after = new HashMap<String, AssetRisk>();
            Analysis.of(
                            analysis.method(other, locale),
                            before.table(),
                            before.answers(),
                            assets.all(actor.organization()))
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

    /// What can be read as a whole number of one digit.
    private static Map<String, Integer> figures(Map<String, String> sent) {
        var figures = new HashMap<String, Integer>();
        sent.forEach((name, value) -> {
            if (value.matches("[1-4]")) {
                figures.put(name, Integer.valueOf(value));
            }
        });
        return figures;
    }
}
