package org.hoshimori.asset;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hoshimori.content.Appendix.AssetSet;
import org.hoshimori.content.Appendix.Retention;
import org.hoshimori.content.Appendix.StartingAssets;
import org.hoshimori.content.Appendix.TypicalAsset;
import org.hoshimori.content.Listing;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Typical assets of an industry to tick, so that the first ten take minutes.
@Controller
class StartingController {

    private final AssetRegister register;
    private final Assets assets;
    private final AssetController.Desk desk;
    private final Organizations organizations;

    StartingController(AssetRegister register, Assets assets, AssetController.Desk desk, Organizations organizations) {
        this.register = register;
        this.assets = assets;
        this.desk = desk;
        this.organizations = organizations;
    }

    @GetMapping("/assets/start")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView sets(Actor actor, Locale locale) {
        return page(actor, Problems.NONE, locale);
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
            return page(actor, Problems.one("chosen", "asset.problem.tick"), locale);
        }
        if (answers.length() > 100) {
            return page(actor, Problems.one("department", "web.problem.long"), locale);
        }
        var home =
                answers.isEmpty() && !reach.everything() && !reach.departments().isEmpty()
                        ? reach.departments().getFirst()
                        : answers;
        if (!reach.covers(home)) {
            return page(actor, Problems.one("department", "asset.problem.not-yours"), locale);
        }
        var content = desk.editions().standard(locale).startingAssets();
        var known = assets.all(actor.organization()).stream().map(Asset::match).collect(Collectors.toSet());
        var rows = content.sets().stream()
                .flatMap(set -> set.assets().stream())
                .filter(one -> ticked.contains(one.id()))
                .map(one -> asset(one, home, content.retention(), register.today()))
                .filter(row -> !known.contains(row.match()))
                .toList();
        register.writeAll(actor, "started", content.title(), Asset.inOrder(rows));
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "asset.toast.started");
        return new ModelAndView("redirect:/assets");
    }

    private static Asset asset(TypicalAsset one, String department, Listing<Retention> periods, LocalDate today) {
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

    private ModelAndView page(Actor actor, Problems problems, Locale locale) {
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
