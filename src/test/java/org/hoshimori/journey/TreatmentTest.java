package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.hoshimori.Today;
import org.junit.jupiter.api.Test;

/// From a register of typical assets to a decision about the largest risks and the report for the owner.
class TreatmentTest {

    @Test
    void an_owner_decides_how_risks_are_treated() throws Exception {
        try (var place = Installation.start();
                var owner = new Walker(place)) {
            owner.setUp(place.setUpPath());
            register(owner);
            owner.open("/risks");
            owner.picture("risks");
            owner.open("/risks/treatments");
            owner.picture("treatments-open");
            modify(owner);
            retain(owner);
            share(owner);
            owner.open("/risks/treatments");
            owner.picture("treatments");
            owner.open("/risks/report");
            owner.picture("treatment-report");
            paper(place, owner);
        }
    }

    private static void register(Walker owner) {
        owner.open("/assets/start");
        var ticks = owner.page().locator("input[type=checkbox]");
        for (var row = 0; row < Math.min(10, ticks.count()); row++) {
            ticks.nth(row).check();
        }
        owner.page().locator("main form button[type=submit]").first().click();
    }

    private static void modify(Walker owner) {
        owner.open("/risks/treatments");
        owner.page().locator(".treatment-rows a.title").first().click();
        owner.picture("treatment-choose");
        owner.press("この対策に決める");
        assertThat(owner.page().locator("#problems a")).hasCount(2);
        owner.look();
        for (var item : owner.page().locator("input[name=items]").all()) {
            item.check();
        }
        owner.press("保存せずに、結果をためす");
        assertThat(owner.page().locator("#tried")).isVisible();
        owner.look();
        owner.type("いつまでに", Today.inJapan().plusDays(60).toString());
        owner.type("初めにかかる費用", "30,000円");
        owner.press("この対策に決める");
        assertThat(owner.page().locator(".toast")).isVisible();
        owner.picture("treatment");
    }

    private static void retain(Walker owner) {
        owner.open("/risks/treatments?state=open");
        owner.page().locator(".treatment-rows input[type=checkbox]").nth(0).check();
        owner.page().locator(".treatment-rows input[type=checkbox]").nth(1).check();
        owner.press("選んだリスクの扱い方を決める");
        owner.page().locator(".treatment-ways a").nth(1).click();
        owner.look();
        owner.type("受け入れる理由", "使う人が2人だけで、週に1回、控えを確かめているため");
        owner.press("この期限まで受け入れる");
        assertThat(owner.page().locator(".toast")).isVisible();
        owner.look();
    }

    private static void share(Walker owner) {
        owner.open("/risks/treatments?state=open");
        owner.page().locator(".treatment-rows a.title").first().click();
        owner.page().locator(".treatment-ways a").nth(3).click();
        owner.look();
        owner.page().locator("input[value=insurance]").check();
        owner.type("移転する相手", "みなと損害保険　サイバー保険");
        owner.type("相手が受け持つ金額", "10000000");
        owner.type("毎年かかる費用", "48000");
        owner.press("移転として記録する");
        assertThat(owner.page().locator(".toast")).isVisible();
        owner.look();
    }

    private static void paper(Installation place, Walker owner) throws Exception {
        var response = owner.context().request().get(place.url("/risks/report.pdf"), RequestOptions.create());
        assertThat(response.status()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(response.body())) {
            var folder = System.getProperty("screens", "").equals("docs")
                    ? Path.of("docs", "screens")
                    : Path.of("target", "screens");
            Files.createDirectories(folder);
            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, 80);
            ImageIO.write(
                    picture, "png", folder.resolve("treatment-report-pdf.png").toFile());
        }
    }
}
