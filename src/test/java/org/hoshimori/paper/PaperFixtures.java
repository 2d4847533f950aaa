package org.hoshimori.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// Pages to print and a picture to put on them.
final class PaperFixtures {

    private PaperFixtures() {}

    static String page(String body) {
        return pageOf("", body);
    }

    static String pageOf(String bodyClass, String body) {
        return "<!DOCTYPE html>\n<html lang=\"ja\"><head><title>題名</title></head><body class=\"%s\">%s</body></html>"
                .formatted(bodyClass, body);
    }

    static byte[] picture() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Pictures on all pages, inside drawings too.
    static int pictures(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int count = 0;
            for (var page : document.getPages()) {
                count += pictures(page.getResources());
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int pictures(PDResources resources) throws IOException {
        int count = 0;
        for (COSName name : resources.getXObjectNames()) {
            count += switch (resources.getXObject(name)) {
                case PDImageXObject _ -> 1;
                case PDFormXObject form when form.getResources() != null -> pictures(form.getResources());
                default -> 0;
            };
        }
        return count;
    }
}
