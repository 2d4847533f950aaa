package org.hoshimori.declaration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.Application;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Applications;
import org.hoshimori.desk.Decisions;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Snapshot;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What a company does about its declaration: pledge, prepare, hand in, record what it declared elsewhere.
@Component
class Declaring {

    private final Database database;
    private final DraftRepository drafts;
    private final Applications applications;
    private final Organizations organizations;
    private final Trail trail;
    private final Clock clock;

    Declaring(
            Database database,
            DraftRepository drafts,
            Applications applications,
            Organizations organizations,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.applications = applications;
        this.organizations = organizations;
        this.trail = trail;
        this.clock = clock;
    }

    /// What is prepared.
    ///
    /// @param number of the declaration it is about; null for a new one
    /// @param values as they were typed; `star` and, for a returned application, `again` with its id among them
    record Draft(
            Purpose purpose,
            @Nullable String number,
            Map<String, String> values,
            String savedBy,
            OffsetDateTime savedAt) {

        int star() {
            return "2".equals(values.get("star")) ? 2 : 1;
        }

        /// The returned application that this corrects. Errors: [NotFound] for what is no id.
        Optional<UUID> again() {
            try {
                var id = values.getOrDefault("again", "");
                return id.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                throw new NotFound("application");
            }
        }

        /// Changes with every saving.
        String version() {
            return savedAt.toInstant().toString();
        }

        /// The same as a draft of its own, no correction.
        Draft alone() {
            var rest = new HashMap<>(values);
            rest.remove("again");
            return new Draft(purpose, number, Map.copyOf(rest), savedBy, savedAt);
        }
    }

    /// A declaration made elsewhere; nobody verified it here.
    record Elsewhere(UUID id, String number, int star, LocalDate declaredOn) {}

    /// Takes up these articles and no others.
    void pledge(Actor actor, Set<String> articles, Set<String> known) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            var now = OffsetDateTime.now(clock);
            var before = drafts.pledges(organization);
            for (var article : known) {
                var changed = articles.contains(article)
                        ? !before.contains(article) && drafts.pledge(organization, article, actor.name(), now)
                        : before.contains(article) && drafts.takeBack(organization, article);
                if (changed) {
                    var action = articles.contains(article) ? "article-pledged" : "article-pledge-ended";
                    note(actor, Change.to(action, article));
                }
            }
            return now;
        });
    }

    Draft save(Actor actor, Purpose purpose, @Nullable String number, Map<String, String> values) {
        var draft = new Draft(purpose, number, Map.copyOf(values), actor.name(), OffsetDateTime.now(clock));
        drafts.put(actor.organization(), draft);
        return draft;
    }

    void discard(Actor actor) {
        drafts.removeDraft(actor.organization());
    }

    /// Hands the draft in as it was shown. Errors: [NotFound] for the sample company, which never declares.
    Applications.Outcome handIn(Actor actor, Draft draft, int rulesRevision) {
        var organization = actor.organization();
        if (organizations.company(organization).sample()) {
            throw new NotFound("the sample company does not declare");
        }
        var paper = applications.looked(new Application.Paper(
                draft.purpose(),
                draft.star(),
                draft.purpose() == Purpose.NEW ? null : draft.number(),
                new Snapshot(draft.values()),
                rulesRevision,
                actor.name(),
                List.of()));
        return database.transact(organization, () -> handIn(actor, draft, paper));
    }

    /// What is handed in is the draft that was shown, and no other that somebody keeps meanwhile. It corrects an
    /// application only while that one waits for it.
    private Applications.Outcome handIn(Actor actor, Draft draft, Application.Paper paper) {
        var organization = actor.organization();
        if (drafts.draft(organization).filter(draft::equals).isEmpty()) {
            return new Applications.Outcome.NotPossible();
        }
        var outcome = draft.again()
                .filter(again -> returned(organization, again))
                .map(again -> applications.handInAgain(organization, again, paper))
                .orElseGet(() -> applications.handIn(organization, paper));
        switch (outcome) {
            case Applications.Outcome.Given _, Applications.Outcome.Waits _, Applications.Outcome.ConfirmFirst _ -> {
                drafts.removeDraft(organization);
                note(actor, Change.to("declaration-handed-in", draft.star() == 2 ? "★★" : "★"));
            }
            case Applications.Outcome.OneIsOpen _,
                    Applications.Outcome.NotPossible _,
                    Applications.Outcome.WrongCode _ -> {}
        }
        return outcome;
    }

    private boolean returned(OrganizationId organization, UUID id) {
        return applications.of(organization).stream()
                .anyMatch(one -> one.id().equals(id) && one.stage() == Stage.RETURNED);
    }

    /// Takes an application back, with it the way of a draft to correct it; false when it is decided already.
    boolean withdraw(Actor actor, UUID id) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var outcome = applications.withdraw(organization, id, actor.name());
            if (outcome instanceof Applications.Outcome.NotPossible) {
                return false;
            }
            drafts.draft(organization)
                    .filter(draft -> draft.again().filter(id::equals).isPresent())
                    .ifPresent(draft -> drafts.put(organization, draft.alone()));
            return true;
        });
    }

    /// Stops a declaration; false when it cannot be stopped.
    boolean stop(Actor actor, String number) {
        return database.transact(actor.organization(), () -> {
            var stopped = applications.stop(actor.organization(), number, actor.name());
            if (stopped) {
                note(actor, new Change("declaration-stopped", number, null));
            }
            return stopped;
        });
    }

    /// The same number stands there once, as it was recorded last.
    void add(Actor actor, Elsewhere declared) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            drafts.elsewhere(organization).stream()
                    .filter(one -> one.number().equals(declared.number()))
                    .forEach(one -> drafts.removeElsewhere(organization, one.id()));
            drafts.add(organization, declared, actor.name(), OffsetDateTime.now(clock));
            note(actor, Change.to("declaration-elsewhere-recorded", declared.number()));
            return declared;
        });
    }

    /// Errors: [NotFound].
    void removeElsewhere(Actor actor, UUID id) {
        database.transact(actor.organization(), () -> {
            if (!drafts.removeElsewhere(actor.organization(), id)) {
                throw new NotFound("declaration made elsewhere");
            }
            note(actor, Change.of("declaration-elsewhere-removed"));
            return id;
        });
    }

    private void note(Actor actor, Change change) {
        trail.append(actor.organization(), actor.author(), Subject.of("declaration", actor.organization()), change);
    }

    /// What the programme decided stands in the company's trail too, in the same transaction.
    @EventListener
    void moved(Decisions.Moved moved) {
        var action =
                switch (moved.move()) {
                    case ACCEPT -> "declaration-accepted";
                    case RETURN -> "declaration-returned";
                    case REFUSE, MERGE -> "declaration-refused";
                    case UNDO -> "declaration-looked-at-again";
                    case WITHDRAW -> "declaration-withdrawn";
                    case CONFIRM, HAND_IN_AGAIN -> "";
                };
        if (!action.isEmpty() && here(moved.organization())) {
            trail.append(
                    moved.organization(),
                    Author.SYSTEM,
                    Subject.of("declaration", moved.organization()),
                    new Change(action, null, moved.number()));
        }
    }

    private boolean here(OrganizationId organization) {
        try {
            organizations.company(organization);
            return true;
        } catch (NotFound gone) {
            return false;
        }
    }
}
