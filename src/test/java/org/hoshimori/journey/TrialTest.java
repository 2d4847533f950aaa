package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/// Somebody tries the 25 questions on a phone without signing up, and keeps the answers for a new company.
class TrialTest {

    @Test
    void a_visitor_tries_and_keeps_the_result() {
        try (var place = Installation.start("hoshimori.signup=open");
                var visitor = new Walker(place, 390, 800)) {
            visitor.open("/try");
            visitor.look();
            var questions = visitor.page().locator("fieldset.question");
            for (var i = 0; i < 25; i++) {
                questions.nth(i).locator("label.choice").nth(i % 2).click();
            }
            visitor.page().locator("form[data-trial] button[type=submit]").click();
            assertThat(visitor.page().locator("h1")).isVisible();
            assertThat(visitor.page().locator("main")).containsText("76");
            visitor.look();
        }
    }
}
