package org.hoshimori.declaration;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.content.Edition;
import org.hoshimori.database.Database;
import org.hoshimori.declaration.Declaring.Draft;
import org.hoshimori.declaration.FormController.About;
import org.hoshimori.desk.Application;
import org.hoshimori.desk.Application.Event;
import org.hoshimori.desk.Applications;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shell;
import org.hoshimori.web.Shells;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// One application that was handed in: its history, its code, its correction, its paper. And stopping a declaration.
@Controller
class ApplicationController {

    private final Declaring declaring;
    private final DraftRepository drafts;
    private final Around around;
    private final Database database;
    private final Print print;

    ApplicationController(Declaring declaring, DraftRepository drafts, Around around, Database database, Print print) {
        this.declaring = declaring;
        this.drafts = drafts;
        this.around = around;
        this.database = database;
        this.print = print;
    }

    /// What a paper is made with.
    @Component
    record Print(TemplateEngine templates, PdfPaper paper, MessageSource messages) {}

    /// The page of one application.
    record Page(
            Application application,
            List<Event> events,
            Edition edition,
            DeclarationPage.Rights rights,
            Problems problems) {

        boolean declares() {
            return rights == DeclarationPage.Rights.DECLARE;
        }
    }

    /// What stands on the paper.
    record Sheet(Company company, int star, Map<String, String> facts, Edition edition) {}

    @GetMapping("/declaration/applications/{id}")
    @Permitted(Permission.READ)
    ModelAndView application(Actor actor, @PathVariable UUID id, Locale locale) {
        return page(actor, id, Problems.NONE, locale);
    }

    private ModelAndView page(Actor actor, UUID id, Problems problems, Locale locale) {
        return database.transact(actor.organization(), () -> {
            var application = around.applications().mine(actor.organization(), id);
            var page = new Page(
                    application,
                    around.applications().events(id),
                    around.programme().edition(locale),
                    actor.may(Permission.DECLARE) ? DeclarationPage.Rights.DECLARE : DeclarationPage.Rights.READ,
                    problems);
            var view = new ModelAndView("declaration/application", "page", page);
            if (!problems.none()) {
                view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return view;
        });
    }

    @PostMapping("/declaration/applications/{id}/code")
    @Permitted(Permission.DECLARE)
    ModelAndView code(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            Locale locale,
            HttpServletRequest request) {
        return switch (around.applications().confirm(actor.organization(), id, code)) {
            case Applications.Outcome.WrongCode(var left) ->
                page(actor, id, Problems.one("code", "declaration.problem.code", left), locale);
            case Applications.Outcome.Given _ -> given(actor, id, request);
            case Applications.Outcome.NotPossible _ -> moved(actor, id, locale);
            case Applications.Outcome.Waits _, Applications.Outcome.ConfirmFirst _, Applications.Outcome.OneIsOpen _ ->
                done("declaration.toast.waits", request);
        };
    }

    @PostMapping("/declaration/applications/{id}/review")
    @Permitted(Permission.DECLARE)
    ModelAndView review(Actor actor, @PathVariable UUID id, Locale locale, HttpServletRequest request) {
        var outcome = around.applications().review(actor.organization(), id);
        return outcome instanceof Applications.Outcome.NotPossible
                ? moved(actor, id, locale)
                : done("declaration.toast.waits", request);
    }

    private ModelAndView given(Actor actor, UUID id, HttpServletRequest request) {
        var purpose = around.applications().mine(actor.organization(), id).purpose();
        return done("declaration.toast.given." + purpose.id(), request);
    }

    /// Somebody else was faster: nothing was done, the page shows where the application stands.
    private ModelAndView moved(Actor actor, UUID id, Locale locale) {
        return page(actor, id, Problems.one("state", "declaration.problem.moved"), locale);
    }

    @PostMapping("/declaration/applications/{id}/withdraw")
    @Permitted(Permission.DECLARE)
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, Locale locale, HttpServletRequest request) {
        return declaring.withdraw(actor, id) ? done("declaration.toast.withdrawn", request) : moved(actor, id, locale);
    }

    /// Opens what was returned as a draft, so that it can be corrected and handed in again. Corrections that were kept
    /// meanwhile stay.
    @PostMapping("/declaration/applications/{id}/correct")
    @Permitted(Permission.DECLARE)
    ModelAndView correct(Actor actor, @PathVariable UUID id) {
        var application = around.applications().mine(actor.organization(), id);
        if (application.stage() != Stage.RETURNED) {
            return new ModelAndView("redirect:/declaration/applications/" + id);
        }
        var draft = drafts.draft(actor.organization());
        if (draft.isPresent()) {
            return draft.flatMap(Draft::again).filter(id::equals).isPresent()
                    ? new ModelAndView("redirect:/declaration/form")
                    : FormController.another(draft.get(), About.of(application));
        }
        var values = new HashMap<>(application.snapshot().facts());
        values.put("star", String.valueOf(application.star()));
        values.put("again", id.toString());
        declaring.save(actor, application.purpose(), application.number(), values);
        return new ModelAndView("redirect:/declaration/form");
    }

    /// A refused form leaves its address in the browser.
    @GetMapping({
        "/declaration/applications/{id}/code",
        "/declaration/applications/{id}/review",
        "/declaration/applications/{id}/withdraw",
        "/declaration/applications/{id}/correct"
    })
    @Permitted(Permission.READ)
    String again(@PathVariable UUID id) {
        return "redirect:/declaration/applications/" + id;
    }

    @GetMapping("/declaration/applications/{id}/application.pdf")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable UUID id, Locale locale) {
        var sheet = database.transact(actor.organization(), () -> {
            var application = around.applications().mine(actor.organization(), id);
            return new Sheet(
                    around.organizations().company(actor.organization()),
                    application.star(),
                    application.snapshot().facts(),
                    around.programme().edition(locale));
        });
        return pdf(sheet, locale);
    }

    @GetMapping("/declaration/draft.pdf")
    @Permitted(Permission.DECLARE)
    ResponseEntity<byte[]> draftPaper(Actor actor, Locale locale) {
        var organization = actor.organization();
        var sheet = database.transact(organization, () -> {
            var draft = drafts.draft(organization).orElseThrow(() -> new NotFound("draft"));
            return new Sheet(
                    around.organizations().company(organization),
                    draft.star(),
                    draft.values(),
                    around.programme().edition(locale));
        });
        return pdf(sheet, locale);
    }

    private ResponseEntity<byte[]> pdf(Sheet sheet, Locale locale) {
        var shell = new Shell(locale, print.messages(), "", null, List.of(), "", null);
        var text = new StringOutput();
        print.templates().render("declaration/paper.jte", Map.of("shell", shell, "page", sheet), text);
        return Download.shown("application.pdf", MediaType.APPLICATION_PDF)
                .body(print.paper().render(text.toString().strip()));
    }

    @GetMapping("/declaration/stop/{number}")
    @Permitted(Permission.DECLARE)
    ModelAndView askToStop(Actor actor, @PathVariable String number) {
        var declared = around.applications().declarations(actor.organization()).stream()
                .filter(one -> one.number().equals(number) && one.current())
                .findFirst()
                .orElseThrow(() -> new NotFound("declaration"));
        return new ModelAndView("declaration/stop", "declaration", declared);
    }

    @PostMapping("/declaration/stop/{number}")
    @Permitted(Permission.DECLARE)
    ModelAndView stop(Actor actor, @PathVariable String number, HttpServletRequest request) {
        if (!declaring.stop(actor, number)) {
            throw new NotFound("declaration");
        }
        return done("declaration.toast.stopped", request);
    }

    private static ModelAndView done(String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:/declaration");
    }
}
