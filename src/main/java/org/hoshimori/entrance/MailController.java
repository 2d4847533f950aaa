package org.hoshimori.entrance;

import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows the owner what mail waits. It stands here because the room `mail` does not know who may see what.
@Controller
class MailController {

    private static final int SHOWN = 50;

    private final Outbox outbox;

    MailController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/mail")
    @Permitted(Permission.OWN)
    String waiting(Actor actor, Model model) {
        model.addAttribute("configured", outbox.configured());
        model.addAttribute("waiting", outbox.waiting(actor.organization()));
        model.addAttribute("letters", outbox.unsent(actor.organization(), SHOWN));
        return "entrance/mail";
    }
}
