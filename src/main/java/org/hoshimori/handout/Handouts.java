package org.hoshimori.handout;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.Documents;
import org.hoshimori.document.Revision;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.People;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Documents that everybody in the company is asked to read and confirm. Who is asked is never stored: whoever is there
/// today is asked, so that those who join later get it by themselves, and a new revision asks everybody again.
@Component
class Handouts {

    /// A document to read.
    ///
    /// @param confirmed by the person who looks
    record Paper(Revision revision, State state) {}

    enum State {
        OPEN,
        CONFIRMED
    }

    /// A person and whether the revision in force is confirmed; null when not yet.
    record Line(Member member, @Nullable Confirmation confirmation) {}

    private final HandoutRepository handouts;
    private final Documents documents;
    private final People people;
    private final Database database;
    private final Trail trail;
    private final Clock clock;

    Handouts(
            HandoutRepository handouts,
            Documents documents,
            People people,
            Database database,
            Trail trail,
            Clock clock) {
        this.handouts = handouts;
        this.documents = documents;
        this.people = people;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /// What a person is asked to read, as far as something is in force: what is open first.
    List<Paper> mine(OrganizationId organization, MemberId member) {
        return database.transact(organization, () -> {
            var confirmed = handouts.confirmedBy(organization, member);
            var handedOut = handouts.handedOut(organization);
            var papers = new ArrayList<Paper>();
            documents.standing(organization).forEach(standing -> {
                var revision = standing.revision();
                if (revision != null && handedOut.contains(standing.template()) && revision.begun(documents.today())) {
                    papers.add(new Paper(
                            revision, confirmed.contains(revision.id().value()) ? State.CONFIRMED : State.OPEN));
                }
            });
            papers.sort(java.util.Comparator.comparing(Paper::state));
            return papers;
        });
    }

    boolean handedOut(OrganizationId organization, String template) {
        return handouts.handedOut(organization).contains(template);
    }

    /// Everybody with their confirmation of the revision in force. Errors: [NotFound] when nothing is in force.
    List<Line> lines(OrganizationId organization, Revision revision) {
        Map<MemberId, Confirmation> confirmed = handouts.confirmations(organization, revision.id());
        return people.all(organization).stream()
                .map(member -> new Line(member, confirmed.get(member.id())))
                .toList();
    }

    /// The revision in force. Errors: [NotFound].
    Revision revision(OrganizationId organization, String template) {
        return documents.inForce(organization, template).orElseThrow(() -> new NotFound("revision"));
    }

    void handOut(Actor actor, String template) {
        database.transact(actor.organization(), () -> {
            var revision = revision(actor.organization(), template);
            if (handouts.handOut(actor.organization(), template, actor.name(), OffsetDateTime.now(clock))) {
                note(actor, "document-handed-out", revision.title());
            }
            return revision;
        });
    }

    void stop(Actor actor, String template) {
        database.transact(actor.organization(), () -> {
            if (handedOut(actor.organization(), template)) {
                handouts.stop(actor.organization(), template);
                note(actor, "document-hand-out-ended", template);
            }
            return template;
        });
    }

    /// 確認しました: about the revision that was shown, and only while it is the one in force.
    ///
    /// @return false when another revision has come into force since
    boolean confirm(Actor actor, String template, int number) {
        return confirm(actor, template, number, actor.member(), Confirmation.Way.HERE);
    }

    /// The same for somebody who confirmed on paper. Errors: [NotFound] for a person of another company.
    boolean confirmedOnPaper(Actor actor, String template, int number, MemberId member) {
        return confirm(actor, template, number, member, Confirmation.Way.PAPER);
    }

    private boolean confirm(Actor actor, String template, int number, MemberId member, Confirmation.Way way) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var revision = revision(organization, template);
            if (!handedOut(organization, template)) {
                throw new NotFound("handout");
            }
            if (revision.number() != number) {
                return false;
            }
            var person = people.find(organization, member).orElseThrow(() -> new NotFound("member"));
            var confirmation = new Confirmation(OffsetDateTime.now(clock), way);
            if (handouts.confirm(organization, revision.id(), person.id(), confirmation, actor.name())) {
                trail.append(
                        organization,
                        actor.author(),
                        Subject.of("member", person.id()),
                        Change.to("document-confirmed", revision.title() + " " + number));
            }
            return true;
        });
    }

    private void note(Actor actor, String action, String what) {
        trail.append(
                actor.organization(),
                actor.author(),
                Subject.of("company", actor.organization()),
                Change.to(action, what));
    }
}
