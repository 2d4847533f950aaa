package org.hoshimori.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.BatchRepository.Miss;
import org.hoshimori.desk.Decisions.Outcome;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.directory.Directory;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.Staff;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Many decisions at once: chosen, looked at beforehand, done by a job step by step, and taken back the same way. A job
/// that is killed goes on where it stopped: each decision and its tick are one transaction.
@Component
public class Batches {

    /// One batch takes no more.
    static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final int STEP = 100;

    private final BatchRepository batches;
    private final Decisions decisions;
    private final Staff staff;
    private final Register register;
    private final Database database;
    private final Clock clock;

    Batches(
            BatchRepository batches,
            Decisions decisions,
            Staff staff,
            Register register,
            Database database,
            Clock clock) {
        this.register = register;
        this.batches = batches;
        this.decisions = decisions;
        this.staff = staff;
        this.database = database;
        this.clock = clock;
    }

    /// Where handed-over declarations appear.
    @Component
    record Register(Directory directory, Statistics statistics, StockRepository stock, Checks checks) {}

    /// A declaration that was accepted before this installation.
    ///
    /// @param since day on which this star was declared
    /// @param stoppedOn null while it is current
    public record Handed(
            String number,
            int star,
            LocalDate since,
            @Nullable LocalDate stoppedOn,
            Snapshot snapshot) {}

    /// Lets handed-over declarations stand like accepted ones, without a company. Their numbers are kept already.
    ///
    /// @param who took them over, for their history
    public void takeOver(List<Handed> handed, String who) {
        database.across(_ -> {
            register.stock().takeOver(handed, who, OffsetDateTime.now(clock));
            register.directory()
                    .publishAll(handed.stream()
                            .map(one -> one.snapshot().entry(one.number(), one.star(), one.since()))
                            .toList());
            handed.stream()
                    .filter(one -> one.stoppedOn() != null)
                    .collect(Collectors.groupingBy(
                            one -> Objects.requireNonNull(one.stoppedOn()),
                            Collectors.mapping(Handed::number, Collectors.toList())))
                    .forEach((day, numbers) -> register.directory().stop(numbers, day));
            return handed;
        });
    }

    /// Those of the numbers under which a declaration stands; the others may have been kept without one.
    public Set<String> declared(Collection<String> numbers) {
        return register.stock().declared(numbers);
    }

    /// The counts follow what was taken over.
    public void tookOver() {
        register.statistics().refresh();
    }

    /// How far a batch is.
    enum State {
        RUNNING,
        DONE,
        UNDOING,
        UNDONE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which waiting applications are meant, and what is to happen to them.
    ///
    /// @param doubt id of a check, `none` for those without a doubt, `any` for all
    /// @param star 1, 2, or 0 for both
    record Choice(String doubt, int star, Move move, String note) {}

    /// @param first names of the first ones
    /// @param seen says of all which they are: a batch decides these and no others
    record Preview(int count, List<String> first, String seen) {

        static Preview of(Map<UUID, String> meant, int shown) {
            var ids = meant.keySet().toString().getBytes(StandardCharsets.UTF_8);
            return new Preview(
                    meant.size(),
                    meant.values().stream().limit(shown).toList(),
                    UUID.nameUUIDFromBytes(ids).toString());
        }
    }

    /// A batch and how far it is.
    ///
    /// @param open decisions that are still to be done, or to be taken back
    /// @param missed decisions that could not be done, each with its [Miss]
    record Batch(
            UUID id,
            Move move,
            String note,
            String doubt,
            State state,
            String by,
            OffsetDateTime startedAt,
            int total,
            int open,
            int missed) {

        int finished() {
            return total - open;
        }

        /// While it runs, how many it looked at; then, how many it decided or took back.
        int decided() {
            return runs() ? finished() : finished() - missed;
        }

        boolean runs() {
            return state == State.RUNNING || state == State.UNDOING;
        }
    }

    /// The first decisions of each batch that were not done.
    List<Miss> missed(List<Batch> of, int each) {
        return batches.missed(of.stream().map(Batch::id).toList(), each);
    }

    Preview preview(Choice choice, int shown) {
        return database.across(_ -> Preview.of(meant(choice), shown));
    }

    private Map<UUID, String> meant(Choice choice) {
        register.checks().again();
        return batches.meant(choice, OffsetDateTime.now(clock));
    }

    /// Writes down which applications are meant; the job does the rest. Empty when they are not those that were seen in
    /// the preview.
    Optional<UUID> start(Clerk clerk, Choice choice, String seen) {
        return database.across(_ -> {
            var meant = meant(choice);
            if (meant.isEmpty() || !Preview.of(meant, 0).seen().equals(seen)) {
                return Optional.empty();
            }
            var id = TimeOrderedId.next();
            var count = batches.start(id, choice, clerk, OffsetDateTime.now(clock), meant.keySet());
            staff.note(clerk, "batch-started", choice.move().id() + " " + count);
            return Optional.of(id);
        });
    }

    /// Lets the job take everything back. Errors: [NotFound] when it is not done.
    void undo(Clerk clerk, UUID id) {
        database.across(_ -> {
            if (!batches.move(id, State.DONE, State.UNDOING, OffsetDateTime.now(clock))) {
                throw new NotFound("batch");
            }
            staff.note(clerk, "batch-undone", "");
            return id;
        });
    }

    List<Batch> newest(int limit) {
        return batches.newest(limit);
    }

    /// Works off what is there. Returns how many decisions were made.
    int work() {
        var made = 0;
        for (var batch : batches.unfinished()) {
            made += work(batch);
        }
        return made;
    }

    private int work(Batch batch) {
        var undoes = batch.state() == State.UNDOING;
        var from = undoes ? "done" : "open";
        var made = 0;
        List<UUID> items;
        do {
            items = batches.items(batch.id(), from, STEP);
            for (var item : items) {
                one(batch, item, undoes ? Move.UNDO : batch.move());
                made++;
            }
        } while (!items.isEmpty());
        batches.move(
                batch.id(),
                undoes ? State.UNDOING : State.RUNNING,
                undoes ? State.UNDONE : State.DONE,
                OffsetDateTime.now(clock));
        return made;
    }

    /// One that fails is rolled back alone and kept with the reference of its error; the others go on. When not even
    /// that can be kept, the database is out of reach, and the job comes back later.
    private void one(Batch batch, UUID item, Move move) {
        try {
            database.across(_ -> decided(batch, item, move));
        } catch (RuntimeException failure) {
            var reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            LOG.error("Error {} in a decision of batch {}", reference, batch.id(), failure);
            batches.result(batch.id(), item, Miss.Why.FAILED.id(), reference);
        }
    }

    private UUID decided(Batch batch, UUID item, Move move) {
        var undoes = move == Move.UNDO;
        var left = undoes ? null : left(batch, item, move);
        if (left == null) {
            var decision = new Decision(move, batch.by(), undoes ? "" : batch.note(), "");
            // Whoever decided after the batch is not overruled by taking it back.
            left = switch (decisions.decide(item, decision, () -> !undoes || batches.own(batch.id(), item))) {
                case Outcome.Done _ -> null;
                case Outcome.NotFromThere _, Outcome.NoteMissing _, Outcome.NoSuchNumber _ -> "decided";
                case Outcome.OneStands _ -> "stands";
            };
        }
        var done = undoes ? "undone" : "done";
        batches.result(batch.id(), item, left == null ? done : Miss.Why.LEFT.id(), left);
        return item;
    }

    /// Why a batch does not decide this one; null when nothing speaks against it.
    private @Nullable String left(Batch batch, UUID item, Move move) {
        if (!batches.take(item, OffsetDateTime.now(clock))) {
            return "claimed";
        }
        return move == Move.ACCEPT && !stillMeant(batch, item) ? "doubt" : null;
    }

    /// What was accepted since the choice, in the same batch too, may have made a duplicate of this one.
    private boolean stillMeant(Batch batch, UUID item) {
        if (batch.doubt().equals("any")) {
            return true;
        }
        register.checks().again(item);
        return batches.meets(item, batch.doubt());
    }
}
