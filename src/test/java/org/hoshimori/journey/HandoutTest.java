package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/// The handbook reaches everybody: one person reads it by a personal link on a small phone, answers three questions and
/// confirms; the boss sees who has.
class HandoutTest {

    private static final String HANDOUT = "/handouts/handbook";
    private static final int MOST_TRIES = 9;
    private static final int LOOK_AT = 10;

    @Test
    void the_handbook_is_handed_out_read_on_a_phone_and_confirmed() throws Exception {
        try (var place = Installation.start();
                var owner = new Walker(place);
                var reader = new Walker(place, 320, 640)) {
            owner.setUp(place.setUpPath());
            owner.open("/people/new");
            owner.type("名前", "浜 花子");
            owner.press("この人を足す");
            approve(owner);
            handOut(owner);
            var link = link(owner);
            read(reader, link);
            confirm(reader);
            owner.open(HANDOUT);
            assertThat(owner.page().locator("#done ~ ul")).containsText("リンクで確認済み");
            owner.picture("handout-confirmed");
        }
    }

    private static void approve(Walker owner) {
        owner.open("/documents/handbook");
        owner.press("承認をお願いする");
        owner.open("/documents/handbook/approval");
        owner.page().locator("#approve button").click();
        owner.open(HANDOUT);
    }

    private static void handOut(Walker owner) {
        owner.page().locator("input[name=quiz]").check();
        owner.picture("handout-form");
        owner.page().locator("button.large").click();
        assertThat(owner.page().locator(".rows .chip.warn")).hasCount(2);
        owner.picture("handout-list");
        owner.open("/");
        assertThat(owner.page().locator(".hero h1")).containsText("1件");
        assertThat(owner.page().locator(".hero a[href='/handouts']")).isVisible();
        owner.look();
        owner.open("/handouts");
        owner.picture("handout-mine");
    }

    private static String link(Walker owner) {
        owner.open(HANDOUT);
        owner.page().locator("form[action$='/link'] button").last().click();
        owner.picture("handout-link");
        return URI.create(owner.page().locator("#url").inputValue()).getPath();
    }

    private static void read(Walker reader, String link) {
        reader.open(link);
        reader.picture("handout-reading");
        var screens = Integer.parseInt(reader.page().locator("progress").getAttribute("max"));
        for (var screen = 1; screen <= screens; screen++) {
            if (screen % LOOK_AT == 0 || reader.page().locator("article table").count() > 0) {
                reader.look();
            }
            reader.page().locator("a[rel=next]").click();
        }
        reader.picture("handout-end");
        reader.open(link + "?screen=all");
        reader.look();
        reader.open(link + "?screen=contents");
        reader.picture("handout-contents");
        reader.open(link + "?screen=end");
    }

    /// Tries until every question is right: a wrong answer says why and lets try again.
    private static void confirm(Walker reader) {
        var page = reader.page();
        page.locator("article button").click();
        assertThat(page.locator("#problems .notice")).isVisible();
        for (var attempt = 0;
                attempt < MOST_TRIES && page.locator("article form").count() > 0;
                attempt++) {
            for (var question : page.locator("fieldset.handout-question").all()) {
                if (question.locator(".chip.ok").count() == 0) {
                    question.locator("label.choice").nth(attempt % 3).click();
                }
            }
            if (attempt == 0) {
                page.locator("article button").click();
                reader.picture("handout-questions");
            } else {
                page.locator("article button").click();
            }
        }
        assertThat(page.locator(".notice.ok")).containsText("確認しました");
        reader.picture("handout-thanks");
        assertThat(page.locator("article form").count()).isZero();
    }
}
