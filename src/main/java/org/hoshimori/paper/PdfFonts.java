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
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;

/// BIZ UDPGothic, the one face of our paper (SIL Open Font License, see `fonts/OFL.txt`): made for legibility,
/// covers the Japanese of everyday names, and may be embedded.
///
/// Text inside SVG is drawn by Java's own text machinery, which knows installed fonts only. It gets ours twice:
/// from the renderer, face by face, and registered with the JVM for text that the renderer hands on without a face.
/// With neither, Japanese in a chart is a row of empty boxes; with the registration alone, figures come out in
/// whatever face the machine has.
final class PdfFonts {

    static final String FAMILY = "BIZ UDPGothic";

    /// The letters GSUB as a number.
    private static final int SUBSTITUTIONS = 0x47535542;

    /// The stylesheet asks for no other face, but the renderer's own one does (for `code`, say), and a tagged PDF
    /// may not fall back to a face that is not embedded.
    private static final Set<FSFontUseCase> EVERYWHERE =
            EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_PRE, FSFontUseCase.SVG);

    private final byte[] plainRegular;
    private final byte[] plainBold;

    PdfFonts() {
        var regular = read("/fonts/BIZUDPGothic-Regular.ttf");
        var bold = read("/fonts/BIZUDPGothic-Bold.ttf");
        register(regular);
        register(bold);
        plainRegular = withoutLigatures(regular);
        plainBold = withoutLigatures(bold);
    }

    /// The PDF would show `fi` as one sign that stands for no letter: who listens or copies gets "rst" for "first".
    /// So the table of substitutions gets a name that nobody looks for. The list of tables begins at byte 12, each
    /// with 16 bytes (OpenType, "Table Directory").
    private static byte[] withoutLigatures(byte[] font) {
        var plain = ByteBuffer.wrap(font.clone());
        for (var table = 0; table < plain.getShort(4); table++) {
            var at = 12 + 16 * table;
            if (plain.getInt(at) == SUBSTITUTIONS) {
                plain.put(at, (byte) 'X');
            }
        }
        return plain.array();
    }

    /// Only the letters that a document uses are embedded: some 60 KB instead of 9 MB.
    void embedInto(PdfRendererBuilder builder) {
        builder.useFont(() -> new ByteArrayInputStream(plainRegular), FAMILY, 400, FontStyle.NORMAL, true, EVERYWHERE);
        builder.useFont(() -> new ByteArrayInputStream(plainBold), FAMILY, 700, FontStyle.NORMAL, true, EVERYWHERE);
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
