package org.hoshimori.threat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.asset.Assets;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.threat.ThreatRegister.Outcome;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// One threat: how often, what works against it, and whether it counts.
@Controller
class ThreatController {

    private static final String HERE = "/risks/threats";

    private final Threats threats;
    private final ThreatRegister register;
    private final Assets assets;
    private final Editions editions;
    private final Database database;

    ThreatController(Threats threats, ThreatRegister register, Assets assets, Editions editions, Database database) {
        this.threats = threats;
        this.register = register;
        this.assets = assets;
        this.editions = editions;
        this.database = database;
    }

    @GetMapping(HERE + "/new")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView blank(Actor actor, @RequestParam(defaultValue = "") String medium, Locale locale) {
        return page(actor, null, ThreatForm.fresh(medium), "", Problems.NONE, locale);
    }

    @PostMapping(HERE + "/new")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView add(Actor actor, @Valid ThreatForm form, BindingResult errors, HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var id = ThreatForm.shown(form.id());
        var problems = form.check(Problems.of(errors), items());
        if (!id.matches("own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            problems = Problems.one("title", "threat.problem.again");
            return page(actor, null, ThreatForm.fresh(""), "", problems, locale);
        }
        return problems.none()
                ? after(actor, null, form, register.add(actor, id, form.draft()), request)
                : page(actor, null, form, "", problems, locale);
    }

    @GetMapping(HERE + "/{id}")
    @Permitted(Permission.READ)
    ModelAndView threat(Actor actor, @PathVariable String id, Locale locale) {
        var threat = one(actor, id, locale);
        return page(actor, threat, ThreatForm.of(threat), threat.off(), Problems.NONE, locale);
    }

    @PostMapping(HERE + "/{id}")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView change(
            Actor actor,
            @PathVariable String id,
            @Valid ThreatForm form,
            BindingResult errors,
            HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var threat = one(actor, id, locale);
        var kept = form.keeping(threat);
        var problems = kept.check(Problems.of(errors), items());
        return problems.none()
                ? after(actor, threat, kept, register.change(actor, id, kept.draft()), request)
                : page(actor, threat, kept, threat.off(), problems, locale);
    }

    @PostMapping(HERE + "/{id}/off")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView off(
            Actor actor,
            @PathVariable String id,
            @Valid ThreatForm.Off form,
            BindingResult errors,
            HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var threat = one(actor, id, locale);
        var reason = ThreatForm.shown(form.reason());
        if (errors.hasErrors()) {
            return page(actor, threat, ThreatForm.of(threat), reason, Problems.of(errors), locale);
        }
        register.switchOff(actor, id, Optional.of(reason));
        return back(HERE + "/" + id, "threat.toast.off", request);
    }

    @PostMapping(HERE + "/{id}/on")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView on(Actor actor, @PathVariable String id, HttpServletRequest request) {
        register.switchOff(actor, id, Optional.empty());
        return back(HERE + "/" + id, "threat.toast.on", request);
    }

    @PostMapping(HERE + "/{id}/reset")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView reset(Actor actor, @PathVariable String id, HttpServletRequest request) {
        if (one(actor, id, Locale.JAPANESE).own()) {
            throw new NotFound("threat of the content");
        }
        register.reset(actor, id);
        return back(HERE + "/" + id, "threat.toast.reset", request);
    }

    @PostMapping(HERE + "/{id}/remove")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView remove(Actor actor, @PathVariable String id, HttpServletRequest request) {
        register.remove(actor, id);
        return back(HERE, "threat.toast.removed", request);
    }

    private ModelAndView after(
            Actor actor, @Nullable CompanyThreat threat, ThreatForm form, Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Kept(var id) -> back(HERE + "/" + id, "threat.toast.saved", request);
            case Outcome.Refused(var field, var reason) ->
                page(actor, threat, form, "", Problems.one(field, reason), RequestContextUtils.getLocale(request));
        };
    }

    private CompanyThreat one(Actor actor, String id, Locale locale) {
        return threats.find(actor.organization(), id, locale).orElseThrow(() -> new NotFound("threat"));
    }

    private List<String> items() {
        return editions.standard(Locale.JAPANESE).allCheckItems().stream()
                .map(CompanyRules.CheckItem::id)
                .toList();
    }

    private ModelAndView page(
            Actor actor,
            @Nullable CompanyThreat threat,
            ThreatForm form,
            String reason,
            Problems problems,
            Locale locale) {
        var media = new LinkedHashMap<>(assets.media(locale));
        threats.media(actor.organization()).forEach(name -> media.put(name, name));
        var groups = editions.standard(locale).checkItems().groups();
        var view = new ModelAndView(
                "threat/threat", "page", new ThreatsPage.One(threat, form, media, groups, reason, problems));
        if (!problems.none()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static ModelAndView back(String path, String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:" + path);
    }
}
