package org.hoshimori.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.hoshimori.paper.PaperFixtures.page;
import static org.hoshimori.paper.PaperFixtures.picture;
import static org.hoshimori.paper.PaperFixtures.pictures;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page may carry what strangers wrote; whatever it says, no file is read and no address is called.
class PdfPaperIsolationTest {

    private static final PdfPaper PAPER = new PdfPaper();
    private static final String DATA =
            "data:image/png;base64," + Base64.getEncoder().encodeToString(picture());

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Path file;

    @BeforeEach
    void listen(@TempDir Path folder) throws IOException {
        file = Files.write(folder.resolve("secret.png"), picture());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, picture().length);
            exchange.getResponseBody().write(picture());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img alt='x' src='$'/>",
                "<div style=\"width: 9mm; height: 9mm; background-image: url('$')\">x</div>",
                "<ul style=\"list-style-image: url('$')\"><li>x</li></ul>",
                "<p style=\"content: url('$')\">x</p>",
                "<object type='image/png' data='$'>x</object>",
                "<svg xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9' width='90' height='90'>"
                        + "<image xlink:href='$' width='9' height='9'/></svg>",
                "<style>@import url('$'); @font-face { font-family: f; src: url('$'); } p { font-family: f; }</style><p>x</p>",
                "<link rel='stylesheet' href='$'/><p>x</p>",
                "<a download='x' data-content-type='image/png' relationship='Source' href='$'>x</a>"
            })
    void nothing_outside_the_page_is_fetched(String markup) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.png";
        for (String outside : List.of(
                file.toUri().toString(),
                file.toString(),
                "jar:" + file.toUri() + "!/x.png",
                address,
                "classpath:x.png")) {
            byte[] pdf = PAPER.render(page(markup.replace("$", outside)));

            assertThat(pictures(pdf)).as(outside).isZero();
        }
        assertThat(calls).isEmpty();
    }

    /// The SVG renderer does not leave such a style out, it stumbles; that is safe as well.
    @Test
    void a_drawing_whose_own_style_reaches_outside_fails() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.css";
        String drawing = "<svg viewBox='0 0 9 9'><style>@import url('" + address
                + "');</style><rect width='9' height='9'/></svg>";

        assertThatException().isThrownBy(() -> PAPER.render(page(drawing)));
        assertThat(calls).isEmpty();
    }

    /// Proves that the counting above can see a picture at all.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img alt='x' src='$'/>",
                "<div style=\"width: 9mm; height: 9mm; background-image: url('$')\">x</div>"
            })
    void what_the_page_carries_itself_is_drawn(String markup) {
        assertThat(pictures(PAPER.render(page(markup.replace("$", DATA))))).isEqualTo(1);
    }

    @Test
    void entities_cannot_read_files() throws IOException {
        Path secret = Files.writeString(file.resolveSibling("secret.txt"), "SECRET");
        String attack = "<!DOCTYPE html [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>"
                + "<html lang=\"ja\"><head><title>x</title></head><body><p>&secret;</p></body></html>";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAPER.render(attack))
                .withMessageContaining("DOCTYPE");
    }

    @Test
    void document_types_cannot_call_addresses() {
        String attack = "<!DOCTYPE html SYSTEM \"http://127.0.0.1:"
                + server.getAddress().getPort() + "/x.dtd\">"
                + "<html lang=\"ja\"><head><title>x</title></head><body/></html>";

        assertThatIllegalArgumentException().isThrownBy(() -> PAPER.render(attack));
        assertThat(calls).isEmpty();
    }

    @Test
    void an_svg_picture_cannot_read_files_through_entities() throws IOException {
        Path secret = Files.writeString(file.resolveSibling("secret.txt"), "x".repeat(40));
        String svg = "<!DOCTYPE svg [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99\" height=\"9\"><text y=\"9\">&e;</text></svg>";
        String encoded = Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
        String empty = Base64.getEncoder().encodeToString(svg.replace("&e;", "").getBytes(UTF_8));

        assertThat(PAPER.render(page("<img alt='x' src='data:image/svg+xml;base64," + encoded + "'/>")).length)
                .isCloseTo(
                        PAPER.render(page("<img alt='x' src='data:image/svg+xml;base64," + empty + "'/>")).length,
                        within(16));
    }
}
