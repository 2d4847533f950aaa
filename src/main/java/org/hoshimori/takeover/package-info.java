/// Declarations of an earlier programme come in from a file: a dry run first, then an import that goes on where it was
/// killed. They keep their numbers and belong to no company of this installation.
@NullMarked
package org.hoshimori.takeover;

import org.jspecify.annotations.NullMarked;
