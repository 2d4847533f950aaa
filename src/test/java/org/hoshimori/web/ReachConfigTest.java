package org.hoshimori.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/// A real server on a real port: whom does it believe?
class ReachConfigTest {

    @Test
    void a_named_proxy_is_believed_about_visitor_and_https_but_not_about_the_host() throws Exception {
        assertThat(answer(new Listening("127.0.0.1", "", "", "", "127.0.0.1")))
                .isEqualTo("203.0.113.7 https true 127.0.0.1");
    }

    @Test
    void nobody_else_is_believed() throws Exception {
        assertThat(answer(new Listening("127.0.0.1", "", "", "", ""))).isEqualTo("127.0.0.1 http false 127.0.0.1");
        assertThat(answer(new Listening("127.0.0.1", "", "", "", "10.0.0.5")))
                .isEqualTo("127.0.0.1 http false 127.0.0.1");
        assertThat(answer(new Listening("127.0.0.1", "", "", "", "127.0.0.10, 27.0.0.1")))
                .isEqualTo("127.0.0.1 http false 127.0.0.1");
    }

    private static String answer(Listening listening) throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        ReachConfig.open(factory, listening);
        var server = factory.getWebServer(
                context -> context.addServlet("mirror", new Mirror()).addMapping("/"));
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                    .header("X-Forwarded-For", "203.0.113.7")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "evil.example.com")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } finally {
            server.stop();
        }
    }

    /// Says what an application would see.
    private static final class Mirror extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(request.getRemoteAddr() + " " + request.getScheme() + " " + request.isSecure() + " "
                            + request.getServerName());
        }
    }
}
