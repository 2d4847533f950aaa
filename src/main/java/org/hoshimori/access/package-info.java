/// Proving who one is: sign-ins (one may belong to several companies), passwords, sessions, links without an
/// account, and the gate that turns a request into an `Actor` or refuses it. Which person may do what is not
/// decided here but in `organization`. Second factor, passkeys and OIDC have their place in [SignIns].
@NullMarked
package org.hoshimori.access;

import org.jspecify.annotations.NullMarked;
