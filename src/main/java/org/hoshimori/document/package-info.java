/// The documents that a company adopts: blanks filled once, clauses changed, drafts, reviews, approvals and
/// revisions that never change again.
@NullMarked
package org.hoshimori.document;

import org.jspecify.annotations.NullMarked;
