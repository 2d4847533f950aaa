package org.hoshimori.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.asset.AssetRegister;
import org.hoshimori.asset.AssetRegister.UndoOutcome;
import org.hoshimori.database.Database;
import org.hoshimori.intake.IntakeRepository.Taken;
import org.hoshimori.intake.IntakeRepository.Upload;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.NotFound;
import org.springframework.stereotype.Component;

/// Takes a file over, the register and the sheets beside it in one transaction, and takes it back for a day.
@Component
class Takeover {

    /// The part of a file that is the register; the others are named by their [SideSheet].
    static final String REGISTER = "register";

    private static final int HOURS_TO_UNDO = 24;

    private final Database database;
    private final IntakeRepository uploads;
    private final Intakes intakes;
    private final AssetRegister register;
    private final List<SideSheet> sides;
    private final Clock clock;

    Takeover(
            Database database,
            IntakeRepository uploads,
            Intakes intakes,
            AssetRegister register,
            List<SideSheet> sides,
            Clock clock) {
        this.database = database;
        this.uploads = uploads;
        this.intakes = intakes;
        this.register = register;
        this.sides = List.copyOf(sides);
        this.clock = clock;
    }

    ReadOutcome read(byte[] file) {
        return intakes.read(file, sides);
    }

    /// Errors: [NotFound] for an upload of somebody else.
    Upload one(Actor actor, UUID id) {
        return uploads.find(actor.organization(), id)
                .filter(upload -> upload.by().equals(actor.member()))
                .orElseThrow(() -> new NotFound("upload"));
    }

    /// What the sheets beside the register would do.
    List<SideRun> look(Actor actor, Upload upload) {
        var packed = upload.cells().beside();
        var sheets = packed == null ? Map.<String, Sheet>of() : Sheet.allUnpacked(packed);
        var runs = new ArrayList<SideRun>();
        for (var side : sides) {
            var sheet = sheets.get(side.id());
            if (sheet != null) {
                runs.add(intakes.look(actor.organization(), side, sheet));
            }
        }
        return runs;
    }

    /// Takes the chosen parts over, once.
    ///
    /// @param left lines of the register that were left out
    /// @param parts [#REGISTER] and words of sheets beside it; what a person may not judge is passed over
    void take(Actor actor, UUID id, Set<Integer> left, Set<String> parts) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            uploads.lock(organization, id);
            var upload = one(actor, id);
            if (upload.taken().at() != null) {
                return upload;
            }
            UUID step = null;
            if (parts.contains(REGISTER)) {
                var sheet = Sheet.unpacked(upload.cells().register());
                var run = intakes.look(actor, sheet, ColumnMap.read(upload.columns()));
                step = intakes.take(actor, upload.fileName(), run, left).step().id();
            }
            var replaced = new StringBuilder();
            if (actor.may(Permission.ANALYSE_RISKS)) {
                look(actor, upload).stream()
                        .filter(run -> parts.contains(run.id()) && run.writing() > 0)
                        .forEach(run -> write(actor, run, replaced));
            }
            uploads.take(organization, id, new Taken(step, replaced.toString(), OffsetDateTime.now(clock), null));
            return upload;
        });
    }

    private void write(Actor actor, SideRun run, StringBuilder replaced) {
        var before = run.replaced();
        run.figures().forEach((key, figure) -> replaced.append(run.id())
                .append(' ')
                .append(key)
                .append(' ')
                .append(before.getOrDefault(key, 0))
                .append(' ')
                .append(figure)
                .append('\n'));
        sides.stream()
                .filter(side -> side.id().equals(run.id()))
                .forEach(side -> side.write(actor, run.figures(), Set.of()));
    }

    /// Since when a takeover can be undone.
    OffsetDateTime undoableSince() {
        return OffsetDateTime.now(clock).minusHours(HOURS_TO_UNDO);
    }

    /// Takes a whole file back, where nobody has touched what it wrote.
    UndoOutcome undo(Actor actor, UUID id) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            uploads.lock(organization, id);
            var upload = one(actor, id);
            var taken = upload.taken();
            var at = taken.at();
            if (at == null || taken.undone() != null || !at.isAfter(undoableSince())) {
                return new UndoOutcome.TooLate();
            }
            var kept = new ArrayList<String>();
            var rows = 0;
            var step = taken.step();
            if (step != null && register.undo(actor, step) instanceof UndoOutcome.Undone(var some, var names)) {
                rows += some;
                kept.addAll(names);
            }
            var replaced = taken.replaced() == null ? "" : taken.replaced();
            for (var side : sides) {
                rows += undo(actor, side, replaced, kept);
            }
            uploads.take(organization, id, new Taken(step, replaced, at, OffsetDateTime.now(clock)));
            return new UndoOutcome.Undone(rows, kept);
        });
    }

    private static int undo(Actor actor, SideSheet side, String replaced, List<String> kept) {
        var lines = replaced.lines()
                .map(line -> line.split(" "))
                .filter(parts -> parts[0].equals(side.id()))
                .toList();
        if (lines.isEmpty()) {
            return 0;
        }
        var organization = actor.organization();
        var standing = side.standing(organization);
        var titles = side.entries(organization).stream()
                .collect(Collectors.toMap(SideSheet.Entry::key, SideSheet.Entry::title, (one, _) -> one, HashMap::new));
        Map<String, Integer> back = new LinkedHashMap<>();
        Set<String> forgotten = new LinkedHashSet<>();
        for (var parts : lines) {
            int before = Integer.parseInt(parts[2]);
            int now = standing.getOrDefault(parts[1], 0);
            if (now != Integer.parseInt(parts[3])) {
                kept.add(titles.getOrDefault(parts[1], parts[1]));
            } else if (before == 0) {
                forgotten.add(parts[1]);
            } else {
                back.put(parts[1], before);
            }
        }
        if (!back.isEmpty() || !forgotten.isEmpty()) {
            side.write(actor, back, forgotten);
        }
        return back.size() + forgotten.size();
    }
}
