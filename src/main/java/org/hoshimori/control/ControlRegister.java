package org.hoshimori.control;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.control.Controls.Names;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.file.FileOutcome;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.People;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The verbs: decide on controls or on "not now", change them, move them on, show that they are done.
@Component
public class ControlRegister {

    /// "Not now" for one question: why, and when to look again. Deciding a control for the question ends it.
    record Deferral(UUID id, String question, String reason, LocalDate lookAgainOn, OffsetDateTime decidedAt) {

        boolean due(LocalDate today) {
            return !lookAgainOn.isAfter(today);
        }
    }

    /// What became of moving a control to another state.
    public sealed interface MoveOutcome {

        /// It is there now, or was already: a double click does no harm.
        record Moved() implements MoveOutcome {}

        /// Giving up needs a reason.
        record ReasonMissing() implements MoveOutcome {}

        /// It cannot go there from where it is; somebody else may have moved it in the meantime.
        record NotFrom(State now) implements MoveOutcome {}
    }

    private final Database database;
    private final ControlRepository controls;
    private final ControlNoteRepository notes;
    private final Desk desk;
    private final Clock clock;

    ControlRegister(
            Database database, ControlRepository controls, ControlNoteRepository notes, Desk desk, Clock clock) {
        this.database = database;
        this.controls = controls;
        this.notes = notes;
        this.desk = desk;
        this.clock = clock;
    }

    /// What other rooms lend to the verbs.
    @Component
    record Desk(People people, Files files, Trail trail) {}

    /// A question and the round that showed how weak it is; without a round, one of the 55 check items.
    public record Weak(@Nullable RoundId round, String question) {

        /// A check item that a company wants done.
        public static Weak item(String checkItem) {
            return new Weak(null, checkItem);
        }
    }

    /// Decides on one or several controls for a question. What is open for the same question already is not decided
    /// twice: a double click does no harm. "Not now" for the question ends. Returns what was added.
    public List<DecidedControl> decide(Actor actor, Weak weak, List<Chosen> chosen, ControlTerms terms) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            controls.lock(organization, weak.question());
            var open = new ArrayList<>(controls.open(organization, weak.question()));
            var added = new ArrayList<DecidedControl>();
            for (var one : chosen) {
                if (open.stream().noneMatch(one::sameAs)) {
                    var control = planned(weak.question(), one, added.isEmpty() ? terms : terms.free());
                    controls.add(organization, weak.round(), actor.member(), control);
                    note(actor, control.id(), Change.to("control-decided", control.title()));
                    open.add(control);
                    added.add(control);
                }
            }
            notes.endDeferral(organization, weak.question(), now());
            return added;
        });
    }

    private DecidedControl planned(String question, Chosen chosen, ControlTerms terms) {
        return new DecidedControl(
                ControlId.next(),
                question,
                chosen.candidate(),
                chosen.title(),
                chosen.what(),
                terms.responsible(),
                terms.due(),
                terms.costOnceYen(),
                terms.costYearlyYen(),
                State.PLANNED,
                now());
    }

    /// Decides on "not now" for a question; an earlier one ends.
    void defer(Actor actor, String question, String reason, LocalDate lookAgainOn) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            controls.lock(organization, question);
            notes.endDeferral(organization, question, now());
            var deferral = new Deferral(TimeOrderedId.next(), question, reason, lookAgainOn, now());
            notes.add(organization, deferral, actor.member());
            desk.trail()
                    .append(
                            organization,
                            actor.author(),
                            Subject.of("question", question),
                            Change.to("control-deferred", lookAgainOn + ": " + reason));
            return deferral;
        });
    }

    /// Changes words, person, date and costs. Errors: [NotFound] when the company has no such control.
    void change(Actor actor, ControlId id, Chosen words, ControlTerms terms) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            var before = control(organization, id);
            var people = desk.people().all(organization);
            var names = new Names(people);
            var changes = terms.changesTo(
                    before, words, names.nameOf(before.responsible()), names.nameOf(terms.responsible()));
            if (!changes.isEmpty()) {
                controls.change(organization, id, words, terms);
                changes.forEach(change -> note(actor, id, change));
            }
            return changes;
        });
    }

    /// Moves a control on. Errors: [NotFound] when the company has no such control.
    public MoveOutcome move(Actor actor, ControlId id, State to, String reason) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var control = control(organization, id);
            if (control.state() == to) {
                return new MoveOutcome.Moved();
            }
            if (!control.state().next().contains(to)) {
                return new MoveOutcome.NotFrom(control.state());
            }
            if (to == State.DROPPED && reason.isEmpty()) {
                return new MoveOutcome.ReasonMissing();
            }
            var why = reason.isEmpty() ? null : reason;
            if (!controls.move(organization, control, to, why, now())) {
                return new MoveOutcome.NotFrom(control(organization, id).state());
            }
            note(
                    actor,
                    id,
                    new Change(
                            "control-" + to.id(), control.state().id(), why == null ? to.id() : to.id() + ": " + why));
            return new MoveOutcome.Moved();
        });
    }

    /// Keeps a file that shows that the control is done.
    FileOutcome attach(Actor actor, ControlId id, String name, byte[] content) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            control(organization, id);
            var outcome = desk.files().store(organization, actor.author(), name, content);
            if (outcome instanceof FileOutcome.Stored(var file)) {
                notes.add(organization, id, file.id());
                note(actor, id, Change.to("control-evidence-added", file.name()));
            }
            return outcome;
        });
    }

    private DecidedControl control(OrganizationId organization, ControlId id) {
        return controls.find(organization, id)
                .orElseThrow(() -> new NotFound("control"))
                .control();
    }

    private void note(Actor actor, ControlId id, Change change) {
        desk.trail().append(actor.organization(), actor.author(), Subject.of("control", id), change);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
