package org.hoshimori.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hoshimori.paper.PaperFixtures.page;
import static org.hoshimori.paper.PaperFixtures.pageOf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPaperTest {

    private static final PdfPaper PAPER = new PdfPaper();

    @Test
    void japanese_text_can_be_read_back() {
        assertThat(text(page("<h1>情報セキュリティ基本方針</h1><p>髙島は<b>守ります</b>。</p>"))).contains("情報セキュリティ基本方針", "髙島", "守ります");
    }

    /// A ligature is one sign in the font; without the letters it stands for, a listener would hear "rst of ce".
    @Test
    void english_letters_that_like_to_join_can_be_read_back() {
        assertThat(text(page("<h1>first office</h1><p>file, flow, effect, affluent</p>")))
                .contains("first office", "file, flow, effect, affluent");
    }

    @Test
    void both_weights_of_the_font_are_embedded_and_no_other_font_is_used() {
        List<PDFont> fonts =
                read(page("<p>普通<b>太字</b> <i>i</i> <code>code</code> <kbd>k</kbd></p>"), PdfPaperTest::fonts);

        assertThat(fonts).allMatch(PDFont::isEmbedded);
        assertThat(fonts)
                .extracting(font -> font.getName().replaceFirst("^[A-Z]{6}\\+", ""))
                .containsOnly("BIZUDPGothic-Regular", "BIZUDPGothic-Bold");
    }

    @Test
    void is_tagged_and_tells_title_language_and_purpose() {
        String page = "<html lang=\"en\"><head><title>Handbook</title></head><body><h1>Hello</h1></body></html>";

        try (PDDocument document = open(PAPER.render(page))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Handbook");
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo("Handbook");
            assertThat(new String(catalog.getMetadata().toByteArray(), UTF_8)).contains("pdfuaid:part>1<");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_page_without_title_or_language_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAPER.render("<html lang=\"ja\"><head><title> </title></head><body/></html>"))
                .withMessageContaining("title");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAPER.render("<html><head><title>題</title></head><body/></html>"))
                .withMessageContaining("language");
    }

    @Test
    void a_forgotten_end_tag_is_refused_with_its_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAPER.render(page("\n<p>one<br></p>")))
                .withMessageContaining("line 3");
    }

    @Test
    void control_characters_that_people_paste_do_not_break_the_page() {
        assertThat(text(page("<p>前\u000B\u0000後</p>"))).contains("前後");
    }

    @Test
    void is_a4_and_lies_sideways_on_demand() {
        PDRectangle upright =
                read(page("<p>縦</p>"), document -> document.getPage(0).getMediaBox());
        PDRectangle sideways = read(
                pageOf("landscape", "<p>横</p>"), document -> document.getPage(0).getMediaBox());

        assertThat(upright.getWidth()).isBetween(595f, 596f);
        assertThat(upright.getHeight()).isBetween(841f, 842f);
        assertThat(sideways.getWidth()).isBetween(841f, 842f);
        assertThat(sideways.getHeight()).isBetween(595f, 596f);
    }

    @Test
    void company_and_page_numbers_stand_on_every_page() {
        String page = page("<p class=\"company\">星空商店</p><p>一</p><p class=\"new-page\">二</p>");

        assertThat(text(page, 1)).contains("星空商店", "1 / 2").doesNotContain("見本");
        assertThat(text(page, 2)).contains("星空商店", "2 / 2");
    }

    @Test
    void a_sample_says_so_in_header_and_background_of_every_page() {
        String page = pageOf("sample", "<p>一</p><p class=\"new-page\">二</p>");

        assertThat(text(page, 1).split("見本", -1)).hasSize(3);
        assertThat(text(page, 2).split("見本", -1)).hasSize(3);
    }

    @Test
    void japanese_text_in_a_drawing_has_the_shapes_of_the_font() {
        String drawing = "<svg viewBox=\"0 0 300 40\" width=\"300\" height=\"40\" aria-label=\"点数\">"
                + "<text x=\"0\" y=\"20\" font-size=\"16\" %s>情報資産 62点</text></svg>";

        assertThat(curves(page(drawing.formatted("font-family=\"serif\""))))
                .isEqualTo(curvesOf("情報資産 62点", "/fonts/BIZUDPGothic-Regular.ttf"));
        assertThat(curves(page(drawing.formatted("font-weight=\"bold\""))))
                .isEqualTo(curvesOf("情報資産 62点", "/fonts/BIZUDPGothic-Bold.ttf"));
    }

    /// Such a picture is a document of its own: our stylesheet does not reach it. A missing letter would be a box,
    /// without a single curve.
    @Test
    void japanese_text_in_an_svg_picture_that_names_no_font_is_no_empty_box() {
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99\" height=\"40\"><text y=\"20\">あのめ</text></svg>";
        String picture = Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));

        assertThat(curves(page("<img alt=\"文字\" src=\"data:image/svg+xml;base64," + picture + "\"/>")))
                .isGreaterThan(30);
    }

    @Test
    void a_drawing_is_read_aloud_by_its_label() {
        String page = page("<svg viewBox=\"0 0 9 9\" aria-label=\"点数は62点\"><rect width=\"9\" height=\"9\"/></svg>");

        String spoken = read(
                page,
                document -> alternatives(
                        document.getDocumentCatalog().getStructureTreeRoot().getCOSObject(), 0));
        assertThat(spoken).contains("点数は62点");
    }

    @Test
    void threads_do_not_disturb_each_other() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> jobs = StreamSupport.stream(
                            List.of("一番", "二番", "三番", "四番", "五番", "六番").spliterator(), false)
                    .<Callable<String>>map(word -> () -> text(page("<p>" + word + "</p>")))
                    .toList();
            List<String> texts =
                    threads.invokeAll(jobs).stream().map(Future::resultNow).toList();
            assertThat(texts).hasSize(6);
            assertThat(texts.get(0)).contains("一番").doesNotContain("二番");
            assertThat(texts.get(5)).contains("六番").doesNotContain("五番");
        }
    }

    static <T> T read(String page, Function<PDDocument, T> question) {
        try (PDDocument document = open(PAPER.render(page))) {
            return question.apply(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }

    private static String text(String page) {
        return text(page, 1);
    }

    private static String text(String page, int number) {
        return read(page, document -> {
            try {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                return stripper.getText(document);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static List<PDFont> fonts(PDDocument document) {
        PDPage page = document.getPage(0);
        return StreamSupport.stream(page.getResources().getFontNames().spliterator(), false)
                .map(name -> {
                    try {
                        return page.getResources().getFont(name);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /// Every alternative text in the tree of tags; parents are skipped, they would lead back up.
    private static String alternatives(COSBase node, int depth) {
        StringBuilder found = new StringBuilder();
        if (depth > 20) {
            return "";
        }
        if (node instanceof COSObject reference && reference.getObject() != null) {
            found.append(alternatives(reference.getObject(), depth + 1));
        } else if (node instanceof COSArray array) {
            array.forEach(item -> found.append(alternatives(item, depth + 1)));
        } else if (node instanceof COSDictionary dictionary) {
            found.append(dictionary.getString(COSName.ALT, "")).append('\n');
            if (dictionary.getItem(COSName.K) != null) {
                found.append(alternatives(dictionary.getItem(COSName.K), depth + 1));
            }
        }
        return found.toString();
    }

    /// How many curves the drawings on the first page consist of: letters of a drawing are outlines in the PDF.
    private static long curves(String page) {
        return read(page, document -> curves(document.getPage(0).getResources()));
    }

    private static long curves(PDResources resources) {
        long curves = 0;
        try {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDFormXObject form) {
                    curves += new PDFStreamParser(form)
                            .parse().stream()
                                    .filter(token ->
                                            token instanceof Operator operator && "cvy".contains(operator.getName()))
                                    .count();
                    curves += form.getResources() == null ? 0 : curves(form.getResources());
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return curves;
    }

    private static long curvesOf(String words, String font) {
        try (InputStream in = PdfPaperTest.class.getResourceAsStream(font)) {
            PathIterator path = Font.createFont(Font.TRUETYPE_FONT, in)
                    .deriveFont(16f)
                    .createGlyphVector(new FontRenderContext(null, true, true), words)
                    .getOutline()
                    .getPathIterator(null);
            long curves = 0;
            for (double[] points = new double[6]; !path.isDone(); path.next()) {
                int segment = path.currentSegment(points);
                curves += segment == PathIterator.SEG_QUADTO || segment == PathIterator.SEG_CUBICTO ? 1 : 0;
            }
            return curves;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
