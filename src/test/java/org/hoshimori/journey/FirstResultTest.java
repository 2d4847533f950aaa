package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.hoshimori.Today;
import org.junit.jupiter.api.Test;

/// A company that has never heard of us: from the printed link to a finished result with decided controls.
class FirstResultTest {

    private static final String PASSWORD = "うみとやまとそらのあおさ";

    @Test
    void an_owner_goes_from_the_link_to_decided_controls() {
        try (var place = Installation.start();
                var owner = new Walker(place)) {
            setUp(place, owner);
            answer(owner);
            decide(owner);
            owner.open("/owner");
            owner.picture("owner");
            owner.open("/articles");
            owner.picture("articles");
            owner.open("/");
            owner.picture("first-home");
        }
    }

    private static void setUp(Installation place, Walker owner) {
        owner.open("/");
        assertThat(owner.page().locator("main")).containsText("まだ、どの会社も始めていません");
        owner.open(place.setUpPath());
        owner.look();
        owner.type("会社の名前", "みなと工業株式会社");
        owner.type("お名前", "港 一郎");
        owner.type("メールアドレス", "minato@example.jp");
        owner.type("パスワード", PASSWORD);
        owner.press("始める");
        assertThat(owner.heading()).hasText("この控えを、紙で残してください");
        owner.look();
        owner.follow("残しました。先へ進む");
        owner.look();
    }

    private static void answer(Walker owner) {
        owner.open("/assessments");
        owner.look();
        owner.press("25問を始める");
        var questions = owner.page().locator("fieldset.question");
        assertThat(questions).hasCount(25);
        for (var i = 0; i < 14; i++) {
            choose(questions, i);
        }
        assertThat(owner.page().locator(".saved").first()).hasAttribute("data-state", "saved");
        owner.picture("diagnosis");
        for (var i = 14; i < 25; i++) {
            choose(questions, i);
        }
        assertThat(owner.page().locator(".saved").first()).hasAttribute("data-state", "saved");
        owner.press("確定して、結果を見る");
        owner.page().waitForURL("**/results/*");
        owner.picture("result");
        // 9 × 4 + 8 × 2 + 8 × 0
        assertThat(owner.page().locator(".score-figure span").first()).hasText("52");
    }

    private static void choose(Locator questions, int question) {
        questions
                .nth(question)
                .locator(".choices label.choice")
                .nth(question % 3)
                .click();
    }

    private static void decide(Walker owner) {
        var due = Today.inJapan().plusDays(10).toString();
        for (var i = 0; i < 3; i++) {
            owner.open("/assessments");
            owner.page().locator("a[href^='/results/']").first().click();
            owner.page().locator("a[href*='/controls/decide/']").first().click();
            var weakness = owner.page().locator("li.fold").nth(i);
            weakness.locator("details").first().evaluate("one => one.open = true");
            weakness.locator("input[name=candidates]").first().check();
            weakness.locator("input[name=due]").fill(due);
            weakness.locator("form button[type=submit]").first().click();
            assertThat(owner.page().locator("li.fold").nth(i)).containsText("やると決めました");
        }
        owner.look();
        owner.open("/controls?tab=all");
        owner.picture("controls");
        assertThat(owner.page()
                        .locator("a[href^='/controls/']:not([href*='decide'])")
                        .first())
                .isVisible();
    }
}
