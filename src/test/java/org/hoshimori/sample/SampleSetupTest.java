package org.hoshimori.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.access.SignIns;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TestDatabase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/// The first start: an installation in which nobody can sign in yet.
@SpringBootTest(properties = {"hoshimori.jobs=false", "hoshimori.signup=invitation"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = SampleSetupTest.Empty.class)
class SampleSetupTest {

    /// A database of its own, because all other tests have people in theirs.
    static final class Empty implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.create(TestDatabase.shared().adminUrl());
            TestPropertyValues.of(database.properties()).applyTo(context);
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    Links links;

    @Autowired
    SignIns signIns;

    @Test
    void one_click_leads_into_the_sample_and_one_more_out_of_it_again() throws Exception {
        var token =
                links.issue(Link.Purpose.SETUP, OrganizationId.next(), UUID.randomUUID(), null, Duration.ofHours(1));
        assertThat(page(null, "/setup/" + token)
                        .select("form[action='/setup/" + token + "/sample'] button")
                        .text())
                .isEqualTo("見本の会社で試す");
        var session = visit(token);
        assertThat(page(session, "/").select(".sample-mark")).hasSize(1);
        assertThat(page(session, "/").select(".site-me").text()).contains("見本 社長");
        assertThat(signIns.none()).as("still waits for its set-up").isTrue();
        page(null, "/setup/" + token);
        assertThat(page(visit(token), "/sample").select(".site-me").text())
                .as("twice")
                .contains("見本株式会社");
        mvc.perform(post("/sample/remove")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .cookie(session))
                .andExpect(redirectedUrl("/sample/removed"));
        assertThat(page(null, "/sample/removed").select("h1").text()).isEqualTo("見本の会社を消しました");
        mvc.perform(get("/").cookie(session)).andExpect(status().is3xxRedirection());
        page(null, "/setup/" + token);
    }

    private Cookie visit(String token) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(post("/setup/" + token + "/sample").with(SecurityMockMvcRequestPostProcessors.csrf()))
                        .andExpect(redirectedUrl("/"))
                        .andReturn()
                        .getResponse()
                        .getCookie("hoshimori"));
    }

    private Document page(@Nullable Cookie session, String path) throws Exception {
        return Jsoup.parse(mvc.perform(session == null ? get(path) : get(path).cookie(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
