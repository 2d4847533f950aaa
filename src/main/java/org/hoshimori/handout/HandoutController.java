package org.hoshimori.handout;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.handout.HandoutPage.Chosen;
import org.hoshimori.handout.HandoutPage.Mail;
import org.hoshimori.handout.HandoutPage.Typed;
import org.hoshimori.handout.HandoutPage.Way;
import org.hoshimori.handout.Handouts.Paper;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Reach;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What oneself is asked to read; handing out to all, to departments or to people, and who has confirmed.
@Controller
class HandoutController {

    private final Handouts handouts;
    private final Overview overview;
    private final Requests.Everybody everybody;
    private final Database database;

    HandoutController(Handouts handouts, Overview overview, Requests.Everybody everybody, Database database) {
        this.handouts = handouts;
        this.overview = overview;
        this.everybody = everybody;
        this.database = database;
    }

    /// What one person is asked to read.
    record MinePage(List<Paper> papers) {

        long open() {
            return papers.stream().filter(paper -> paper.confirmed() == null).count();
        }
    }

    @GetMapping("/handouts")
    @Permitted(Permission.USE)
    String mine(Actor actor, Model model) {
        model.addAttribute("page", new MinePage(handouts.mine(actor.organization(), actor.member())));
        return "handout/mine";
    }

    @GetMapping("/handouts/{template}")
    @Permitted(Permission.READ)
    String list(Actor actor, @PathVariable String template, Model model) {
        model.addAttribute("page", overview.page(actor.organization(), template, null, Typed.NOTHING));
        return "handout/list";
    }

    @PostMapping("/handouts/{template}")
    @Permitted(Permission.KEEP_DOCUMENTS)
    String handOut(
            Actor actor,
            @PathVariable String template,
            HandoutPage.Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var organization = actor.organization();
        if (errors.hasErrors()) {
            throw new NotFound("department or person");
        }
        if (form.nobody()) {
            var typed = new Typed("", Problems.one("to", "handout.problem.nobody"));
            model.addAttribute("page", overview.page(organization, template, form.chosen(), typed));
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return "handout/list";
        }
        database.transact(organization, () -> {
            var handout = form.handout(template);
            refuseStrangers(actor, handout.audience());
            handouts.handOut(actor, handout);
            return handout;
        });
        flash.addFlashAttribute(Shells.TOAST, "handout.toast.out");
        return "redirect:/handouts/{template}";
    }

    private void refuseStrangers(Actor actor, Audience audience) {
        var organization = actor.organization();
        var people = everybody.people().all(organization).stream().map(one -> one.id());
        var departments = everybody.departments().all(organization).stream().map(one -> one.id());
        if (!people.toList().containsAll(audience.people())
                || !departments.toList().containsAll(audience.departments())) {
            throw new NotFound("department or person");
        }
    }

    @PostMapping("/handouts/{template}/stop")
    @Permitted(Permission.KEEP_DOCUMENTS)
    String stop(Actor actor, @PathVariable String template, RedirectAttributes flash) {
        handouts.stop(actor, template);
        flash.addFlashAttribute(Shells.TOAST, "handout.toast.stopped");
        return "redirect:/handouts/{template}";
    }

    /// Puts together who has confirmed a document and how it is handed out: eight statements, however many people.
    @Component
    static class Overview {

        private final Handouts handouts;
        private final Requests.Everybody everybody;
        private final Links links;
        private final Outbox outbox;
        private final Reach reach;
        private final Database database;

        Overview(
                Handouts handouts,
                Requests.Everybody everybody,
                Links links,
                Outbox outbox,
                Reach reach,
                Database database) {
            this.handouts = handouts;
            this.everybody = everybody;
            this.links = links;
            this.outbox = outbox;
            this.reach = reach;
            this.database = database;
        }

        /// @param chosen what a refused form had chosen; null for what stands
        HandoutPage page(OrganizationId organization, String template, @Nullable Chosen chosen, Typed typed) {
            return database.transact(organization, () -> {
                var revision = handouts.revision(organization, template);
                var handout = handouts.handout(organization, template).orElse(null);
                var people = everybody.people().all(organization);
                var tree = everybody.departments().all(organization);
                var lines = handout == null
                        ? List.<Handouts.Line>of()
                        : handouts.lines(organization, handout.audience().among(people, tree), revision);
                return new HandoutPage(
                        revision,
                        handout,
                        lines,
                        new HandoutPage.Company(
                                people,
                                tree,
                                handout == null ? Map.of() : links.expiries(Link.Purpose.HANDOUT, organization),
                                outbox.configured() ? Mail.CONFIGURED : Mail.MISSING,
                                reach.fromElsewhere()),
                        chosen == null ? standing(handout) : chosen,
                        typed);
            });
        }

        private static Chosen standing(@Nullable Handout handout) {
            if (handout == null) {
                return new Chosen(Audience.Kind.EVERYBODY, Set.of(), Set.of(), Set.of(Way.MAIL));
            }
            var ways = EnumSet.noneOf(Way.class);
            if (handout.mail()) {
                ways.add(Way.MAIL);
            }
            if (handout.quiz()) {
                ways.add(Way.QUIZ);
            }
            var audience = handout.audience();
            return new Chosen(
                    audience.kind(),
                    audience.departments().stream().map(DepartmentId::value).collect(Collectors.toSet()),
                    audience.people().stream().map(MemberId::value).collect(Collectors.toSet()),
                    ways);
        }
    }
}
