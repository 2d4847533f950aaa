package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.hoshimori.programme.StaffFixtures;
import org.junit.jupiter.api.Test;

/// A company declares one star; the desk returns it, the company corrects it, the desk accepts it.
class DeclarationTest {

    @Test
    void one_star_is_declared_returned_corrected_and_accepted() {
        try (var place = Installation.start("hoshimori.programme=reviewed");
                var owner = new Walker(place);
                var clerk = new Walker(place)) {
            owner.setUp(place.setUpPath());
            declare(owner);
            staff(clerk, place.application().getBean(StaffFixtures.class).firstPath());
            clerk.press("次の1件を見る");
            clerk.picture("desk-review");
            clerk.press("直しをお願いする");
            assertThat(clerk.page().locator("#note-error")).isVisible();
            clerk.look();
            clerk.type("会社へ伝えること", "町の名前を見直してください。");
            clerk.press("直しをお願いする");
            owner.open("/declaration");
            owner.look();
            owner.follow("直す所を見る");
            owner.look();
            owner.press("直して、もう一度出す");
            owner.type("町の名前", "海見町");
            owner.press("内容の確認へ進む");
            handIn(owner);
            clerk.open("/desk");
            clerk.press("次の1件を見る");
            assertThat(clerk.page().locator(".facts .chip.info")).hasCount(1);
            clerk.press("受け付ける");
            assertThat(clerk.page().locator(".toast")).containsText("受け付けました");
            owner.open("/declaration");
            assertThat(owner.page().locator(".verified")).containsText("一つ星を宣言しています");
            owner.picture("declaration");
            owner.follow("マークと文章を受け取る");
            owner.look();
            owner.open("/declaration");
            owner.follow("宣言をやめる");
            owner.look();
            desk(clerk);
        }
    }

    private static void declare(Walker owner) {
        owner.open("/declaration");
        owner.look();
        owner.page().locator("input[name=article]").all().forEach(Locator::check);
        owner.press("約束を保存する");
        owner.follow("一つ星を宣言する");
        owner.picture("declaration-form");
        owner.press("内容の確認へ進む");
        assertThat(owner.page().locator("#problems .notice")).isVisible();
        owner.look();
        fill(owner);
        owner.press("内容の確認へ進む");
        handIn(owner);
    }

    /// What the profile of a new company does not say yet.
    static void fill(Walker owner) {
        owner.type("会社の名前（フリガナ）", "みなとこうぎょう");
        owner.type("法人番号", "7000012050002");
        owner.page().getByLabel("業種").selectOption("E");
        owner.page().getByLabel("都道府県").selectOption("13");
        owner.type("市区町村", "みなと市");
        owner.page().locator("#town").fill("星見町");
        owner.type("担当する人", "港 一郎");
        owner.type("連絡用のメール", "info@minato.example");
    }

    static void handIn(Walker owner) {
        owner.look();
        owner.page().locator("#agreed").check();
        owner.press("宣言する");
        assertThat(owner.page().locator(".toast")).containsText("受け取りました");
    }

    static void staff(Walker clerk, String path) {
        clerk.open(path);
        clerk.look();
        clerk.type("名前", "森");
        clerk.type("メールアドレス", "mori@desk.example");
        clerk.type("パスワード", "うみとやまとそらのあおさ");
        clerk.press("受付を始める");
        assertThat(clerk.heading()).containsText("1件");
        clerk.picture("desk");
    }

    private static void desk(Walker clerk) {
        for (var path : new String[] {
            "/desk/staff",
            "/desk/settings",
            "/desk/settings/rules/standard",
            "/desk/settings/setting/fields",
            "/desk/settings/setting/outbound",
            "/desk/settings/setting/days",
            "/desk/registers",
            "/desk/batches?doubt=any",
            "/desk/statistics",
            "/statistics",
            "/supporters",
            "/subsidies",
            "/news",
            "/companies"
        }) {
            clerk.open(path);
            clerk.look();
        }
    }
}
