package org.hoshimori.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where people reach this installation. Links and QR codes come from here, never from a request's Host header.
@Component
public class Reach {

    private final String publicUrl;
    private final String certificate;
    private final int port;

    Reach(
            @Value("${hoshimori.public-url:}") String publicUrl,
            @Value("${hoshimori.certificate:}") String certificate,
            @Value("${server.port:8080}") int port) {
        this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
        this.certificate = certificate.strip();
        this.port = port;
    }

    /// The absolute address of a path, for example `https://hoshimori.example.jp/answer/…`.
    public String url(String path) {
        return at(port) + path;
    }

    /// The address without a path; the port counts only where no public address is configured.
    public String at(int port) {
        return publicUrl.isEmpty() ? (certificate.isEmpty() ? "http" : "https") + "://127.0.0.1:" + port : publicUrl;
    }

    /// False while only this machine can open the pages: phones and colleagues cannot.
    public boolean fromElsewhere() {
        return !publicUrl.isEmpty();
    }

    /// Whether people come by https, so that every cookie may insist on it.
    boolean secure() {
        return publicUrl.startsWith("https://");
    }
}
