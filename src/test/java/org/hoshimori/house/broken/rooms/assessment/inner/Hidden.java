package org.hoshimori.house.broken.rooms.assessment.inner;

/// Broken: a sub-package of a room.
public record Hidden() {}
