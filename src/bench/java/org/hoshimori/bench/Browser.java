package org.hoshimori.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One browser with its own cookies, on 127.0.0.1 only.
final class Browser {

    static final String PASSWORD = "a long password for the bench";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");

    private static final Pattern SHOWN = Pattern.compile("name=\"csrf\" content=\"([^\"]*)\"");

    private final String address;
    private String token = "";
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, String> revisions = new ConcurrentHashMap<>();

    Browser(String address) {
        this.address = address;
    }

    int get(String path) throws IOException {
        return status(plain(path));
    }

    /// Asks as the page's script does, which gets only the part that moves.
    int part(String path) throws IOException {
        var asked = plain(path);
        asked.setRequestProperty("HX-Request", "true");
        return status(asked);
    }

    /// The oldest client of Java takes a tenth of the processors' time that the newest takes: where both sides share
    /// two cores, that time would be missing to what is measured.
    private HttpURLConnection plain(String path) throws IOException {
        var uri = URI.create(address + path);
        var asked = (HttpURLConnection) uri.toURL().openConnection();
        asked.setInstanceFollowRedirects(false);
        asked.setReadTimeout(30_000);
        asked.setRequestProperty(
                "Cookie",
                cookies.getCookieStore().get(uri).stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
        return asked;
    }

    private static int status(HttpURLConnection asked) throws IOException {
        read(asked);
        return asked.getResponseCode();
    }

    /// The whole answer, so that the connection can be used again.
    private static byte[] read(HttpURLConnection asked) throws IOException {
        try (var body = asked.getResponseCode() < 400 ? asked.getInputStream() : asked.getErrorStream()) {
            return body == null ? new byte[0] : body.readAllBytes();
        }
    }

    void setUp(String path) throws IOException, InterruptedException {
        var form = Map.of(
                "company", "測定株式会社",
                "person", "測定",
                "role", "owner",
                "email", "bench@example.jp",
                "password", PASSWORD);
        expect(post(path, path, form), "the set-up");
    }

    void signIn(String email) throws IOException, InterruptedException {
        expect(post("/sign-in", "/sign-in", Map.of("email", email, "password", PASSWORD)), "signing in as " + email);
        var home = http.send(request("/").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        var shown = SHOWN.matcher(home);
        token = shown.find() ? shown.group(1) : "";
    }

    /// Opens a page that nobody signed in for, and takes its token for forms.
    void receive(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        var shown = SHOWN.matcher(answer.body());
        if (answer.statusCode() != 200 || !shown.find()) {
            throw new IllegalStateException(path + " was answered with status " + answer.statusCode());
        }
        token = shown.group(1);
    }

    /// Presses 確認しました on the page of a personal link; its status.
    int confirm(String path) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /// Saves one answer as the page's script does: it says which revision it has seen.
    int answer(String respondent, String question, String answer) throws IOException {
        var body = "{\"answer\":\"" + answer + "\",\"notApplicable\":false,\"seenRevision\":"
                + revisions.getOrDefault(question, "0") + "}";
        var asked = plain("/respondents/" + respondent + "/answers/" + question + "?_csrf=" + encode(token));
        asked.setRequestMethod("POST");
        asked.setDoOutput(true);
        asked.setRequestProperty("Content-Type", "application/json");
        asked.setRequestProperty("X-Requested-With", "fetch");
        try (var out = asked.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        var revision = REVISION.matcher(new String(read(asked), StandardCharsets.UTF_8));
        if (revision.find()) {
            revisions.put(question, revision.group(1));
        }
        return asked.getResponseCode();
    }

    /// The first head of staff comes in by the printed link.
    void joinStaff(String path) throws IOException, InterruptedException {
        expect(post(path, path, Map.of("name", "測定", "email", "head@example.jp", "password", PASSWORD)), "staff");
    }

    String page(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /// Presses the button of a form without fields.
    void press(String page, String path) throws IOException, InterruptedException {
        expect(post(page, path, Map.of()), path);
    }

    /// Sends a file; the address to which the answer leads.
    String upload(String page, String path, Path file) throws IOException, InterruptedException {
        var form = TOKEN.matcher(page(page));
        if (!form.find()) {
            throw new IllegalStateException("The page " + page + " has no form.");
        }
        var line = "--bench\r\nContent-Disposition: form-data; name=";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(line + "\"_csrf\"\r\n\r\n" + form.group(1) + "\r\n" + line
                        + "\"file\"; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n"),
                HttpRequest.BodyPublishers.ofFile(file),
                HttpRequest.BodyPublishers.ofString("\r\n--bench--\r\n"));
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "multipart/form-data; boundary=bench")
                .POST(body)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
        expect(answer.statusCode(), "the upload");
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /// Sends a file as a form does; the address where it leads.
    String upload(String path, String name, byte[] content) throws IOException, InterruptedException {
        var edge = "----bench----";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = request(path + "?_csrf=" + encode(token))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.discarding());
        expect(response.statusCode(), "the upload of " + name);
        var where = URI.create(response.headers().firstValue("Location").orElseThrow());
        return where.getPath();
    }

    /// Sends a form without fields.
    void send(String path) throws IOException, InterruptedException {
        var request = request(path + "?_csrf=" + encode(token))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        expect(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode(), path);
    }

    /// Sends a form whose fields are encoded already; it must lead on to another page.
    void submit(String path, String form) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token) + "&" + form))
                .build();
        expect(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode(), path);
    }

    byte[] file(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private int post(String page, String path, Map<String, String> form) throws IOException, InterruptedException {
        var html = http.send(request(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        var token = TOKEN.matcher(html);
        if (!token.find()) {
            throw new IllegalStateException("The page " + page + " has no form.");
        }
        var body = "_csrf=" + encode(token.group(1)) + "&" + encoded(form);
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
    }

    private static void expect(int status, String what) {
        if (status / 100 != 3) {
            throw new IllegalStateException(what + " was answered with status " + status);
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
