package org.hoshimori.access;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// A link without an account, as found by its token.
///
/// @param organization null for the first set-up and for resets
/// @param subject what it opens: a member, a sign-in, a respondent, a control, a request; null for the first set-up
/// @param by the member who made it; null where the installation did
public record Link(
        Purpose purpose,
        @Nullable OrganizationId organization,
        @Nullable UUID subject,
        @Nullable MemberId by,
        OffsetDateTime expiresAt) {

    /// What a link is good for, and nothing else.
    public enum Purpose {
        SETUP("setup"),
        INVITATION("invitation"),
        RESET("reset"),
        ANSWER("answer"),
        OPINION("opinion"),
        STAFF("staff"),
        HANDOUT("handout");

        private final String id;

        Purpose(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
