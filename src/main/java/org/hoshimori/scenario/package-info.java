/// Trying check items before deciding on them: what-if on counts of assets, what each item costs this company and
/// which it cannot do, the cheapest set after which no risk is 大, the best set for a budget, and the curve of cost and
/// risk (ISO/IEC 27005, choosing controls for treatment). Nothing tried is stored; what is taken over becomes controls
/// of room `control`. How risks are counted is room `risk`, what is done about a single asset is room `treatment`.
@NullMarked
package org.hoshimori.scenario;

import org.jspecify.annotations.NullMarked;
