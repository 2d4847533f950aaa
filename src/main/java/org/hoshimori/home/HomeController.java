package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.hoshimori.control.Controls.MoreTasks;
import org.hoshimori.database.Database;
import org.hoshimori.handout.Handouts;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Reach;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page after signing in.
@Controller
class HomeController {

    private final Lookout lookout;
    private final Handouts handouts;
    private final List<MoreTasks> more;
    private final Database database;
    private final Reach reach;
    private final Clock clock;

    HomeController(
            Lookout lookout, Handouts handouts, List<MoreTasks> more, Database database, Reach reach, Clock clock) {
        this.lookout = lookout;
        this.handouts = handouts;
        this.more = more;
        this.database = database;
        this.reach = reach;
        this.clock = clock;
    }

    @GetMapping("/")
    @Permitted(Permission.USE)
    String home(Actor actor, Locale locale, Model model) {
        var proposed = PutOffForm.proposed(LocalDate.now(clock));
        return page(actor, locale, model, new HomePage.Leaving(proposed, Problems.NONE));
    }

    String page(Actor actor, Locale locale, Model model, HomePage.Leaving leaving) {
        var reachable = reach.fromElsewhere() ? HomePage.Reachable.EVERYWHERE : HomePage.Reachable.THIS_MACHINE;
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var facts = lookout.look(organization, locale);
            var tasks = more.stream()
                    .flatMap(room -> room.of(actor, locale).stream())
                    .toList();
            var reading = handouts.reading(organization, actor.member());
            var seen = HomePage.of(actor, facts, reading, tasks, LocalTime.now(clock), reachable);
            model.addAttribute("page", seen.leaving(leaving));
            return "home/home";
        });
    }
}
