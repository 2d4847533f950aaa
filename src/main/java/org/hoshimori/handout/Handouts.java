package org.hoshimori.handout;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.DocumentStanding;
import org.hoshimori.document.Documents;
import org.hoshimori.document.Revision;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Documents that people of the company are asked to read and confirm. Who belongs to "everybody" or to a department is
/// never stored: whoever is there today is asked, so that those who join later get it by themselves, and a new revision
/// asks everybody again.
@Component
public class Handouts {

    /// A document to read.
    ///
    /// @param confirmed by the person who looks; null when not yet
    /// @param remindedAt when the person was last asked again; null for never
    record Paper(
            Revision revision,
            @Nullable Confirmation confirmed,
            @Nullable OffsetDateTime remindedAt) {}

    /// A person and whether the revision in force is confirmed; null when not yet.
    record Line(
            Member member,
            @Nullable Confirmation confirmation,
            @Nullable ReadingRequest request) {

        boolean open() {
            return confirmation == null;
        }
    }

    /// What came of a click.
    public enum Outcome {
        DONE,
        /// Another revision has come into force since.
        OVERTAKEN
    }

    private final HandoutRepository handouts;
    private final Requests requests;
    private final Requests.Everybody everybody;
    private final Desk desk;
    private final Database database;
    private final Clock clock;

    Handouts(
            HandoutRepository handouts,
            Requests requests,
            Requests.Everybody everybody,
            Desk desk,
            Database database,
            Clock clock) {
        this.handouts = handouts;
        this.requests = requests;
        this.everybody = everybody;
        this.desk = desk;
        this.database = database;
        this.clock = clock;
    }

    /// What is handed out, and what was asked; the trail beside it.
    @Component
    record Desk(Documents documents, RequestRepository requests, Trail trail) {}

    /// What the start page asks.
    ///
    /// @param mine documents that the person was asked to read and has not confirmed
    public record Reading(int mine, boolean handbookIsOut) {}

    /// One statement.
    public Reading reading(OrganizationId organization, MemberId member) {
        return desk.requests().reading(organization, member);
    }

    /// What a person is asked to read, as far as something is in force: what is open first.
    List<Paper> mine(OrganizationId organization, MemberId member) {
        return database.transact(organization, () -> {
            var confirmed = handouts.confirmedBy(organization, member);
            var reminded = desk.requests().of(organization, member).stream()
                    .filter(request -> request.remindedAt() != null)
                    .collect(Collectors.toMap(ReadingRequest::revision, request -> request));
            var standing = desk.documents().standing(organization).stream()
                    .collect(Collectors.toMap(DocumentStanding::template, one -> one));
            var papers = new ArrayList<Paper>();
            for (var handout : forPerson(organization, member)) {
                var known = standing.get(handout.template());
                var revision = known == null ? null : known.revision();
                if (revision != null && revision.begun(desk.documents().today())) {
                    var request = reminded.get(revision.id());
                    papers.add(new Paper(
                            revision, confirmed.get(revision.id()), request == null ? null : request.remindedAt()));
                }
            }
            papers.sort(Comparator.comparing(paper -> paper.confirmed() != null));
            return papers;
        });
    }

    private List<Handout> forPerson(OrganizationId organization, MemberId member) {
        var all = handouts.handouts(organization);
        if (all.stream().allMatch(one -> one.audience().kind() == Audience.Kind.EVERYBODY)) {
            return all;
        }
        var person = everybody.people().find(organization, member).stream().toList();
        var tree = all.stream().anyMatch(one -> one.audience().needsTree())
                ? everybody.departments().all(organization)
                : List.<Department>of();
        return all.stream()
                .filter(one -> !one.audience().among(person, tree).isEmpty())
                .toList();
    }

    /// Whether a person is asked to read a document.
    boolean asks(OrganizationId organization, Handout handout, MemberId member) {
        return handout.audience().kind() == Audience.Kind.EVERYBODY
                || asked(organization, handout, List.of(member)).containsKey(member);
    }

    /// Somebody who is asked. Errors: [NotFound] for everybody else, another company's people too.
    Member person(OrganizationId organization, Handout handout, MemberId member) {
        return people(organization, handout, List.of(member)).getFirst();
    }

    /// The same for several, read once and in their order.
    List<Member> people(OrganizationId organization, Handout handout, List<MemberId> members) {
        var asked = asked(organization, handout, members);
        return members.stream()
                .map(member -> Optional.ofNullable(asked.get(member)).orElseThrow(() -> new NotFound("member")))
                .toList();
    }

    /// Those of some people who are asked.
    private Map<MemberId, Member> asked(OrganizationId organization, Handout handout, List<MemberId> members) {
        var alone = handout.audience().kind() == Audience.Kind.EVERYBODY && members.size() == 1;
        var people = alone
                ? everybody.people().find(organization, members.getFirst()).stream()
                        .toList()
                : everybody.asked(organization, handout.audience());
        return people.stream()
                .filter(one -> members.contains(one.id()))
                .collect(Collectors.toMap(Member::id, one -> one));
    }

    /// What is handed out. Errors: [NotFound].
    Handout known(OrganizationId organization, String template) {
        return handout(organization, template).orElseThrow(() -> new NotFound("handout"));
    }

    Optional<Handout> handout(OrganizationId organization, String template) {
        return handouts.handout(organization, template);
    }

    /// Some people with their confirmation of a revision.
    List<Line> lines(OrganizationId organization, List<Member> people, Revision revision) {
        var confirmed = handouts.confirmations(organization, revision.id());
        var asked = desk.requests().all(organization, revision.id());
        return people.stream()
                .map(member -> new Line(member, confirmed.get(member.id()), asked.get(member.id())))
                .toList();
    }

    /// The revision in force. Errors: [NotFound].
    Revision revision(OrganizationId organization, String template) {
        return desk.documents().inForce(organization, template).orElseThrow(() -> new NotFound("revision"));
    }

    /// Hands a document out to everybody, without mail and without questions. Errors: [NotFound] when nothing is in
    /// force.
    public void handOut(Actor actor, String template) {
        handOut(actor, new Handout(template, Handout.Audience.EVERYBODY, false, false));
    }

    /// Hands out, or changes to whom and how.
    void handOut(Actor actor, Handout handout) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            var revision = revision(organization, handout.template());
            var isNew = handouts.save(organization, handout, actor.name(), OffsetDateTime.now(clock));
            requests.ask(organization, handout, revision);
            note(actor, isNew ? "document-handed-out" : "document-hand-out-changed", revision.title());
            return revision;
        });
    }

    void stop(Actor actor, String template) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            var revision = revision(organization, template);
            if (handout(organization, template).isPresent()) {
                requests.end(organization, revision);
                handouts.stop(organization, template);
                note(actor, "document-hand-out-ended", revision.title());
            }
            return template;
        });
    }

    /// A new revision asks everybody again, by itself.
    @EventListener
    void begins(Revision.InForce begun) {
        database.transact(begun.organization(), () -> {
            handouts.lock(begun.organization(), begun.template());
            handout(begun.organization(), begun.template())
                    .ifPresent(handout -> requests.ask(
                            begun.organization(), handout, revision(begun.organization(), begun.template())));
            return begun;
        });
    }

    /// 確認しました: about the revision that was shown, and only while it is the one in force.
    public Outcome confirm(Actor actor, String template, int number) {
        return confirm(actor, template, number, List.of(actor.member()), Confirmation.Way.HERE);
    }

    /// The same for people who confirmed on paper. Errors: [NotFound] for a person of another company.
    Outcome confirmedOnPaper(Actor actor, String template, int number, List<MemberId> members) {
        return confirm(actor, template, number, members, Confirmation.Way.PAPER);
    }

    private Outcome confirm(Actor actor, String template, int number, List<MemberId> members, Confirmation.Way way) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var revision = revision(organization, template);
            var handout = known(organization, template);
            if (revision.number() != number) {
                return Outcome.OVERTAKEN;
            }
            people(organization, handout, members)
                    .forEach(person -> record(organization, revision, person, way, actor.author()));
            return Outcome.DONE;
        });
    }

    /// The same by a personal link.
    void confirmByLink(OrganizationId organization, Revision revision, Member person) {
        database.transact(organization, () -> {
            record(organization, revision, person, Confirmation.Way.LINK, new Author(null, person.name()));
            return person;
        });
    }

    private void record(
            OrganizationId organization, Revision revision, Member person, Confirmation.Way way, Author author) {
        var confirmation = new Confirmation(OffsetDateTime.now(clock), way);
        if (handouts.confirm(organization, revision.id(), person.id(), confirmation, author.name())) {
            desk.trail()
                    .append(
                            organization,
                            author,
                            Subject.of("member", person.id()),
                            Change.to("document-confirmed", revision.title() + " " + revision.number()));
        }
    }

    /// Notes what was done about one person who is asked.
    void note(Actor actor, Member person, String action, Revision revision) {
        desk.trail()
                .append(
                        actor.organization(),
                        actor.author(),
                        Subject.of("member", person.id()),
                        Change.to(action, revision.title() + " " + revision.number()));
    }

    private void note(Actor actor, String action, String what) {
        desk.trail()
                .append(
                        actor.organization(),
                        actor.author(),
                        Subject.of("company", actor.organization()),
                        Change.to(action, what));
    }
}
