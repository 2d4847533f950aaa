package org.hoshimori.house.broken.rooms.cellar;

/// Broken: a room that is not in the list.
public record Barrel() {}
