package org.hoshimori.asset;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.asset.AssetRegister.Outcome;
import org.hoshimori.asset.AssetRegister.Step;
import org.hoshimori.asset.AssetRegister.UndoOutcome;
import org.hoshimori.asset.AssetsPage.Around;
import org.hoshimori.asset.AssetsPage.Person;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The list of the register, its kept views, editing in place, and undoing.
@Controller
class AssetsController {

    /// Rows on a page.
    static final int PAGE = 50;

    private static final String KEPT = "kept";

    private final Database database;
    private final AssetRepository assets;
    private final ListRepository list;
    private final StepRepository steps;
    private final AssetRegister register;
    private final AssetController.Desk desk;

    AssetsController(
            Database database,
            AssetRepository assets,
            ListRepository list,
            StepRepository steps,
            AssetRegister register,
            AssetController.Desk desk) {
        this.database = database;
        this.assets = assets;
        this.list = list;
        this.steps = steps;
        this.register = register;
        this.desk = desk;
    }

    @GetMapping("/assets")
    @Permitted(Permission.READ)
    String list(Actor actor, @ModelAttribute AssetFilter.Typed typed, Model model, Locale locale) {
        var filter = typed.filter();
        var organization = actor.organization();
        var kept = model.getAttribute(KEPT) instanceof List<?> names
                ? names.stream().map(Object::toString).toList()
                : List.<String>of();
        model.addAttribute("page", database.transact(organization, () -> {
            var around = around(actor, locale);
            var measured = desk.risks().of(organization, around.method(), locale);
            var found = list.find(organization, filter, measured, PAGE + 1);
            var more = found.rows().size() > PAGE;
            var shown = more ? found.rows().subList(0, PAGE) : found.rows();
            var keeps = actor.may(Permission.KEEP_ASSETS);
            var person = new Person(
                    keeps,
                    register.reach(actor),
                    steps.views(organization, actor.member()),
                    keeps ? steps.undoable(organization, register.undoableSince(), 3) : List.of(),
                    kept);
            return new AssetsPage(
                    filter,
                    shown,
                    measured,
                    found.counts(),
                    around,
                    person,
                    more ? AssetFilter.Place.of(filter.sort()).cursor(shown.getLast()) : null);
        }));
        return "asset/list";
    }

    private Around around(Actor actor, Locale locale) {
        var shares = list.shares(actor.organization());
        return new Around(
                desk.method().of(actor.organization()),
                desk.assets().media(locale),
                shares.departments(),
                shares.media());
    }

    /// One cell, sent by the script of the list. Answers with the rows as they stand now and what became of it: 409
    /// when somebody was faster, 422 when it cannot be written, 403 when others answer for the row.
    @PostMapping("/assets/{id}/cell")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView cell(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String field,
            @RequestParam String value,
            @RequestParam int version,
            Locale locale) {
        return database.transact(actor.organization(), () -> {
            var around = around(actor, locale);
            var before =
                    desk.assets().find(actor.organization(), new AssetId(id)).orElseThrow(() -> new NotFound("asset"));
            var after =
                    before.withCell(field, value.strip()).or(() -> before.withFigure(field, value, around.method()));
            if (after.isEmpty()) {
                return written(actor, before, around, Ending.REFUSED, locale);
            }
            if (before.version() != version) {
                return written(actor, before, around, Ending.STALE, locale);
            }
            return switch (register.write(actor, after.get())) {
                case Outcome.Done(var now) ->
                    written(actor, now, around, now.equals(before) ? Ending.SAME : Ending.SAVED, locale);
                case Outcome.Stale(var now) -> written(actor, now, around, Ending.STALE, locale);
                case Outcome.NotYours _ -> written(actor, before, around, Ending.NOT_YOURS, locale);
            };
        });
    }

    /// The row and its kin, which may have followed.
    private ModelAndView written(Actor actor, Asset row, Around around, Ending ending, Locale locale) {
        var organization = actor.organization();
        var undoable = ending == Ending.SAVED
                ? steps.undoable(organization, register.undoableSince(), 3).stream()
                        .filter(step -> step.by().equals(actor.member()))
                        .limit(1)
                        .toList()
                : List.<Step>of();
        var rows = assets.kin(organization, row.keeping().kin());
        var page = new AssetsPage(
                AssetFilter.NONE,
                rows,
                desk.risks().of(organization, around.method(), locale),
                List.of(),
                around,
                new Person(true, register.reach(actor), Map.of(), undoable, List.of()),
                null);
        var view = new ModelAndView("asset/written", "page", page);
        view.addObject("ending", ending.key());
        view.addObject("status", ending.status());
        return view;
    }

    /// What became of a cell.
    private enum Ending {
        SAVED("asset.cell.saved", HttpStatus.OK),
        SAME("asset.cell.same", HttpStatus.OK),
        STALE("asset.cell.stale", HttpStatus.CONFLICT),
        REFUSED("asset.cell.refused", HttpStatus.UNPROCESSABLE_CONTENT),
        NOT_YOURS("asset.problem.not-yours", HttpStatus.FORBIDDEN);

        private final String key;
        private final HttpStatus status;

        Ending(String key, HttpStatus status) {
            this.key = key;
            this.status = status;
        }

        String key() {
            return key;
        }

        HttpStatus status() {
            return status;
        }
    }

    @PostMapping("/assets/undo/{step}")
    @Permitted(Permission.KEEP_ASSETS)
    String undo(Actor actor, @PathVariable UUID step, HttpServletRequest request) {
        var flash = RequestContextUtils.getOutputFlashMap(request);
        switch (register.undo(actor, step)) {
            case UndoOutcome.Undone(var _, var kept) -> {
                flash.put(Shells.TOAST, "asset.toast.undone");
                flash.put(KEPT, kept);
            }
            case UndoOutcome.TooLate _ -> flash.put(Shells.TOAST, "asset.toast.too-late");
        }
        return "redirect:/assets";
    }

    /// Keeps this way of looking under a name.
    @PostMapping("/assets/views")
    @Permitted(Permission.READ)
    String keep(
            Actor actor,
            @ModelAttribute AssetFilter.Typed typed,
            @RequestParam @Nullable String name,
            HttpServletRequest request) {
        var words = Objects.requireNonNullElse(name, "")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        var filter = typed.filter().from("");
        if (!words.isEmpty() && filter.query().length() <= 1000) {
            steps.keepView(
                    actor.organization(),
                    actor.member(),
                    words.substring(0, Math.min(60, words.length())),
                    filter.query());
            RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "asset.toast.view");
        }
        return "redirect:" + AssetsPage.path(filter);
    }

    @PostMapping("/assets/views/remove")
    @Permitted(Permission.READ)
    String drop(Actor actor, @RequestParam String name) {
        steps.dropView(actor.organization(), actor.member(), name);
        return "redirect:/assets";
    }
}
