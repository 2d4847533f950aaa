package org.hoshimori.treatment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets;
import org.hoshimori.control.ControlId;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskAnalysis;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskRules;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.treatment.DecidedTreatment.End;
import org.hoshimori.treatment.DecidedTreatment.Ending;
import org.hoshimori.treatment.DecidedTreatment.Held;
import org.hoshimori.treatment.Standings.Standing;
import org.hoshimori.treatment.TreatmentOutcome.Recorded;
import org.hoshimori.treatment.TreatmentOutcome.Refusal;
import org.hoshimori.treatment.TreatmentOutcome.Refused;
import org.springframework.stereotype.Component;

/// Decides how risks are treated, and knows what was decided. One verb is one transaction with its trail.
@Component
public class Treatments {

    /// Something to do or to decide again, because its day has come.
    ///
    /// @param names of its assets, at least one
    public record Due(DecidedTreatment decided, List<String> names) {

        /// What was accepted or shared until a day that has passed is a risk again.
        public boolean expired(LocalDate today) {
            var day = decided.treatment().day();
            return !decided.inWork() && day != null && day.isBefore(today);
        }
    }

    private static final int MOST = 50;

    private final Database database;
    private final DecidedRepository decisions;
    private final CoverRepository covers;
    private final RiskAnalysis analysis;
    private final Desk desk;
    private final Clock clock;

    Treatments(
            Database database,
            DecidedRepository decisions,
            CoverRepository covers,
            RiskAnalysis analysis,
            Desk desk,
            Clock clock) {
        this.database = database;
        this.decisions = decisions;
        this.covers = covers;
        this.analysis = analysis;
        this.desk = desk;
        this.clock = clock;
    }

    /// What other rooms lend to the verbs.
    @Component
    record Desk(People people, Assets assets, Controls controls, RiskAnswers answers, Trail trail) {

        /// The company's first 200 controls by their id.
        Map<ControlId, DecidedControl> controls(OrganizationId organization) {
            return controls.all(organization).stream()
                    .collect(Collectors.toMap(DecidedControl::id, Function.identity()));
        }

        /// The same decision with the check items that its controls are for, so that the level afterwards counts
        /// them, too. Empty when it names an item or a control that is not here.
        Optional<Treatment> whole(OrganizationId organization, Treatment treatment, List<String> known) {
            if (!(treatment instanceof Treatment.Modify modify)) {
                return Optional.of(treatment);
            }
            var controls = modify.controls().isEmpty() ? Map.<ControlId, DecidedControl>of() : controls(organization);
            return known.containsAll(modify.items()) && controls.keySet().containsAll(modify.controls())
                    ? Optional.of(modify.with(controls.values(), known))
                    : Optional.empty();
        }
    }

    /// Decides to do check items, for every asset whose risk they make smaller, as long as it is 大 or 中 and
    /// nothing else stands for it. A plan in work is replaced only by one that holds all of its items and
    /// controls, so nothing that was planned is lost; what was retained, avoided or shared stays. The same plan
    /// sent twice stands once.
    public TreatmentOutcome plan(Actor actor, Treatment.Modify plan) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            covers.lock(organization);
            var standings = standings(organization, Locale.JAPANESE);
            var residual = Residual.of(standings.analysis(), plan.items());
            var assets = standings.all().stream()
                    .filter(one -> one.asset().level() != RiskLevel.SMALL && free(one, plan))
                    .map(Standing::asset)
                    .filter(asset -> residual.value(asset) < asset.value())
                    .toList();
            var group = new Group(Group.Scope.PLAN, assets);
            return decide(actor, TreatmentId.next(), group, plan, standings);
        });
    }

    private static boolean free(Standing standing, Treatment.Modify plan) {
        var decided = standing.decided();
        return standing.state().open()
                || (decided != null
                        && decided.inWork()
                        && decided.treatment() instanceof Treatment.Modify earlier
                        && !earlier.equals(plan)
                        && plan.items().containsAll(earlier.items())
                        && plan.controls().containsAll(earlier.controls()));
    }

    /// Records a decision under an id that the form brought along: sent twice, it stands once.
    public TreatmentOutcome record(Actor actor, TreatmentId id, Group.Asked asked, Treatment treatment) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            covers.lock(organization);
            if (decisions.find(organization, id).isPresent()) {
                return new Recorded(id, 0);
            }
            var standings = standings(organization, Locale.JAPANESE);
            return decide(actor, id, asked.in(standings), treatment, standings);
        });
    }

    private TreatmentOutcome decide(Actor actor, TreatmentId id, Group group, Treatment asked, Standings standings) {
        if (group.assets().isEmpty()) {
            return new Refused(Refusal.NO_ASSETS);
        }
        var rule = asked.refusal(group.worst(), actor, today());
        if (rule.isPresent()) {
            return new Refused(rule.get());
        }
        var whole = desk.whole(
                actor.organization(), asked, standings.analysis().table().items());
        if (whole.isEmpty()) {
            return new Refused(Refusal.NOT_HERE);
        }
        var treatment = whole.get();
        var person = person(actor.organization(), treatment);
        if (person.isEmpty() && treatment.person() != null) {
            return new Refused(Refusal.NOBODY);
        }
        var decided = new DecidedTreatment(
                id,
                treatment,
                group.scope(),
                group.worst(),
                person.map(Member::name).orElse(""),
                actor.name(),
                now(),
                null);
        store(actor, decided, group);
        return new Recorded(id, group.assets().size());
    }

    private void store(Actor actor, DecidedTreatment decided, Group group) {
        var organization = actor.organization();
        decisions.add(organization, decided);
        var ids = group.assets().stream().map(AssetRisk::id).toList();
        var left = covers.leave(organization, ids, decided.id(), now());
        covers.cover(
                organization,
                group.assets().stream()
                        .map(asset -> new Held(decided.id(), asset.id(), asset.name(), asset.level(), null))
                        .toList());
        var day = decided.treatment().day();
        note(
                actor,
                decided.id(),
                Change.to(
                        "treatment-" + decided.treatment().kind(),
                        day == null ? group.label() : group.label() + ", " + day));
        left.forEach((earlier, count) -> note(actor, earlier, Change.to("treatment-left", String.valueOf(count))));
        var end = new End(Ending.REPLACED, actor.name(), now(), "");
        decisions
                .endReplaced(organization, left.keySet(), end)
                .forEach(earlier -> note(actor, earlier, Change.of("treatment-replaced")));
    }

    /// The person named, when they may do this: work, or accept.
    private Optional<Member> person(OrganizationId organization, Treatment treatment) {
        var person = treatment.person();
        var needed = treatment instanceof Treatment.Retain ? Permission.ANALYSE_RISKS : Permission.WORK;
        return person == null
                ? Optional.empty()
                : desk.people().find(organization, person).filter(found -> needed.grantedTo(found.roles()));
    }

    /// Marks that the work is done; its check items are answered 実施している. Returns whether it was in work.
    boolean finish(Actor actor, TreatmentId id) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var decided = decisions.find(organization, id).filter(DecidedTreatment::inWork);
            var ended = decided.isPresent()
                    && decisions.end(organization, id, new End(Ending.DONE, actor.name(), now(), ""));
            if (ended) {
                note(actor, id, Change.of("treatment-done"));
                if (decided.get().treatment() instanceof Treatment.Modify modify) {
                    desk.answers()
                            .record(
                                    actor,
                                    modify.items().stream()
                                            .collect(Collectors.toMap(
                                                    Function.identity(), _ -> RiskRules.DONE, (one, _) -> one)));
                }
            }
            return ended;
        });
    }

    /// Takes a decision back, for a reason: its assets are untreated again. Returns whether it stood.
    boolean withdraw(Actor actor, TreatmentId id, String reason) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            covers.lock(organization);
            var ended = decisions.end(organization, id, new End(Ending.WITHDRAWN, actor.name(), now(), reason));
            if (ended) {
                covers.release(organization, id, now());
                note(actor, id, Change.to("treatment-withdrawn", reason));
            }
            return ended;
        });
    }

    /// The register with its decisions, in seven statements.
    Standings standings(OrganizationId organization, Locale locale) {
        return database.transact(organization, () -> {
            var held = covers.held(organization);
            return Standings.of(analysis.of(organization, locale), held, decisions.standing(organization), today());
        });
    }

    /// The register as far as one decision goes, in five statements.
    Standings standings(OrganizationId organization, DecidedTreatment decided, List<Held> rows, Locale locale) {
        var held = rows.stream()
                .filter(row -> row.leftAt() == null)
                .collect(Collectors.toMap(Held::asset, Function.identity()));
        return Standings.of(analysis.of(organization, locale), held, Map.of(decided.id(), decided), today());
    }

    /// What is due up to a day, the earliest first, at most 50, without what left the register. Two statements.
    public List<Due> due(OrganizationId organization, LocalDate by) {
        return database.transact(organization, () -> {
            var due = decisions.dueBy(organization, by, MOST);
            var ids = due.values().stream().flatMap(List::stream).toList();
            var names = ids.isEmpty()
                    ? Map.<AssetId, String>of()
                    : desk.assets().some(organization, ids).stream().collect(Collectors.toMap(Asset::id, Asset::name));
            return due.entrySet().stream()
                    .map(one -> {
                        var known = one.getValue().stream().map(names::get).filter(Objects::nonNull);
                        return new Due(one.getKey(), known.sorted().toList());
                    })
                    .filter(one -> !one.names().isEmpty())
                    .toList();
        });
    }

    /// Whether anything was ever decided about a risk. One statement.
    public boolean begun(OrganizationId organization) {
        return decisions.any(organization);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private void note(Actor actor, TreatmentId id, Change change) {
        desk.trail().append(actor.organization(), actor.author(), Subject.of("treatment", id), change);
    }
}
