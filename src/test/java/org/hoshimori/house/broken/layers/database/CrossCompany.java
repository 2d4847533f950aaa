package org.hoshimori.house.broken.layers.database;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// As the real one: this code crosses companies, and says why.
@Retention(RetentionPolicy.RUNTIME)
public @interface CrossCompany {
    String value();
}
