package org.hoshimori.takeover;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.Staff;
import org.hoshimori.takeover.ListFile.Unreadable;
import org.hoshimori.takeover.Rows.Row;
import org.hoshimori.takeover.Run.Counts;
import org.hoshimori.takeover.Run.Progress;
import org.hoshimori.takeover.Run.State;
import org.hoshimori.web.NotFound;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/// What staff do with a list of declarations: bring it, say which column is which, start, stop. The job does the rest.
@Component
class Takeovers {

    private final TakeoverRepository takeovers;
    private final ListFile files;
    private final Staff staff;
    private final Database database;
    private final Clock clock;
    private final Words words = new Words();

    Takeovers(TakeoverRepository takeovers, ListFile files, Staff staff, Database database, Clock clock) {
        this.takeovers = takeovers;
        this.files = files;
        this.staff = staff;
        this.database = database;
        this.clock = clock;
    }

    /// How bringing a file ended.
    sealed interface Outcome {
        record Kept(UUID id) implements Outcome {}

        /// @param reason word of a message key
        record Refused(String reason) implements Outcome {}
    }

    /// How staff's word about a run ended.
    enum Answer {
        DONE,
        /// It is not in a state for it.
        NOT_NOW
    }

    /// Keeps the rows of a file and lets the dry run begin.
    Outcome bring(Clerk clerk, String name, InputStreamSource file) throws IOException {
        try {
            return database.across(_ -> keep(clerk, name, file));
        } catch (Unreadable unreadable) {
            return new Outcome.Refused(unreadable.reason());
        }
    }

    private Outcome keep(Clerk clerk, String name, InputStreamSource file) {
        var now = OffsetDateTime.now(clock);
        var id = TimeOrderedId.next();
        var shown = name.length() > 150 ? name.substring(name.length() - 150) : name;
        var empty = new ColumnMap(0, Map.of());
        var run = new Run(id, shown, empty, State.LOOKING, 0, new Progress(0, 0, 0), Counts.NONE, clerk, now, now);
        takeovers.put(run);
        var chunks = new Chunks(id);
        try {
            files.read(file, chunks::add);
        } catch (IOException e) {
            throw new Unreadable("broken");
        }
        chunks.close();
        var first = takeovers.chunk(id, 0).orElseThrow(() -> new Unreadable("empty"));
        var columns = ColumnMap.guess(first, words);
        takeovers.put(new Run(
                id,
                shown,
                columns,
                columns.missing().isEmpty() ? State.LOOKING : State.LOOKED,
                chunks.rows - heads(first, columns),
                new Progress(chunks.position, 0, 0),
                Counts.NONE,
                clerk,
                now,
                now));
        return new Outcome.Kept(id);
    }

    private static int heads(Rows first, ColumnMap columns) {
        return (int) first.list().stream()
                .filter(row -> row.line() <= columns.header())
                .count();
    }

    /// Puts rows away a thousand at a time.
    private final class Chunks {
        private final UUID run;
        private final ArrayList<Row> waiting = new ArrayList<>();
        private int position;
        private int rows;

        Chunks(UUID run) {
            this.run = run;
        }

        void add(Row row) {
            waiting.add(row);
            rows++;
            if (waiting.size() == Rows.STEP) {
                close();
            }
        }

        void close() {
            if (!waiting.isEmpty()) {
                takeovers.addChunk(run, position++, new Rows(waiting).packed());
                waiting.clear();
            }
        }
    }

    /// Says which column is which; the dry run begins anew. Errors: [NotFound].
    Answer columns(UUID id, ColumnMap columns) {
        return database.across(_ -> {
            var run = takeovers.lock(id).orElseThrow(() -> new NotFound("takeover"));
            if (run.state() != State.LOOKING && run.state() != State.LOOKED) {
                return Answer.NOT_NOW;
            }
            takeovers.forgetLooking(id);
            var first = takeovers.chunk(id, 0).orElseThrow();
            takeovers.put(new Run(
                    id,
                    run.fileName(),
                    columns,
                    columns.missing().isEmpty() ? State.LOOKING : State.LOOKED,
                    run.rows() + heads(first, run.columns()) - heads(first, columns),
                    new Progress(run.progress().chunks(), 0, 0),
                    Counts.NONE,
                    run.by(),
                    run.startedAt(),
                    OffsetDateTime.now(clock)));
            return Answer.DONE;
        });
    }

    /// Lets the import begin. Errors: [NotFound].
    Answer start(Clerk clerk, UUID id) {
        return move(clerk, id, State.TAKING, "takeover-started");
    }

    /// Stops the dry run or the import; what was written stays. Errors: [NotFound].
    Answer cancel(Clerk clerk, UUID id) {
        return move(clerk, id, State.CANCELLED, "takeover-cancelled");
    }

    private Answer move(Clerk clerk, UUID id, State next, String action) {
        return database.across(_ -> {
            var run = takeovers.lock(id).orElseThrow(() -> new NotFound("takeover"));
            var possible = next == State.TAKING
                    ? run.state() == State.LOOKED && run.counts().fresh() > 0
                    : !run.state().ended();
            if (!possible) {
                return Answer.NOT_NOW;
            }
            if (next == State.CANCELLED) {
                takeovers.forgetRows(id);
            }
            takeovers.put(new Run(
                    id,
                    run.fileName(),
                    run.columns(),
                    next,
                    run.rows(),
                    run.progress(),
                    run.counts(),
                    next == State.TAKING ? clerk : run.by(),
                    run.startedAt(),
                    OffsetDateTime.now(clock)));
            staff.note(clerk, action, run.fileName() + " " + run.counts().fresh());
            return Answer.DONE;
        });
    }
}
