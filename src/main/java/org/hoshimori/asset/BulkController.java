package org.hoshimori.asset;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.asset.AssetsPage.Around;
import org.hoshimori.asset.AssetsPage.Pair;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Many rows changed alike: looked at first, then done, and taken back if need be.
@Controller
class BulkController {

    /// Rows that one change takes at most, and rows that its preview shows.
    private static final int MOST = 20_000;

    private static final int SHOWN = 50;

    private final Database database;
    private final AssetRepository assets;
    private final AssetRegister register;
    private final AssetController.Desk desk;

    BulkController(Database database, AssetRepository assets, AssetRegister register, AssetController.Desk desk) {
        this.database = database;
        this.assets = assets;
        this.register = register;
        this.desk = desk;
    }

    @PostMapping("/assets/bulk")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView look(Actor actor, @ModelAttribute AssetForm.Bulk form, Locale locale) {
        return page(actor, form, Problems.NONE, locale);
    }

    @PostMapping("/assets/bulk/apply")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView apply(Actor actor, @ModelAttribute AssetForm.Bulk form, HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        if (form.changesNothing()) {
            return page(actor, form, Problems.one("toDepartment", "asset.problem.nothing"), locale);
        }
        if (form.odd()) {
            return page(actor, form, Problems.one("toDepartment", "web.problem.long"), locale);
        }
        database.transact(
                actor.organization(),
                () -> register.changeAll(
                        actor,
                        Stream.of(
                                        form.toDepartment(),
                                        form.toMedium(),
                                        form.toUsers(),
                                        form.toClass(),
                                        form.toRetention())
                                .map(AssetForm::shown)
                                .filter(text -> !text.isEmpty())
                                .reduce((one, other) -> one + " / " + other)
                                .orElse(""),
                        ids(actor, form),
                        form::change));
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "asset.toast.bulk");
        return new ModelAndView("redirect:" + AssetsPage.path(form.filter()));
    }

    private List<AssetId> ids(Actor actor, AssetForm.Bulk form) {
        if (form.wholeList()) {
            return assets.ids(actor.organization(), form.filter(), MOST);
        }
        return form.ticked().stream()
                .limit(MOST)
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(id -> new AssetId(UUID.fromString(id)))
                .toList();
    }

    private ModelAndView page(Actor actor, AssetForm.Bulk form, Problems problems, Locale locale) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var ids = ids(actor, form);
            var reach = register.reach(actor);
            var rows = assets.some(organization, ids);
            var mine =
                    rows.stream().filter(row -> reach.covers(row.department())).toList();
            var around = new Around(
                    desk.method().of(organization),
                    desk.assets().media(organization, locale),
                    assets.shares(organization).departments(),
                    List.of());
            var pairs = mine.stream()
                    .limit(SHOWN)
                    .map(row -> new Pair(row, form.change(row)))
                    .toList();
            return new AssetsPage.Bulk(form, pairs, mine.size(), rows.size() - mine.size(), around, problems);
        });
        var view = new ModelAndView("asset/bulk", "page", page);
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
