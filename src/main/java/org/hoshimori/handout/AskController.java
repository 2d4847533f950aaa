package org.hoshimori.handout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.document.Revision;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.QrCode;
import org.hoshimori.web.Shells;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/// One person who is asked: a personal link to hand over, its end, a reminder, a confirmation on paper; and a reminder
/// for all.
@Controller
@Permitted(Permission.KEEP_DOCUMENTS)
class AskController {

    private static final String TOKEN = "token";

    private final Handouts handouts;
    private final Requests requests;
    private final Reminders reminders;
    private final Letters letters;
    private final Database database;

    AskController(Handouts handouts, Requests requests, Reminders reminders, Letters letters, Database database) {
        this.handouts = handouts;
        this.requests = requests;
        this.reminders = reminders;
        this.letters = letters;
        this.database = database;
    }

    /// A personal link, shown once.
    ///
    /// @param fromElsewhere whether phones can open it
    record LinkPage(Revision revision, Member member, String url, OffsetDateTime until, boolean fromElsewhere) {

        QrCode code() {
            return QrCode.of(url);
        }
    }

    @PostMapping("/handouts/{template}/remind")
    String remindAll(Actor actor, @PathVariable String template, RedirectAttributes flash) {
        handouts.known(actor.organization(), template);
        return reminded(reminders.remindOpen(actor, template), flash);
    }

    @PostMapping("/handouts/{template}/people/{member}/remind")
    String remind(Actor actor, @PathVariable String template, @PathVariable UUID member, RedirectAttributes flash) {
        return reminded(reminders.remind(actor, template, new MemberId(member)), flash);
    }

    private static String reminded(int people, RedirectAttributes flash) {
        flash.addFlashAttribute(Shells.TOAST, people == 0 ? "handout.toast.reminded.none" : "handout.toast.reminded");
        return "redirect:/handouts/{template}";
    }

    @PostMapping("/handouts/{template}/people/{member}")
    String onPaper(
            Actor actor,
            @PathVariable String template,
            @PathVariable UUID member,
            @RequestParam int revision,
            RedirectAttributes flash) {
        var outcome = handouts.confirmedOnPaper(actor, template, revision, List.of(new MemberId(member)));
        flash.addFlashAttribute(Shells.TOAST, ReadingController.toast(outcome, "handout.toast.paper"));
        return "redirect:/handouts/{template}";
    }

    @PostMapping("/handouts/{template}/people/{member}/link")
    String makeLink(Actor actor, @PathVariable String template, @PathVariable UUID member, RedirectAttributes flash) {
        var organization = actor.organization();
        var token = database.transact(organization, () -> {
            var revision = handouts.revision(organization, template);
            var person = person(actor, template, member);
            var made = requests.links(organization, revision, List.of(person), actor.member());
            handouts.note(actor, person, "document-link-made", revision);
            return Objects.requireNonNull(made.get(person.id()));
        });
        flash.addFlashAttribute(TOKEN, token);
        return "redirect:/handouts/{template}/people/{member}/link";
    }

    /// The link, once: whoever opens the page again finds in the list that there is one, without its address.
    @GetMapping("/handouts/{template}/people/{member}/link")
    String link(
            Actor actor,
            @PathVariable String template,
            @PathVariable UUID member,
            HttpServletRequest request,
            Model model) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        if (flash == null || !(flash.get(TOKEN) instanceof String token)) {
            return "redirect:/handouts/{template}";
        }
        var organization = actor.organization();
        model.addAttribute(
                "page",
                database.transact(
                        organization,
                        () -> new LinkPage(
                                handouts.revision(organization, template),
                                person(actor, template, member),
                                letters.url(token),
                                requests.until(),
                                letters.fromElsewhere())));
        return "handout/link";
    }

    @PostMapping("/handouts/{template}/people/{member}/revoke")
    String revoke(Actor actor, @PathVariable String template, @PathVariable UUID member, RedirectAttributes flash) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            var revision = handouts.revision(organization, template);
            var person = person(actor, template, member);
            if (requests.revoke(organization, revision, person.id())) {
                handouts.note(actor, person, "document-link-revoked", revision);
            }
            return person;
        });
        flash.addFlashAttribute(Shells.TOAST, "handout.toast.revoked");
        return "redirect:/handouts/{template}";
    }

    private Member person(Actor actor, String template, UUID member) {
        var organization = actor.organization();
        return handouts.person(organization, handouts.known(organization, template), new MemberId(member));
    }
}
