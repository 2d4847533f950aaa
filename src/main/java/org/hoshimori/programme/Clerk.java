package org.hoshimori.programme;

import java.util.Set;
import java.util.UUID;

/// A person of the operator's staff making this request: the desk's counterpart of a company's `Actor`.
public record Clerk(UUID id, String name, Set<StaffRole> roles) {

    public boolean may(StaffPermission permission) {
        return permission.grantedTo(roles);
    }
}
