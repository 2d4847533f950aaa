/// What the public may know: accepted declarations with their public fields, searched, verified and given out
/// as open data. Nothing else ever gets in here.
@NullMarked
package org.hoshimori.directory;

import org.jspecify.annotations.NullMarked;
