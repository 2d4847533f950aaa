package org.hoshimori.house.broken.names;

/// Broken: the word is Organization.
record TenantId() {}
