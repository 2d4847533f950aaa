package org.hoshimori.house.broken.names;

/// Broken: a drawer.
record AssessmentUtils() {}
