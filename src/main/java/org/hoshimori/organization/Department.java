package org.hoshimori.organization;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A site or a department. The ones without a parent stand directly under the company.
public record Department(DepartmentId id, @Nullable DepartmentId parent, Kind kind, String name) {

    /// A place (本社, 工場, 営業所), or people who work together.
    public enum Kind {
        SITE("site"),
        DEPARTMENT("department");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /// The word in database and message keys.
        public String id() {
            return id;
        }

        public static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }
}
