package org.hoshimori.house.broken.code;

/// Fine: components of a record have names at the call of their accessor.
public record Answer(boolean given) {}
