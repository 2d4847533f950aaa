package org.hoshimori.entrance;

import java.util.List;
import org.hoshimori.access.Signup;
import org.hoshimori.organization.Role;
import org.hoshimori.web.Problems;

/// The page about oneself.
///
/// @param email the address one signs in with
/// @param signup decides whether another company can be invited or started
/// @param problems of the form that came back, under the names of its fields
record MePage(String email, List<Role> roles, Signup signup, Problems problems) {

    boolean owner() {
        return roles.contains(Role.OWNER);
    }
}
