package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/// The server is gone for a while: answers wait in the browser and go in when it is back. And the keyboard alone is
/// enough.
class LostConnectionTest {

    @Test
    void answers_given_without_a_connection_are_saved_later() {
        try (var place = Installation.start();
                var owner = new Walker(place, 390, 800)) {
            owner.setUp(place.setUpPath());
            owner.open("/assessments");
            owner.press("25問を始める");
            owner.page().waitForURL("**/assessments/*");
            owner.page().waitForLoadState();
            owner.context().setOffline(true);
            choose(owner, "backup", "partly");
            choose(owner, "antivirus", "implemented");
            assertThat(owner.page().locator(".saved").first()).hasAttribute("data-state", "waiting");
            owner.context().setOffline(false);
            assertThat(owner.page().locator(".saved").first())
                    .hasAttribute(
                            "data-state", "saved", new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
            owner.page().reload();
            assertThat(owner.page().locator("#backup input[value=partly]")).isChecked();
            assertThat(owner.page().locator("#antivirus input[value=implemented]"))
                    .isChecked();
        }
    }

    @Test
    void the_keyboard_alone_answers_questions() {
        try (var place = Installation.start();
                var owner = new Walker(place)) {
            owner.setUp(place.setUpPath());
            owner.open("/assessments");
            owner.press("25問を始める");
            owner.page().waitForURL("**/assessments/*");
            owner.page().waitForLoadState();
            owner.page().locator("#os-up-to-date input[type=radio]").first().focus();
            owner.page().keyboard().press("2");
            assertThat(owner.page().locator("#os-up-to-date input[value=partly]"))
                    .isChecked();
            owner.page().keyboard().press("Enter");
            owner.page().keyboard().press("1");
            assertThat(owner.page().locator("#antivirus input[value=implemented]"))
                    .isChecked();
            assertThat(owner.page().locator(".saved").first()).hasAttribute("data-state", "saved");
        }
    }

    private static void choose(Walker owner, String question, String answer) {
        owner.page()
                .locator("#" + question + " label.choice:has(input[value=" + answer + "])")
                .click();
    }
}
