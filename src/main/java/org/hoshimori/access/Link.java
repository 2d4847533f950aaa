package org.hoshimori.access;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.hoshimori.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/// A link without an account, as found by its token.
///
/// @param organization null for set-up
/// @param subject what it opens: a member, a respondent, a control; null for set-up
public record Link(
        Purpose purpose,
        @Nullable OrganizationId organization,
        @Nullable UUID subject,
        OffsetDateTime expiresAt) {

    /// What a link is good for, and nothing else.
    public enum Purpose {
        SETUP("setup"),
        INVITATION("invitation"),
        RESET("reset"),
        ANSWER("answer"),
        OPINION("opinion");

        private final String id;

        Purpose(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
