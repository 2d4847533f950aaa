package org.hoshimori.risk;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Shells;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The 55 check items with their result.
@Controller
class CheckController {

    private final RiskAnswers answers;
    private final Editions editions;

    CheckController(RiskAnswers answers, Editions editions) {
        this.answers = answers;
        this.editions = editions;
    }

    /// The groups of check items with what was answered.
    record CheckPage(Iterable<CompanyRules.CheckGroup> groups, Map<String, Integer> answers, int all) {}

    /// One line of 診断結果.
    ///
    /// @param rate in tenths of a percent; -1 when nothing applies
    record Line(CompanyRules.CheckGroup group, int answered, int rate) {

        String percent() {
            return RiskRules.percent(rate);
        }
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
