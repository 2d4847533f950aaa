package org.hoshimori.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialDoorTest {

    @ParameterizedTest
    @CsvSource({
        "auto, closed, false",
        "auto, invitation, true",
        "auto, open, true",
        "on, closed, true",
        "true, closed, true",
        "off, open, false",
        "false, open, false"
    })
    void is_off_where_sign_up_is_closed_unless_switched_on(String trial, String signup, boolean open) {
        assertThat(new TrialDoor(trial, signup).open()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"open, true", "invitation, false", "closed, false"})
    void lets_anybody_start_a_company_only_where_sign_up_is_open(String signup, boolean starts) {
        assertThat(new TrialDoor("on", signup).startsCompanies()).isEqualTo(starts);
    }
}
