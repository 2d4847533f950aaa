package org.hoshimori.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.hoshimori.access.SignIns;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.DocumentStanding.Occasion;
import org.hoshimori.document.DocumentStanding.Sketch;
import org.hoshimori.document.Documents.ReviewAsked;
import org.hoshimori.document.DraftRepository.Draft;
import org.hoshimori.document.DraftRepository.Request;
import org.hoshimori.document.DraftRepository.Stamp;
import org.hoshimori.document.DraftRepository.State;
import org.hoshimori.document.DraftRepository.Step;
import org.hoshimori.file.FileId;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Role;
import org.hoshimori.template.Template;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The life of a document: asked for, taken back, returned, approved by the role that the template names, in force from
/// a day. Four eyes where more than one person signs in: whoever asked does not approve.
@Component
public class Approvals {

    /// What became of a step.
    sealed interface Outcome {

        record Done() implements Outcome {}

        /// The document is not where this step begins; somebody else was faster, or the button was pressed twice.
        record NotFrom(State now) implements Outcome {}

        /// What would be approved is not what was read, or not what was asked for.
        record Changed(boolean sinceAsked) implements Outcome {}

        /// Whoever asked must not approve.
        record OwnRequest() implements Outcome {}

        /// The template names another role.
        record WrongRole() implements Outcome {}
    }

    /// Who may approve a document.
    ///
    /// @param alone true where one person signs in: then that person asks and approves
    /// @param able those who sign in and hold the role, or the owner's
    record Eyes(boolean alone, List<Member> able) {

        /// Those who may approve what this person asks for.
        List<Member> besides(MemberId asker) {
            return alone
                    ? able
                    : able.stream().filter(one -> !one.id().equals(asker)).toList();
        }
    }

    /// What other rooms lend.
    @Component
    record Desk(SignIns signIns, Files files, Trail trail, ApplicationEventPublisher events) {}

    private final Database database;
    private final DraftRepository drafts;
    private final RevisionRepository revisions;
    private final Documents documents;
    private final Desk desk;
    private final Clock clock;

    Approvals(
            Database database,
            DraftRepository drafts,
            RevisionRepository revisions,
            Documents documents,
            Desk desk,
            Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.revisions = revisions;
        this.documents = documents;
        this.desk = desk;
        this.clock = clock;
    }

    static Role role(Template template) {
        return switch (template.approver()) {
            case OWNER -> Role.OWNER;
            case SECURITY_LEAD -> Role.SECURITY_LEAD;
        };
    }

    /// The owner stands above the role that a template names.
    static boolean holds(Set<Role> held, Template template) {
        return Permission.APPROVE_DOCUMENTS.grantedTo(held)
                && (held.contains(role(template)) || held.contains(Role.OWNER));
    }

    Eyes eyes(OrganizationId organization, Template template, List<Member> people) {
        var signedIn = desk.signIns().members(organization);
        var here = people.stream().filter(one -> signedIn.contains(one.id())).toList();
        return new Eyes(
                here.size() <= 1,
                here.stream().filter(one -> holds(one.roles(), template)).toList());
    }

    /// Those who may approve what somebody asked for: others, or whoever asked where nobody else signs in.
    public List<Member> approvers(OrganizationId organization, String template, MemberId asker, List<Member> people) {
        return eyes(organization, documents.template(template), people).besides(asker);
    }

    /// Asks for approval of the document as it stands now.
    Outcome ask(Actor actor, String template, LocalDate inForceFrom, @Nullable String note) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            drafts.lock(organization);
            var draft = drafts.draft(organization, template);
            var next = draft.state().after(Step.ASK);
            if (next.isEmpty()) {
                return new Outcome.NotFrom(draft.state());
            }
            var sketch = documents.sketch(
                    documents.sketch(organization, template), new Occasion(inForceFrom, note == null ? "" : note));
            var request = new Request(
                    actor.member(), actor.name(), now(), inForceFrom, note, fingerprint(organization, sketch));
            drafts.save(organization, moved(draft, next.get(), request, null, actor));
            note(actor, template, new Change("document-asked", null, note));
            var others = eyes(organization, sketch.template(), sketch.known().people()).able().stream()
                    .filter(one -> !one.id().equals(actor.member()))
                    .toList();
            var title = sketch.template().title();
            desk.events().publishEvent(new ReviewAsked(organization, template, title, actor.name(), others));
            return new Outcome.Done();
        });
    }

    /// Takes a document back from the review, to go on writing.
    Outcome withdraw(Actor actor, String template) {
        return step(actor, template, Step.WITHDRAW, null);
    }

    /// Sends a document back with what is to be done better.
    Outcome giveBack(Actor actor, String template, String reason) {
        return step(actor, template, Step.RETURN, reason);
    }

    private Outcome step(Actor actor, String template, Step step, @Nullable String reason) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            drafts.lock(organization);
            documents.template(template);
            var draft = drafts.draft(organization, template);
            var next = draft.state().after(step);
            if (next.isEmpty()) {
                return new Outcome.NotFrom(draft.state());
            }
            drafts.save(organization, moved(draft, next.get(), null, reason, actor));
            note(
                    actor,
                    template,
                    new Change(step == Step.RETURN ? "document-returned" : "document-withdrawn", null, reason));
            return new Outcome.Done();
        });
    }

    /// Approves exactly what was read: a new revision that never changes.
    ///
    /// @param read fingerprint of the text that the approver saw
    Outcome approve(Actor actor, String template, String read) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            drafts.lock(organization);
            var sketch = documents.sketch(organization, template);
            var request = sketch.draft().request();
            var next = sketch.draft().state().after(Step.APPROVE);
            if (next.isEmpty() || request == null) {
                return new Outcome.NotFrom(sketch.draft().state());
            }
            if (!holds(actor.roles(), sketch.template())) {
                return new Outcome.WrongRole();
            }
            var eyes = eyes(organization, sketch.template(), sketch.known().people());
            if (!eyes.alone() && request.by().equals(actor.member())) {
                return new Outcome.OwnRequest();
            }
            if (!asAsked(organization, sketch, request).equals(request.fingerprint())) {
                return new Outcome.Changed(true);
            }
            var fingerprint = fingerprint(organization, sketch);
            if (!fingerprint.equals(read)) {
                return new Outcome.Changed(false);
            }
            record(actor, sketch, request, fingerprint);
            drafts.save(organization, moved(sketch.draft(), next.get(), null, null, actor));
            return new Outcome.Done();
        });
    }

    /// Only the day on which it comes into force may move on while a request waits.
    private String asAsked(OrganizationId organization, Sketch sketch, Request request) {
        return fingerprint(
                organization,
                documents.sketch(
                        sketch,
                        new Occasion(request.inForceFrom(), sketch.occasion().note())));
    }

    private void record(Actor actor, Sketch sketch, Request request, String fingerprint) {
        var organization = actor.organization();
        var template = sketch.template();
        var number = sketch.work().revisions().stream()
                        .mapToInt(Revision::number)
                        .max()
                        .orElse(0)
                + 1;
        var file = sketch.draft().file();
        var revision = new Revision(
                RevisionId.next(),
                template.id(),
                sketch.composition().title(),
                number,
                fingerprint,
                request.note(),
                file,
                request.name(),
                actor.name(),
                (actor.is(role(template)) ? role(template) : Role.OWNER).id(),
                now(),
                Documents.later(request.inForceFrom(), documents.today()));
        var contents = file == null
                ? new RevisionRepository.Contents(
                        sketch.composition().json(),
                        sketch.composition().plainText(),
                        DocumentStanding.FactChange.json(sketch.words()))
                : new RevisionRepository.Contents("", "", "");
        revisions.add(organization, revision, contents, actor.member());
        documents.keepLanguages(organization, revision.id(), sketch);
        note(actor, template.id(), Change.to("document-approved", number + ": " + fingerprint));
        announce(organization, actor.author());
    }

    /// Tells the other rooms which revisions are in force since the last time, each once.
    void announce(OrganizationId organization, Author author) {
        database.transact(organization, () -> {
            for (var revision : revisions.toAnnounce(organization, documents.today(), now())) {
                var inForce = documents.inForce(organization, revision.template());
                if (inForce.filter(revision::equals).isPresent()) {
                    var change = Change.to("document-in-force", String.valueOf(revision.number()));
                    desk.trail().append(organization, author, Subject.of("document", revision.template()), change);
                    desk.events().publishEvent(new Revision.InForce(organization, revision.id(), revision.template()));
                }
            }
            return organization;
        });
    }

    /// SHA-256 of what is to be approved: of the text, or of the file that the company brought.
    String fingerprint(OrganizationId organization, Sketch sketch) {
        var file = sketch.draft().file();
        return file == null
                ? Clauses.fingerprint(sketch.composition().plainText())
                : Clauses.fingerprint(content(organization, file));
    }

    private byte[] content(OrganizationId organization, FileId file) {
        return desk.files().content(organization, file).orElseThrow(() -> new NotFound("file"));
    }

    private Draft moved(Draft draft, State state, @Nullable Request request, @Nullable String reason, Actor actor) {
        return new Draft(
                draft.template(),
                draft.version(),
                state,
                request,
                reason,
                draft.file(),
                new Stamp(actor.name(), now()));
    }

    private void note(Actor actor, String template, Change change) {
        desk.trail().append(actor.organization(), actor.author(), Subject.of("document", template), change);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
