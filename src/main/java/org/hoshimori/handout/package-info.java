/// Handing documents out to people, and who has read and confirmed them: by mail, by link, by printed sheet
/// with a personal code.
@NullMarked
package org.hoshimori.handout;

import org.jspecify.annotations.NullMarked;
