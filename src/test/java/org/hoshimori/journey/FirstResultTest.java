package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/// A company that has never heard of us: from the printed link to the 25 questions.
class FirstResultTest {

    @Test
    void an_owner_sets_up_and_answers_the_questions() {
        try (var place = Installation.start();
                var owner = new Walker(place)) {
            owner.open(place.setUpPath());
            owner.look();
            owner.type("会社の名前", "みなと工業株式会社");
            owner.type("お名前", "港 一郎");
            owner.type("メールアドレス", "minato@example.jp");
            owner.type("パスワード", "うみとやまとそらのあおさ");
            owner.press("始める");
            assertThat(owner.heading()).hasText("この控えを、紙で残してください");
            owner.look();
            owner.follow("残しました。先へ進む");
            owner.look();
            owner.open("/assessments");
            owner.look();
            owner.press("25問を始める");
            owner.look();
            var questions = owner.page().locator("fieldset.question");
            assertThat(questions).hasCount(25);
            for (var i = 0; i < 25; i++) {
                questions.nth(i).locator("label.choice").nth(i % 3).click();
            }
            assertThat(owner.page().locator(".saved")).hasAttribute("data-state", "saved");
        }
    }
}
