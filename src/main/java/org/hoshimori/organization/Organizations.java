package org.hoshimori.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The companies of this installation: founding one, reading it, removing it.
@Component
public class Organizations {

    private final Database database;
    private final OrganizationRepository companies;
    private final MemberRepository members;
    private final Trail trail;
    private final Clock clock;

    Organizations(
            Database database, OrganizationRepository companies, MemberRepository members, Trail trail, Clock clock) {
        this.database = database;
        this.companies = companies;
        this.members = members;
        this.trail = trail;
        this.clock = clock;
    }

    /// What is asked when a company starts: its name and the first person.
    ///
    /// @param roles of the first person; the founder of a real company is its owner unless they say otherwise
    /// @param sample true for the fictional company
    public record Founding(
            String company,
            String person,
            @Nullable String jobTitle,
            Set<Role> roles,
            @Nullable String email,
            boolean sample) {}

    /// Where a postal code leads: the room of the official codes supplies it.
    @FunctionalInterface
    public interface PostalCodes {

        /// @param prefecture two digits
        /// @param address from the municipality on
        record Street(String prefecture, String address) {}

        /// The streets of a code as it is typed; empty while no official file is loaded.
        Optional<List<Street>> at(String postalCode);
    }

    /// Creates a company with its first person, who becomes the [Actor].
    public Actor found(Founding founding) {
        var organization = OrganizationId.next();
        var member = MemberId.next();
        return database.transact(organization, () -> {
            var now = OffsetDateTime.now(clock);
            companies.add(organization, founding.company(), founding.sample(), now);
            members.add(
                    organization,
                    new Member(
                            member,
                            founding.person(),
                            founding.jobTitle(),
                            null,
                            founding.email(),
                            PersonalCode.next(),
                            founding.roles(),
                            Set.of()),
                    now);
            var actor =
                    new Actor(organization, member, founding.person(), founding.jobTitle(), founding.roles(), Set.of());
            trail.append(
                    organization,
                    actor.author(),
                    Subject.of("company", organization),
                    Change.to("founded", founding.company()));
            return actor;
        });
    }

    /// The company's facts. Errors: [NotFound] when it is gone.
    public Company company(OrganizationId organization) {
        return companies.find(organization).orElseThrow(() -> new NotFound("company"));
    }

    /// The company with what must not happen to it, its people in the order in which they came, and what it put off.
    public record Portrait(
            Company company, List<Worries.Worry> worries, List<Member> people, List<Postponed> postponed) {}

    /// An optional matter that the company does not take up now.
    ///
    /// @param matter a word of the room that shows it, for example `declaration`
    /// @param until the day on which it is shown again; null for not before somebody takes it up
    public record Postponed(String matter, @Nullable LocalDate until) {}

    /// All that a first page shows of a company, in one statement. Errors: [NotFound] when it is gone.
    public Portrait portrait(OrganizationId organization) {
        return members.portrait(organization).orElseThrow(() -> new NotFound("company"));
    }

    /// Writes down changed facts; one entry in the trail per changed fact.
    public void change(Actor actor, Company changed) {
        database.transact(actor.organization(), () -> {
            companies.lock(actor.organization());
            var before = company(actor.organization());
            companies.change(actor.organization(), changed);
            before.changesTo(changed).forEach(change -> note(actor, change));
            return before;
        });
    }

    /// Leaves a matter for later, or changes until when.
    public void postpone(Actor actor, Postponed matter) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            companies.lock(organization);
            var changed = !companies.postponed(organization).contains(matter);
            if (changed) {
                companies.postpone(organization, matter, actor.name(), OffsetDateTime.now(clock));
                var until = matter.until() == null ? null : matter.until().toString();
                note(actor, new Change("put-off-" + matter.matter(), null, until));
            }
            return changed;
        });
    }

    /// Takes a matter up again that was left for later.
    public void takeUp(Actor actor, String matter) {
        database.transact(actor.organization(), () -> {
            var waited = companies.takeUp(actor.organization(), matter);
            if (waited) {
                note(actor, Change.of("taken-up-" + matter));
            }
            return waited;
        });
    }

    private void note(Actor actor, Change change) {
        trail.append(actor.organization(), actor.author(), Subject.of("company", actor.organization()), change);
    }

    /// Removes a company with everything that belongs to it; a tombstone of its trail remains.
    public void remove(OrganizationId organization, Author author) {
        database.transact(organization, () -> {
            trail.append(organization, author, Subject.of("company", organization), Change.of("removed"));
            companies.remove(organization);
            trail.erase(organization);
            return organization;
        });
    }
}
