package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hoshimori.directory.DirectoryFixtures.entry;

import com.microsoft.playwright.Locator;
import java.util.stream.IntStream;
import org.hoshimori.directory.Directory;
import org.junit.jupiter.api.Test;

/// One star in five minutes where numbers are given at once; then somebody else, who has no account, finds the company
/// and looks whether its number is good.
class StarTest {

    @Test
    void one_star_is_given_at_once_found_and_verified() {
        try (var place = Installation.start("hoshimori.programme=immediate");
                var owner = new Walker(place);
                var anybody = new Walker(place)) {
            owner.setUp(place.setUpPath());
            var number = declare(owner);
            owner.follow("マークと文章を受け取る");
            owner.picture("marks");
            var directory = place.application().getBean(Directory.class);
            directory.publishAll(IntStream.range(0, 45)
                    .mapToObj(i -> entry("7500000%04d".formatted(i), "港町第" + i + "商店", "ミナトマチ" + i))
                    .toList());
            search(anybody, number);
            verify(anybody, number);
            owner.open("/declaration");
            owner.follow("宣言をやめる");
            owner.page().locator("main form button[type=submit]").click();
            anybody.open("/d/" + number);
            assertThat(anybody.page().locator("main")).not().containsText("みなと工業");
            anybody.picture("verification-stopped");
        }
    }

    private static String declare(Walker owner) {
        owner.open("/declaration");
        owner.page().locator("input[name=article]").all().forEach(Locator::check);
        owner.press("約束を保存する");
        owner.follow("一つ星を宣言する");
        DeclarationTest.fill(owner);
        owner.press("内容の確認へ進む");
        owner.picture("declaration-confirm");
        owner.page().locator("#agreed").check();
        owner.press("宣言する");
        assertThat(owner.page().locator(".verified")).containsText("一つ星を宣言しています");
        owner.picture("declaration-given");
        return owner.page()
                .locator("a[href^='/d/']")
                .first()
                .getAttribute("href")
                .substring("/d/".length());
    }

    private static void search(Walker anybody, String number) {
        anybody.open("/directory");
        anybody.type("会社の名前・カナ・番号", "(株)ﾐﾅﾄ");
        anybody.press("さがす");
        anybody.picture("directory");
        var next = anybody.page().locator("a[href*='after=']");
        next.first().click();
        anybody.look();
        anybody.open("/directory?q=" + number);
        assertThat(anybody.page().locator("a[href='/d/" + number + "']")).hasText("みなと工業株式会社");
        anybody.open("/directory?q=ありえない名前");
        anybody.look();
        anybody.open("/directory/data");
        anybody.look();
    }

    private static void verify(Walker anybody, String number) {
        anybody.open("/d/" + number);
        assertThat(anybody.page().locator(".verified")).containsText("みなと工業株式会社");
        assertThat(anybody.page().locator("main")).not().containsText("info@minato.example");
        anybody.picture("verification");
        anybody.open("/d/00000000000");
        anybody.look();
    }
}
