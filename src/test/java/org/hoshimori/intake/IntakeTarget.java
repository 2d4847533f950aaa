package org.hoshimori.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.hoshimori.organization.Actor;

/// A file on its way through reading and the whole dry run, without a database. Jazzer calls it, too.
public final class IntakeTarget {

    private static final Words WORDS = new Words();
    private static final Map<String, String> MEDIA =
            Map.of("書類", "paper-documents", "usb", "portable-media", "のーとpc", "office-pc");
    private static final List<SideSheet> SIDES = List.of(new Side("answers", 4), new Side("frequencies", 3));

    private IntakeTarget() {}

    /// A list of its own, so that no database is needed.
    private record Side(String id, int highest) implements SideSheet {

        @Override
        public List<Entry> entries(OrganizationId organization) {
            return IntStream.range(0, 55)
                    .mapToObj(item -> new Entry("k" + item, "", "確かめること" + item))
                    .toList();
        }

        @Override
        public Map<String, Integer> standing(OrganizationId organization) {
            return Map.of();
        }

        @Override
        public void write(Actor actor, Map<String, Integer> figures, Set<String> forgotten) {}
    }

    public static void fuzzerTestOneInput(byte[] file) {
        look(file);
    }

    /// Reads a file and looks at all of it, as the pages do.
    static ReadOutcome look(byte[] file) {
        var outcome = new SheetReader()
                .read(
                        file,
                        sheet -> ColumnMap.likeness(sheet, WORDS),
                        Map.of(
                                "answers", new SideReader(WORDS, SIDES.get(0))::likeness,
                                "frequencies", new SideReader(WORDS, SIDES.get(1))::likeness));
        if (outcome instanceof ReadOutcome.Read(var sheet, var beside)) {
            if (!Sheet.unpacked(sheet.packed()).equals(sheet)) {
                throw new AssertionError("a sheet does not come back as it was packed");
            }
            var map = ColumnMap.read(ColumnMap.guess(sheet, WORDS).written());
            var ground = new RowReader.Ground(map, WORDS, MEDIA, 0, LocalDate.EPOCH);
            for (var line : map.lines(sheet)) {
                var row = new RowReader(ground, line);
                row.check();
                row.read(null).match();
            }
            for (var side : SIDES) {
                var found = Sheet.allUnpacked(Sheet.packed(beside)).get(side.id());
                if (found != null) {
                    new SideReader(WORDS, side).read(found, side.entries(OrganizationId.next()), Map.of());
                }
            }
        }
        return outcome;
    }
}
