package org.hoshimori.entrance;

import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// What somebody sees who opens their invitation: only what it is for.
///
/// @param token of the link, for the forms
/// @param signedInAs the address of whoever is signed in on this browser
record InvitationPage(
        String token,
        Invitations.Invited invited,
        @Nullable String signedInAs,
        NewSignInForm form,
        Problems problems) {}
