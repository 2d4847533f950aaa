package org.hoshimori.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Styles, scripts and pictures that every page loads. The version in their address is made of their content, so that
/// browsers keep them for a year and still never show an old one after an upgrade.
final class StaticFiles {

    static final String LOCATION = "classpath:/static/";

    /// The address of today's files, with a slash at its end.
    static final String FOLDER = "/static/" + version(contents()) + "/";

    private static final int LETTERS = 12;

    private StaticFiles() {}

    /// Twelve letters that differ when a byte of any file differs.
    static String version(List<byte[]> contents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var content : contents) {
                digest.update(Integer.toString(content.length).getBytes(StandardCharsets.US_ASCII));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<byte[]> contents() {
        try {
            var contents = new ArrayList<byte[]>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(LOCATION + "*.*")) {
                contents.add(file.getContentAsByteArray());
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException("the files of static/ must be readable", e);
        }
    }
}
