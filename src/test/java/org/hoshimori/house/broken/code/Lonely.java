package org.hoshimori.house.broken.code;

/// Broken: one implementation.
interface Lonely {

    String name();

    /// The one.
    record Only(String name) implements Lonely {}
}
