package org.hoshimori.desk;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.access.Signup;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.desk.Application.Course;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Application.Event;
import org.hoshimori.desk.Application.LookAfter;
import org.hoshimori.desk.Application.Paper;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.programme.Programme;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What a company does with its applications: hand in, confirm the address, hand in again, withdraw, stop.
@Component
public class Applications {

    private static final int TRIES = 5;
    private static final String MACHINE = Decision.MACHINE;

    private final Database database;
    private final ApplicationRepository applications;
    private final Decisions decisions;
    private final Reading reading;
    private final Signup signup;
    private final Clock clock;

    Applications(
            Database database,
            ApplicationRepository applications,
            Decisions decisions,
            Reading reading,
            @Value("${hoshimori.signup:closed}") Signup signup,
            Clock clock) {
        this.database = database;
        this.applications = applications;
        this.decisions = decisions;
        this.reading = reading;
        this.signup = signup;
        this.clock = clock;
    }

    /// What an application is read against.
    @Component
    record Reading(DeclarationRepository declarations, Checks checks, Programme programme, DeskLetters letters) {}

    /// What handing in leads to.
    public sealed interface Outcome {
        /// Accepted at once under this number.
        record Given(String number) implements Outcome {}

        record Waits(UUID application) implements Outcome {}

        /// A code was sent to the address; it comes back before a number is given.
        record ConfirmFirst(UUID application) implements Outcome {}

        /// There is another application that is not finished.
        record OneIsOpen(UUID application) implements Outcome {}

        /// The declaration it is about cannot be changed like this, or is not the company's.
        record NotPossible() implements Outcome {}

        record WrongCode(int left) implements Outcome {}
    }

    /// Hands in an application. The sample company has been refused before; the programme runs here.
    public Outcome handIn(OrganizationId organization, Paper paper) {
        return database.across(_ -> {
            applications.lock(organization);
            var known = applications.of(organization);
            var open = known.stream().filter(one -> one.stage().open()).findFirst();
            if (open.isPresent()) {
                return new Outcome.OneIsOpen(open.get().id());
            }
            return fits(organization, paper)
                    ? begin(application(organization, TimeOrderedId.next(), paper, null), paper.by())
                    : new Outcome.NotPossible();
        });
    }

    /// Hands in again what was returned, about the same declaration; changes are marked for staff. Errors: [NotFound].
    public Outcome handInAgain(OrganizationId organization, UUID id, Paper typed) {
        return database.across(_ -> {
            applications.lock(organization);
            var before = applications.lock(mine(organization, id).id()).orElseThrow();
            var paper = typed.about(before.number(), typed.seen());
            if (before.stage() != Stage.RETURNED || before.purpose() != paper.purpose() || !fits(organization, paper)) {
                return new Outcome.NotPossible();
            }
            var again = application(organization, id, paper, before);
            applications.put(again);
            note(again, paper.by(), Move.HAND_IN_AGAIN.id());
            return judge(again);
        });
    }

    /// The same paper once somebody looked whether its policy can be read. Takes seconds: ask outside of a transaction.
    public Paper looked(Paper paper) {
        return reading.checks().unreachable(paper.snapshot())
                ? paper.about(paper.number(), List.of("policy-address"))
                : paper;
    }

    private boolean fits(OrganizationId organization, Paper paper) {
        return paper.purpose() == Purpose.NEW
                ? reading.declarations().of(organization).stream().noneMatch(AcceptedDeclaration::current)
                : Optional.ofNullable(paper.number())
                        .flatMap(reading.declarations()::find)
                        .filter(one -> one.suits(paper.purpose(), paper.star(), organization))
                        .isPresent();
    }

    private Application application(OrganizationId organization, UUID id, Paper paper, @Nullable Application before) {
        return new Application(
                id,
                organization,
                paper.purpose(),
                Stage.WAITING,
                paper.star(),
                paper.number(),
                paper.snapshot(),
                before == null ? null : before.snapshot(),
                reading.checks().doubts(organization, paper),
                OffsetDateTime.now(clock),
                new Course(paper.rulesRevision(), null, null, null, null, LookAfter.NO));
    }

    private Outcome begin(Application application, String by) {
        if (asksForCode()) {
            var unconfirmed = at(application, Stage.UNCONFIRMED, LookAfter.NO);
            applications.put(unconfirmed);
            note(unconfirmed, by, "hand-in");
            var code = reading.letters().sendCode(unconfirmed);
            if (code.isEmpty()) {
                return toStaff(unconfirmed);
            }
            applications.code(application.id(), code.get());
            return new Outcome.ConfirmFirst(application.id());
        }
        applications.put(application);
        note(application, by, "hand-in");
        return judge(application);
    }

    /// Where anybody may sign up, an address is confirmed; without a mail server somebody looks at it instead.
    private boolean asksForCode() {
        return signup == Signup.OPEN
                && reading.programme().mode() == Programme.Mode.IMMEDIATE
                && reading.letters().leave();
    }

    private boolean confirmedEnough() {
        return signup != Signup.OPEN || reading.letters().leave();
    }

    /// Accepts at once what may be, leaves the rest to the staff.
    private Outcome judge(Application application) {
        if (reading.programme().mode() != Programme.Mode.IMMEDIATE
                || Checks.hard(application.doubts())
                || !confirmedEnough()) {
            return new Outcome.Waits(application.id());
        }
        var looked = !application.doubts().isEmpty() || sampled(application.id());
        if (looked) {
            applications.put(at(application, Stage.WAITING, LookAfter.YES));
        }
        return switch (decisions.decide(application.id(), Decision.of(Move.ACCEPT, MACHINE))) {
            case Decisions.Outcome.Done(var done) when done.number() != null -> new Outcome.Given(done.number());
            case Decisions.Outcome.Done _,
                    Decisions.Outcome.NotFromThere _,
                    Decisions.Outcome.NoteMissing _,
                    Decisions.Outcome.NoSuchNumber _,
                    Decisions.Outcome.OneStands _ -> new Outcome.Waits(application.id());
        };
    }

    /// One of so many, by its random bits: nobody can tell beforehand which.
    private boolean sampled(UUID id) {
        var oneOf = reading.programme().settings().sample();
        return oneOf > 0 && Math.floorMod(id.getLeastSignificantBits(), oneOf) == 0;
    }

    /// The code comes back. Errors: [NotFound].
    public Outcome confirm(OrganizationId organization, UUID id, String code) {
        return database.across(_ -> {
            applications.lock(organization);
            var application = mine(organization, id);
            var kept = applications.tryCode(id);
            if (application.stage() != Stage.UNCONFIRMED || kept.isEmpty()) {
                return new Outcome.NotPossible();
            }
            if (kept.get().tries() > TRIES) {
                return toStaff(application);
            }
            if (!MessageDigest.isEqual(
                    DeskLetters.hash(id, DeskLetters.digits(code)), kept.get().hash())) {
                return kept.get().tries() == TRIES
                        ? toStaff(application)
                        : new Outcome.WrongCode(TRIES - kept.get().tries());
            }
            decisions.decide(id, Decision.of(Move.CONFIRM, MACHINE));
            return judge(applications.lock(id).orElseThrow());
        });
    }

    /// The code does not arrive: somebody looks at it instead. Errors: [NotFound].
    public Outcome review(OrganizationId organization, UUID id) {
        return database.across(_ -> {
            applications.lock(organization);
            var application = mine(organization, id);
            return application.stage() == Stage.UNCONFIRMED ? toStaff(application) : new Outcome.NotPossible();
        });
    }

    private Outcome toStaff(Application application) {
        decisions.decide(application.id(), Decision.of(Move.CONFIRM, MACHINE));
        return new Outcome.Waits(application.id());
    }

    /// Takes an application back. Errors: [NotFound].
    public Outcome withdraw(OrganizationId organization, UUID id, String by) {
        return database.across(_ -> {
            mine(organization, id);
            return switch (decisions.decide(id, Decision.of(Move.WITHDRAW, by))) {
                case Decisions.Outcome.Done _ -> new Outcome.Waits(id);
                case Decisions.Outcome.NotFromThere _,
                        Decisions.Outcome.NoteMissing _,
                        Decisions.Outcome.NoSuchNumber _,
                        Decisions.Outcome.OneStands _ -> new Outcome.NotPossible();
            };
        });
    }

    /// Stops a declaration; false when it is not a current one of this company.
    public boolean stop(OrganizationId organization, String number, String by) {
        return decisions.stop(organization, number, by);
    }

    /// Applications of a company, the newest first.
    public List<Application> of(OrganizationId organization) {
        return applications.of(organization);
    }

    /// One of them. Errors: [NotFound] when the company has no such application.
    public Application mine(OrganizationId organization, UUID id) {
        return applications
                .find(id)
                .filter(one -> organization.equals(one.organization()))
                .orElseThrow(() -> new NotFound("application"));
    }

    /// What happened to it, the newest first. Ask [#mine] before.
    public List<Event> events(UUID id) {
        return applications.events(id);
    }

    /// Declarations of a company that have a number.
    public List<AcceptedDeclaration> declarations(OrganizationId organization) {
        return reading.declarations().of(organization);
    }

    /// Whether a company may ask to take this declaration over: it is current, and another's.
    public boolean transferable(OrganizationId organization, String number) {
        return reading.declarations().find(number).filter(AcceptedDeclaration::current).stream()
                .anyMatch(one -> !organization.equals(one.organization()));
    }

    private static Application at(Application application, Stage stage, LookAfter after) {
        return application.at(stage, application.number(), application.course().looked(after));
    }

    private void note(Application application, String who, String move) {
        var stage = application.stage().id();
        applications.note(application.id(), new Event(OffsetDateTime.now(clock), who, move, stage, null));
    }
}
