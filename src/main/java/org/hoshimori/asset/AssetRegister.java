package org.hoshimori.asset;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.asset.StepRepository.Ending;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The verbs of the register: add, change, remove, many at once, and take back the last step for a day.
@Component
public class AssetRegister {

    private static final int HOURS_TO_UNDO = 24;

    /// One change of the register.
    ///
    /// @param kind `added`, `changed`, `removed`, `bulk`, `imported` or `started`
    /// @param title what it was about, in words
    /// @param rows how many rows it changed
    public record Step(UUID id, String kind, String title, MemberId by, OffsetDateTime at, int rows) {}

    /// How writing one row ended.
    public sealed interface Outcome {

        /// It is written.
        record Done(Asset asset) implements Outcome {}

        /// Somebody else has changed the row since it was opened; this is how it stands now.
        record Stale(Asset now) implements Outcome {}

        /// The row belongs to a department that the person does not lead.
        record NotYours() implements Outcome {}
    }

    /// How writing many rows ended.
    ///
    /// @param step by which it can be undone; no rows when nothing had to be written
    public record Written(Step step, int added, int changed) {}

    /// How undoing ended.
    public sealed interface UndoOutcome {

        /// @param rows taken back
        /// @param kept names of the rows that somebody has touched since; they stay as they are
        record Undone(int rows, List<String> kept) implements UndoOutcome {}

        /// Unknown, too old, or taken back already.
        record TooLate() implements UndoOutcome {}
    }

    private final Database database;
    private final AssetRepository assets;
    private final StepRepository steps;
    private final Departments departments;
    private final Trail trail;
    private final Clock clock;

    AssetRegister(
            Database database,
            AssetRepository assets,
            StepRepository steps,
            Departments departments,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.assets = assets;
        this.steps = steps;
        this.departments = departments;
        this.trail = trail;
        this.clock = clock;
    }

    /// What a person may change: whoever keeps the whole register everything, a department head only what the
    /// department (or one below it) answers for.
    public Reach reach(Actor actor) {
        if (actor.is(Role.OWNER) || actor.is(Role.SECURITY_LEAD) || actor.is(Role.SYSTEM_ADMIN)) {
            return Reach.EVERYTHING;
        }
        var inside = new HashSet<>(actor.departments());
        var names = new ArrayList<String>();
        // The list is a tree: each department follows its parent.
        for (var department : departments.all(actor.organization())) {
            if (inside.contains(department.id())
                    || (department.parent() != null && inside.contains(department.parent()))) {
                inside.add(department.id());
                names.add(department.name());
            }
        }
        return new Reach(false, names);
    }

    /// @param departments in the order of the tree; the first stands for the person
    public record Reach(boolean everything, List<String> departments) {

        static final Reach EVERYTHING = new Reach(true, List.of());

        /// Whether rows of this department may be written.
        public boolean covers(String department) {
            return everything
                    || departments.stream().anyMatch(one -> Asset.folded(one).equals(Asset.folded(department)));
        }
    }

    /// Adds a row, or changes it when it has a version. A row sent twice is added once.
    public Outcome write(Actor actor, Asset row) {
        return database.transact(actor.organization(), () -> {
            var known = assets.locked(actor.organization(), List.of(row.id()));
            var reach = reach(actor);
            if (known.isEmpty() && row.version() > 0) {
                throw new NotFound("asset");
            }
            if (!reach.covers(row.department())
                    || known.stream().anyMatch(before -> !reach.covers(before.department()))) {
                return new Outcome.NotYours();
            }
            if (known.isEmpty()) {
                take(actor, "added", row.name(), List.of(row));
                return new Outcome.Done(row.numbered(1));
            }
            var before = known.getFirst();
            var after = row.kept(new Asset.Keeping(
                    row.keeping().retention(), today(), before.keeping().kin()));
            if (before.saysTheSameAs(after)) {
                return new Outcome.Done(before);
            }
            if (before.version() != row.version()) {
                return new Outcome.Stale(before);
            }
            take(actor, "changed", after.name(), withKin(actor.organization(), after));
            return new Outcome.Done(after.numbered(before.version() + 1));
        });
    }

    /// The same asset on other media is as secret: their rows follow.
    private List<Asset> withKin(OrganizationId organization, Asset changed) {
        var kin = assets.kin(organization, changed.keeping().kin()).stream()
                .filter(other -> !other.id().equals(changed.id()))
                .filter(other -> other.cia().confidentiality() != changed.cia().confidentiality())
                .map(other -> other.rated(other.cia().keepingSecretLike(changed.cia())));
        return Stream.concat(Stream.of(changed), kin).toList();
    }

    /// Writes many rows in one step: those without a version are added, the others replace what is stored. Rows of
    /// departments out of reach are left out.
    ///
    /// @param kind `bulk`, `imported` or `started`
    /// @param title what it was, for example the name of a file
    public Written writeAll(Actor actor, String kind, String title, List<Asset> rows) {
        return database.transact(actor.organization(), () -> {
            var reach = reach(actor);
            return take(
                    actor,
                    kind,
                    title,
                    rows.stream().filter(row -> reach.covers(row.department())).toList());
        });
    }

    /// Changes many rows alike. Rows of departments out of reach, and of another company, are left as they are.
    Written changeAll(Actor actor, String title, List<AssetId> ids, UnaryOperator<Asset> change) {
        return database.transact(actor.organization(), () -> {
            var reach = reach(actor);
            var changed = assets.locked(actor.organization(), ids).stream()
                    .filter(row -> reach.covers(row.department()))
                    .filter(row -> !change.apply(row).saysTheSameAs(row))
                    .map(row -> change.apply(row).on(today()))
                    .filter(row -> reach.covers(row.department()))
                    .toList();
            return take(actor, "bulk", title, changed);
        });
    }

    /// Takes a row out of the register. Errors: [NotFound] when it is not of this company.
    public Outcome remove(Actor actor, AssetId id) {
        return database.transact(actor.organization(), () -> {
            var row = assets.locked(actor.organization(), List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFound("asset"));
            if (!reach(actor).covers(row.department())) {
                return new Outcome.NotYours();
            }
            var step = begin(actor, "removed", row.name(), 1);
            steps.remember(actor.organization(), step.id(), List.of(id), Ending.REMOVED);
            assets.remove(actor.organization(), List.of(id));
            note(actor, Subject.of("asset", id), new Change("removed", row.name(), null));
            return new Outcome.Done(row);
        });
    }

    /// Takes back a step of the last day, where nobody has touched its rows since.
    public UndoOutcome undo(Actor actor, UUID step) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var now = OffsetDateTime.now(clock);
            var reach = reach(actor);
            assets.locked(organization, steps.rows(organization, step));
            if (!reach.everything()
                    && steps.undoable(organization, undoableSince(), 100).stream()
                            .noneMatch(one -> one.id().equals(step) && one.by().equals(actor.member()))) {
                return new UndoOutcome.TooLate();
            }
            var title = steps.close(organization, step, undoableSince(), now);
            if (title.isEmpty()) {
                return new UndoOutcome.TooLate();
            }
            var kept = steps.touchedSince(organization, step);
            var rows = steps.undo(organization, step);
            note(actor, Subject.of("register", organization), Change.to("undone", title.get()));
            return new UndoOutcome.Undone(rows, kept);
        });
    }

    private Written take(Actor actor, String kind, String title, List<Asset> rows) {
        var organization = actor.organization();
        var known =
                rows.stream().filter(row -> row.version() > 0).map(Asset::id).toList();
        Map<AssetId, Asset> before = known.isEmpty()
                ? Map.of()
                : assets.locked(organization, known).stream()
                        .collect(Collectors.toMap(Asset::id, row -> row, (one, _) -> one, HashMap::new));
        Set<AssetId> gone = new HashSet<>(known);
        gone.removeAll(before.keySet());
        var written = rows.stream().filter(row -> !gone.contains(row.id())).toList();
        var added = written.stream()
                .filter(row -> row.version() == 0)
                .map(Asset::id)
                .toList();
        var step = begin(actor, kind, title, written.size());
        if (!before.isEmpty()) {
            steps.remember(organization, step.id(), before.keySet(), Ending.CHANGED);
        }
        if (!added.isEmpty()) {
            steps.rememberAdded(organization, step.id(), added);
        }
        assets.store(
                organization,
                written.stream()
                        .map(row -> row.numbered(
                                before.containsKey(row.id())
                                        ? before.get(row.id()).version() + 1
                                        : 1))
                        .toList());
        if (written.size() == 1 || kind.equals("changed") || kind.equals("added")) {
            written.forEach(row -> note(actor, row, before.get(row.id())));
        } else if (!written.isEmpty()) {
            note(
                    actor,
                    Subject.of("register", organization),
                    new Change("assets-" + kind, null, title + " (" + written.size() + ")"));
        }
        return new Written(step, added.size(), before.size());
    }

    private Step begin(Actor actor, String kind, String title, int rows) {
        var words = title.length() > 200 ? title.substring(0, 200) : title;
        var step = new Step(TimeOrderedId.next(), kind, words, actor.member(), OffsetDateTime.now(clock), rows);
        if (rows > 0) {
            steps.begin(actor.organization(), step);
        }
        return step;
    }

    private void note(Actor actor, Asset after, @Nullable Asset before) {
        Asset.between(before, after).forEach(change -> note(actor, Subject.of("asset", after.id()), change));
    }

    private void note(Actor actor, Subject subject, Change change) {
        trail.append(actor.organization(), actor.author(), subject, change);
    }

    OffsetDateTime undoableSince() {
        return OffsetDateTime.now(clock).minusHours(HOURS_TO_UNDO);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
