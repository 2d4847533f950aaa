package org.hoshimori.control;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.database.ActorId;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asking employees what they think of a control: by link without an account, or signed in.
@Component
class Opinions {

    /// A link opens for so long; the house allows no longer.
    static final Duration VALIDITY = Duration.ofDays(14);

    /// More opinions than this on one control come from a machine.
    static final int MOST = 500;

    /// What an employee thinks of a control that is planned.
    ///
    /// @param author the name as it was given
    /// @param member null when the opinion came by a link
    record Opinion(
            UUID id,
            String author,
            @Nullable MemberId member,
            Stance stance,
            @Nullable String text,
            OffsetDateTime givenAt) {}

    /// The three answers to "can we do this?".
    enum Stance {
        CAN_DO("can-do"),
        WORRIED("worried"),
        CANNOT("cannot");

        private final String id;

        Stance(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        static Optional<Stance> of(@Nullable String id) {
            return Arrays.stream(values())
                    .filter(stance -> stance.id.equals(id))
                    .findFirst();
        }
    }

    private final Database database;
    private final ControlNoteRepository opinions;
    private final ControlRepository controls;
    private final Links links;
    private final Trail trail;
    private final Clock clock;

    Opinions(
            Database database,
            ControlNoteRepository opinions,
            ControlRepository controls,
            Links links,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.opinions = opinions;
        this.controls = controls;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    /// What somebody says.
    ///
    /// @param member null when it comes by a link
    record Said(
            String author,
            @Nullable MemberId member,
            Stance stance,
            @Nullable String text) {}

    /// What a link opens: the control of a company.
    record Asked(OrganizationId organization, DecidedControl control, OffsetDateTime until) {}

    /// Makes one link for everybody who is to be asked and returns its token; the link made before ends.
    String invite(Actor actor, ControlId id) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var control = control(organization, id);
            links.revoke(Link.Purpose.OPINION, organization, id.value());
            trail.append(
                    organization,
                    actor.author(),
                    Subject.of("control", id),
                    Change.to("control-opinions-asked", control.title()));
            return links.issue(Link.Purpose.OPINION, organization, id.value(), actor.member(), VALIDITY);
        });
    }

    /// What a token opens. Nothing is used up: several people may say what they think. Errors: [NotFound] when the link
    /// is not good any more.
    Asked open(String token) {
        var link = links.open(token, Link.Purpose.OPINION).orElseThrow(() -> new NotFound("opinion"));
        var organization = Objects.requireNonNull(link.organization());
        var id = new ControlId(Objects.requireNonNull(link.subject()));
        return new Asked(organization, control(organization, id), link.expiresAt());
    }

    /// Writes an opinion down. The same words of the same person again are not written twice. False when there are too
    /// many already.
    boolean give(OrganizationId organization, ControlId id, Said said) {
        return database.transact(organization, () -> {
            control(organization, id);
            var given = opinions.opinions(organization, id, MOST);
            if (given.stream().anyMatch(opinion -> same(opinion, said))) {
                return true;
            }
            if (given.size() >= MOST) {
                return false;
            }
            var opinion = new Opinion(
                    TimeOrderedId.next(),
                    said.author(),
                    said.member(),
                    said.stance(),
                    said.text(),
                    OffsetDateTime.now(clock));
            opinions.add(organization, id, opinion);
            var member = said.member();
            trail.append(
                    organization,
                    new Author(member == null ? null : new ActorId(member.value()), said.author()),
                    Subject.of("control", id),
                    Change.to("control-opinion-given", said.stance().id()));
            return true;
        });
    }

    List<Opinion> newest(OrganizationId organization, ControlId id, int limit) {
        return opinions.opinions(organization, id, limit);
    }

    private static boolean same(Opinion opinion, Said said) {
        return opinion.author().equals(said.author())
                && Objects.equals(opinion.member(), said.member())
                && opinion.stance() == said.stance()
                && Objects.equals(opinion.text(), said.text());
    }

    private DecidedControl control(OrganizationId organization, ControlId id) {
        return controls.find(organization, id)
                .orElseThrow(() -> new NotFound("control"))
                .control();
    }
}
