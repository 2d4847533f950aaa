package org.hoshimori.threat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.asset.Assets;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.threat.ThreatRegister.Outcome;
import org.hoshimori.threat.ThreatRegister.Part;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// 脅威の状況: how often each threat is expected, and the company's own media.
@Controller
class ThreatsController {

    private static final String HERE = "/risks/threats";

    private final Threats threats;
    private final ThreatRegister register;
    private final Assets assets;
    private final Database database;

    ThreatsController(Threats threats, ThreatRegister register, Assets assets, Database database) {
        this.threats = threats;
        this.register = register;
        this.assets = assets;
        this.database = database;
    }

    @GetMapping(HERE)
    @Permitted(Permission.READ)
    ModelAndView list(Actor actor, Locale locale) {
        return page(actor, "", Problems.NONE, locale);
    }

    private ModelAndView page(Actor actor, String typed, Problems problems, Locale locale) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var own = threats.media(organization);
            var media = new LinkedHashMap<>(assets.media(locale));
            own.forEach(name -> media.put(name, name));
            var words = assets.words(organization).stream()
                    .filter(word -> !media.containsKey(word))
                    .toList();
            return new ThreatsPage(threats.all(organization, locale), media, own, words, typed, problems);
        });
        var view = new ModelAndView("threat/threats", "page", page);
        if (!problems.none()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping(HERE)
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView expect(Actor actor, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        var figures = new HashMap<String, Integer>();
        sent.forEach((name, value) -> {
            if (value.matches("[1-3]")) {
                figures.put(name, Integer.valueOf(value));
            }
        });
        register.expect(actor, figures);
        return back("threat.toast.saved", request);
    }

    @PostMapping(HERE + "/reset")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView reset(Actor actor, @RequestParam(defaultValue = "") String part, HttpServletRequest request) {
        register.resetAll(actor, part.equals("items") ? Part.ITEMS : Part.FREQUENCY);
        return back("threat.toast.reset", request);
    }

    @PostMapping(HERE + "/media")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView add(Actor actor, @Valid ThreatForm.Medium form, BindingResult errors, HttpServletRequest request) {
        var name = ThreatForm.shown(form.name());
        if (errors.hasErrors()) {
            return page(actor, name, Problems.of(errors), RequestContextUtils.getLocale(request));
        }
        return done(actor, name, register.addMedium(actor, name), "threat.toast.medium", request);
    }

    @PostMapping(HERE + "/media/remove")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView remove(Actor actor, @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        return done(actor, "", register.removeMedium(actor, name), "threat.toast.medium-removed", request);
    }

    private ModelAndView done(Actor actor, String typed, Outcome outcome, String toast, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Kept _ -> back(toast, request);
            case Outcome.Refused(var field, var reason) ->
                page(actor, typed, Problems.one(field, reason), RequestContextUtils.getLocale(request));
        };
    }

    private static ModelAndView back(String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:" + HERE);
    }
}
