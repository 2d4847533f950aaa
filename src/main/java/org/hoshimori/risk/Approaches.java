package org.hoshimori.risk;

import java.util.LinkedHashSet;
import java.util.List;
import org.hoshimori.asset.AssetId;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.risk.Analysis.Approach;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// Which assets are analysed in detail and which rest on the basic measures: the combined approach of the guideline,
/// with the basic measures for all and the analysis where it pays.
@Component
public class Approaches {

    private final RiskRepository risks;
    private final Database database;
    private final Trail trail;

    Approaches(RiskRepository risks, Database database, Trail trail) {
        this.risks = risks;
        this.database = database;
        this.trail = trail;
    }

    /// Looks at some assets in one way from now on; how many of them were looked at otherwise before.
    public int choose(Actor actor, List<AssetId> assets, Approach approach) {
        return database.transact(actor.organization(), () -> {
            var resting = risks.baseline(actor.organization());
            var changed = new LinkedHashSet<>(assets);
            switch (approach) {
                case DETAIL -> {
                    changed.retainAll(resting);
                    risks.analyse(actor.organization(), changed);
                }
                case BASELINE -> {
                    changed.removeAll(resting);
                    risks.rest(actor.organization(), changed);
                }
            }
            if (!changed.isEmpty()) {
                trail.append(
                        actor.organization(),
                        actor.author(),
                        Subject.of("register", actor.organization()),
                        Change.to(
                                approach == Approach.DETAIL ? "risk-analysed-in-detail" : "risk-rests-on-baseline",
                                String.valueOf(changed.size())));
            }
            return changed.size();
        });
    }
}
