package org.hoshimori.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hoshimori.database.Database;
import org.hoshimori.document.BlankValues.Typed;
import org.hoshimori.document.Clauses.OwnWords;
import org.hoshimori.document.DraftRepository.Draft;
import org.hoshimori.document.DraftRepository.Filled;
import org.hoshimori.document.DraftRepository.Stamp;
import org.hoshimori.document.DraftRepository.State;
import org.hoshimori.document.DraftRepository.Step;
import org.hoshimori.file.FileId;
import org.hoshimori.organization.Actor;
import org.hoshimori.template.ClauseChange;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Working on a document: blanks and clauses. What two people type into different places both stays; at the same place
/// the second sees what the first wrote and keeps what was typed.
@Component
class Drafting {

    /// More clauses of its own than this no company writes into one document.
    static final int MOST_ADDED = 60;

    /// What became of an edit.
    sealed interface Outcome {

        /// @param conflicts blank to what somebody else wrote there in the meantime; that stays
        record Done(Map<String, Filled> conflicts) implements Outcome {}

        /// The clause is not any more as this editor saw it.
        record Overtaken(Clauses.Line now, Stamp by) implements Outcome {}

        record Locked() implements Outcome {}
    }

    private final Database database;
    private final DraftRepository drafts;
    private final Documents documents;
    private final Trail trail;
    private final Clock clock;

    Drafting(Database database, DraftRepository drafts, Documents documents, Trail trail, Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
    }

    /// Writes down what was typed into blanks, as far as it differs from what the editor saw.
    Outcome fill(Actor actor, String template, Map<String, Typed> typed) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            drafts.lock(organization);
            var draft = drafts.draft(organization, template);
            if (draft.state().after(Step.EDIT).isEmpty()) {
                return new Outcome.Locked();
            }
            var stored = drafts.blanks(organization);
            Map<String, Filled> conflicts = new LinkedHashMap<>();
            var saved = false;
            for (var one : typed.entrySet()) {
                var before = stored.get(one.getKey());
                var standing = before == null ? "" : before.value();
                var value = one.getValue();
                if (value.value().equals(standing) || value.untouched()) {
                    continue;
                }
                if (before != null && !value.sawThis(standing)) {
                    conflicts.put(one.getKey(), before);
                    continue;
                }
                drafts.fill(organization, one.getKey(), new Filled(value.value(), stamp(actor)));
                note(
                        actor,
                        template,
                        new Change(
                                "document-blank-filled",
                                shown(one.getKey(), standing),
                                shown(one.getKey(), value.value())));
                saved = true;
            }
            if (saved && draft.state() != State.DRAFT || saved && !draft.exists()) {
                drafts.save(organization, moved(draft, State.DRAFT, actor));
            }
            return new Outcome.Done(conflicts);
        });
    }

    private static @Nullable String shown(String blank, String value) {
        return value.isEmpty() ? null : blank + ": " + (value.length() > 200 ? value.substring(0, 200) + "…" : value);
    }

    /// Leaves a clause of the template out, with a reason.
    Outcome leave(Actor actor, String template, String clause, String reason) {
        return change(
                actor,
                template,
                clause,
                null,
                changes -> {
                    var kept = without(changes, clause, ClauseChange.Left.class);
                    kept.add(new ClauseChange.Left(clause, reason));
                    return kept;
                },
                Change.to("document-clause-left", clause + ": " + reason));
    }

    /// Words a clause differently, or an own one.
    ///
    /// @param saw fingerprint of the clause as the editor saw it
    Outcome reword(Actor actor, String template, String clause, String saw, OwnWords words) {
        return change(
                actor,
                template,
                clause,
                saw,
                changes -> {
                    var kept = new ArrayList<ClauseChange>();
                    var own = false;
                    for (var one : changes) {
                        if (one instanceof ClauseChange.Added added
                                && added.clauseId().equals(clause)) {
                            kept.add(words.added(clause, added.afterClauseId()));
                            own = true;
                        } else if (!(one instanceof ClauseChange.Reworded
                                && one.clauseId().equals(clause))) {
                            kept.add(one);
                        }
                    }
                    if (!own) {
                        kept.add(words.reworded(clause));
                    }
                    return kept;
                },
                Change.to("document-clause-reworded", words.title()));
    }

    /// Gives a clause back as the template has it; an own clause goes away.
    Outcome restore(Actor actor, String template, String clause) {
        return change(
                actor,
                template,
                clause,
                null,
                changes -> {
                    var own = changes.stream()
                            .filter(one -> one instanceof ClauseChange.Added
                                    && one.clauseId().equals(clause))
                            .map(ClauseChange.Added.class::cast)
                            .findFirst();
                    var kept = new ArrayList<ClauseChange>();
                    for (var one : changes) {
                        if (one.clauseId().equals(clause)
                                && (own.isPresent() || !(one instanceof ClauseChange.Moved))) {
                            continue;
                        }
                        kept.add(own.map(gone -> Clauses.withoutAnchor(one, gone))
                                .orElse(one));
                    }
                    return kept;
                },
                Change.to("document-clause-restored", clause));
    }

    /// Adds a clause of the company's own after another one; first when that is empty.
    Outcome add(Actor actor, String template, String after, OwnWords words) {
        return change(
                actor,
                template,
                null,
                null,
                changes -> {
                    var kept = new ArrayList<>(changes);
                    kept.add(words.added(Clauses.freshId(changes), after));
                    return kept;
                },
                Change.to("document-clause-added", words.title()));
    }

    /// Moves a clause one place up or down.
    ///
    /// @param version of the draft that the editor saw; another one is [Outcome.Overtaken]
    Outcome move(Actor actor, String template, String clause, Clauses.Direction direction, int version) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            drafts.lock(organization);
            var draft = drafts.draft(organization, template);
            if (draft.version() != version) {
                var lines = Clauses.of(documents.template(template), drafts.changes(organization, template));
                return lines.line(clause)
                        .<Outcome>map(now -> new Outcome.Overtaken(now, draft.stamp()))
                        .orElseGet(() -> new Outcome.Done(Map.of()));
            }
            return change(
                    actor,
                    template,
                    clause,
                    null,
                    changes -> Clauses.of(documents.template(template), changes).moved(clause, direction),
                    Change.to("document-clause-moved", clause));
        });
    }

    private Outcome change(
            Actor actor,
            String template,
            @Nullable String clause,
            @Nullable String saw,
            UnaryOperator<List<ClauseChange>> edit,
            Change noted) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            drafts.lock(organization);
            var draft = drafts.draft(organization, template);
            var next = draft.state().after(Step.EDIT);
            if (next.isEmpty()) {
                return new Outcome.Locked();
            }
            var changes = drafts.changes(organization, template);
            if (clause != null) {
                var line = Clauses.of(documents.template(template), changes).known(clause);
                if (saw != null && !saw.equals(line.seen())) {
                    return new Outcome.Overtaken(line, draft.stamp());
                }
            }
            drafts.save(organization, moved(draft, next.get(), actor));
            drafts.changes(organization, template, edit.apply(changes), stamp(actor));
            note(actor, template, noted);
            return new Outcome.Done(Map.of());
        });
    }

    void renew(Actor actor, String template) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            drafts.lock(organization);
            var draft = drafts.draft(organization, template);
            if (draft.state() == State.SETTLED) {
                drafts.save(organization, moved(draft, State.DRAFT, actor));
                note(actor, template, Change.of("document-renewed"));
            }
            return draft;
        });
    }

    /// @param file null goes back to the composed one
    Outcome bring(Actor actor, String template, @Nullable FileId file, String name) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            drafts.lock(organization);
            var draft = drafts.draft(organization, template);
            var next = draft.state().after(Step.EDIT);
            if (next.isEmpty()) {
                return new Outcome.Locked();
            }
            drafts.save(organization, new Draft(template, draft.version(), next.get(), null, null, file, stamp(actor)));
            note(
                    actor,
                    template,
                    new Change(file == null ? "document-file-removed" : "document-file-brought", null, name));
            return new Outcome.Done(Map.of());
        });
    }

    private Draft moved(Draft draft, State state, Actor actor) {
        return new Draft(
                draft.template(), draft.version(), state, null, draft.returnedReason(), draft.file(), stamp(actor));
    }

    private static List<ClauseChange> without(
            List<ClauseChange> changes, String clause, Class<? extends ClauseChange> kind) {
        var kept = new ArrayList<ClauseChange>();
        changes.stream()
                .filter(one -> !(kind.isInstance(one) && one.clauseId().equals(clause)))
                .forEach(kept::add);
        return kept;
    }

    private void note(Actor actor, String template, Change change) {
        trail.append(actor.organization(), actor.author(), Subject.of("document", template), change);
    }

    private Stamp stamp(Actor actor) {
        return new Stamp(actor.name(), OffsetDateTime.now(clock));
    }
}
