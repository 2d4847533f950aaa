package org.hoshimori.house.broken.names;

/// Fine.
record PolicyDocument() {}
