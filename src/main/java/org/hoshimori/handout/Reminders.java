package org.hoshimori.handout;

import java.util.Collection;
import java.util.List;
import org.hoshimori.access.SignIns;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.Documents;
import org.hoshimori.document.Revision;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// Asks again those who have not confirmed: by a click of the person in charge, and by itself after seven days and then
/// weekly, three times at most. Asks those who joined since, too. The start page says it always; a mail goes where mail
/// is set up.
@Component
class Reminders {

    private final Handouts handouts;
    private final HandoutRepository stored;
    private final Requests requests;
    private final Documents documents;
    private final Trail trail;
    private final Surroundings around;

    Reminders(
            Handouts handouts,
            HandoutRepository stored,
            Requests requests,
            Documents documents,
            Trail trail,
            Surroundings around) {
        this.handouts = handouts;
        this.stored = stored;
        this.requests = requests;
        this.documents = documents;
        this.trail = trail;
        this.around = around;
    }

    /// What the walk through the companies needs.
    @Component
    record Surroundings(Database database, SignIns signIns) {}

    /// Walks all companies, each in its own transaction.
    void remindAll() {
        around.signIns().everyCompany("handout-reminders", this::remindDue);
    }

    /// Asks whoever joined, and reminds whoever is due, of everything that one company handed out. Returns how many
    /// people were reminded.
    int remindDue(OrganizationId organization) {
        return around.database().transact(organization, () -> {
            var reminded = 0;
            for (var handout : stored.handouts(organization)) {
                var revision = documents.inForce(organization, handout.template());
                if (revision.isPresent()) {
                    stored.lock(organization, handout.template());
                    requests.ask(organization, handout, revision.get());
                    var people = requests.remindDue(organization, revision.get());
                    note(organization, Author.SYSTEM, revision.get(), people);
                    reminded += people.size();
                }
            }
            return reminded;
        });
    }

    /// Reminds all who have not confirmed; nobody twice on one day. Returns how many.
    int remindOpen(Actor actor, String template) {
        var organization = actor.organization();
        return around.database().transact(organization, () -> {
            stored.lock(organization, template);
            var revision = handouts.revision(organization, template);
            var open = requests.open(organization, revision).stream()
                    .map(ReadingRequest::member)
                    .toList();
            return remind(actor, revision, open);
        });
    }

    /// Reminds one person. Returns 0 when they confirmed or were reminded today. Errors: [NotFound] for whoever is not
    /// asked.
    int remind(Actor actor, String template, MemberId member) {
        var organization = actor.organization();
        return around.database().transact(organization, () -> {
            stored.lock(organization, template);
            var revision = handouts.revision(organization, template);
            handouts.person(organization, handouts.known(organization, template), member);
            return remind(actor, revision, List.of(member));
        });
    }

    private int remind(Actor actor, Revision revision, Collection<MemberId> members) {
        var people = requests.remind(actor.organization(), revision, members);
        note(actor.organization(), actor.author(), revision, people);
        return people.size();
    }

    private void note(OrganizationId organization, Author author, Revision revision, List<Member> people) {
        for (var person : people) {
            trail.append(
                    organization,
                    author,
                    Subject.of("member", person.id()),
                    Change.to("document-reminded", revision.title() + " " + revision.number()));
        }
    }
}
