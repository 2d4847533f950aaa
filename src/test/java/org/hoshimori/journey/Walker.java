package org.hoshimori.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Somebody at a browser. Looks at pages the way the house wants them: axe without a finding, no error in the console,
/// no sideways scrolling.
final class Walker implements AutoCloseable {

    private static final String AXE = axe();

    /// A picture shows the beginning of a long page, in pixels.
    private static final int TALLEST = 2600;

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final Installation place;
    private final List<String> complaints = new ArrayList<>();

    Walker(Installation place) {
        this(place, 1280, 900);
    }

    Walker(Installation place, int width, int height) {
        this(place, width, height, Script.RUNS);
    }

    /// Whether pages may run script.
    enum Script {
        RUNS,
        OFF
    }

    /// Somebody whose browser runs no script; axe is not asked, for it is script itself.
    static Walker withoutScript(Installation place) {
        return new Walker(place, 1280, 900, Script.OFF);
    }

    private Walker(Installation place, int width, int height, Script script) {
        this.place = place;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.executable())
                        .setArgs(Chromium.FLAGS));
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(script == Script.RUNS)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    void open(String path) {
        page.navigate(place.url(path));
    }

    /// Sets up a company as its owner and stands on the first page.
    void setUp(String path) {
        open(path);
        type("会社の名前", "みなと工業株式会社");
        type("お名前", "港 一郎");
        type("メールアドレス", "minato@example.jp");
        type("パスワード", "うみとやまとそらのあおさ");
        press("始める");
        follow("残しました。先へ進む");
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    void type(String label, String text) {
        page.getByLabel(label).first().fill(text);
    }

    Locator heading() {
        return page.locator("h1").first();
    }

    /// Where the page leads to on this installation, read in one trip.
    List<String> links() {
        var links = page.evaluate("[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))");
        return ((List<?>) links).stream().map(Object::toString).toList();
    }

    /// Checks the page as it is now, at desktop and phone width, and at 320 px for sideways scrolling.
    void look() {
        assertThat(complaints).as("console of " + page.url()).isEmpty();
        var size = page.viewportSize();
        for (var width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            assertThat(violations()).as(page.url() + " at " + width).isEmpty();
        }
        page.setViewportSize(320, 700);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("no sideways scrolling at 320 px: " + page.url())
                .isEqualTo(320);
        page.setViewportSize(size.width, size.height);
        // axe itself tries inline styles, which the content security policy refuses
        complaints.clear();
    }

    /// Checks the page and takes its picture.
    void picture(String name) {
        look();
        var folder = System.getProperty("screens", "").equals("docs")
                ? Path.of("docs", "screens")
                : Path.of("target", "screens");
        for (var width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)");
            var height = (Integer) page.evaluate("document.documentElement.scrollHeight");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + "-" + width + ".png"))
                    .setClip(0, 0, width, Math.min(height, TALLEST))
                    .setFullPage(true));
        }
        page.setViewportSize(1280, 900);
    }

    private List<String> violations() {
        if (page.evaluate("'axe' in window").equals(false)) {
            page.evaluate(AXE);
        }
        var found = page.evaluate("""
                async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                  .map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 200)).join(' | '))""");
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (var script = Walker.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
