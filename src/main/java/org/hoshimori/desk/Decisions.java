package org.hoshimori.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.Application.Course;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Application.Event;
import org.hoshimori.desk.Application.LookAfter;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.desk.Life.Step;
import org.hoshimori.desk.Life.Turn;
import org.hoshimori.directory.Directory;
import org.hoshimori.programme.Numbers;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Moves applications along their life, with all that follows: number, declaration, directory, history, mail.
@Component
public class Decisions {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Database database;
    private final ApplicationRepository applications;
    private final Registry registry;
    private final DeskLetters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            Database database,
            ApplicationRepository applications,
            Registry registry,
            DeskLetters letters,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.applications = applications;
        this.registry = registry;
        this.letters = letters;
        this.events = events;
        this.clock = clock;
    }

    /// Where accepted declarations are kept.
    @Component
    record Registry(DeclarationRepository declarations, Numbers numbers, Directory directory) {}

    /// An application of a company went on; told inside the transaction.
    public record Moved(
            OrganizationId organization,
            UUID application,
            Move move,
            String name,
            @Nullable String number) {}

    /// What a decision leads to.
    sealed interface Outcome {
        record Done(Application application) implements Outcome {}

        /// The state machine refuses it, or the declaration it is about is not in a state for it.
        record NotFromThere(Stage stage) implements Outcome {}

        record NoteMissing() implements Outcome {}

        /// There is no declaration of that number to merge into.
        record NoSuchNumber() implements Outcome {}

        /// The company has another declaration that is current, or another application that is not finished.
        record OneStands() implements Outcome {}
    }

    /// Decides. Errors: [NotFound].
    Outcome decide(UUID id, Decision decision) {
        return decide(id, decision, () -> true);
    }

    /// The same, unless this does not hold any more once nobody else can decide it. Errors: [NotFound].
    Outcome decide(UUID id, Decision decision, BooleanSupplier holds) {
        return database.across(_ -> {
            if (decision.move() == Move.UNDO) {
                // What is opened again stands beside nothing that is handed in at the same moment.
                applications.find(id).map(Application::organization).ifPresent(applications::lock);
            }
            var application = applications.lock(id).orElseThrow(() -> new NotFound("application"));
            if (!holds.getAsBoolean()) {
                return new Outcome.NotFromThere(application.stage());
            }
            var needsNote = decision.move() == Move.RETURN || decision.move() == Move.REFUSE;
            if (needsNote && decision.note().isBlank()) {
                return new Outcome.NoteMissing();
            }
            return switch (Life.after(application.stage(), decision.move())) {
                case Step.Forbidden<Stage>(var from) -> new Outcome.NotFromThere(from);
                case Step.To<Stage>(var next) -> decide(application, next, decision);
            };
        });
    }

    private Outcome decide(Application application, Stage next, Decision decision) {
        return switch (decision.move()) {
            case ACCEPT -> accept(application, decision);
            case UNDO -> undo(application, decision);
            case MERGE ->
                registry.declarations()
                                .find(decision.into())
                                .filter(AcceptedDeclaration::current)
                                .isEmpty()
                        ? new Outcome.NoSuchNumber()
                        : moved(application, next, decision, application.number());
            case CONFIRM, HAND_IN_AGAIN, RETURN, REFUSE, WITHDRAW ->
                moved(application, next, decision, application.number());
        };
    }

    private Outcome accept(Application application, Decision decision) {
        if (declaresElsewhere(application)) {
            return new Outcome.OneStands();
        }
        var number = application.number();
        var before =
                number == null ? null : registry.declarations().lock(number).orElse(null);
        var declaration = before == null ? begun(application) : before.after(application, today());
        if (declaration == null) {
            return new Outcome.NotFromThere(application.stage());
        }
        registry.declarations().put(declaration, OffsetDateTime.now(clock));
        if (before != null) {
            registry.declarations().remember(application.id(), before);
        }
        registry.directory()
                .publish(application.snapshot().entry(declaration.number(), declaration.star(), declaration.since()));
        return moved(application, Stage.ACCEPTED, decision, declaration.number());
    }

    private @Nullable AcceptedDeclaration begun(Application application) {
        return application.purpose() == Purpose.NEW
                ? AcceptedDeclaration.of(application, registry.numbers().next(), application.star(), today())
                : null;
    }

    /// Whether the company of a new declaration has a current one under another number.
    private boolean declaresElsewhere(Application application) {
        var company = application.organization();
        return company != null
                && application.purpose() == Purpose.NEW
                && registry.declarations().of(company).stream()
                        .anyMatch(one -> one.current() && !one.number().equals(application.number()));
    }

    private boolean anotherIsOpen(Application application) {
        var company = application.organization();
        return company != null
                && applications.of(company).stream()
                        .anyMatch(one -> one.stage().open() && !one.id().equals(application.id()));
    }

    /// Takes a decision back. What was accepted last before comes back; the number of a new one is kept for it alone.
    private Outcome undo(Application application, Decision decision) {
        if (anotherIsOpen(application) || declaresElsewhere(application)) {
            return new Outcome.OneStands();
        }
        var number = application.number();
        if (application.stage() == Stage.ACCEPTED && number != null) {
            var current = registry.declarations().lock(number).orElse(null);
            if (current == null
                    || !current.application().equals(application.id())
                    || Life.after(current.standing(), Turn.TAKE_BACK) instanceof Step.Forbidden) {
                return new Outcome.NotFromThere(application.stage());
            }
            takeBack(application, current);
        }
        return moved(application, Stage.WAITING, decision, number);
    }

    private void takeBack(Application application, AcceptedDeclaration current) {
        var now = OffsetDateTime.now(clock);
        var number = current.number();
        var declarations = registry.declarations();
        var earlier = applications.acceptedBefore(number, application.id());
        if (earlier.isEmpty()) {
            declarations.put(current.in(Standing.UNDONE, null), now);
            registry.directory().stop(number, today());
            return;
        }
        var last = AcceptedDeclaration.of(earlier.get(), number, earlier.get().star(), current.since());
        var back = declarations.before(application.id(), last);
        if (application.purpose() == Purpose.RESTART) {
            var day = Objects.requireNonNullElse(back.stoppedOn(), today());
            declarations.put(back.in(Standing.STOPPED, day), now);
            registry.directory().stop(number, day);
        } else {
            declarations.put(back, now);
            registry.directory().change(back.snapshot().entry(number, back.star(), back.since()));
        }
    }

    /// Stops a declaration. False when it is not current, or not this company's.
    boolean stop(OrganizationId organization, String number, String who) {
        return database.across(_ -> registry.declarations()
                .lock(number)
                .filter(one -> organization.equals(one.organization()))
                .map(one -> stopped(one, who, "", "stop", "stopped"))
                .orElse(false));
    }

    /// Staff stop a declaration that must not stand, with a reason that the company reads. Errors: [NotFound] when this
    /// is not the application that the declaration stands on.
    Outcome stopByDesk(UUID id, String who, String reason) {
        return database.across(_ -> {
            var application = applications.lock(id).orElseThrow(() -> new NotFound("application"));
            var declaration = registry.declarations()
                    .lock(Objects.requireNonNullElse(application.number(), ""))
                    .filter(one -> one.application().equals(id))
                    .orElseThrow(() -> new NotFound("declaration"));
            if (reason.isBlank()) {
                return new Outcome.NoteMissing();
            }
            var move = DeclarationRepository.STOPPED_BY_DESK;
            return stopped(declaration, who, reason, move, "stopped-by-desk")
                    ? new Outcome.Done(application)
                    : new Outcome.NotFromThere(application.stage());
        });
    }

    private boolean stopped(AcceptedDeclaration declaration, String who, String reason, String move, String letter) {
        if (Life.after(declaration.standing(), Turn.STOP) instanceof Step.Forbidden) {
            return false;
        }
        var now = OffsetDateTime.now(clock);
        registry.declarations().put(declaration.in(Standing.STOPPED, today()), now);
        registry.directory().stop(declaration.number(), today());
        var application = applications.find(declaration.application()).orElseThrow();
        applications.note(
                application.id(), new Event(now, who, move, Standing.STOPPED.id(), reason.isEmpty() ? null : reason));
        letters.stopped(application, letter, declaration.number(), reason);
        return true;
    }

    private Outcome moved(Application application, Stage next, Decision decision, @Nullable String number) {
        var now = OffsetDateTime.now(clock);
        var note = decision.note().isBlank() ? null : decision.note().strip();
        var course = new Course(
                application.course().rulesRevision(),
                next.open() ? null : now,
                note,
                decision.into().isEmpty() ? null : decision.into(),
                null,
                next == Stage.ACCEPTED ? application.course().lookAfter() : LookAfter.NO);
        var after = application.at(next, number, course);
        applications.put(after);
        applications.note(
                after.id(), new Event(now, decision.who(), decision.move().id(), next.id(), note));
        tell(after, decision);
        return new Outcome.Done(after);
    }

    private void tell(Application application, Decision decision) {
        letters.tell(application, decision);
        var organization = application.organization();
        if (organization != null) {
            var name = application.snapshot().get("name");
            events.publishEvent(new Moved(organization, application.id(), decision.move(), name, application.number()));
        }
    }

    /// Somebody looked at what was accepted at once, and it stays.
    boolean lookedAt(UUID id, String who) {
        return database.across(_ -> {
            var application = applications.lock(id).orElseThrow(() -> new NotFound("application"));
            if (application.course().lookAfter() == LookAfter.NO) {
                return false;
            }
            var stage = application.stage();
            applications.put(application.at(
                    stage, application.number(), application.course().looked(LookAfter.NO)));
            applications.note(id, new Event(OffsetDateTime.now(clock), who, "looked-at", stage.id(), null));
            return true;
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }
}
