package org.hoshimori.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/// A company names a threat of its own, answers check items, lets some assets rest on the basic measures, and keeps two
/// rounds to see what has become better.
class RiskRoundsTest {

    @Test
    void risks_become_smaller_from_round_to_round() {
        try (var place = Installation.start();
                var owner = new Walker(place)) {
            owner.setUp(place.setUpPath());
            owner.open("/assets/start");
            ticks(owner, "input[name=chosen]", 10);
            owner.press("選んだものを台帳に足す");
            threats(owner);
            round(owner, "2026年度 1回目");
            check(owner);
            owner.open("/risks/list");
            owner.picture("risk-list");
            ticks(owner, "input[name=ids]", 1);
            owner.press("選んだものを、基本の対策でみる");
            assertThat(owner.page().locator(".toast").textContent()).contains("基本の対策でみる");
            owner.open("/risks");
            owner.picture("risk-departments");
            round(owner, "2026年度 2回目");
            owner.open("/risks/history");
            owner.picture("risk-history");
            owner.press("2つの回を比べる");
            owner.picture("risk-compare");
            owner.open("/assets");
            owner.picture("risk-register");
        }
    }

    private static void threats(Walker owner) {
        owner.open("/risks/threats");
        owner.type("媒体・保存先の名前", "複合機");
        owner.press("媒体を足す");
        owner.picture("risk-threats");
        owner.page().locator("a[href*='threats/new?medium=%E8']").click();
        owner.type("脅威の名前", "原本の置き忘れ");
        owner.look();
        owner.press("この脅威を足す");
        owner.picture("risk-threat");
        owner.open("/risks/threats/pc-banking-fraud");
        owner.type("使わない理由", "ネットバンキングを使っていない");
        owner.press("この脅威を外す");
        owner.look();
    }

    private static void check(Walker owner) {
        owner.open("/risks/check");
        for (var item : new String[] {
            "automatic-updates",
            "antivirus-used",
            "passwords-used",
            "suspicious-mail",
            "fake-sites",
            "firewall-in-place",
            "backup-taken",
            "threat-information-shared",
            "need-to-know-use",
            "work-outside"
        }) {
            owner.page().locator("#" + item + " label").first().click();
        }
        owner.picture("rounds-check");
        owner.press("保存して、結果を見る");
        owner.picture("rounds-result");
    }

    private static void round(Walker owner, String name) {
        owner.open("/risks/history");
        owner.look();
        owner.type("回の名前", name);
        owner.press("この回を閉じて、残す");
        assertThat(owner.heading().textContent()).isEqualTo(name);
        owner.picture("risk-round");
    }

    private static void ticks(Walker owner, String boxes, int most) {
        owner.page().locator(boxes).all().stream().limit(most).forEach(Locator::check);
    }
}
