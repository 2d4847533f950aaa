package org.hoshimori.house.broken.names;

/// Broken: which of the two?.
record Policy() {}
