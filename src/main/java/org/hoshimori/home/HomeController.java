package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Locale;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Reach;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page after signing in.
@Controller
class HomeController {

    private final Lookout lookout;
    private final Reach reach;
    private final Clock clock;

    HomeController(Lookout lookout, Reach reach, Clock clock) {
        this.lookout = lookout;
        this.reach = reach;
        this.clock = clock;
    }

    @GetMapping("/")
    @Permitted(Permission.USE)
    String home(Actor actor, Locale locale, Model model) {
        var reachable = reach.fromElsewhere() ? HomePage.Reachable.EVERYWHERE : HomePage.Reachable.THIS_MACHINE;
        var facts = lookout.look(actor.organization(), locale);
        model.addAttribute("page", HomePage.of(actor, facts, LocalTime.now(clock), reachable));
        return "home/home";
    }
}
