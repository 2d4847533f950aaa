package org.hoshimori.takeover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.hoshimori.address.AddressParts;
import org.hoshimori.address.Places;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.desk.Batches;
import org.hoshimori.desk.Batches.Handed;
import org.hoshimori.intake.JapaneseDate;
import org.hoshimori.programme.Numbers;
import org.hoshimori.programme.Programme;
import org.hoshimori.takeover.RowReader.Ground;
import org.hoshimori.takeover.RowReader.Reading;
import org.hoshimori.takeover.Run.Counts;
import org.hoshimori.takeover.Run.Progress;
import org.hoshimori.takeover.Run.State;
import org.hoshimori.takeover.Trouble.Weight;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The job: a thousand rows and the tick that they are done are one transaction, so that a run that is killed goes on
/// where it stopped, and a number is never written twice.
@Component
class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int MOST_NOTES = 20_000;
    private static final int DAYS_KEPT = 14;

    private final TakeoverRepository takeovers;
    private final Numbers numbers;
    private final Batches batches;
    private final Against against;
    private final Database database;
    private final Clock clock;
    private final Words words = new Words();
    private final JapaneseDate days = new JapaneseDate();

    Work(
            TakeoverRepository takeovers,
            Numbers numbers,
            Batches batches,
            Against against,
            Database database,
            Clock clock) {
        this.takeovers = takeovers;
        this.numbers = numbers;
        this.batches = batches;
        this.against = against;
        this.database = database;
        this.clock = clock;
    }

    /// What rows are read against.
    @Component
    record Against(Editions editions, Programme programme, Places places) {

        AddressParts addresses() {
            return new AddressParts(editions.standard(Locale.JAPANESE).prefectures(), places);
        }
    }

    /// A row and what becomes of it.
    private record Judged(Reading reading, Fate fate) {}

    private enum Fate {
        FRESH,
        KNOWN,
        REFUSED
    }

    /// Works off what is there, until it is done or `stop` says so. Returns how many steps were made.
    int run(BooleanSupplier stop) {
        forgetIdle();
        var steps = 0;
        for (var id : takeovers.working()) {
            var addresses = against.addresses();
            try {
                while (!stop.getAsBoolean() && step(id, addresses)) {
                    steps++;
                }
            } catch (RuntimeException failure) {
                // A list that fails keeps no other from going on.
                LOG.error("The list {} could not be worked on", id, failure);
            }
        }
        return steps;
    }

    private void forgetIdle() {
        var now = OffsetDateTime.now(clock);
        for (var id : takeovers.idle(now.minusDays(DAYS_KEPT))) {
            database.across(_ -> {
                takeovers
                        .lock(id)
                        .filter(run -> run.state() == State.LOOKED)
                        .ifPresent(run -> end(run, State.CANCELLED));
                return id;
            });
        }
    }

    /// The next thousand rows. False when there is nothing left to do for this run.
    boolean step(UUID id, AddressParts addresses) {
        return database.across(_ -> {
            var run = takeovers.lock(id).orElse(null);
            if (run == null) {
                return false;
            }
            return switch (run.state()) {
                case LOOKING -> look(run, addresses);
                case TAKING -> take(run, addresses);
                case LOOKED, DONE, CANCELLED -> false;
            };
        });
    }

    private boolean look(Run run, AddressParts addresses) {
        var progress = run.progress();
        if (progress.looked() >= progress.chunks()) {
            put(run, State.LOOKED, progress, run.counts());
            return false;
        }
        var judged = judge(run, chunk(run, progress.looked()), addresses);
        var before = run.counts();
        var troubles = judged.stream()
                .flatMap(one -> one.reading().troubles().stream())
                .toList();
        var notes = (int) troubles.stream()
                .filter(trouble -> trouble.weight() == Weight.NOTED)
                .count();
        takeovers.addTroubles(
                run.id(),
                before.noted() < MOST_NOTES
                        ? troubles
                        : troubles.stream()
                                .filter(trouble -> trouble.weight() == Weight.REFUSED)
                                .toList());
        var counts = new Counts(
                before.fresh() + count(judged, Fate.FRESH),
                before.known() + count(judged, Fate.KNOWN),
                before.refused() + count(judged, Fate.REFUSED),
                before.noted() + notes,
                before.imported());
        put(run, State.LOOKING, new Progress(progress.chunks(), progress.looked() + 1, progress.taken()), counts);
        return true;
    }

    private boolean take(Run run, AddressParts addresses) {
        var progress = run.progress();
        if (progress.taken() >= progress.chunks()) {
            end(run, State.DONE);
            batches.tookOver();
            return false;
        }
        var fresh = judge(run, chunk(run, progress.taken()), addresses).stream()
                .filter(one -> one.fate() == Fate.FRESH)
                .map(Judged::reading)
                .toList();
        var written = write(run, fresh);
        var counts = run.counts();
        put(
                run,
                State.TAKING,
                new Progress(progress.chunks(), progress.looked(), progress.taken() + 1),
                new Counts(
                        counts.fresh(), counts.known(), counts.refused(), counts.noted(), counts.imported() + written));
        return true;
    }

    private int write(Run run, List<Reading> fresh) {
        if (fresh.isEmpty()) {
            return 0;
        }
        var own = numbers(fresh);
        var kept = numbers.takeOver(own);
        // Numbers alone were handed over before; their declarations come only now.
        var forehand = new HashSet<>(own);
        forehand.removeAll(kept);
        forehand.removeAll(batches.declared(forehand));
        var handed = new ArrayList<Handed>(fresh.size());
        for (var reading : fresh) {
            var one = Objects.requireNonNull(reading.handed());
            if (kept.contains(reading.number()) || forehand.contains(reading.number())) {
                handed.add(one);
            } else if (reading.number().isEmpty()) {
                var number = numbers.next();
                takeovers.addKey(reading.key(), number);
                handed.add(new Handed(number, one.star(), one.since(), one.stoppedOn(), one.snapshot()));
            }
        }
        batches.takeOver(handed, run.by().name());
        return handed.size();
    }

    private Rows chunk(Run run, int position) {
        return takeovers.chunk(run.id(), position).orElseThrow();
    }

    /// What becomes of each row: what is wrong with it alone, what stands twice, what is here already.
    private List<Judged> judge(Run run, Rows rows, AddressParts addresses) {
        var today = LocalDate.ofInstant(clock.instant(), JAPAN);
        var settings = against.programme().settings();
        var industries = Words.industries(
                against.editions().standard(Locale.JAPANESE),
                against.programme().edition(settings, Locale.ENGLISH),
                against.programme().edition(settings, Locale.JAPANESE));
        var ground = new Ground(run.columns(), words, industries, addresses, days, today);
        var readings = rows.list().stream()
                .filter(row -> row.line() > run.columns().header())
                .map(row -> new RowReader(ground, row).read())
                .toList();
        var keyed =
                readings.stream().filter(reading -> !reading.key().isEmpty()).toList();
        var first = takeovers.seen(
                run.id(),
                keyed.stream().map(Reading::key).toList(),
                keyed.stream().map(Reading::line).toList());
        var taken = numbers.taken(numbers(keyed));
        var declared = batches.declared(taken.keySet());
        var known = takeovers.knownKeys(keyed.stream()
                .filter(one -> one.number().isEmpty())
                .map(Reading::key)
                .toList());
        return readings.stream()
                .map(reading -> judge(
                        reading,
                        first.getOrDefault(reading.key(), reading.line()),
                        taken.get(reading.number()),
                        declared.contains(reading.number()) || known.contains(reading.key())))
                .toList();
    }

    private static List<String> numbers(List<Reading> readings) {
        return readings.stream()
                .map(Reading::number)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /// @param first line in which the same number or key stands first
    /// @param origin of the number; null when it is not taken
    private static Judged judge(Reading reading, int first, Numbers.@Nullable Origin origin, boolean known) {
        if (first != reading.line()) {
            return refused(reading, "twice " + first);
        }
        if (reading.refused()) {
            return new Judged(reading, Fate.REFUSED);
        }
        if (origin == Numbers.Origin.GIVEN) {
            return refused(reading, "number-given");
        }
        return new Judged(reading, known ? Fate.KNOWN : Fate.FRESH);
    }

    private static Judged refused(Reading reading, String reason) {
        var column = reading.number().isEmpty() ? Column.KEY : Column.NUMBER;
        var trouble = new Trouble(reading.line(), column, Weight.REFUSED, reason, reading.key());
        return new Judged(reading.refusedFor(trouble), Fate.REFUSED);
    }

    private static int count(List<Judged> judged, Fate fate) {
        return (int) judged.stream().filter(one -> one.fate() == fate).count();
    }

    private void end(Run run, State state) {
        takeovers.forgetRows(run.id());
        put(run, state, run.progress(), run.counts());
    }

    private void put(Run run, State state, Progress progress, Counts counts) {
        takeovers.put(new Run(
                run.id(),
                run.fileName(),
                run.columns(),
                state,
                run.rows(),
                progress,
                counts,
                run.by(),
                run.startedAt(),
                OffsetDateTime.now(clock)));
    }
}
