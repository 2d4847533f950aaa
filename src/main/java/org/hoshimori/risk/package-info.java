/// The detailed risk analysis: threats and their frequency, vulnerability from the check items, likelihood and
/// risk level, the map, and its closed rounds.
@NullMarked
package org.hoshimori.risk;

import org.jspecify.annotations.NullMarked;
