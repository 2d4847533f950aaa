package org.hoshimori.declaration;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/// A plain star of our own with one word, for companies whose operator installed no marks. It says that something is
/// declared and resembles no official mark.
///
/// @param star 1 or 2
/// @param word under the stars
record StarDrawing(int star, String word) {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;
    private static final double[][] POINTS = {
        {12, 2.9},
        {14.75, 8.65},
        {21.05, 9.5},
        {16.45, 13.9},
        {17.59, 20.16},
        {12, 17.1},
        {6.41, 20.16},
        {7.55, 13.9},
        {2.95, 9.5},
        {9.25, 8.65}
    };

    String svg() {
        var shapes = new StringBuilder();
        for (var one = 0; one < star; one++) {
            shapes.append(String.format(
                    Locale.ROOT,
                    "<path transform=\"translate(%.1f 20) scale(7)\" d=\"%s\" fill=\"#ffc700\" stroke=\"#927200\""
                            + " stroke-width=\".6\" stroke-linejoin=\"round\"/>",
                    left(one),
                    path()));
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\">"
                + "<title>" + word + "</title>" + shapes + "<text x=\"" + WIDTH / 2
                + "\" y=\"260\" font-size=\"56\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"#1a1a1a\""
                + " font-family=\"sans-serif\">" + word + "</text></svg>";
    }

    private double left(int one) {
        return WIDTH / 2.0 - star * 90 + one * 180 + 6;
    }

    private static String path() {
        var path = new StringBuilder("M");
        for (var point : POINTS) {
            path.append(String.format(Locale.ROOT, "%s %s ", point[0], point[1]));
        }
        return path.append('Z').toString();
    }

    /// Twice the size of the drawing, on a clear ground.
    ///
    /// @param font that has the letters of the word
    byte[] png(Font font) {
        var image = new BufferedImage(WIDTH * 2, HEIGHT * 2, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.scale(2, 2);
        for (var one = 0; one < star; one++) {
            var shape = new Path2D.Double();
            shape.moveTo(POINTS[0][0], POINTS[0][1]);
            for (var point = 1; point < POINTS.length; point++) {
                shape.lineTo(POINTS[point][0], POINTS[point][1]);
            }
            shape.closePath();
            var place = new AffineTransform(7, 0, 0, 7, left(one), 20);
            pen.setColor(new Color(0xffc700));
            pen.fill(place.createTransformedShape(shape));
            pen.setColor(new Color(0x927200));
            pen.setStroke(new BasicStroke(4));
            pen.draw(place.createTransformedShape(shape));
        }
        pen.setColor(new Color(0x1a1a1a));
        pen.setFont(font.deriveFont(Font.BOLD, 56f));
        var width = pen.getFontMetrics().stringWidth(word);
        pen.drawString(word, (WIDTH - width) / 2f, 260);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
