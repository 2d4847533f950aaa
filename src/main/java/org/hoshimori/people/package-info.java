/// Who does what: the pages on a company's people, on the sites and departments where they work, on what their roles
/// permit, and on the trail of what was done. The verbs and the tables behind them live in `organization` and `trail`;
/// how somebody signs in lives in `access`. Roles and their division follow table 5 of the guideline.
@NullMarked
package org.hoshimori.people;

import org.jspecify.annotations.NullMarked;
