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

    /// A respondent is being taken out of an open round with everything they gave.
    record Leaving(OrganizationId organization, Author author, Respondent respondent) {}

    /// What happens in a round, written down for an auditor and told to the rooms that listen.
    @Component
    record Chronicle(Trail trail, ApplicationEventPublisher listeners) {

        void append(OrganizationId organization, Author author, Subject subject, Change change) {
            trail.append(organization, author, subject, change);
        }

        /// Whatever belongs to a respondent goes before they do.
        void leaving(OrganizationId organization, Author author, Respondent respondent) {
            listeners.publishEvent(new Leaving(organization, author, respondent));
        }

        void closed(OrganizationId organization, RoundId round) {
            listeners.publishEvent(new RoundClosed(organization, round));
        }
    }
}
