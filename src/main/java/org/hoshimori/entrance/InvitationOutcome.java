package org.hoshimori.entrance;

import org.hoshimori.access.SignInId;
import org.hoshimori.database.OrganizationId;

/// What accepting an invitation leads to.
sealed interface InvitationOutcome {

    record Accepted(SignInId signIn, OrganizationId organization) implements InvitationOutcome {}

    /// The link was good a moment ago; somebody used or ended it.
    record Gone() implements InvitationOutcome {}

    /// @param reason key of the sentence
    record Refused(String reason) implements InvitationOutcome {}
}
