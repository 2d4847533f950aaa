package org.hoshimori.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The result of a round, and the reason behind each of its numbers.
@Controller
class ResultController {

    private static final int ROUNDS = 100;

    private final Results results;
    private final Rounds rounds;
    private final Comparison comparison;
    private final Organizations organizations;
    private final Database database;

    ResultController(
            Results results, Rounds rounds, Comparison comparison, Organizations organizations, Database database) {
        this.results = results;
        this.rounds = rounds;
        this.comparison = comparison;
        this.organizations = organizations;
        this.database = database;
    }

    @GetMapping("/results")
    @Permitted(Permission.READ)
    String latest(Actor actor) {
        return rounds.closed(actor.organization(), Round.SELF_DIAGNOSIS, 1).stream()
                .findFirst()
                .map(round -> "redirect:/results/" + round.id())
                .orElse("result/none");
    }

    @GetMapping("/results/{id}")
    @Permitted(Permission.READ)
    String result(Actor actor, @PathVariable UUID id, @RequestParam @Nullable UUID with, Locale locale, Model model) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var round = rounds.round(organization, new RoundId(id));
            if (!round.closed()) {
                return "redirect:/assessments/" + id;
            }
            var result = results.of(organization, round, locale);
            var closed = rounds.closed(organization, Round.SELF_DIAGNOSIS, ROUNDS);
            var earlier = with == null || with.equals(id)
                    ? before(closed, round)
                    : Optional.of(chosen(organization, closed, new RoundId(with)));
            var company = organizations.company(organization);
            model.addAttribute(
                    "page",
                    new ResultPage(
                            result,
                            company,
                            rounds.respondents(organization, round.id()),
                            earlier.map(one -> results.of(organization, one, locale))
                                    .orElse(null),
                            closed.stream()
                                    .filter(one -> !one.id().equals(round.id()))
                                    .toList(),
                            Trend.of(closed, round),
                            comparison.peers(company, round.edition()).orElse(null),
                            actor.may(Permission.DECIDE_CONTROLS)));
            return "result/result";
        });
    }

    @GetMapping("/results/{id}/reasons")
    @Permitted(Permission.READ)
    String reasons(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return database.transact(actor.organization(), () -> {
            var result = results.of(actor.organization(), new RoundId(id), locale);
            model.addAttribute("page", new ReasonsPage(result, reasons(actor.organization(), result)));
            return "result/reasons";
        });
    }

    private List<Reason> reasons(OrganizationId organization, Result result) {
        var round = result.round().id();
        return Reason.of(result, rounds.respondents(organization, round), rounds.answers(organization, round));
    }

    private Round chosen(OrganizationId organization, List<Round> closed, RoundId with) {
        return closed.stream()
                .filter(round -> round.id().equals(with))
                .findFirst()
                .orElseGet(() -> rounds.round(organization, with));
    }

    /// The round that was closed last before this one.
    private static Optional<Round> before(List<Round> newestFirst, Round round) {
        return newestFirst.stream()
                .dropWhile(one -> !one.id().equals(round.id()))
                .skip(1)
                .findFirst();
    }
}
