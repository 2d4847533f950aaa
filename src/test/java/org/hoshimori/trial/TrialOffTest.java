package org.hoshimori.trial;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hoshimori.HoshimoriTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/// As installed: sign-up is closed, so there is no trial.
@HoshimoriTest
class TrialOffTest {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/try", "/try/result", "/try/company"})
    void no_page_of_the_trial_is_there(String path) throws Exception {
        mvc.perform(get(path)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/try", "/try/forget", "/try/company"})
    void no_form_of_the_trial_is_taken(String path) throws Exception {
        mvc.perform(post(path).with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/try/answers/backup")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("answer", "partly"))
                .andExpect(status().isNotFound());
    }
}
