/// User stories walked in a real headless Chromium against a whole installation with a database of its own. Every
/// page visited is checked by axe and for sideways scrolling; pictures go to `target/screens` (with
/// `-Dscreens=docs` to `docs/screens`).
@NullMarked
package org.hoshimori.journey;

import org.jspecify.annotations.NullMarked;
