package org.hoshimori.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the few repositories and methods that work on tables of no company. The value says why that is right;
/// the tables themselves are listed in [CrossCompanyTables].
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CrossCompany {
    String value();
}
