package org.hoshimori.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hoshimori.document.BlankValues.Typed;
import org.hoshimori.organization.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Documents walked through the real verbs.
@Component
public class DocumentFixtures {

    /// A regulation that every installation has, with a number and clauses in it.
    public static final String REGULATION = "regulation-access-control";

    public static final String POLICY = "regulation-organization";

    private final Drafting drafting;
    private final Approvals approvals;
    private final Documents documents;
    private final DraftRepository drafts;
    private final List<Revision.InForce> told = new CopyOnWriteArrayList<>();

    DocumentFixtures(Drafting drafting, Approvals approvals, Documents documents, DraftRepository drafts) {
        this.drafting = drafting;
        this.approvals = approvals;
        this.documents = documents;
        this.drafts = drafts;
    }

    @EventListener
    void tell(Revision.InForce event) {
        told.add(event);
    }

    List<Revision.InForce> told(Actor actor) {
        return told.stream()
                .filter(event -> event.organization().equals(actor.organization()))
                .toList();
    }

    /// Writes one blank as an editor who sees what stands there now.
    Drafting.Outcome fill(Actor actor, String template, String blank, String value) {
        var stored = drafts.blanks(actor.organization()).get(blank);
        var saw = BlankValues.seen(stored == null ? "" : stored.value());
        return drafting.fill(actor, template, Map.of(blank, new Typed(value, saw)));
    }

    /// Goes on working on a document: one blank says something else now.
    public void work(Actor actor, String template, String blank, String value) {
        fill(actor, template, blank, value);
    }

    /// In review: somebody asked for approval from today on.
    public void asked(Actor asker, String template) {
        approvals.ask(asker, template, documents.today(), null);
    }

    /// Approved by one person for another, in force from today on.
    public Revision approved(Actor asker, Actor approver, String template) {
        return approved(asker, approver, template, documents.today());
    }

    Revision approved(Actor asker, Actor approver, String template, LocalDate from) {
        approvals.ask(asker, template, from, null);
        var outcome = approvals.approve(approver, template, fingerprint(asker, template));
        if (!(outcome instanceof Approvals.Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
        return documents.revisions(asker.organization(), template).getFirst();
    }

    String fingerprint(Actor actor, String template) {
        return approvals.fingerprint(actor.organization(), documents.sketch(actor.organization(), template));
    }
}
