package org.hoshimori.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorporateNumberTest {

    /// The number of the National Tax Agency itself.
    private static final String TAX_AGENCY = "7000012050002";

    @ParameterizedTest
    @ValueSource(strings = {TAX_AGENCY, "７００００１２０５０００２", "7-0000-1205-0002", " 7000 0120 50002 ", "７−００００１２０５０００２"})
    void is_read_in_any_width_with_hyphens_and_spaces(String typed) {
        assertThat(CorporateNumber.parse(typed)).map(CorporateNumber::digits).contains(TAX_AGENCY);
    }

    @Test
    void every_other_check_digit_is_refused() {
        for (var digit = 0; digit <= 9; digit++) {
            var number = digit + TAX_AGENCY.substring(1);
            assertThat(CorporateNumber.parse(number).isPresent()).as(number).isEqualTo(digit == 7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "700001205000", "70000120500022", "700001205000a", "=7000012050002"})
    void what_is_no_number_of_13_digits_is_refused(String typed) {
        assertThat(CorporateNumber.parse(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CorporateNumber(typed));
    }
}
