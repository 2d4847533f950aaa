package org.hoshimori.programme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody is at the operator's desk.
public enum StaffRole {
    /// 受付: looks at applications and decides the plain ones.
    RECEPTION,
    /// 責任者: everything.
    HEAD,
    /// 設定: words and settings, no applications.
    SETTINGS;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StaffRole> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
