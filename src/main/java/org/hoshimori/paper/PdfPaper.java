package org.hoshimori.paper;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.openhtmltopdf.extend.FSUriResolver;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns an XHTML page into a tagged A4 PDF (PDF/UA, ISO 14289-1) in the look of `fonts/paper.css`, with its fonts
/// inside.
///
/// The page is HTML5 written as XML: every element closed (`<br/>`), no named entities but the five of XML, `<html
/// lang="ja">` and a title. Drawings are inline `svg`. Nothing is fetched: only `data:` addresses are read, every
/// other picture, style or font is left out and noted in the log, so that no text of a user can make the server
/// read a file or call an address. Links stay links. Safe for use by many threads at once.
///
/// Throws [IllegalArgumentException] for a page that is not well-formed or lacks title or language,
/// [UncheckedIOException] when the stream cannot be written.
public final class PdfPaper {

    /// A class on the body that brings a stylesheet of its own, `fonts/paper-<class>.css`.
    private static final List<String> VARIANTS = List.of("landscape", "sample");

    private static final float A4_WIDTH_MM = 210;
    private static final float A4_HEIGHT_MM = 297;

    static {
        XRLog.setLoggerImpl(new PdfDiagnostics());
    }

    private final PdfFonts fonts = new PdfFonts();
    private final FSDefaultCacheStore fontMetrics = new FSDefaultCacheStore();
    private final String stylesheet = read("/fonts/paper.css");
    private final Map<String, String> variants =
            VARIANTS.stream().collect(toUnmodifiableMap(name -> name, name -> read("/fonts/paper-" + name + ".css")));

    /// The whole document in memory; a policy is about 100 KB.
    public byte[] render(String xhtml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        render(xhtml, bytes);
        return bytes.toByteArray();
    }

    /// Writes the document; the stream stays open.
    public void render(String xhtml, OutputStream out) {
        PdfSource page = PdfSource.parse(xhtml);
        page.addStylesheet(stylesheetFor(page));
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .usePdfVersion(1.7f)
                .withProducer("Hoshimori")
                .useDefaultPageSize(A4_WIDTH_MM, A4_HEIGHT_MM, PageSizeUnits.MM)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, fontMetrics)
                .useReplacementText("〓")
                .useSVGDrawer(new BatikSVGDrawer())
                .withW3cDocument(page.document(), null)
                .toStream(out);
        refuseTheOutside(builder);
        fonts.embedInto(builder);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two walls, because the renderer asks for addresses in many places and not every one of them asks the second.
    private static void refuseTheOutside(PdfRendererBuilder builder) {
        FSUriResolver onlyData = (base, uri) -> isData(uri) ? uri : null;
        builder.useUriResolver(onlyData);
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (uri, type) -> isData(uri) && type != ExternalResourceType.FILE_EMBED, moment);
        }
    }

    private static boolean isData(@Nullable String uri) {
        return uri != null && uri.startsWith("data:");
    }

    private String stylesheetFor(PdfSource page) {
        Set<String> wanted = page.bodyClasses();
        return VARIANTS.stream()
                .filter(wanted::contains)
                .map(name -> requireNonNull(variants.get(name)))
                .reduce(stylesheet, (css, more) -> css + "\n" + more);
    }

    private static String read(String resource) {
        try (InputStream in = PdfPaper.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
