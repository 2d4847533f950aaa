package org.hoshimori.house.broken.layers.schema;

/// As generated.
public class Tables {
    public static final Object CONTROL_PLAN = new Object();
}
