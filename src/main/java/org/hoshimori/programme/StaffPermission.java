package org.hoshimori.programme;

import static org.hoshimori.programme.StaffRole.HEAD;
import static org.hoshimori.programme.StaffRole.RECEPTION;
import static org.hoshimori.programme.StaffRole.SETTINGS;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What staff may do, and by which roles: the table of the operator's desk. A company's permissions are another table.
public enum StaffPermission {
    /// See the desk and its counts.
    VISIT(RECEPTION, HEAD, SETTINGS),
    /// Read what was handed in, accept it or give it back.
    RECEIVE(RECEPTION, HEAD),
    /// Refuse, merge, decide many at once, undo, transfer and hand over numbers.
    DECIDE(HEAD),
    /// Word rules, letters and news; install marks; keep the registers; choose what the form asks.
    CONFIGURE(SETTINGS, HEAD),
    /// Invite staff, give roles, let them go.
    APPOINT(HEAD);

    private final Set<StaffRole> roles;

    StaffPermission(StaffRole first, StaffRole... others) {
        this.roles = EnumSet.of(first, others);
    }

    public boolean grantedTo(Set<StaffRole> held) {
        return held.stream().anyMatch(roles::contains);
    }

    public boolean grantedTo(StaffRole role) {
        return roles.contains(role);
    }

    /// The word in message keys.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name under which the menu knows it; never one of a company's permissions.
    public String shown() {
        return "DESK_" + name();
    }
}
