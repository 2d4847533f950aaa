package org.hoshimori.organization;

import java.util.Arrays;
import java.util.Optional;

/// What a person is responsible for. A person may have several roles. Table 5 of the guideline names five of them;
/// the owner, the employee and the auditor (independent, reads everything, changes nothing) complete the list.
public enum Role {
    OWNER("owner"),
    SECURITY_LEAD("security-lead"),
    DEPARTMENT_HEAD("department-head"),
    SYSTEM_ADMIN("system-admin"),
    TRAINER("trainer"),
    INSPECTOR("inspector"),
    EMPLOYEE("employee"),
    AUDITOR("auditor");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /// The word in content, database and message keys.
    public String id() {
        return id;
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /// Whether this role stands at least as high as another when one person helps another to sign in again:
    /// owner, then security lead, then everybody else.
    public boolean standsAtLeastAsHighAs(Role other) {
        return rank() <= other.rank();
    }

    private int rank() {
        return switch (this) {
            case OWNER -> 0;
            case SECURITY_LEAD -> 1;
            case DEPARTMENT_HEAD, SYSTEM_ADMIN, TRAINER, INSPECTOR, EMPLOYEE, AUDITOR -> 2;
        };
    }
}
