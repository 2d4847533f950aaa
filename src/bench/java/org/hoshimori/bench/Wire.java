package org.hoshimori.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads public pages over one connection and looks at nothing but their status: a browser of Java takes as much of the
/// processors' time as the server, and where both share two cores, that time is missing to what is measured.
final class Wire implements AutoCloseable {

    private final String host;
    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Wire(String address) {
        var uri = URI.create(address);
        this.host = uri.getHost();
        this.port = uri.getPort();
    }

    /// As many others: behind a proxy that is trusted, each request comes from an address of its own.
    int getAs(String path, String from) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        }
        var asked = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
                + "\r\nAccept-Language: ja\r\nX-Forwarded-For: " + from + "\r\n\r\n";
        socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
        var status = Integer.parseInt(line().split(" ")[1]);
        var length = -1L;
        var last = false;
        for (var head = line(); !head.isEmpty(); head = line()) {
            var lower = head.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
            last |= lower.equals("connection: close");
        }
        if (length < 0) {
            throw new IOException(path + " was answered without its length");
        }
        in.skipNBytes(length);
        if (last) {
            close();
        }
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("the connection ended in the middle of an answer");
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
