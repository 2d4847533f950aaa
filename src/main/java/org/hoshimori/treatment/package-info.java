/// What is done about a risk: modify, retain, avoid or share; what-if, the cheapest sufficient set, and the
/// report for the owner.
@NullMarked
package org.hoshimori.treatment;

import org.jspecify.annotations.NullMarked;
