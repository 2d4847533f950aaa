package org.hoshimori.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.document.Clauses.ClauseForm;
import org.hoshimori.document.DocumentStanding.Face;
import org.hoshimori.template.Clause.Readable;
import org.hoshimori.template.ClauseChange;
import org.hoshimori.template.Facts;
import org.hoshimori.template.Language;
import org.hoshimori.template.Template;
import org.hoshimori.web.Problems;

/// The clauses of a document to be changed.
///
/// @param outdated what the template says differently since a clause was reworded, by id
/// @param english the document in English, where it is said in English
record ClausesPage(
        Face face,
        Clauses clauses,
        Typed typed,
        boolean keeps,
        Readable readable,
        Map<String, WordDifference> outdated,
        Optional<Template> english) {

    /// What was typed and refused.
    ///
    /// @param clause the clause it is about; empty for a new one
    record Typed(String clause, ClauseForm form, Problems problems) {

        static final Typed NOTHING = new Typed("", ClauseForm.EMPTY, Problems.NONE);

        boolean about(String id) {
            return !problems.none() && clause.equals(id);
        }
    }

    boolean edits() {
        return keeps && !face.locked();
    }

    int version() {
        return face.version();
    }

    String title(Clauses.Line line) {
        return typed.about(line.id()) && typed.form().title() != null
                ? ClauseForm.shown(typed.form().title())
                : line.title();
    }

    String markdown(Clauses.Line line) {
        return typed.about(line.id()) && typed.form().markdown() != null
                ? ClauseForm.shown(typed.form().markdown())
                : readable(line);
    }

    private String readable(Clauses.Line line) {
        return line.origin() == Clauses.Origin.TEMPLATE
                ? readable.offered(clauses.clause(line.id()), facts())
                : readable.shown(line.markdown());
    }

    /// Whether a clause in the company's own words is still to be said in English.
    boolean lacksEnglish(Clauses.Line line) {
        return english.isPresent()
                && !line.left()
                && line.origin() != Clauses.Origin.TEMPLATE
                && !line.english().written();
    }

    List<Clauses.Line> lackingEnglish() {
        return clauses.lines().stream().filter(this::lacksEnglish).toList();
    }

    /// As it was typed, else as it is kept; nothing where nobody has written it.
    ClauseChange.English english(Clauses.Line line) {
        return typed.about(line.id()) && typed.form().english() != null
                ? new ClauseChange.English(
                        ClauseForm.shown(typed.form().englishTitle()),
                        ClauseForm.shown(typed.form().english()))
                : new ClauseChange.English(
                        line.english().title(), inEnglish().shown(line.english().markdown()));
    }

    /// The same of the form for a clause that is not there yet.
    ClauseChange.English added() {
        return typed.about("")
                ? new ClauseChange.English(
                        ClauseForm.shown(typed.form().englishTitle()),
                        ClauseForm.shown(typed.form().english()))
                : ClauseChange.English.NONE;
    }

    /// What the template says in English, to begin with; empty for a clause that it does not have.
    String offeredEnglish(Clauses.Line line) {
        return english.stream()
                .flatMap(template -> template.clauses().stream())
                .filter(clause -> clause.id().equals(line.id()))
                .map(clause -> inEnglish().offered(clause, face.sketch().known().in(Language.ENGLISH)))
                .findFirst()
                .orElse("");
    }

    private Readable inEnglish() {
        return Clauses.readable(
                english.orElse(clauses.template()), face.sketch().known());
    }

    private Facts facts() {
        return face.sketch().known().in(Language.JAPANESE);
    }

    /// What the names in brackets stand for now.
    Map<String, String> meanings(Clauses.Line line) {
        return readable.meanings(markdown(line), facts());
    }
}
