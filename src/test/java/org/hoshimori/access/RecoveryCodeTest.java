package org.hoshimori.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.hoshimori.access.SignIns.RecoveryCode;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void four_groups_of_five() {
        assertThat(RecoveryCode.next()).matches("([A-Z0-9]{5}-){3}[A-Z0-9]{5}").isNotEqualTo(RecoveryCode.next());
    }

    @Test
    void is_understood_however_it_was_typed_from_paper() {
        var code = RecoveryCode.next();
        assertThat(RecoveryCode.read(" " + code.toLowerCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(code);
        assertThat(RecoveryCode.read(code.replace("-", ""))).isEqualTo(code);
        assertThat(RecoveryCode.read(code + "A")).isNotEqualTo(code);
    }
}
