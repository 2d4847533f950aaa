package org.hoshimori.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where people reach this installation. Links and QR codes come from here, never from a request's Host header.
@Component
public class Reach {

    private final String publicUrl;
    private final int port;

    Reach(@Value("${hoshimori.public-url:}") String publicUrl, @Value("${server.port:8080}") int port) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.port = port;
    }

    /// The absolute address of a path, for example `https://hoshimori.example.jp/answer/…`.
    public String url(String path) {
        return (publicUrl.isEmpty() ? "http://127.0.0.1:" + port : publicUrl) + path;
    }

    /// False while only this machine can open the pages: phones and colleagues cannot.
    public boolean fromElsewhere() {
        return !publicUrl.isEmpty();
    }
}
