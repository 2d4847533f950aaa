package org.hoshimori.asset;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.asset.AssetRegister.Outcome;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// One row of the register.
@Controller
class AssetController {

    private static final int HISTORY = 20;

    /// What other rooms and parts lend to the pages.
    @Component
    record Desk(
            Departments departments,
            Editions editions,
            Trail trail,
            MethodChoice method,
            Assets assets,
            Assets.Risks risks) {}

    private final Database database;
    private final AssetRepository assets;
    private final AssetRegister register;
    private final Desk desk;

    AssetController(Database database, AssetRepository assets, AssetRegister register, Desk desk) {
        this.database = database;
        this.assets = assets;
        this.register = register;
        this.desk = desk;
    }

    @GetMapping("/assets/new")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView blank(Actor actor, Locale locale) {
        var own = register.reach(actor).departments();
        var form = AssetForm.empty(own.isEmpty() ? "" : own.getFirst());
        return page(actor, null, form, Problems.NONE, locale);
    }

    @PostMapping("/assets")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView add(Actor actor, @Valid AssetForm form, BindingResult errors, HttpServletRequest request) {
        return write(actor, null, form, form.check(Problems.of(errors)), request);
    }

    @GetMapping("/assets/{id}")
    @Permitted(Permission.READ)
    ModelAndView asset(Actor actor, @PathVariable UUID id, Locale locale) {
        var asset = one(actor, id);
        return page(actor, asset, AssetForm.of(asset), Problems.NONE, locale);
    }

    @PostMapping("/assets/{id}")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @Valid AssetForm form,
            BindingResult errors,
            HttpServletRequest request) {
        return write(actor, one(actor, id), form, form.check(Problems.of(errors)), request);
    }

    private ModelAndView write(
            Actor actor, @Nullable Asset before, AssetForm form, Problems problems, HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        if (!problems.none()) {
            return page(actor, before, form, problems, locale);
        }
        var row = form.asset(register.today());
        if (before != null && !before.id().equals(row.id())) {
            throw new NotFound("asset");
        }
        return switch (register.write(actor, row)) {
            case Outcome.Done(var asset) -> back("/assets/" + asset.id(), "asset.toast.saved", request);
            case Outcome.Stale(var now) ->
                page(
                        actor,
                        now,
                        form.seen(now.version()),
                        Problems.one("name", "asset.problem.changed-meanwhile"),
                        locale);
            case Outcome.NotYours _ ->
                page(actor, before, form, Problems.one("department", "asset.problem.not-yours"), locale);
        };
    }

    @PostMapping("/assets/{id}/remove")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView remove(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return switch (register.remove(actor, new AssetId(id))) {
            case Outcome.Done _ -> back("/assets", "asset.toast.removed", request);
            case Outcome.Stale(var now) -> back("/assets/" + now.id(), "asset.toast.refused", request);
            case Outcome.NotYours _ -> back("/assets/" + id, "asset.toast.refused", request);
        };
    }

    /// The same asset on another medium: a second row, as secret as the first.
    @PostMapping("/assets/{id}/twin")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView twin(Actor actor, @PathVariable UUID id, @RequestParam String medium, HttpServletRequest request) {
        var asset = one(actor, id);
        if (!desk.assets().media(actor.organization(), Locale.JAPANESE).containsKey(medium)) {
            throw new NotFound("medium");
        }
        var known = assets.kin(actor.organization(), asset.keeping().kin()).stream()
                .filter(other -> other.medium().equals(medium))
                .findFirst();
        if (known.isPresent()) {
            return back("/assets/" + known.get().id(), "asset.toast.twin", request);
        }
        return switch (register.write(actor, asset.twinOn(medium, register.today()))) {
            case Outcome.Done(var twin) -> back("/assets/" + twin.id(), "asset.toast.twin", request);
            case Outcome.Stale(var now) -> back("/assets/" + now.id(), "asset.toast.twin", request);
            case Outcome.NotYours _ -> back("/assets/" + id, "asset.toast.refused", request);
        };
    }

    private Asset one(Actor actor, UUID id) {
        return assets.find(actor.organization(), new AssetId(id)).orElseThrow(() -> new NotFound("asset"));
    }

    private ModelAndView page(Actor actor, @Nullable Asset asset, AssetForm form, Problems problems, Locale locale) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var history = asset == null
                    ? List.<TrailEntry>of()
                    : desk.trail().newest(organization, Subject.of("asset", asset.id()), Long.MAX_VALUE, HISTORY);
            var departments = desk.departments().all(organization).stream()
                    .map(one -> one.name())
                    .distinct()
                    .toList();
            var around = new AssetPage.Around(
                    desk.method().of(organization),
                    desk.assets().media(organization, locale),
                    departments,
                    assets.businessClasses(organization),
                    desk.editions().standard(locale).startingAssets().retention(),
                    actor.may(Permission.KEEP_ASSETS)
                            && (asset == null || register.reach(actor).covers(asset.department())));
            var kin = asset == null
                    ? List.<Asset>of()
                    : assets.kin(organization, asset.keeping().kin()).stream()
                            .filter(other -> !other.id().equals(asset.id()))
                            .toList();
            return new AssetPage(asset, form, problems, around, kin, history);
        });
        var view = new ModelAndView("asset/asset", "page", page);
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static ModelAndView back(String path, String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:" + path);
    }
}
