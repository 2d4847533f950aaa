package org.hoshimori.home;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Set;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.organization.Worries;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The owner's page, and the choice of what must not happen.
@Controller
class OwnerController {

    private final Lookout lookout;
    private final Worries worries;
    private final Editions editions;

    OwnerController(Lookout lookout, Worries worries, Editions editions) {
        this.lookout = lookout;
        this.worries = worries;
        this.editions = editions;
    }

    @GetMapping("/owner")
    @Permitted(Permission.READ)
    String owner(Actor actor, Locale locale, Model model) {
        var facts = lookout.look(actor.organization(), locale);
        model.addAttribute("page", new OwnerPage(facts, may(actor), OwnerPage.stored(facts), Problems.NONE));
        return "home/owner";
    }

    @PostMapping("/owner/worries")
    @Permitted(Permission.OWN)
    String choose(
            Actor actor,
            @Valid WorriesForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            var facts = lookout.look(actor.organization(), locale);
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            model.addAttribute("page", new OwnerPage(facts, may(actor), form, Problems.of(errors)));
            return "home/owner";
        }
        var known = editions.standard(locale).owner().worries();
        if (form.chosen().stream().anyMatch(id -> known.find(id).isEmpty())) {
            throw new NotFound("worry");
        }
        worries.choose(actor, form.chosen(), form.ownTexts());
        after.addFlashAttribute(Shells.TOAST, "home.owner.worries.saved");
        return "redirect:/owner#worries";
    }

    private static Set<Permission> may(Actor actor) {
        return actor.may(Permission.OWN) ? Set.of(Permission.OWN) : Set.of();
    }
}
