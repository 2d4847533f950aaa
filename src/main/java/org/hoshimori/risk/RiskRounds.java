package org.hoshimori.risk;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.asset.Assets;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.risk.Analysis.Approach;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskRound.Counts;
import org.hoshimori.risk.RiskRound.Group;
import org.hoshimori.risk.RiskRound.Judged;
import org.hoshimori.risk.RiskRound.Row;
import org.hoshimori.threat.Threats;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// Keeps how the risks stood on a day.
@Component
public class RiskRounds {

    /// What became of closing a round.
    public sealed interface Outcome {

        /// The round stands; also when it stood already.
        record Closed(RiskRound.Id id) implements Outcome {}

        /// There is no asset yet, so there is nothing to keep.
        record Empty() implements Outcome {}
    }

    private final RiskAnalysis analysis;
    private final RiskAnswers answers;
    private final RiskRoundRepository rounds;
    private final Keeping keeping;
    private final Database database;
    private final Clock clock;

    /// What the texts of a snapshot and its entry in the trail come from.
    @Component
    record Keeping(Assets assets, Threats threats, Editions editions, Trail trail) {}

    RiskRounds(
            RiskAnalysis analysis,
            RiskAnswers answers,
            RiskRoundRepository rounds,
            Keeping keeping,
            Database database,
            Clock clock) {
        this.analysis = analysis;
        this.answers = answers;
        this.rounds = rounds;
        this.keeping = keeping;
        this.database = database;
        this.clock = clock;
    }

    /// The closed rounds, newest first, at most `limit`.
    public List<RiskRound> newest(OrganizationId organization, int limit) {
        return rounds.newest(organization, Optional.empty(), limit);
    }

    /// Closes a round with the risks as they stand, in the words of the company's screen.
    ///
    /// @param id made before the form was shown, so that a second click closes nothing again
    Outcome close(Actor actor, RiskRound.Id id, String title, String note, Locale locale) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var found = analysis.of(organization, locale);
            if (found.empty()) {
                return new Outcome.Empty();
            }
            var said = answers.answers(organization);
            var round = new RiskRound(
                    id,
                    title,
                    note,
                    found.method().id(),
                    Counts.of(found),
                    said.size(),
                    OffsetDateTime.now(clock),
                    actor.name());
            if (rounds.store(organization, round, groups(said, locale), rows(organization, found, locale))) {
                keeping.trail()
                        .append(
                                organization,
                                actor.author(),
                                Subject.of("risk-round", id),
                                Change.to("risk-round-closed", title));
            }
            return new Outcome.Closed(id);
        });
    }

    private List<Group> groups(Map<String, Integer> said, Locale locale) {
        return keeping.editions().standard(locale).checkItems().groups().stream()
                .map(group -> new Group(
                        group.id(),
                        group.title(),
                        RiskRules.rate(group.items().stream()
                                .map(item -> said.getOrDefault(item.id(), RiskRules.NOT_DONE))
                                .toList())))
                .toList();
    }

    private List<Row> rows(OrganizationId organization, Analysis found, Locale locale) {
        var media = keeping.assets().media(locale);
        var threats = keeping.threats().titles(organization, locale);
        var rows = new ArrayList<Row>();
        found.assets().forEach(asset -> rows.add(row(asset, Approach.DETAIL, media, threats)));
        found.baseline().forEach(asset -> rows.add(row(asset, Approach.BASELINE, media, threats)));
        return rows;
    }

    private static Row row(AssetRisk asset, Approach approach, Map<String, String> media, Map<String, String> threats) {
        return new Row(
                asset.id().value(),
                asset.name(),
                asset.department(),
                Objects.requireNonNullElse(media.get(asset.medium()), asset.medium()),
                asset.threat()
                        .map(judged -> threats.getOrDefault(judged.id(), judged.id()))
                        .orElse(""),
                new Judged(asset.importance(), asset.likelihood(), asset.level()),
                approach);
    }
}
