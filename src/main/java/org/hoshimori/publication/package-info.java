/// What a company shows to everybody: its basic policy at a stable address, or the address where it published
/// it itself.
@NullMarked
package org.hoshimori.publication;

import org.jspecify.annotations.NullMarked;
