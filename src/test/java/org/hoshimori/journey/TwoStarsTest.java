package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.StaffFixtures;
import org.junit.jupiter.api.Test;

/// Two stars, with the proof that they ask for: returned by the desk, corrected, accepted. Then what else the desk
/// does.
class TwoStarsTest {

    @Test
    void two_stars_are_returned_corrected_and_accepted() {
        try (var place = Installation.start("hoshimori.programme=reviewed");
                var owner = new Walker(place);
                var clerk = new Walker(place)) {
            begin(place, owner);
            declare(owner);
            DeclarationTest.staff(
                    clerk, place.application().getBean(StaffFixtures.class).firstPath());
            clerk.press("次の1件を見る");
            clerk.type("会社へ伝えること", "町の名前を見直してください。");
            clerk.press("直しをお願いする");
            owner.open("/declaration");
            owner.follow("直す所を見る");
            owner.picture("declaration-returned");
            owner.press("直して、もう一度出す");
            owner.type("町の名前", "海見町");
            owner.press("内容の確認へ進む");
            DeclarationTest.handIn(owner);
            clerk.open("/desk");
            clerk.press("次の1件を見る");
            assertThat(clerk.page().locator(".facts .chip.info")).hasCount(1);
            clerk.picture("desk-changed");
            clerk.press("受け付ける");
            owner.open("/declaration");
            assertThat(owner.page().locator(".verified")).containsText("二つ星を宣言しています");
            owner.picture("declaration-two-stars");
            desk(clerk);
        }
    }

    /// A company with a closed round, and its policy at an address of its own.
    private static void begin(Installation place, Walker owner) {
        var beans = place.application();
        var person = beans.getBean(OrganizationFixtures.class).company("みなと工業株式会社");
        beans.getBean(AssessmentFixtures.class).closed(person);
        var cookie = beans.getBean(AccessFixtures.class).cookie(person);
        owner.context().addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl(place.url("/"))));
        owner.open("/publication/address");
        owner.type("基本方針のページのアドレス", "https://minato.example/policy");
        owner.type("目で確かめた日", "2026-11-01");
        owner.page().getByLabel("この基本方針は、会社の代表者が承認したものです").check();
        owner.press("記録する");
    }

    private static void declare(Walker owner) {
        owner.open("/declaration");
        owner.look();
        owner.follow("二つ星を宣言する");
        DeclarationTest.fill(owner);
        owner.page().locator("#policyHow").fill("会社のホームページに載せている");
        owner.press("内容の確認へ進む");
        DeclarationTest.handIn(owner);
    }

    private static void desk(Walker clerk) {
        clerk.open("/desk/batches?doubt=any");
        clerk.picture("batches");
        clerk.open("/desk/settings");
        clerk.look();
        clerk.open("/desk/settings/industries/standard");
        clerk.picture("industries");
        clerk.open("/desk/numbers");
        clerk.page().locator("#typed").fill("40001234567\n星");
        clerk.press("残す前に確かめる");
        assertThat(clerk.page().locator("#typed-error")).containsText("2行目");
        clerk.look();
        clerk.page().locator("#typed").fill("40001234567\n40001234568");
        clerk.press("残す前に確かめる");
        assertThat(clerk.page().locator("p.notice[role=status]")).containsText("2件");
        clerk.picture("numbers");
        clerk.press("この番号を残す");
        assertThat(clerk.page().locator(".toast")).containsText("番号を残しました");
    }
}
