/// The programme as its operator runs it: staff and their permissions, mode, number scheme, rules of use, news,
/// marks, registers and statistics. Belongs to no company.
@NullMarked
package org.hoshimori.programme;

import org.jspecify.annotations.NullMarked;
