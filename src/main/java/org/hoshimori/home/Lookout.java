package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.article.Articles;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.control.Controls;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Organizations;
import org.springframework.stereotype.Component;

/// Looks at a company through the other rooms: at most seven statements in one transaction, whatever the number of
/// rows.
@Component
class Lookout {

    /// So many closed rounds make the trend.
    private static final int ROUNDS = 6;

    private final Database database;
    private final Neighbours neighbours;
    private final Ahead ahead;
    private final Rounds rounds;
    private final Editions editions;
    private final Clock clock;

    Lookout(Database database, Neighbours neighbours, Ahead ahead, Rounds rounds, Editions editions, Clock clock) {
        this.database = database;
        this.neighbours = neighbours;
        this.ahead = ahead;
        this.rounds = rounds;
        this.editions = editions;
        this.clock = clock;
    }

    /// The rooms that are asked beside the rounds.
    @Component
    record Neighbours(Organizations organizations, Articles articles, Controls controls) {}

    CompanyFacts look(OrganizationId organization, Locale locale) {
        var edition = editions.standard(locale);
        return database.transact(organization, () -> {
            var today = LocalDate.now(clock);
            var standing = rounds.standing(organization, Round.SELF_DIAGNOSIS, ROUNDS + 2);
            var answering = rounds(standing);
            var latest = answering.latest();
            var portrait = neighbours.organizations().portrait(organization);
            var later = portrait.postponed().stream()
                    .flatMap(matter -> PutOff.of(matter).stream())
                    .filter(matter -> matter.holds(today))
                    .toList();
            var controls = neighbours.controls().standing(organization);
            return new CompanyFacts(
                    edition,
                    latest == null
                            ? edition.selfDiagnosis()
                            : editions.edition(latest.edition(), locale).selfDiagnosis(),
                    portrait,
                    neighbours.articles().progress(edition, said(standing, Round.FIVE_ARTICLES)),
                    answering,
                    controls,
                    ahead.of(portrait.company(), portrait.people(), later),
                    today);
        });
    }

    /// @param standing at most one open round per questionnaire, then the closed ones
    private static CompanyFacts.Rounds rounds(List<Rounds.Standing> standing) {
        var diagnoses = standing.stream()
                .map(Rounds.Standing::round)
                .filter(round -> round.questionnaire().equals(Round.SELF_DIAGNOSIS))
                .toList();
        var closed = diagnoses.stream().filter(Round::closed).limit(ROUNDS).toList();
        return new CompanyFacts.Rounds(
                diagnoses.stream().filter(round -> !round.closed()).findFirst().orElse(null),
                said(standing, Round.SELF_DIAGNOSIS),
                closed,
                standing.stream()
                        .map(Rounds.Standing::points)
                        .filter(points -> !points.isEmpty())
                        .findFirst()
                        .orElse(Map.of()));
    }

    /// What was said in the open round of a questionnaire.
    private static List<Rounds.Said> said(List<Rounds.Standing> standing, String questionnaire) {
        return standing.stream()
                .filter(one -> one.round().questionnaire().equals(questionnaire))
                .flatMap(one -> one.said().stream())
                .toList();
    }
}
