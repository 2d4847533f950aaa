package org.hoshimori.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.organization.Role.AUDITOR;
import static org.hoshimori.organization.Role.DEPARTMENT_HEAD;
import static org.hoshimori.organization.Role.EMPLOYEE;
import static org.hoshimori.organization.Role.INSPECTOR;
import static org.hoshimori.organization.Role.OWNER;
import static org.hoshimori.organization.Role.SECURITY_LEAD;
import static org.hoshimori.organization.Role.SYSTEM_ADMIN;
import static org.hoshimori.organization.Role.TRAINER;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of permissions × roles, cell by cell.
class PermissionTest {

    private static final List<Role> COLUMNS =
            List.of(OWNER, SECURITY_LEAD, DEPARTMENT_HEAD, SYSTEM_ADMIN, TRAINER, INSPECTOR, EMPLOYEE, AUDITOR);

    /// One letter per role in the order of the columns: y may, n may not.
    @ParameterizedTest
    @CsvSource({
        "USE,             y y y y y y y y",
        "ANSWER,          y y y y y y y n",
        "WORK,            y y y y y y y n",
        "KEEP_ARTICLES,   y y y y n n n n",
        "READ,            y y y y y y n y",
        "LEAD_ROUNDS,     y y n n n n n n",
        "DECIDE_CONTROLS, y y n n n n n n",
        "KEEP_DOCUMENTS,  y y n n n n n n",
        "APPROVE_DOCUMENTS, y y n n n n n n",
        "KEEP_ASSETS,     y y y y n n n n",
        "ANALYSE_RISKS,   y y n n n n n n",
        "DECLARE,         y y n n n n n n",
        "EDIT_COMPANY,    y y n n n n n n",
        "MANAGE_PEOPLE,   y y n n n n n n",
        "READ_TRAIL,      y y n n n y n y",
        "OWN,             y n n n n n n n"
    })
    void each_role_may_what_the_table_says(Permission permission, String cells) {
        var expected = List.of(cells.split(" "));
        assertThat(expected).hasSameSizeAs(COLUMNS);
        for (var column = 0; column < COLUMNS.size(); column++) {
            assertThat(permission.grantedTo(COLUMNS.get(column)))
                    .as("%s for %s", permission, COLUMNS.get(column))
                    .isEqualTo(expected.get(column).equals("y"));
        }
    }

    @Test
    void the_table_has_sixteen_rows_and_eight_columns() {
        assertThat(Permission.values()).hasSize(16);
        assertThat(COLUMNS).containsExactly(Role.values());
    }

    @Test
    void one_of_several_roles_is_enough_and_none_is_not() {
        assertThat(Permission.READ_TRAIL.grantedTo(EnumSet.of(EMPLOYEE, INSPECTOR)))
                .isTrue();
        assertThat(Permission.READ_TRAIL.grantedTo(EnumSet.of(EMPLOYEE, TRAINER)))
                .isFalse();
        assertThat(Permission.USE.grantedTo(EnumSet.noneOf(Role.class))).isFalse();
    }
}
