package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/// Several people answer: a colleague without an account gets a link for one question; the owner compares, decides and
/// closes.
class TeamAnswersTest {

    @Test
    void a_colleague_answers_by_link_and_the_owner_decides() {
        try (var place = Installation.start();
                var owner = new Walker(place);
                var colleague = new Walker(place, 390, 800)) {
            owner.setUp(place.setUpPath());
            owner.open("/assessments");
            owner.press("25問を始める");
            var round = owner.page().locator("[data-round]").first().getAttribute("data-round");
            var questions = owner.page().locator("fieldset.question");
            for (var i = 0; i < 25; i++) {
                questions.nth(i).locator(".choices label.choice").first().click();
            }
            owner.page()
                    .locator("#backup label.choice:has(input[value=unknown])")
                    .click();
            assertThat(owner.page().locator(".saved").first()).hasAttribute("data-state", "saved");
            var link = ask(owner, round);
            answer(colleague, link);
            owner.open("/assessments/" + round + "/decide");
            owner.picture("decide");
            assertThat(owner.page().locator("#row-backup")).containsText("一部できている");
            owner.open("/assessments/" + round + "/close");
            owner.look();
            owner.press("確定して、結果を見る");
            owner.page().waitForURL("**/results/*");
            assertThat(owner.page().locator(".score-figure span").first()).hasText("98");
        }
    }

    private static String ask(Walker owner, String round) {
        owner.open("/assessments/" + round + "/ask?question=backup");
        owner.look();
        owner.page().locator("#name").fill("中村");
        owner.page().locator("main form button[type=submit]").first().click();
        owner.look();
        return owner.page().locator("#url").inputValue().replaceAll("^https?://[^/]+", "");
    }

    private static void answer(Walker colleague, String link) {
        colleague.open(link);
        colleague.look();
        colleague
                .page()
                .locator("label.choice:has(input[value=partly])")
                .first()
                .click();
        colleague.press("答えを渡す");
        assertThat(colleague.heading()).hasText("ありがとうございました");
        colleague.look();
    }
}
