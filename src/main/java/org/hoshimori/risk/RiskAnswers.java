package org.hoshimori.risk;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.content.Editions;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// What a company says about the 55 check items, and how often it expects each threat.
@Component
public class RiskAnswers {

    private final RiskRepository risks;
    private final Editions editions;
    private final Database database;
    private final Trail trail;
    private final Clock clock;

    RiskAnswers(RiskRepository risks, Editions editions, Database database, Trail trail, Clock clock) {
        this.risks = risks;
        this.editions = editions;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /// Answers 1 to 4 by the id of the item; none for items that nobody answered.
    public Map<String, Integer> answers(OrganizationId organization) {
        return risks.answers(organization);
    }

    /// Records answers; what stands already, unknown items and figures outside of 1 to 4 change nothing.
    public void record(Actor actor, Map<String, Integer> said) {
        var known = editions.standard(Locale.JAPANESE).allCheckItems();
        database.transact(actor.organization(), () -> {
            var before = risks.answers(actor.organization());
            var changed = new LinkedHashMap<String, Integer>();
            known.forEach(item -> {
                var answer = said.get(item.id());
                if (answer != null && answer >= 1 && answer <= 4 && !answer.equals(before.get(item.id()))) {
                    changed.put(item.id(), answer);
                }
            });
            if (!changed.isEmpty()) {
                risks.answer(actor.organization(), changed, actor.name(), OffsetDateTime.now(clock));
                note(actor, "risk-answers-changed", before.size(), changed.size());
            }
            return changed;
        });
    }

    /// Frequencies 1 to 3 by the id of the threat, where the company says otherwise than the content.
    public Map<String, Integer> frequencies(OrganizationId organization) {
        return risks.frequencies(organization);
    }

    /// Says how often threats are expected; what equals the content is forgotten, so that a better default reaches
    /// the company.
    public void expect(Actor actor, Map<String, Integer> said) {
        var different = new TreeMap<String, Integer>();
        for (var medium : editions.standard(Locale.JAPANESE).media()) {
            for (RiskMethod.Threat threat : medium.threats()) {
                var frequency = said.get(threat.id());
                if (frequency != null && frequency >= 1 && frequency <= 3 && frequency != threat.frequency()) {
                    different.put(threat.id(), frequency);
                }
            }
        }
        database.transact(actor.organization(), () -> {
            var before = risks.frequencies(actor.organization());
            if (!before.equals(different)) {
                risks.expect(actor.organization(), different);
                note(actor, "risk-frequencies-changed", before.size(), different.size());
            }
            return different;
        });
    }

    private void note(Actor actor, String action, int before, int after) {
        trail.append(
                actor.organization(),
                actor.author(),
                Subject.of("company", actor.organization()),
                new Change(action, String.valueOf(before), String.valueOf(after)));
    }
}
