package org.hoshimori.house.broken.names;

/// Fine: whole words only.
record DatabaseInformation() {}
