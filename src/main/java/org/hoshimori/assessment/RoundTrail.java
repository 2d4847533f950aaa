package org.hoshimori.assessment;

import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What happens in a round, written down for an auditor and told to the rooms that listen.
@Component
class RoundTrail {

    private final Trail trail;
    private final ApplicationEventPublisher listeners;

    RoundTrail(Trail trail, ApplicationEventPublisher listeners) {
        this.trail = trail;
        this.listeners = listeners;
    }

    void append(OrganizationId organization, Author author, Subject subject, Change change) {
        trail.append(organization, author, subject, change);
    }

    void closed(OrganizationId organization, RoundId round) {
        listeners.publishEvent(new RoundClosed(organization, round));
    }
}
