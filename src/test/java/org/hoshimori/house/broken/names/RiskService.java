package org.hoshimori.house.broken.names;

/// Broken: says nothing.
record RiskService() {}
