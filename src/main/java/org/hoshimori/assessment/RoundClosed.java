package org.hoshimori.assessment;

import org.hoshimori.database.OrganizationId;

/// Told to other rooms, inside the same transaction, when a round of the 25 questions was closed.
public record RoundClosed(OrganizationId organization, RoundId round) {}
