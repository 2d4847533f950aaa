package org.hoshimori.programme;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.access.SignInId;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.web.NotFound;
import org.springframework.stereotype.Component;

/// The operator's people: the first head comes by a link printed at the start, everybody else by a head's invitation.
@Component
public class Staff {

    private static final Duration FIRST_LINK = Duration.ofDays(1);
    private static final Duration INVITATION = Duration.ofDays(7);

    private final StaffRepository staff;
    private final Links links;
    private final Database database;
    private final Programme programme;
    private final Clock clock;

    Staff(StaffRepository staff, Links links, Database database, Programme programme, Clock clock) {
        this.staff = staff;
        this.links = links;
        this.database = database;
        this.programme = programme;
        this.clock = clock;
    }

    /// A person of the staff as colleagues see them.
    public record Colleague(UUID id, String name, Set<StaffRole> roles, State state) {

        /// Whether the invitation was taken up.
        public enum State {
            INVITED,
            HERE
        }
    }

    /// One thing that staff did.
    ///
    /// @param about what it was done to: a name or a number, for a text [Saved]
    public record Done(OffsetDateTime at, String name, String action, String about) {

        /// The text that was saved.
        public Optional<Saved> saved() {
            return action.equals("text-saved") ? Optional.of(Saved.of(about)) : Optional.empty();
        }

        /// Of decisions made together: which, and how many.
        public Optional<Together> together() {
            return action.equals("batch-started") ? Optional.of(Together.of(about)) : Optional.empty();
        }
    }

    /// A revision of a text or setting, as the record keeps it.
    ///
    /// @param title empty for settings
    public record Saved(ProgrammeTexts.Kind kind, String name, int revision, String title) {

        String about() {
            return kind.id() + " " + name + " " + revision + " " + title;
        }

        static Saved of(String about) {
            var parts = about.split(" ", 4);
            return new Saved(
                    ProgrammeTexts.Kind.of(parts[0]).orElseThrow(),
                    parts[1],
                    Integer.parseInt(parts[2]),
                    parts.length > 3 ? parts[3] : "");
        }
    }

    /// Decisions of one kind made together.
    ///
    /// @param move the word of the decision
    public record Together(String move, int count) {

        static Together of(String about) {
            var parts = about.split(" ", 2);
            return new Together(parts[0], Integer.parseInt(parts[1]));
        }
    }

    /// What a change among the staff leads to.
    sealed interface Outcome {
        record Changed() implements Outcome {}

        /// Without a head nobody could let anybody in.
        record LastHead() implements Outcome {}
    }

    /// Who this sign-in is at the desk; empty while the programme is off.
    public Optional<Clerk> clerk(SignInId signIn) {
        return programme.runs() ? staff.clerk(signIn) : Optional.empty();
    }

    /// The token of the link for the first head; empty when it is not needed. Earlier ones end.
    Optional<String> firstLink() {
        return programme.runs() && staff.none()
                ? Optional.of(links.issueForInstallation(Link.Purpose.STAFF, null, FIRST_LINK))
                : Optional.empty();
    }

    /// The good link behind a token. Errors: [NotFound].
    Link link(String token) {
        var link = links.open(token, Link.Purpose.STAFF)
                .filter(_ -> programme.runs())
                .orElseThrow(() -> new NotFound("staff link"));
        var invited = link.subject();
        if (invited == null && !staff.none()) {
            throw new NotFound("the first head is there");
        }
        if (invited != null && staff.find(invited).isEmpty()) {
            throw new NotFound("somebody who was let go");
        }
        return link;
    }

    /// Takes up an invitation. Errors: [NotFound] when the link is not good any more, or the sign-in is staff already.
    Clerk join(String token, SignInId signIn, String name) {
        return database.across(_ -> {
            staff.lock("staff");
            var link = link(token);
            if (staff.clerk(signIn).isPresent() || !links.use(token, Link.Purpose.STAFF)) {
                throw new NotFound("staff link");
            }
            var now = OffsetDateTime.now(clock);
            if (link.subject() == null) {
                staff.add(TimeOrderedId.next(), signIn, name, EnumSet.of(StaffRole.HEAD), now);
            } else {
                staff.join(Objects.requireNonNull(link.subject()), signIn, name);
            }
            var clerk = staff.clerk(signIn).orElseThrow();
            staff.record(now, clerk, "staff-joined", clerk.name());
            return clerk;
        });
    }

    /// Adds a colleague and returns the token of the invitation, shown once.
    String invite(Clerk head, String name, Set<StaffRole> roles) {
        return database.across(_ -> {
            var id = TimeOrderedId.next();
            var now = OffsetDateTime.now(clock);
            staff.add(id, null, name, roles, now);
            staff.record(now, head, "staff-invited", name);
            return links.issueForInstallation(Link.Purpose.STAFF, id, INVITATION);
        });
    }

    /// Gives other roles. Errors: [NotFound].
    Outcome roles(Clerk head, UUID id, Set<StaffRole> roles) {
        return database.across(_ -> {
            staff.lock("staff");
            var colleague = staff.find(id).orElseThrow(() -> new NotFound("staff"));
            if (!roles.contains(StaffRole.HEAD) && lastHead(colleague)) {
                return new Outcome.LastHead();
            }
            staff.roles(id, roles);
            staff.record(OffsetDateTime.now(clock), head, "staff-roles", colleague.name());
            return new Outcome.Changed();
        });
    }

    /// Lets somebody go. Errors: [NotFound].
    Outcome leave(Clerk head, UUID id) {
        return database.across(_ -> {
            staff.lock("staff");
            var colleague = staff.find(id).orElseThrow(() -> new NotFound("staff"));
            if (lastHead(colleague)) {
                return new Outcome.LastHead();
            }
            var now = OffsetDateTime.now(clock);
            staff.leave(id, now);
            staff.record(now, head, "staff-left", colleague.name());
            return new Outcome.Changed();
        });
    }

    private boolean lastHead(Colleague colleague) {
        return colleague.roles().contains(StaffRole.HEAD)
                && colleague.state() == Colleague.State.HERE
                && staff.all().stream()
                        .filter(one -> one.state() == Colleague.State.HERE)
                        .filter(one -> one.roles().contains(StaffRole.HEAD))
                        .allMatch(one -> one.id().equals(colleague.id()));
    }

    List<Colleague> all() {
        return staff.all();
    }

    List<Done> newest(int limit) {
        return staff.newest(limit);
    }

    /// Notes what staff did elsewhere at the desk, in the caller's transaction.
    public void note(Clerk clerk, String action, String about) {
        staff.record(OffsetDateTime.now(clock), clerk, action, about);
    }
}
