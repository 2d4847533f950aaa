/// From worries to rules: what must not happen, what comes from outside and inside, the risks in order, and the
/// chapters that handle them. Says why a chapter is needed.
@NullMarked
package org.hoshimori.regulation;

import org.jspecify.annotations.NullMarked;
