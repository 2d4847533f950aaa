/// The company, which is the tenant: its facts, its sites and departments, its people with or without a sign-in,
/// their roles and permissions, what must not happen to it, and the [Actor]. How somebody proves who they are is
/// not here (room `access`). Roles follow table 5 of the guideline, with the owner, employees and an auditor beside
/// them.
@NullMarked
package org.hoshimori.organization;

import org.jspecify.annotations.NullMarked;
