package org.hoshimori.programme;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route of the operator's desk: only staff with this permission get in. On a method it counts before the one on its
/// class.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Staffed {
    StaffPermission value();
}
