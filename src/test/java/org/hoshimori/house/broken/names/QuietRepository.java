package org.hoshimori.house.broken.names;

/// Fine: package-private.
final class QuietRepository {}
