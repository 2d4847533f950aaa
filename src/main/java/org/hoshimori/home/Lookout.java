package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hoshimori.article.Articles;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.control.Controls;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.AcceptedDeclaration;
import org.hoshimori.desk.Applications;
import org.hoshimori.document.DocumentStanding;
import org.hoshimori.document.Documents;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Organizations;
import org.hoshimori.programme.Programme;
import org.hoshimori.publication.Publications;
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

    /// The rooms that are asked for what comes after the controls.
    @Component
    record Ahead(Documents documents, Publications publications, Programme programme, Applications applications) {

        /// One to three statements; the address is asked for only where there is something to publish.
        CompanyState.Onward of(Company company) {
            var standing = documents.standing(company.id());
            var star = programme.runs()
                    ? applications.declarations(company.id()).stream()
                            .filter(AcceptedDeclaration::current)
                            .mapToInt(AcceptedDeclaration::star)
                            .max()
                            .orElse(0)
                    : 0;
            var regulations = standing.stream()
                    .filter(one -> one.template().startsWith("regulation-"))
                    .filter(Ahead::binding)
                    .count();
            var desk = programme.runs() && !company.sample() ? CompanyState.Desk.HERE : CompanyState.Desk.ELSEWHERE;
            return new CompanyState.Onward(policyDocument(company, standing), (int) regulations, star, desk);
        }

        private CompanyState.PolicyDocument policyDocument(Company company, List<DocumentStanding> standing) {
            var known = standing.stream()
                    .filter(one -> one.template().equals("basic-policy"))
                    .findFirst();
            if (known.filter(Ahead::binding).isPresent()) {
                return publications.proof(company.id()).isPresent()
                        ? CompanyState.PolicyDocument.PUBLIC
                        : CompanyState.PolicyDocument.IN_FORCE;
            }
            return known.map(one -> switch (one.state()) {
                        case PROPOSED -> CompanyState.PolicyDocument.NONE;
                        case DRAFT -> CompanyState.PolicyDocument.DRAFT;
                        case IN_REVIEW -> CompanyState.PolicyDocument.IN_REVIEW;
                        case APPROVED, IN_FORCE -> CompanyState.PolicyDocument.IN_FORCE;
                    })
                    .orElse(CompanyState.PolicyDocument.NONE);
        }

        /// Approved and in force, whatever is in work beside it.
        private static boolean binding(DocumentStanding standing) {
            return standing.revision() != null && standing.state() != DocumentStanding.State.APPROVED;
        }
    }

    CompanyFacts look(OrganizationId organization, Locale locale) {
        var edition = editions.standard(locale);
        return database.transact(organization, () -> {
            var standing = rounds.standing(organization, ROUNDS + 2);
            var answering = rounds(standing);
            var latest = answering.latest();
            var portrait = neighbours.organizations().portrait(organization);
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
                    ahead.of(portrait.company()),
                    LocalDate.now(clock));
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
                        .filter(one -> !closed.isEmpty() && one.round().equals(closed.getFirst()))
                        .flatMap(one -> one.decisions().stream())
                        .toList());
    }

    /// What was said in the open round of a questionnaire.
    private static List<Rounds.Said> said(List<Rounds.Standing> standing, String questionnaire) {
        return standing.stream()
                .filter(one -> one.round().questionnaire().equals(questionnaire))
                .flatMap(one -> one.said().stream())
                .toList();
    }
}
