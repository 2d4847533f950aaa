package org.hoshimori.risk;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.threat.ThreatRegister;
import org.hoshimori.threat.Threats;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// What a company says about the 55 check items, and how often it expects each threat.
@Component
public class RiskAnswers {

    private final RiskRepository risks;
    private final Threats threats;
    private final ThreatRegister register;
    private final Written written;
    private final Clock clock;

    /// What writing takes.
    @Component
    record Written(Editions editions, Database database, Trail trail) {}

    RiskAnswers(RiskRepository risks, Threats threats, ThreatRegister register, Written written, Clock clock) {
        this.risks = risks;
        this.threats = threats;
        this.register = register;
        this.written = written;
        this.clock = clock;
    }

    /// Answers 1 to 4 by the id of the item; none for items that nobody answered.
    public Map<String, Integer> answers(OrganizationId organization) {
        return risks.answers(organization);
    }

    /// Records answers; what stands already, unknown items and figures outside of 1 to 4 change nothing.
    public void record(Actor actor, Map<String, Integer> said) {
        var known = written.editions().standard(Locale.JAPANESE).allCheckItems();
        written.database().transact(actor.organization(), () -> {
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
        return threats.frequencies(organization);
    }

    /// Says how often threats are expected; see [ThreatRegister#expect].
    public void expect(Actor actor, Map<String, Integer> said) {
        register.expect(actor, said);
    }

    /// Takes answers back as if nobody had given them.
    public void forget(Actor actor, Set<String> items) {
        written.database().transact(actor.organization(), () -> {
            var before = risks.answers(actor.organization()).size();
            var forgotten = risks.forget(actor.organization(), items);
            if (forgotten > 0) {
                note(actor, "risk-answers-changed", before, before - forgotten);
            }
            return forgotten;
        });
    }

    private void note(Actor actor, String action, int before, int after) {
        written.trail()
                .append(
                        actor.organization(),
                        actor.author(),
                        Subject.of("company", actor.organization()),
                        new Change(action, String.valueOf(before), String.valueOf(after)));
    }
}
