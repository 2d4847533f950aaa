package org.hoshimori.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Somebody without a browser: reads pages, sends their forms with the token that protects them.
final class HttpVisitor {

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    HttpVisitor(String address) {
        this.address = address;
    }

    Document read(String path) throws IOException, InterruptedException {
        return page(send(HttpRequest.newBuilder(URI.create(address + path)).GET()));
    }

    Document send(String path, Map<String, String> form) throws IOException, InterruptedException {
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return page(send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        fields + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))));
    }

    void setUp(String path, String email, String password) throws IOException, InterruptedException {
        read(path);
        var done = send(
                path,
                Map.of(
                        "company", "みなと工業株式会社",
                        "person", "港 一郎",
                        "role", "owner",
                        "email", email,
                        "password", password));
        assertThat(done.select("#recovery-code").text()).hasSizeGreaterThan(20);
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        read("/sign-in");
        send("/sign-in", Map.of("email", email, "password", password, "next", "/"));
    }

    /// Begins a round and returns its id.
    String beginRound(String name) throws IOException, InterruptedException {
        read("/assessments");
        var page = send("/assessments", Map.of("name", name, "startedOn", "2026-11-20", "scope", ""));
        return page.select("[data-round]").attr("data-round");
    }

    /// Saves one answer as the page's script does; the status.
    int answer(String round, String question, String answer) throws IOException, InterruptedException {
        var page = read("/assessments/" + round);
        var respondent = page.select("[data-respondent]").attr("data-respondent");
        return send(HttpRequest.newBuilder(URI.create(address + "/respondents/" + respondent + "/answers/" + question))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"answer\":\"" + answer
                                + "\",\"notApplicable\":false,\"comment\":null,\"seenRevision\":0}")))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Document page(HttpResponse<String> response) {
        var page = Jsoup.parse(response.body(), response.uri().toString());
        token = page.select("meta[name=csrf]").attr("content");
        return page;
    }
}
