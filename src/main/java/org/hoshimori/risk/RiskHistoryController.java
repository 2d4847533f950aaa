package org.hoshimori.risk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.asset.Assets;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.risk.RiskRound.Way;
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

/// The closed rounds: closing one, reading it, and two beside each other.
@Controller
class RiskHistoryController {

    private final RiskRounds rounds;
    private final RiskRoundRepository repository;
    private final Assets assets;
    private final Database database;

    RiskHistoryController(RiskRounds rounds, RiskRoundRepository repository, Assets assets, Database database) {
        this.rounds = rounds;
        this.repository = repository;
        this.assets = assets;
        this.database = database;
    }

    @GetMapping("/risks/history")
    @Permitted(Permission.READ)
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable String after) {
        return page(actor, after, RiskRoundForm.fresh(), Problems.NONE);
    }

    @PostMapping("/risks/history")
    @Permitted(Permission.ANALYSE_RISKS)
    ModelAndView close(Actor actor, @Valid RiskRoundForm form, BindingResult errors, HttpServletRequest request) {
        var id = id(form.id());
        if (errors.hasErrors()) {
            return page(actor, null, form, Problems.of(errors));
        }
        if (id.isEmpty()) {
            return page(actor, null, RiskRoundForm.fresh(), Problems.one("title", "risk.problem.again"));
        }
        var locale = RequestContextUtils.getLocale(request);
        return switch (rounds.close(
                actor, id.get(), RiskRoundForm.words(form.title()), RiskRoundForm.words(form.note()), locale)) {
            case RiskRounds.Outcome.Closed(var closed) -> {
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "risk.history.closed");
                yield new ModelAndView("redirect:/risks/history/" + closed);
            }
            case RiskRounds.Outcome.Empty _ -> page(actor, null, form, Problems.one("title", "risk.problem.empty"));
        };
    }

    private ModelAndView page(Actor actor, @Nullable String after, RiskRoundForm form, Problems problems) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var behind = id(after).flatMap(id -> repository.find(organization, id));
            var found = repository.newest(organization, behind, RiskHistoryPage.PAGE + 1);
            var more = found.size() > RiskHistoryPage.PAGE;
            var shown = more ? found.subList(0, RiskHistoryPage.PAGE) : found;
            return new RiskHistoryPage(
                    shown,
                    more ? shown.getLast().id() : null,
                    RiskHistoryPage.columns(shown),
                    assets.count(organization),
                    form,
                    problems);
        });
        var view = new ModelAndView("risk/history", "page", page);
        if (!problems.none()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @GetMapping("/risks/history/{id}")
    @Permitted(Permission.READ)
    ModelAndView one(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String after) {
        var organization = actor.organization();
        return new ModelAndView("risk/round", "page", database.transact(organization, () -> {
            var round = round(organization, Optional.of(new RiskRound.Id(id)));
            var rows = repository.rows(organization, round.id(), RiskRoundRepository.behind(after), RiskPage.PAGE + 1);
            var more = rows.size() > RiskPage.PAGE;
            var shown = more ? rows.subList(0, RiskPage.PAGE) : rows;
            return new RiskHistoryPage.One(
                    round,
                    repository.departments(organization, round.id()),
                    repository.groups(organization, round.id()),
                    shown,
                    more ? RiskRoundRepository.place(shown.getLast()) : null,
                    others(organization, round));
        }));
    }

    private List<RiskRound> others(OrganizationId organization, RiskRound round) {
        return repository.newest(organization, Optional.empty(), RiskHistoryPage.PAGE).stream()
                .filter(other -> !other.id().equals(round.id()))
                .toList();
    }

    @GetMapping("/risks/history/compare")
    @Permitted(Permission.READ)
    ModelAndView two(
            Actor actor,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String from) {
        var organization = actor.organization();
        return new ModelAndView("risk/compare", "page", database.transact(organization, () -> {
            var one = round(organization, id(before));
            var other = round(organization, id(after));
            var early = one.at().isAfter(other.at()) ? other : one;
            var late = early == one ? other : one;
            var ways = repository.ways(organization, early.id(), late.id());
            var which = way(way, ways);
            var behind = id(from).map(RiskRound.Id::value);
            var rows = repository.moved(organization, early.id(), late.id(), which, behind);
            var more = rows.size() > RiskPage.PAGE;
            var shown = more ? rows.subList(0, RiskPage.PAGE) : rows;
            return new RiskHistoryPage.Two(
                    early,
                    late,
                    RiskHistoryPage.pairs(
                            repository.groups(organization, early.id()), repository.groups(organization, late.id())),
                    ways,
                    which,
                    shown,
                    more ? shown.getLast().asset().toString() : null);
        }));
    }

    private RiskRound round(OrganizationId organization, Optional<RiskRound.Id> id) {
        return id.flatMap(known -> repository.find(organization, known)).orElseThrow(() -> new NotFound("risk round"));
    }

    /// The chosen way, else the first that anything went.
    private static Way way(String word, Map<Way, Integer> ways) {
        return Stream.of(Way.values())
                .filter(way -> way.id().equals(word))
                .findFirst()
                .or(() -> Stream.of(Way.values()).filter(ways::containsKey).findFirst())
                .orElse(Way.WORSE);
    }

    private static Optional<RiskRound.Id> id(@Nullable String typed) {
        try {
            return typed == null || typed.length() != 36
                    ? Optional.empty()
                    : Optional.of(new RiskRound.Id(UUID.fromString(typed)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
