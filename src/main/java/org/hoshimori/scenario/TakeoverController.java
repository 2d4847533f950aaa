package org.hoshimori.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hoshimori.control.ControlRegister;
import org.hoshimori.control.ControlRegister.Weak;
import org.hoshimori.control.ControlTerms;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.scenario.Situation.Item;
import org.hoshimori.treatment.Treatment;
import org.hoshimori.treatment.Treatments;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Makes ticked items controls: who, until when, at what cost.
@Controller
class TakeoverController {

    private final Situations situations;
    private final Desk desk;
    private final Database database;
    private final MessageSource messages;
    private final Clock clock;

    TakeoverController(Situations situations, Desk desk, Database database, MessageSource messages, Clock clock) {
        this.situations = situations;
        this.desk = desk;
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    /// The rooms that carry out what was ticked.
    @Component
    record Desk(ControlRegister register, Controls controls, Treatments treatments, People people) {}

    @GetMapping("/risks/what-if/decide")
    @Permitted(Permission.DECIDE_CONTROLS)
    ModelAndView ask(Actor actor, TakeoverForm form, Locale locale) {
        return view(page(actor, form, locale));
    }

    @PostMapping("/risks/what-if/decide")
    @Permitted(Permission.DECIDE_CONTROLS)
    ModelAndView decide(Actor actor, TakeoverForm form, Locale locale, RedirectAttributes flash) {
        var page = page(actor, form, locale);
        var problems = form.check(!page.outlook().done().isEmpty(), page.workers(), page.today());
        if (!problems.none()) {
            return view(new TakeoverPage(page.outlook(), form, page.workers(), page.today(), problems));
        }
        database.transact(actor.organization(), () -> {
            page.fresh().forEach(item -> decide(actor, item, form, locale));
            plan(actor, page, form);
            return page;
        });
        flash.addFlashAttribute(Shells.TOAST, "scenario.decided.toast");
        return new ModelAndView("redirect:/controls?tab=all");
    }

    /// The control's question is the check item, and so is the candidate that it was taken from.
    private void decide(Actor actor, Item item, TakeoverForm form, Locale locale) {
        var what = messages.getMessage(
                "scenario.control.what",
                new Object[] {item.content().number(), item.content().subject()},
                locale);
        desk.register()
                .decide(
                        actor,
                        Weak.item(item.id()),
                        List.of(new Chosen(item.id(), item.content().subject(), what)),
                        new ControlTerms(
                                form.person().orElseThrow(),
                                form.date().orElseThrow(),
                                item.cost().once(),
                                item.cost().yearly()));
    }

    /// For the risks that the items make smaller, they are the decided treatment: 低減 by these controls. Who may
    /// decide controls but not judge risks leaves the risks as they are.
    private void plan(Actor actor, TakeoverPage page, TakeoverForm form) {
        if (!actor.may(Permission.ANALYSE_RISKS)) {
            return;
        }
        var done = page.outlook().done();
        var items = done.stream().map(Item::id).toList();
        var ids = desk.controls().all(actor.organization()).stream()
                .filter(control -> control.state().open() && items.contains(control.question()))
                .map(DecidedControl::id)
                .toList();
        var costs = new Treatment.Costs(
                done.stream().mapToLong(item -> item.cost().once()).sum(),
                done.stream().mapToLong(item -> item.cost().yearly()).sum());
        var person = form.person().orElseThrow();
        var plan = new Treatment.Modify(items, ids, "", person, form.date().orElseThrow(), costs);
        desk.treatments().plan(actor, plan);
    }

    private TakeoverPage page(Actor actor, TakeoverForm form, Locale locale) {
        return database.transact(
                actor.organization(),
                () -> new TakeoverPage(
                        WhatIf.of(situations.of(actor.organization(), locale), form.items()),
                        form,
                        workers(actor),
                        LocalDate.now(clock),
                        Problems.NONE));
    }

    private List<Member> workers(Actor actor) {
        return desk.people().all(actor.organization()).stream()
                .filter(person -> Permission.WORK.grantedTo(person.roles()))
                .toList();
    }

    private static ModelAndView view(TakeoverPage page) {
        var view = new ModelAndView("scenario/decide", "page", page);
        if (!page.problems().none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
