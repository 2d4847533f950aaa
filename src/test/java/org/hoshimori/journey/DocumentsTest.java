package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/// From nothing to a basic policy that everybody can read, and a regulation of the company's own making.
class DocumentsTest {

    private static final String HANDBOOK = "/documents/handbook";
    private static final String BOOK = "/regulations/book";
    private static final String REGULATION = "/documents/regulation-access-control";

    @Test
    void a_company_finishes_its_documents() throws Exception {
        try (var place = Installation.start();
                var owner = new Walker(place)) {
            owner.setUp(place.setUpPath());
            owner.open("/documents");
            owner.picture("documents");
            approve(owner, "/documents/basic-policy", "policy");
            publish(owner);
            approve(owner, HANDBOOK, "handbook");
            read(place, owner);
            change(owner);
            approve(owner, REGULATION, "regulation");
            export(place, owner);
            bind(place, owner);
        }
    }

    private static void approve(Walker owner, String path, String picture) {
        owner.open(path);
        owner.picture(picture);
        owner.press("承認をお願いする");
        owner.open(path + "/approval");
        owner.look();
        owner.page().locator("#approve button").click();
        owner.open(path + "/revisions/1");
        assertThat(owner.page().locator(".chip.ok").first()).isVisible();
    }

    /// One approval, three texts: those who read Japanese slowly, or English, read the same rules.
    private static void read(Installation place, Walker owner) throws IOException {
        for (var language : new String[] {"easy", "en"}) {
            owner.open(HANDBOOK + "/revisions/1?in=" + language);
            assertThat(owner.page().locator(".tabs [aria-current]")).hasCount(1);
            owner.look();
            owner.picture("handbook-" + language);
            var file = HANDBOOK + "/revisions/1/pdf?in=" + language;
            try (var pdf = Loader.loadPDF(fetch(place, owner, file))) {
                var text = new PDFTextStripper().getText(pdf);
                assertThat(text).contains(language.equals("en") ? "Do not put updates off" : "すぐに新しくする");
                picture(pdf, "handbook-" + language + "-pdf", 0);
            }
        }
        owner.open(HANDBOOK + "?in=en");
        owner.look();
    }

    private static void publish(Walker owner) {
        owner.open("/publication");
        owner.type("アドレスに使う名前", "minato-kogyo");
        owner.press("この名前で公開する");
        owner.look();
        owner.open("/c/minato-kogyo/policy");
        assertThat(owner.page().locator("article.paper")).containsText("みなと工業株式会社");
        owner.picture("public-policy");
        owner.follow("English");
        assertThat(owner.page().locator("article.paper[lang=en]")).containsText("Compliance with laws and contracts");
        assertThat(owner.page().locator("main")).containsText("正式な文書は、日本語の版です。");
        owner.picture("public-policy-en");
    }

    /// Two clauses say something else, one is left out, one is added; the numbers follow.
    private static void change(Walker owner) {
        owner.open(REGULATION + "/clauses");
        var clauses = owner.page().locator(".document-clauses > li");
        var before = clauses.count();
        for (var clause = 0; clause < 2; clause++) {
            var words = clauses.nth(clause).locator("form:has(input[value=reword])");
            unfold(words);
            var offered = words.locator("textarea").inputValue();
            words.locator("textarea").fill("当社は、これを自分の言葉で定める。\n\n" + offered);
            words.locator("button[type=submit]").click();
        }
        var leave = clauses.nth(2).locator("form:has(input[value=leave])");
        unfold(leave);
        leave.locator("input[name=reason]").fill("当社には当てはまらない");
        leave.locator("button[type=submit]").click();
        assertThat(clauses.nth(2)).containsText("外しました");
        var add = owner.page().locator("form:has(input[value=add])");
        add.locator("input[name=title]").fill("会社だけの決まり");
        add.locator("textarea").fill("朝の会で、必ず確かめる。");
        add.locator("button[type=submit]").click();
        assertThat(clauses).hasCount(before + 1);
        owner.picture("clauses");
    }

    private static void unfold(Locator form) {
        form.locator("xpath=ancestor::details[1]").locator("summary").first().click();
    }

    /// All regulations in one file: the approved one as it binds, the others as drafts.
    private static void bind(Installation place, Walker owner) throws IOException {
        owner.open("/documents");
        owner.picture("documents-approved");
        var word = fetch(place, owner, BOOK + "/word");
        try (var document = new XWPFDocument(new ByteArrayInputStream(word))) {
            var text =
                    document.getParagraphs().stream().map(one -> one.getText()).toList();
            assertThat(text).contains("第4章　アクセス制御及び認証", "朝の会で、必ず確かめる。").anyMatch(line -> line.endsWith("（案）"));
        }
        try (var pdf = Loader.loadPDF(fetch(place, owner, BOOK + "/pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("朝の会で、必ず確かめる。", "この章は案です。");
            picture(pdf, "regulations-contents-pdf", 0);
            picture(pdf, "regulations-chapter-pdf", 4);
        }
        try (var pdf = Loader.loadPDF(fetch(place, owner, "/documents/basic-policy/revisions/1/pdf"))) {
            picture(pdf, "policy-pdf", 0);
        }
    }

    private static void export(Installation place, Walker owner) throws IOException {
        var word = fetch(place, owner, REGULATION + "/revisions/1/word");
        try (var document = new XWPFDocument(new ByteArrayInputStream(word))) {
            var text =
                    document.getParagraphs().stream().map(one -> one.getText()).toList();
            assertThat(text).contains("朝の会で、必ず確かめる。").anyMatch(line -> line.contains("会社だけの決まり"));
            assertThat(text).noneMatch(line -> Pattern.matches(".*\\{\\{.*", line));
        }
        try (var pdf = Loader.loadPDF(fetch(place, owner, REGULATION + "/revisions/1/pdf"))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            picture(pdf, "regulation-pdf", 0);
        }
    }

    private static void picture(PDDocument pdf, String name, int page) throws IOException {
        var folder = System.getProperty("screens", "").equals("docs")
                ? Path.of("docs", "screens")
                : Path.of("target", "screens");
        Files.createDirectories(folder);
        var picture = new PDFRenderer(pdf).renderImageWithDPI(page, 80);
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }

    private static byte[] fetch(Installation place, Walker owner, String path) {
        var response = owner.context().request().get(place.url(path), RequestOptions.create());
        assertThat(response.status()).as(path).isEqualTo(200);
        return response.body();
    }
}
