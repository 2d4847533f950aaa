/// The ways in and back in: founding a company, accepting an invitation, setting a new password, choosing the company,
/// and the page about oneself. How a sign-in, a link or a session works is not here but in `access`; who the people are
/// and what they may do is in `organization`.
@NullMarked
package org.hoshimori.entrance;

import org.jspecify.annotations.NullMarked;
