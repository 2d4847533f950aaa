package org.hoshimori.house.broken.layers.database;

import java.util.UUID;

/// As the real one.
public record OrganizationId(UUID id) {}
