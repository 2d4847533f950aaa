package org.hoshimori.result;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.assessment.RoundClosed;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Organizations;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Comparison with other companies of the installation: agreeing to it, taking that back, and the daily count.
///
/// A job cannot read the companies' rows (row-level security), so a company hands over its own points when it agrees
/// and whenever it closes a round.
@Component
class Comparison {

    private final Database database;
    private final ConsentRepository consents;
    private final ComparisonRepository means;
    private final Results results;
    private final Organizations organizations;
    private final Notes notes;

    Comparison(
            Database database,
            ConsentRepository consents,
            ComparisonRepository means,
            Results results,
            Organizations organizations,
            Notes notes) {
        this.database = database;
        this.consents = consents;
        this.means = means;
        this.results = results;
        this.organizations = organizations;
        this.notes = notes;
    }

    /// The record that an auditor reads, and the time that stands in it.
    @Component
    record Notes(Trail trail, Clock clock) {

        void add(Actor actor, String action) {
            trail.append(
                    actor.organization(),
                    actor.author(),
                    Subject.of("company", actor.organization()),
                    Change.of(action));
        }

        OffsetDateTime now() {
            return OffsetDateTime.now(clock);
        }
    }

    Optional<Consent> consent(OrganizationId organization) {
        return consents.find(organization);
    }

    /// Agrees for the company and hands over its latest result. Agreeing twice changes nothing.
    ConsentOutcome agree(Actor actor) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var company = organizations.company(organization);
            if (company.sample()) {
                return new ConsentOutcome.SampleCompany();
            }
            // Random, not time-ordered: the number must not tell when its company came.
            var contribution = UUID.randomUUID();
            if (consents.add(organization, contribution, actor.member(), notes.now())) {
                notes.add(actor, "comparison-agreed");
                results.latest(organization, Locale.JAPANESE)
                        .ifPresent(result -> contribute(contribution, company, result));
            }
            return new ConsentOutcome.Agreed();
        });
    }

    /// Takes the consent back and deletes what was handed over. The means forget it with the next count.
    void withdraw(Actor actor) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            var withdrawn = consents.remove(organization);
            if (withdrawn) {
                notes.add(actor, "comparison-withdrawn");
            }
            return withdrawn;
        });
    }

    /// The latest closed round takes the place of the earlier one. Runs inside the closing.
    @EventListener
    void closed(RoundClosed event) {
        var organization = event.organization();
        consents.find(organization).ifPresent(consent -> {
            var company = organizations.company(organization);
            if (!company.sample()) {
                contribute(consent.contribution(), company, results.of(organization, event.round(), Locale.JAPANESE));
            }
        });
    }

    /// The companies to compare with; empty while there are fewer than ten others.
    Optional<Peers> peers(Company company, String edition) {
        var facts = company.facts();
        var groups = means.means(edition, facts.industry(), facts.sizeClass());
        // Only in a group of exactly ten does it matter whether the company itself is one of them.
        if (groups.stream().noneMatch(group -> group.companies() == Peers.FEWEST)) {
            return Peers.of(groups, null);
        }
        var own = consents.find(company.id())
                .flatMap(consent -> means.own(consent.contribution(), edition))
                .orElse(null);
        return Peers.of(groups, own);
    }

    /// Counts all contributions anew.
    void renew() {
        means.renew(notes.now());
    }

    private void contribute(UUID contribution, Company company, Result result) {
        Map<String, Integer> points = new HashMap<>();
        points.put(Peers.TOTAL, result.total());
        result.score().parts().forEach(part -> points.put(part.part().id(), part.points()));
        means.contribute(
                new ComparisonRepository.Contribution(
                        contribution,
                        result.round().edition(),
                        company.facts().industry(),
                        company.facts().sizeClass(),
                        points),
                notes.now());
    }
}
