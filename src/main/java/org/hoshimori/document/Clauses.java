package org.hoshimori.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.template.Block;
import org.hoshimori.template.ClauseChange;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Template;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;

/// The clauses of a document in work, in their order, each with what the company did to it. A clause that was left out
/// keeps its place, so that it can come back.
record Clauses(Template template, List<ClauseChange> changes, List<Line> lines) {

    /// One clause.
    ///
    /// @param reason why it was left out; null when it is in
    record Line(
            String id,
            String title,
            String markdown,
            @Nullable String reason,
            Origin origin) {

        /// Tells whether two editors saw the same clause.
        String seen() {
            return fingerprint(title + "\n" + markdown).substring(0, 16);
        }

        boolean left() {
            return reason != null;
        }

        /// An attached form stays behind the articles.
        boolean form() {
            return id.startsWith("form-");
        }
    }

    enum Origin {
        TEMPLATE,
        REWORDED,
        OWN
    }

    enum Direction {
        UP,
        DOWN
    }

    static Clauses of(Template template, List<ClauseChange> changes) {
        var lines = new ArrayList<Line>();
        template.clauses()
                .forEach(clause ->
                        lines.add(new Line(clause.id(), clause.title(), clause.body(), null, Origin.TEMPLATE)));
        for (var change : changes) {
            var at = at(lines, change.clauseId());
            switch (change) {
                case ClauseChange.Left(var ignored, var reason) -> {
                    if (at >= 0) {
                        var line = lines.get(at);
                        lines.set(at, new Line(line.id(), line.title(), line.markdown(), reason, line.origin()));
                    }
                }
                case ClauseChange.Reworded(var id, var title, var markdown) -> {
                    if (at >= 0) {
                        lines.set(
                                at, new Line(id, title, markdown, lines.get(at).reason(), Origin.REWORDED));
                    }
                }
                case ClauseChange.Added(var id, var after, var title, var markdown) ->
                    insert(lines, after, new Line(id, title, markdown, null, Origin.OWN));
                case ClauseChange.Moved(var ignored, var after) -> {
                    if (at >= 0) {
                        insert(lines, after, lines.remove(at));
                    }
                }
            }
        }
        return new Clauses(template, changes, lines);
    }

    /// After a clause that is not there any more it stands last.
    private static void insert(List<Line> lines, String after, Line line) {
        var place = after.isEmpty() ? 0 : at(lines, after) + 1;
        lines.add(place == 0 && !after.isEmpty() ? lines.size() : place, line);
    }

    private static int at(List<Line> lines, String id) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// A clause as it stands in the document, to be reworded: the blanks are filled, because what a company writes in
    /// its own words is taken as it is written.
    static String written(Composition composition, Line line) {
        return composition.sections().stream()
                .filter(section -> section.clauseId().equals(line.id()))
                .findFirst()
                .map(section -> section.blocks().stream().map(Clauses::written).collect(Collectors.joining("\n\n")))
                .orElse(line.markdown());
    }

    /// Numbers are left out: they are given anew.
    private static String written(Block block) {
        return switch (block) {
            case Block.Paragraph(var ignored, var runs) -> Block.text(runs);
            case Block.Items items -> written(items, "");
            case Block.Table(var head, var rows) ->
                Stream.concat(
                                Stream.of(row(head), "|" + "---|".repeat(head.size())),
                                rows.stream().map(Clauses::row))
                        .collect(Collectors.joining("\n"));
            case Block.Subheading(var runs) -> "### " + Block.text(runs);
        };
    }

    private static String written(Block.Items items, String indent) {
        return items.items().stream()
                .map(item -> Stream.concat(
                                Stream.of(indent + "1. " + Block.text(item.runs())),
                                item.inner().stream().map(inner -> written(inner, indent + "   ")))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private static String row(List<List<Block.Run>> cells) {
        return cells.stream().map(Block::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /// A clause of an id that came from outside. Errors: [NotFound] when there is none.
    Line known(String id) {
        return line(id).orElseThrow(() -> new NotFound("clause"));
    }

    long added() {
        return lines.stream().filter(line -> line.origin() == Origin.OWN).count();
    }

    /// The changes with one clause moved by one place; unchanged at the end of the list.
    List<ClauseChange> moved(String id, Direction direction) {
        var at = at(lines, id);
        var to = direction == Direction.UP ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= lines.size()) {
            return changes;
        }
        var anchor = direction == Direction.DOWN
                ? lines.get(to).id()
                : to == 0 ? "" : lines.get(to - 1).id();
        var moved = new ArrayList<ClauseChange>();
        changes.stream()
                .filter(one ->
                        !(one instanceof ClauseChange.Moved && one.clauseId().equals(id)))
                .forEach(moved::add);
        moved.add(new ClauseChange.Moved(id, anchor));
        return moved;
    }

    /// A change that stood behind an own clause that goes away stands behind what that one stood behind.
    static ClauseChange withoutAnchor(ClauseChange change, ClauseChange.Added gone) {
        return switch (change) {
            case ClauseChange.Added(var id, var after, var title, var markdown)
            when after.equals(gone.clauseId()) -> new ClauseChange.Added(id, gone.afterClauseId(), title, markdown);
            case ClauseChange.Moved(var id, var after)
            when after.equals(gone.clauseId()) -> new ClauseChange.Moved(id, gone.afterClauseId());
            default -> change;
        };
    }

    /// An id that no own clause has.
    static String freshId(List<ClauseChange> changes) {
        var number = 1;
        while (true) {
            var id = "own-" + number++;
            if (changes.stream().noneMatch(one -> one.clauseId().equals(id))) {
                return id;
            }
        }
    }

    static String fingerprint(String text) {
        return fingerprint(text.getBytes(StandardCharsets.UTF_8));
    }

    static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
