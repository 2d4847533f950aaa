package org.hoshimori.house.broken.code;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Fine: sorted, and closed at once.
final class Frozen {

    static final SortedMap<String, Integer> FIXED = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("a", 1)));

    private Frozen() {}
}
