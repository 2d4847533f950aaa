package org.hoshimori.file;

import java.text.Normalizer;

/// The name of a file as somebody's browser sent it: text from outside, possibly with a folder or tricks in it.
record FileName(String sent) {

    /// Letters, not bytes; the longest that every file system takes in Japanese.
    private static final int LONGEST = 80;

    /// Without folders, control characters, characters that turn the reading direction, and leading dots.
    String cleaned() {
        var last = sent.substring(1 + Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')));
        var plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}<>:\"|?*]", "")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return plain.isEmpty() ? "file" : shortened(plain);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 || name.length() - dot > 6 ? "" : name.substring(dot);
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
