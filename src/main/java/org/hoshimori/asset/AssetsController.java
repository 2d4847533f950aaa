package org.hoshimori.asset;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.asset.AssetRegister.Outcome;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The list of the register, its kept views, editing in place, and undoing.
@Controller
class AssetsController {

    /// Rows on a page.
    static final int PAGE = 50;

    private static final String KEPT = "kept";

    private final Database database;
    private final ListRepository list;
    private final StepRepository steps;
    private final AssetRegister register;
    private final AssetController.Desk desk;

    AssetsController(
            Database database,
            ListRepository list,
            StepRepository steps,
            AssetRegister register,
            AssetController.Desk desk) {
        this.database = database;
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

    /// One cell, sent by the script of the list: 204 when written, 409 when somebody was faster, 422 when it cannot be.
    @PostMapping("/assets/{id}/cell")
    @Permitted(Permission.KEEP_ASSETS)
    ResponseEntity<Void> cell(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String field,
            @RequestParam String value,
            @RequestParam int version) {
        var before = desk.assets().find(actor.organization(), new AssetId(id)).orElseThrow(() -> new NotFound("asset"));
        var after = before.withCell(field, value.strip());
        if (after.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        if (before.version() != version) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        return switch (register.write(actor, after.get())) {
            case Outcome.Done(var now) ->
                ResponseEntity.noContent()
                        .header("Asset-Revision", String.valueOf(now.version()))
                        .build();
            case Outcome.Stale _ -> ResponseEntity.status(HttpStatus.CONFLICT).build();
            case Outcome.NotYours _ ->
                ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        };
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
