package org.hoshimori.house.broken.code;

/// Broken: extends our own class.
final class Child extends Parent {}
