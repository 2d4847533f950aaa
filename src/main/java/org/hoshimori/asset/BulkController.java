package org.hoshimori.asset;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.asset.AssetsPage.Around;
import org.hoshimori.asset.AssetsPage.Counted;
import org.hoshimori.asset.AssetsPage.Pair;
import org.hoshimori.content.Appendix.AssetSet;
import org.hoshimori.content.Appendix.Retention;
import org.hoshimori.content.Appendix.StartingAssets;
import org.hoshimori.content.Appendix.TypicalAsset;
import org.hoshimori.content.Listing;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Many rows at once: typical ones of an industry to tick, so that the first ten take minutes, and many changed alike,
/// looked at first.
@Controller
class BulkController {

    /// Rows that one change takes at most, and rows that its preview shows.
    private static final int MOST = 20_000;

    private static final int SHOWN = 50;

    private final Database database;
    private final ListRepository list;
    private final AssetRegister register;
    private final AssetController.Desk desk;
    private final Organizations organizations;

    BulkController(
            Database database,
            ListRepository list,
            AssetRegister register,
            AssetController.Desk desk,
            Organizations organizations) {
        this.database = database;
        this.list = list;
        this.register = register;
        this.desk = desk;
        this.organizations = organizations;
    }

    @PostMapping("/assets/bulk")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView look(
            Actor actor, @ModelAttribute AssetForm.Bulk form, @ModelAttribute AssetFilter.Typed typed, Locale locale) {
        return page(actor, form, typed.filter(), Problems.NONE, locale);
    }

    @PostMapping("/assets/bulk/apply")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView apply(
            Actor actor,
            @ModelAttribute AssetForm.Bulk form,
            @ModelAttribute AssetFilter.Typed typed,
            HttpServletRequest request) {
        var filter = typed.filter();
        var locale = RequestContextUtils.getLocale(request);
        if (form.changesNothing()) {
            return page(actor, form, filter, Problems.one("toDepartment", "asset.problem.nothing"), locale);
        }
        if (form.odd()) {
            return page(actor, form, filter, Problems.one("toDepartment", "web.problem.long"), locale);
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
                        ids(actor, form, filter, locale),
                        form::change));
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "asset.toast.bulk");
        return new ModelAndView("redirect:" + AssetsPage.path(filter));
    }

    private List<AssetId> ids(Actor actor, AssetForm.Bulk form, AssetFilter filter, Locale locale) {
        if (form.wholeList()) {
            var organization = actor.organization();
            var measured = desk.risks().of(organization, desk.method().of(organization), locale);
            return list.ids(organization, filter, measured, MOST);
        }
        return form.ticked().stream()
                .limit(MOST)
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(id -> new AssetId(UUID.fromString(id)))
                .toList();
    }

    private ModelAndView page(Actor actor, AssetForm.Bulk form, AssetFilter filter, Problems problems, Locale locale) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var ids = ids(actor, form, filter, locale);
            var reach = register.reach(actor);
            var rows = desk.assets().some(organization, ids);
            var mine =
                    rows.stream().filter(row -> reach.covers(row.department())).toList();
            var around = new Around(
                    desk.method().of(organization),
                    desk.assets().media(organization, locale),
                    list.shares(organization).departments(),
                    List.of());
            var pairs = mine.stream()
                    .limit(SHOWN)
                    .map(row -> new Pair(row, form.change(row)))
                    .toList();
            return new AssetsPage.Bulk(
                    form, filter, pairs, new Counted(mine.size(), rows.size() - mine.size()), around, problems);
        });
        var view = new ModelAndView("asset/bulk", "page", page);
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @GetMapping("/assets/start")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView sets(Actor actor, Locale locale) {
        return typical(actor, Problems.NONE, locale);
    }

    /// Adds what is ticked; what is in the register already is not added twice.
    @PostMapping("/assets/start")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView start(
            Actor actor,
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String department,
            HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var ticked = Objects.requireNonNullElse(chosen, List.<String>of());
        var answers = department.replaceAll("\\p{Cntrl}", " ").strip();
        var reach = register.reach(actor);
        if (ticked.isEmpty()) {
            return typical(actor, Problems.one("chosen", "asset.problem.tick"), locale);
        }
        if (answers.length() > 100) {
            return typical(actor, Problems.one("department", "web.problem.long"), locale);
        }
        var home =
                answers.isEmpty() && !reach.everything() && !reach.departments().isEmpty()
                        ? reach.departments().getFirst()
                        : answers;
        if (!reach.covers(home)) {
            return typical(actor, Problems.one("department", "asset.problem.not-yours"), locale);
        }
        var content = desk.editions().standard(locale).startingAssets();
        var known = desk.assets().all(actor.organization()).stream()
                .map(Asset::match)
                .collect(Collectors.toSet());
        var rows = content.sets().stream()
                .flatMap(set -> set.assets().stream())
                .filter(one -> ticked.contains(one.id()))
                .map(one -> row(one, home, content.retention(), register.today()))
                .filter(row -> !known.contains(row.match()))
                .toList();
        register.writeAll(actor, "started", content.title(), Asset.inOrder(rows));
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "asset.toast.started");
        return new ModelAndView("redirect:/assets");
    }

    private static Asset row(TypicalAsset one, String department, Listing<Retention> periods, LocalDate today) {
        var id = AssetId.next();
        var period =
                one.retention() == null ? "" : periods.named(one.retention()).text();
        return new Asset(
                id,
                0,
                one.businessClass(),
                one.name(),
                "",
                "",
                department,
                one.medium(),
                PersonalKinds.of(one.personal()),
                new Cia(one.confidentiality(), one.integrity(), one.availability()),
                Overriding.NONE,
                new Asset.Keeping(period, today, id));
    }

    private ModelAndView typical(Actor actor, Problems problems, Locale locale) {
        var industry = organizations.company(actor.organization()).facts().industry();
        StartingAssets content = desk.editions().standard(locale).startingAssets();
        var fitting = content.sets().stream()
                .filter(set -> industry == null
                        ? set.id().equals("common")
                        : set.industries().contains(industry.toLowerCase(Locale.ROOT)))
                .map(AssetSet::id)
                .toList();
        var view = new ModelAndView(
                "asset/start",
                "page",
                new AssetsPage.Starting(content.sets(), fitting, desk.assets().media(locale), problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
