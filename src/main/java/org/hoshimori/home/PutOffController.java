package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.hoshimori.home.PutOff.Matter;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leaves an optional matter for later, and takes it up again.
@Controller
class PutOffController {

    private final HomeController home;
    private final Organizations organizations;
    private final Clock clock;

    PutOffController(HomeController home, Organizations organizations, Clock clock) {
        this.home = home;
        this.organizations = organizations;
        this.clock = clock;
    }

    @PostMapping("/later/{word}")
    @Permitted(Permission.DECLARE)
    String putOff(
            Actor actor,
            @PathVariable String word,
            PutOffForm form,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        var matter = matter(word);
        var problems = form.check(LocalDate.now(clock));
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return home.page(actor, locale, model, new HomePage.Leaving(form, problems));
        }
        organizations.postpone(actor, form.of(matter).postponed());
        after.addFlashAttribute(Shells.TOAST, "home.put-off.done");
        return "redirect:/";
    }

    @PostMapping("/later/{word}/end")
    @Permitted(Permission.DECLARE)
    String takeUp(Actor actor, @PathVariable String word, RedirectAttributes after) {
        organizations.takeUp(actor, matter(word).word());
        after.addFlashAttribute(Shells.TOAST, "home.put-off.taken-up");
        return "redirect:/";
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping({"/later/{word}", "/later/{word}/end"})
    @Permitted(Permission.USE)
    String again() {
        return "redirect:/";
    }

    /// Errors: [NotFound] for a word that is no matter.
    private static Matter matter(String word) {
        return Matter.of(word).orElseThrow(() -> new NotFound("matter"));
    }
}
