package org.hoshimori.house.broken.code;

/// Fine: sealed.
sealed interface Shape {

    /// The only one so far.
    record Circle() implements Shape {}
}
