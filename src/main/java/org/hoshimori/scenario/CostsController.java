package org.hoshimori.scenario;

import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What each item costs this company, and which it cannot do.
@Controller
class CostsController {

    private final Situations situations;
    private final ItemCosts costs;

    CostsController(Situations situations, ItemCosts costs) {
        this.situations = situations;
        this.costs = costs;
    }

    /// @param size the size that the estimates are for; null while unknown
    record CostsPage(
            Situation situation, CostsForm form, @Nullable String size, Problems problems) {

        String sized() {
            return size == null ? ItemCosts.USUAL_SIZE : size;
        }

        /// Whether the company says something of its own about any item.
        boolean changed() {
            return situation.items().stream()
                    .anyMatch(item -> item.cost().own() || !item.cost().possible());
        }
    }

    @GetMapping("/risks/what-if/costs")
    @Permitted(Permission.READ)
    ModelAndView costs(Actor actor, Locale locale) {
        var situation = situations.of(actor.organization(), locale);
        return view(new CostsPage(situation, CostsForm.of(situation), situation.size(), Problems.NONE));
    }

    @PostMapping("/risks/what-if/costs")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView say(Actor actor, @RequestParam Map<String, String> sent, Locale locale, RedirectAttributes flash) {
        if (sent.containsKey("reset")) {
            costs.say(actor, Map.of());
        } else {
            var situation = situations.of(actor.organization(), locale);
            var form = new CostsForm(sent);
            var problems = form.check(situation);
            if (!problems.none()) {
                return view(new CostsPage(situation, form, situation.size(), problems));
            }
            costs.say(actor, form.costs(situation));
        }
        flash.addFlashAttribute(Shells.TOAST, "scenario.costs.saved");
        return new ModelAndView("redirect:/risks/what-if/costs");
    }

    private static ModelAndView view(CostsPage page) {
        var view = new ModelAndView("scenario/costs", "page", page);
        if (!page.problems().none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
