package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hoshimori.article.Articles;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.control.Controls;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Worries;
import org.springframework.stereotype.Component;

/// Looks at a company through the other rooms: at most eleven statements in one transaction, whatever the number of
/// rows.
@Component
class Lookout {

    /// So many closed rounds make the trend.
    private static final int ROUNDS = 6;

    private final Database database;
    private final Neighbours neighbours;
    private final Rounds rounds;
    private final Editions editions;
    private final Clock clock;

    Lookout(Database database, Neighbours neighbours, Rounds rounds, Editions editions, Clock clock) {
        this.database = database;
        this.neighbours = neighbours;
        this.rounds = rounds;
        this.editions = editions;
        this.clock = clock;
    }

    /// The rooms that are asked beside the rounds.
    @Component
    record Neighbours(
            Organizations organizations, People people, Worries worries, Articles articles, Controls controls) {}

    CompanyFacts look(OrganizationId organization, Locale locale) {
        var edition = editions.standard(locale);
        return database.transact(organization, () -> {
            var newest = rounds.newest(organization, ROUNDS + 2);
            var answering = rounds(organization, newest);
            var latest = answering.latest();
            return new CompanyFacts(
                    edition,
                    latest == null
                            ? edition.selfDiagnosis()
                            : editions.edition(latest.edition(), locale).selfDiagnosis(),
                    neighbours.organizations().company(organization),
                    neighbours.people().all(organization),
                    neighbours.articles().progress(organization, edition, newest),
                    answering,
                    neighbours.controls().all(organization),
                    latest == null ? Set.of() : neighbours.controls().deferred(organization),
                    neighbours.worries().of(organization),
                    LocalDate.now(clock));
        });
    }

    /// @param newest at most one open round per questionnaire, then the closed ones
    private CompanyFacts.Rounds rounds(OrganizationId organization, List<Round> newest) {
        var diagnoses = newest.stream()
                .filter(round -> round.questionnaire().equals(Round.SELF_DIAGNOSIS))
                .toList();
        var open = diagnoses.stream().filter(round -> !round.closed()).findFirst();
        var closed = diagnoses.stream().filter(Round::closed).limit(ROUNDS).toList();
        return new CompanyFacts.Rounds(
                open.orElse(null),
                open.map(round -> rounds.respondents(organization, round.id())).orElse(List.of()),
                open.map(round -> rounds.answers(organization, round.id())).orElse(List.of()),
                closed,
                closed.isEmpty()
                        ? List.of()
                        : rounds.decisions(organization, closed.getFirst().id()));
    }
}
