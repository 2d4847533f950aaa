package org.hoshimori.house.broken.names;

/// Broken: everything is information.
record AssetInfo() {}
