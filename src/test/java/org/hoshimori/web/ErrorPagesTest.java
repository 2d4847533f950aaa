package org.hoshimori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ErrorPagesTest {

    private final ErrorPages pages = new ErrorPages();

    @ParameterizedTest
    @CsvSource({"22021, 422, characters", "HM001, 409, closed", "23505, 500, failed"})
    void what_the_database_refuses_on_purpose_is_no_bug(String state, int status, String kind) {
        var failure = new DataAccessException("refused", new SQLException("refused", state));
        var page = pages.failed(failure, new MockHttpServletRequest());
        assertThat(page.getStatus()).isNotNull();
        assertThat(page.getModel()).containsEntry("kind", kind);
        assertThat(String.valueOf(page.getStatus())).startsWith(String.valueOf(status));
    }

    @Test
    void a_missing_thing_and_a_foreign_one_look_alike() {
        assertThat(pages.gone(new MockHttpServletRequest()).getModel()).containsEntry("kind", "missing");
    }
}
