package org.hoshimori.house.broken.rooms.paper;

import org.hoshimori.house.broken.rooms.content.Edition;

/// Broken: paper may use only database and trail.
public record Sheet(Edition edition) {}
