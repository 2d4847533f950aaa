package org.hoshimori.handout;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.Revision;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.handout.Letters.Occasion;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asking people to read, and asking again: who is asked, by which personal link, by mail where it is set up. Called
/// inside a transaction of the company; the trail is the callers'.
@Component
class Requests {

    /// As long as a link may be good.
    static final Duration VALIDITY = Duration.ofDays(14);

    private final RequestRepository requests;
    private final HandoutRepository handouts;
    private final Links links;
    private final Letters letters;
    private final Everybody everybody;
    private final Clock clock;

    Requests(
            RequestRepository requests,
            HandoutRepository handouts,
            Links links,
            Letters letters,
            Everybody everybody,
            Clock clock) {
        this.requests = requests;
        this.handouts = handouts;
        this.links = links;
        this.letters = letters;
        this.everybody = everybody;
        this.clock = clock;
    }

    /// The company with its people.
    @Component
    record Everybody(Organizations organizations, People people, Departments departments) {

        /// Those who are asked today; the tree of departments is read only where it matters.
        List<Member> asked(OrganizationId organization, Audience audience) {
            var tree = audience.needsTree() ? departments.all(organization) : List.<Department>of();
            return audience.among(people.all(organization), tree);
        }
    }

    /// Asks everybody who is to read a revision and was not asked yet, by mail where the handout says so; ends what no
    /// longer stands. Returns how many were asked.
    int ask(OrganizationId organization, Handout handout, Revision revision) {
        var asked = everybody.asked(organization, handout.audience());
        var known = requests.all(organization, revision.id());
        var now = OffsetDateTime.now(clock);
        requests.end(organization, revision, ids(asked), now);
        var anew =
                asked.stream().filter(member -> !stands(known.get(member.id()))).toList();
        requests.ask(organization, revision, ids(anew), now);
        if (handout.mail()) {
            var confirmed = handouts.confirmations(organization, revision.id()).keySet();
            write(organization, revision, without(anew, confirmed), Occasion.ASKED);
        }
        return anew.size();
    }

    private static boolean stands(@Nullable ReadingRequest request) {
        return request != null && request.stands();
    }

    /// Ends all requests of a document, with their links.
    void end(OrganizationId organization, Revision revision) {
        var ended = requests.all(organization, revision.id()).values().stream()
                .map(ReadingRequest::id)
                .collect(Collectors.toSet());
        links.revoke(Link.Purpose.HANDOUT, organization, ended);
        requests.end(organization, revision, List.of(), OffsetDateTime.now(clock));
    }

    /// Those who are asked, have not confirmed and were not reminded today.
    List<ReadingRequest> open(OrganizationId organization, Revision revision) {
        var confirmed = handouts.confirmations(organization, revision.id()).keySet();
        return requests.all(organization, revision.id()).values().stream()
                .filter(request -> request.stands() && !confirmed.contains(request.member()))
                .toList();
    }

    /// Asks some people again by somebody's click. Returns who was reminded: nobody twice on one day.
    List<Member> remind(OrganizationId organization, Revision revision, Collection<MemberId> members) {
        var now = OffsetDateTime.now(clock);
        var due = open(organization, revision).stream()
                .filter(request -> members.contains(request.member()) && request.mayBeReminded(now))
                .toList();
        var people = people(organization, due);
        requests.reminded(organization, uuids(due, people), now);
        write(organization, revision, people, Occasion.REMINDED);
        return people;
    }

    /// Asks again by itself whoever is due. Returns who was.
    List<Member> remindDue(OrganizationId organization, Revision revision) {
        var now = OffsetDateTime.now(clock);
        var due = open(organization, revision).stream()
                .filter(request -> request.due(now))
                .toList();
        var people = people(organization, due);
        requests.remindedByItself(organization, uuids(due, people), now);
        write(organization, revision, people, Occasion.REMINDED);
        return people;
    }

    /// A new personal link for each of these people, who are asked if they were not yet. Earlier ones stay good until
    /// their end, so that a sheet that hangs on the wall and a mail both work.
    Map<MemberId, String> links(
            OrganizationId organization, Revision revision, List<Member> members, @Nullable MemberId by) {
        requests.ask(organization, revision, ids(members), OffsetDateTime.now(clock));
        var known = requests.all(organization, revision.id());
        return members.stream()
                .collect(Collectors.toMap(
                        Member::id,
                        member -> links.issue(
                                Link.Purpose.HANDOUT,
                                organization,
                                Objects.requireNonNull(known.get(member.id())).id(),
                                by,
                                VALIDITY)));
    }

    /// Ends every link of a person to a revision. False when there was nothing to end.
    boolean revoke(OrganizationId organization, Revision revision, MemberId member) {
        var request = requests.all(organization, revision.id()).get(member);
        if (request != null) {
            links.revoke(Link.Purpose.HANDOUT, organization, request.id());
        }
        return request != null;
    }

    /// Until when somebody's links to a revision are good.
    OffsetDateTime until() {
        return OffsetDateTime.now(clock).plus(VALIDITY);
    }

    private void write(OrganizationId organization, Revision revision, List<Member> people, Occasion occasion) {
        if (people.isEmpty()) {
            return;
        }
        var company = everybody.organizations().company(organization);
        var reached = people.stream()
                .filter(member -> letters.reaches(company, member))
                .toList();
        var tokens = reached.isEmpty() ? Map.<MemberId, String>of() : links(organization, revision, reached, null);
        for (var member : reached) {
            letters.send(
                    new Letters.Letter(company, member, revision, occasion, until()),
                    Objects.requireNonNull(tokens.get(member.id())));
        }
    }

    private List<Member> people(OrganizationId organization, List<ReadingRequest> due) {
        var wanted = due.stream().map(ReadingRequest::member).collect(Collectors.toSet());
        return wanted.isEmpty()
                ? List.of()
                : everybody.people().all(organization).stream()
                        .filter(member -> wanted.contains(member.id()))
                        .toList();
    }

    private static List<Member> without(List<Member> people, Set<MemberId> some) {
        return people.stream().filter(member -> !some.contains(member.id())).toList();
    }

    private static List<MemberId> ids(List<Member> people) {
        return people.stream().map(Member::id).toList();
    }

    private static List<UUID> uuids(List<ReadingRequest> due, List<Member> people) {
        var here = ids(people);
        return due.stream()
                .filter(request -> here.contains(request.member()))
                .map(ReadingRequest::id)
                .toList();
    }
}
