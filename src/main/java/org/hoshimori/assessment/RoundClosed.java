package org.hoshimori.assessment;

import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Told to other rooms, inside the same transaction, when a round of the 25 questions was closed.
public record RoundClosed(OrganizationId organization, RoundId round) {

    /// What happens in a round, written down for an auditor and told to the rooms that listen.
    @Component
    record Chronicle(Trail trail, ApplicationEventPublisher listeners) {

        void append(OrganizationId organization, Author author, Subject subject, Change change) {
            trail.append(organization, author, subject, change);
        }

        void closed(OrganizationId organization, RoundId round) {
            listeners.publishEvent(new RoundClosed(organization, round));
        }
    }
}
