package org.hoshimori.house.broken.names;

import org.junit.jupiter.api.Test;

/// Broken: surefire does not look here.
class Forgotten {

    @Test
    void nobody_asks() {}
}
