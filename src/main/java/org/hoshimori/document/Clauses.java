package org.hoshimori.document;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hoshimori.document.CompanyFacts.Known;
import org.hoshimori.template.Clause;
import org.hoshimori.template.Clause.Readable;
import org.hoshimori.template.ClauseChange;
import org.hoshimori.template.ClauseChange.English;
import org.hoshimori.template.Template;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Wording;
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
            Origin origin,
            English english) {

        /// Tells whether two editors saw the same clause.
        String seen() {
            return fingerprint(title + "\n" + markdown + "\n" + english).substring(0, 16);
        }

        boolean left() {
            return reason != null;
        }

        /// An attached form stays behind the articles.
        boolean form() {
            return id.startsWith("form-");
        }
    }

    /// The words of a clause.
    ///
    /// @param markdown with the marks that stand for facts
    /// @param base what the template offered; empty for a clause of the company's own
    record OwnWords(String title, String markdown, String base, English english) {

        ClauseChange reworded(String clause) {
            return new ClauseChange.Reworded(clause, title, markdown, base, english);
        }

        ClauseChange added(String clause, String after) {
            return new ClauseChange.Added(clause, after, title, markdown, english);
        }

        /// Marks take more room than the names under which they were typed.
        Problems fits(Problems problems) {
            return problems.none()
                            && Math.max(markdown.length(), english.markdown().length()) > 20_000
                    ? Problems.one("markdown", "web.problem.long")
                    : problems;
        }
    }

    /// What a form about one clause sends.
    ///
    /// @param act `reword`, `leave`, `restore` or `add`
    /// @param saw fingerprint of the clause as the page showed it
    record ClauseForm(
            @Nullable String act,
            @Nullable String saw,

            @Size(max = 200, message = "web.problem.long")
            @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
            @Nullable
            String title,

            @Size(max = 10_000, message = "web.problem.long")
            @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
            @Nullable
            String markdown,

            @Size(max = 1000, message = "web.problem.long")
            @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
            @Nullable
            String reason,

            @Nullable String after,

            @Size(max = 200, message = "web.problem.long")
            @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
            @Nullable
            String englishTitle,

            @Size(max = 10_000, message = "web.problem.long")
            @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
            @Nullable
            String english) {

        static final ClauseForm EMPTY = new ClauseForm(null, null, null, null, null, null, null, null);

        static String shown(@Nullable String text) {
            return text == null ? "" : text.strip().replace("\r\n", "\n");
        }

        /// As it is kept.
        ///
        /// @param base what the template offers
        /// @param inEnglish how it is edited in English; as in Japanese where it is not said in English
        OwnWords words(Readable readable, String base, Readable inEnglish) {
            var said = new English(shown(englishTitle), inEnglish.kept(shown(english)));
            return new OwnWords(shown(title), readable.kept(shown(markdown)), base, said);
        }

        /// Checks a heading and a text.
        Problems checkWords(Problems bound) {
            var problems = new ArrayList<>(bound.list());
            if (shown(title).isEmpty()) {
                problems.add(new Problem("title", "document.problem.title", List.of()));
            }
            if (shown(markdown).isEmpty()) {
                problems.add(new Problem("markdown", "document.problem.text", List.of()));
            }
            Wording.problem("title", title).ifPresent(problems::add);
            Wording.problem("markdown", markdown).ifPresent(problems::add);
            Wording.problem("english", english).ifPresent(problems::add);
            if (shown(englishTitle).isEmpty() != shown(english).isEmpty()) {
                problems.add(new Problem(
                        shown(english).isEmpty() ? "english" : "englishTitle", "document.problem.english", List.of()));
            }
            return new Problems(problems);
        }

        Problems checkReason(Problems bound) {
            var problems = new ArrayList<>(bound.list());
            if (shown(reason).isEmpty()) {
                problems.add(new Problem("reason", "document.problem.reason", List.of()));
            }
            return new Problems(problems);
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
                .forEach(clause -> lines.add(
                        new Line(clause.id(), clause.title(), clause.body(), null, Origin.TEMPLATE, English.NONE)));
        for (var change : changes) {
            var at = at(lines, change.clauseId());
            switch (change) {
                case ClauseChange.Left(var ignored, var reason) -> {
                    if (at >= 0) {
                        var line = lines.get(at);
                        lines.set(
                                at,
                                new Line(
                                        line.id(),
                                        line.title(),
                                        line.markdown(),
                                        reason,
                                        line.origin(),
                                        line.english()));
                    }
                }
                case ClauseChange.Reworded(var id, var title, var markdown, var ignored, var english) -> {
                    if (at >= 0) {
                        var reason = lines.get(at).reason();
                        lines.set(at, new Line(id, title, markdown, reason, Origin.REWORDED, english));
                    }
                }
                case ClauseChange.Added(var id, var after, var title, var markdown, var english) ->
                    insert(lines, after, new Line(id, title, markdown, null, Origin.OWN, english));
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

    /// The words of a document as they are edited.
    static Readable readable(Template template, Known known) {
        return new Readable(template, known.titles(template.language()));
    }

    Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /// The clause of the template that a line stands for.
    Clause clause(String id) {
        return template.clauses().stream()
                .filter(clause -> clause.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("clause"));
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
            case ClauseChange.Added added
            when added.afterClauseId().equals(gone.clauseId()) -> added.behind(gone.afterClauseId());
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
