package org.hoshimori.declaration;

import org.hoshimori.database.OrganizationId;
import org.springframework.stereotype.Component;

/// What the company has declared with somebody else and recorded here.
@Component
public class DeclaredElsewhere {

    private final DraftRepository drafts;

    DeclaredElsewhere(DraftRepository drafts) {
        this.drafts = drafts;
    }

    /// The most stars recorded, 0 to 2. One statement.
    public int star(OrganizationId organization) {
        return drafts.elsewhere(organization).stream()
                .mapToInt(Declaring.Elsewhere::star)
                .max()
                .orElse(0);
    }
}
