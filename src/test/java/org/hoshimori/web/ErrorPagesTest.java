package org.hoshimori.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.multipart.MultipartException;

class ErrorPagesTest {

    private final ErrorPages pages = new ErrorPages();

    @ParameterizedTest
    @CsvSource({
        "22021, 422, characters",
        "HM001, 409, closed",
        "HM002, 409, frozen",
        "HM003, 409, decided",
        "23505, 500, failed"
    })
    void what_the_database_refuses_on_purpose_is_no_bug(String state, int status, String kind) {
        var failure = new DataAccessException("refused", new SQLException("refused", state));
        var page = pages.failed(failure, new MockHttpServletRequest());
        assertThat(page.getStatus()).isNotNull();
        assertThat(page.getModel()).containsEntry("kind", kind);
        assertThat(String.valueOf(page.getStatus())).startsWith(String.valueOf(status));
    }

    @Test
    void what_broke_off_or_is_no_form_is_said_in_words_and_is_no_bug() throws Exception {
        var mvc = MockMvcBuilders.standaloneSetup(new Receiving())
                .setControllerAdvice(pages)
                .setViewResolvers((_, _) -> (_, _, _) -> {})
                .build();
        for (var request : List.of(
                post("/broken"),
                post("/read").contentType(MediaType.APPLICATION_JSON).content("{\"half"))) {
            mvc.perform(request).andExpect(status().isBadRequest()).andExpect(model().attribute("kind", "broken"));
        }
    }

    @Controller
    static class Receiving {

        @PostMapping("/broken")
        String broken() {
            throw new MultipartException("Stream ended unexpectedly");
        }

        @PostMapping("/read")
        String read(@RequestBody List<String> said) {
            return said.getFirst();
        }
    }

    @Test
    void a_missing_thing_and_a_foreign_one_look_alike() {
        assertThat(pages.gone(new MockHttpServletRequest()).getModel()).containsEntry("kind", "missing");
    }
}
