/// The trail: who did what, when, from what to what. Append-only and hash-chained per company, so that a quiet
/// change shows. A change and its entry stand in one transaction. Here lives reading and writing of the trail; what
/// is worth an entry is decided by the other rooms.
@NullMarked
package org.hoshimori.trail;

import org.jspecify.annotations.NullMarked;
