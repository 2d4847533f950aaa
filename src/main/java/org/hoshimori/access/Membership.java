package org.hoshimori.access;

import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;

/// That a sign-in stands for a member of a company.
public record Membership(OrganizationId organization, MemberId member) {}
