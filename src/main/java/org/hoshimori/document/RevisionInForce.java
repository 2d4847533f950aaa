package org.hoshimori.document;

import org.hoshimori.database.OrganizationId;

/// A revision binds from today on. Published once per revision, in the transaction that notes it: at approval, or by
/// the nightly job on its day.
public record RevisionInForce(OrganizationId organization, RevisionId revision, String template) {}
