package org.hoshimori.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.template.Templates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Every document of the sample company is finished, whether somebody touched it or not.
@HoshimoriTest
class SampleDocumentsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    AccessFixtures access;

    @Autowired
    SampleFixtures samples;

    @Autowired
    Templates templates;

    @Test
    void every_document_composes_without_a_blank_and_without_a_mark() throws Exception {
        var cookie = access.cookie(samples.owner(UUID.randomUUID() + "@example.jp", "correct horse battery"));
        for (var template : templates.all("3.0", Locale.JAPANESE)) {
            for (var language : templates.languages("3.0", template.id()).keySet()) {
                var path = "/documents/" + template.id() + "/draft/markdown?in=" + language.id();
                var text = mvc.perform(get(path).cookie(cookie))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                assertThat(text)
                        .as(path)
                        .hasSizeGreaterThan(500)
                        .doesNotContain("{{", "}}", "null", "、、", "。。", "「」", "（）");
            }
        }
    }
}
