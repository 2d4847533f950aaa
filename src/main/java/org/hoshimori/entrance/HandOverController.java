package org.hoshimori.entrance;

import java.util.Locale;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Making links that somebody hands over. The link stands on the answer itself, not behind a redirect, so that it is
/// stored nowhere.
@Controller
class HandOverController {

    private final Invitations invitations;
    private final Resets resets;
    private final Starts starts;
    private final People people;

    HandOverController(Invitations invitations, Resets resets, Starts starts, People people) {
        this.invitations = invitations;
        this.resets = resets;
        this.starts = starts;
        this.people = people;
    }

    @PostMapping("/people/{member}/invitation")
    @Permitted(Permission.MANAGE_PEOPLE)
    String invite(Actor actor, @PathVariable MemberId member, Locale locale, Model model) {
        var name = people.member(actor.organization(), member).name();
        var outcome = invitations.invite(actor, member, locale);
        return page(new HandOverPage("invitation", name, outcome, "/people/" + member), model);
    }

    @PostMapping("/people/{member}/reset")
    @Permitted(Permission.MANAGE_PEOPLE)
    String reset(Actor actor, @PathVariable MemberId member, Model model) {
        var name = people.member(actor.organization(), member).name();
        return page(new HandOverPage("reset", name, resets.issue(actor, member), "/people/" + member), model);
    }

    @PostMapping("/start/invitation")
    @Permitted(Permission.OWN)
    String inviteCompany(Actor actor, Model model) {
        return page(new HandOverPage("company", "", starts.invite(actor), "/me"), model);
    }

    private static String page(HandOverPage page, Model model) {
        model.addAttribute("page", page);
        if (page.refusal() != null) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "entrance/handOver";
    }
}
