package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// From a register to controls: tried on the map, chosen as the cheapest set or for a budget, and decided.
class ChoosingControlsTest {

    @Test
    void an_owner_tries_controls_and_decides_the_cheapest_set() {
        try (var place = Installation.start();
                var owner = new Walker(place)) {
            owner.setUp(place.setUpPath());
            register(owner);
            whatIf(owner);
            costs(owner);
            cheapest(owner);
            budget(owner);
            decide(owner);
        }
    }

    private static void register(Walker owner) {
        owner.open("/assets/start");
        owner.page().evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        var ticks = owner.page().locator("input[name=chosen]");
        for (var tick = 0; tick < 14; tick++) {
            ticks.nth(tick).check();
        }
        owner.page().locator("#chosen button[type=submit]").click();
        assertThat(owner.page().locator("#toast")).not().isEmpty();
    }

    /// The figures follow a tick at once, and a reload keeps what was ticked.
    private static void whatIf(Walker owner) {
        owner.open("/risks");
        owner.follow("対策をためして");
        assertThat(owner.heading()).hasText("対策をためして、地図の動きを見ます");
        var said = owner.page().locator("#said");
        assertThat(said).containsText("0項目");
        var large = large(owner).textContent();
        for (var item : new String[] {"automatic-updates", "antivirus-used", "backup-taken", "suspicious-mail"}) {
            owner.page().locator("input[value=" + item + "]").check();
        }
        assertThat(said).containsText("4項目");
        owner.page().locator("input[value=passwords-used]").check();
        owner.page().locator("input[value=fake-sites]").check();
        owner.page().locator("input[value=firewall-in-place]").check();
        owner.page().locator("input[value=threat-information-shared]").check();
        assertThat(said).containsText("8項目");
        assertThat(large(owner)).not().hasText(large);
        assertThat(owner.page()).hasURL(Pattern.compile(".*item=automatic-updates.*"));
        owner.picture("what-if");
        owner.page().reload();
        assertThat(said).containsText("8項目");
    }

    private static Locator large(Walker owner) {
        return owner.page().locator("#outcome .key-figures dd").first();
    }

    private static void costs(Walker owner) {
        owner.open("/risks/what-if/costs");
        owner.page().locator("[id='why.firewall-in-place']").fill("建物の回線を借りているため");
        owner.page().locator("[id='once.backup-taken']").fill("たくさん");
        owner.press("費用を保存する");
        assertThat(owner.page().locator(".notice.bad")).isVisible();
        owner.picture("costs");
        owner.page().locator("[id='once.backup-taken']").fill("25,000円");
        owner.press("費用を保存する");
        assertThat(owner.page().locator("#toast")).containsText("費用を保存しました");
    }

    private static void cheapest(Walker owner) {
        owner.open("/risks/cheapest");
        assertThat(owner.page().locator("#stay")).isVisible();
        owner.page().locator(".scenario-reasons summary").first().click();
        owner.picture("cheapest");
        owner.open("/risks/what-if/costs");
        owner.page().locator("details summary").last().click();
        owner.press("すべて目安に戻す");
        owner.open("/risks/cheapest");
        assertThat(owner.page().locator("#stay")).hasCount(0);
    }

    private static void budget(Walker owner) {
        owner.open("/risks/budget");
        owner.type("1年目の予算（円）", "50,000");
        owner.press("この予算で選ぶ");
        assertThat(owner.page().locator("#best")).containsText("50,000円");
        owner.picture("budget");
    }

    private static void decide(Walker owner) {
        owner.open("/risks/cheapest");
        owner.follow("対策として決める");
        owner.press("この対策に決める");
        owner.type("いつまでに", "2027-03-31");
        owner.picture("decide-items");
        owner.press("この対策に決める");
        assertThat(owner.page().locator("#toast")).containsText("対策に決めました");
        assertThat(owner.page().locator("main")).containsText("対策状況チェック");
        owner.look();
    }
}
