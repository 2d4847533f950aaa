package org.hoshimori.threat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.asset.Asset;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.organization.Actor;
import org.hoshimori.threat.ThreatRepository.Saying;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changes what threatens a company.
@Component
public class ThreatRegister {

    private static final String OWN = "own-";
    private static final int MOST_THREATS = 100;
    private static final int MOST_MEDIA = 20;

    private final ThreatRepository threats;
    private final Editions editions;
    private final Database database;
    private final Trail trail;
    private final Clock clock;

    ThreatRegister(ThreatRepository threats, Editions editions, Database database, Trail trail, Clock clock) {
        this.threats = threats;
        this.editions = editions;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /// What became of a wish.
    sealed interface Outcome {

        record Kept(String id) implements Outcome {}

        /// @param reason key of the sentence that says why not
        record Refused(String field, String reason) implements Outcome {}
    }

    /// A threat as somebody writes it; a threat of the content keeps its medium and title.
    record Draft(String medium, String title, int frequency, List<String> items) {}

    /// What a company can take back for all threats at once.
    enum Part {
        FREQUENCY,
        ITEMS
    }

    /// The id of a threat that is about to be added.
    static String nextId() {
        return OWN + TimeOrderedId.next();
    }

    /// Says how often threats are expected, 1 to 3 by id. What equals the content is forgotten, and so is what is not
    /// among them, so that a better default reaches the company; threats of its own then stay as they are.
    public void expect(Actor actor, Map<String, Integer> said) {
        database.transact(actor.organization(), () -> {
            var known = said(actor);
            var changed = new ArrayList<Saying>();
            for (var threat : Threats.of(List.copyOf(known.values()), content())) {
                var wished = said.get(threat.id());
                var good = wished != null && wished >= 1 && wished <= 3;
                var saying = known.getOrDefault(threat.id(), Saying.none(threat.id()));
                var normal = threat.shipped().map(CompanyThreat.Shipped::frequency);
                if (threat.own() && !good) {
                    continue;
                }
                var other = good && !normal.equals(Optional.ofNullable(wished)) ? wished : null;
                if (!Objects.equals(other, saying.frequency())) {
                    changed.add(saying.expecting(other));
                }
            }
            return store(actor, "risk-frequencies-changed", changed);
        });
    }

    /// Adds a threat of the company's own; the same id adds it once.
    Outcome add(Actor actor, String id, Draft draft) {
        return database.transact(actor.organization(), () -> {
            var known = said(actor);
            if (known.containsKey(id)) {
                return new Outcome.Kept(id);
            }
            var own = known.values().stream().filter(one -> one.title() != null).count();
            var refused = own >= MOST_THREATS
                    ? Optional.of(new Outcome.Refused("title", "threat.problem.many"))
                    : refused(actor, known, id, draft);
            if (refused.isPresent()) {
                return refused.get();
            }
            store(actor, new Saying(id, draft.medium(), draft.title(), draft.frequency(), draft.items(), null));
            note(actor, "threat", id, Change.to("threat-added", draft.title()));
            return new Outcome.Kept(id);
        });
    }

    /// Changes frequency and items, and of a threat of the company's own also medium and title.
    Outcome change(Actor actor, String id, Draft draft) {
        return database.transact(actor.organization(), () -> {
            var known = said(actor);
            var threat = one(known, id);
            var saying = known.getOrDefault(id, Saying.none(id));
            if (threat.own()) {
                var refused = refused(actor, known, id, draft);
                if (refused.isPresent()) {
                    return refused.get();
                }
                saying = new Saying(id, draft.medium(), draft.title(), null, null, saying.off());
            }
            var shipped = threat.shipped();
            var sameFrequency = shipped.isPresent() && shipped.get().frequency() == draft.frequency();
            var sameItems =
                    shipped.isPresent() && Set.copyOf(shipped.get().items()).equals(Set.copyOf(draft.items()));
            var changed = saying.expecting(sameFrequency ? null : Integer.valueOf(draft.frequency()))
                    .against(sameItems ? null : draft.items());
            store(actor, changed);
            known.put(id, changed);
            note(actor, "threat", id, new Change("threat-changed", words(threat), words(one(known, id))));
            return new Outcome.Kept(id);
        });
    }

    /// Takes a threat out of the count, with a reason of at most 200 letters, or back into it with none.
    void switchOff(Actor actor, String id, Optional<String> reason) {
        database.transact(actor.organization(), () -> {
            var known = said(actor);
            var threat = one(known, id);
            if (!threat.off().equals(reason.orElse(""))) {
                store(actor, known.getOrDefault(id, Saying.none(id)).off(reason.orElse(null)));
                note(
                        actor,
                        "threat",
                        id,
                        reason.map(why -> Change.to("threat-switched-off", threat.title() + ": " + why))
                                .orElse(Change.to("threat-switched-on", threat.title())));
            }
            return id;
        });
    }

    /// Takes a threat of the content back as it was shipped.
    void reset(Actor actor, String id) {
        database.transact(actor.organization(), () -> {
            var threat = one(said(actor), id);
            if (threat.changed()) {
                threats.remove(actor.organization(), List.of(id));
                note(actor, "threat", id, Change.to("threat-reset", threat.title()));
            }
            return id;
        });
    }

    /// Takes back one part of all threats of the content.
    void resetAll(Actor actor, Part part) {
        database.transact(actor.organization(), () -> {
            var changed = new ArrayList<Saying>();
            for (var saying : said(actor).values()) {
                var after =
                        switch (part) {
                            case FREQUENCY -> saying.expecting(null);
                            case ITEMS -> saying.against(null);
                        };
                if (saying.title() == null && !after.equals(saying)) {
                    changed.add(after);
                }
            }
            return store(actor, "threats-reset", changed);
        });
    }

    /// Removes a threat of the company's own. Errors: [NotFound] for one of the content.
    void remove(Actor actor, String id) {
        database.transact(actor.organization(), () -> {
            var threat = one(said(actor), id);
            if (!threat.own()) {
                throw new NotFound("own threat");
            }
            threats.remove(actor.organization(), List.of(id));
            note(actor, "threat", id, Change.to("threat-removed", threat.title()));
            return id;
        });
    }

    /// Names a medium of the company's own.
    Outcome addMedium(Actor actor, String name) {
        return database.transact(actor.organization(), () -> {
            var own = threats.media(actor.organization());
            var shipped = content().media().stream()
                    .anyMatch(
                            medium -> same(medium.title(), name) || medium.id().equals(name));
            if (shipped || own.stream().anyMatch(medium -> same(medium, name) && !medium.equals(name))) {
                return new Outcome.Refused("name", "threat.problem.medium-known");
            }
            if (own.size() >= MOST_MEDIA) {
                return new Outcome.Refused("name", "threat.problem.many");
            }
            if (!own.contains(name)) {
                threats.addMedium(actor.organization(), name);
                note(actor, "company", actor.organization(), Change.to("threat-medium-added", name));
            }
            return new Outcome.Kept(name);
        });
    }

    /// Forgets a medium of the company's own to which no threat belongs any more.
    Outcome removeMedium(Actor actor, String name) {
        return database.transact(actor.organization(), () -> {
            if (said(actor).values().stream().anyMatch(threat -> name.equals(threat.medium()))) {
                return new Outcome.Refused("name", "threat.problem.medium-used");
            }
            if (threats.media(actor.organization()).contains(name)) {
                threats.removeMedium(actor.organization(), name);
                note(actor, "company", actor.organization(), Change.to("threat-medium-removed", name));
            }
            return new Outcome.Kept(name);
        });
    }

    private Optional<Outcome> refused(Actor actor, Map<String, Saying> known, String id, Draft draft) {
        var media = content().media().stream().anyMatch(medium -> medium.id().equals(draft.medium()));
        if (!media && !threats.media(actor.organization()).contains(draft.medium())) {
            return Optional.of(new Outcome.Refused("medium", "threat.problem.medium"));
        }
        return Threats.of(List.copyOf(known.values()), content()).stream()
                        .filter(other -> other.medium().equals(draft.medium()))
                        .anyMatch(other -> !other.id().equals(id) && same(other.title(), draft.title()))
                ? Optional.of(new Outcome.Refused("title", "threat.problem.same"))
                : Optional.empty();
    }

    private Map<String, Saying> said(Actor actor) {
        var said = new LinkedHashMap<String, Saying>();
        threats.sayings(actor.organization()).forEach(saying -> said.put(saying.id(), saying));
        return said;
    }

    private CompanyThreat one(Map<String, Saying> known, String id) {
        return Threats.of(List.copyOf(known.values()), content()).stream()
                .filter(threat -> threat.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("threat"));
    }

    private void store(Actor actor, Saying saying) {
        store(actor, List.of(saying));
    }

    /// Many at once, with one note of how many; nothing for none.
    private int store(Actor actor, String action, List<Saying> changed) {
        if (!changed.isEmpty()) {
            store(actor, changed);
            note(actor, "company", actor.organization(), Change.to(action, "" + changed.size()));
        }
        return changed.size();
    }

    private void store(Actor actor, List<Saying> changed) {
        var gone = changed.stream().filter(Saying::nothing).map(Saying::id).toList();
        var said = changed.stream().filter(saying -> !saying.nothing()).toList();
        threats.remove(actor.organization(), gone);
        threats.store(actor.organization(), said, actor.name(), OffsetDateTime.now(clock));
    }

    private static String words(CompanyThreat threat) {
        return threat.title() + " / " + threat.frequency() + " / " + String.join(" ", threat.items());
    }

    private static boolean same(String one, @Nullable String other) {
        return other != null && Asset.folded(one).equals(Asset.folded(other));
    }

    private Edition content() {
        return editions.standard(Locale.JAPANESE);
    }

    private void note(Actor actor, String kind, Object id, Change change) {
        trail.append(actor.organization(), actor.author(), Subject.of(kind, id), change);
    }
}
