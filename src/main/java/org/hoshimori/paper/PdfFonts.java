package org.hoshimori.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;

/// BIZ UDPGothic, the one face of our paper (SIL Open Font License, see `fonts/OFL.txt`): made for legibility, covers the Japanese of
/// everyday names, and may be embedded.
///
/// Text inside SVG is measured by Java's own text machinery, which knows installed fonts only; without the registration here every
/// Japanese letter of a chart becomes an empty box.
final class PdfFonts {

    static final String FAMILY = "BIZ UDPGothic";

    /// The stylesheet asks for no other face, but the renderer's own one does (for `code`, say), and a tagged PDF may not fall back to a
    /// face that is not embedded.
    private static final Set<FSFontUseCase> FIRST_AND_LAST_CHOICE =
            EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_PRE);

    private final byte[] regular;
    private final byte[] bold;

    PdfFonts() {
        regular = read("/fonts/BIZUDPGothic-Regular.ttf");
        bold = read("/fonts/BIZUDPGothic-Bold.ttf");
        register(regular);
        register(bold);
    }

    /// Only the letters that a document uses are embedded: about 20 KB instead of 9 MB.
    void embedInto(PdfRendererBuilder builder) {
        builder.useFont(
                () -> new ByteArrayInputStream(regular), FAMILY, 400, FontStyle.NORMAL, true, FIRST_AND_LAST_CHOICE);
        builder.useFont(
                () -> new ByteArrayInputStream(bold), FAMILY, 700, FontStyle.NORMAL, true, FIRST_AND_LAST_CHOICE);
    }

    private static void register(byte[] font) {
        try {
            // The answer is false when the machine has the same font installed, which serves as well.
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .registerFont(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(font)));
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font in the jar is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = PdfFonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
