/// The information-asset register: what a company has, where it is kept, and how much it matters.
@NullMarked
package org.hoshimori.asset;

import org.jspecify.annotations.NullMarked;
