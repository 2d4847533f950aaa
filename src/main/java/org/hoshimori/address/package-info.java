/// Prefectures, municipalities and postal codes: a table that belongs to no company, filled by the operator
/// from the official files. Without the files an address is typed.
@NullMarked
package org.hoshimori.address;

import org.jspecify.annotations.NullMarked;
