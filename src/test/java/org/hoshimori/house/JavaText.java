package org.hoshimori.house;

import java.util.ArrayList;
import java.util.List;

/// Java source split into code, comments and strings, so that `"/**"` in a string is not taken for a comment.
///
/// @param code the source with the inside of comments and strings blanked; lines and offsets keep their places
/// @param uncommented the source with only comments blanked
record JavaText(String code, String uncommented, List<Comment> comments) {

    /// One comment as written, with its marks.
    record Comment(int line, int offset, String text) {}

    static JavaText of(String source) {
        var code = new StringBuilder(source);
        var uncommented = new StringBuilder(source);
        var comments = new ArrayList<Comment>();
        var at = 0;
        while (at < source.length()) {
            var end = end(source, at);
            var isComment = source.startsWith("//", at) || source.startsWith("/*", at);
            if (isComment) {
                comments.add(new Comment(Tree.line(source, at), at, source.substring(at, end)));
                blank(uncommented, at, end);
                blank(code, at, end);
            } else if (end > at + 1) {
                blank(code, at + 1, end - 1);
            }
            at = end;
        }
        return new JavaText(code.toString(), uncommented.toString(), List.copyOf(comments));
    }

    private static int end(String source, int at) {
        if (source.startsWith("//", at)) {
            return after(source, "\n", at) - (source.indexOf('\n', at) < 0 ? 0 : 1);
        }
        if (source.startsWith("/*", at)) {
            return after(source, "*/", at + 2);
        }
        if (source.startsWith("\"\"\"", at)) {
            return closing(source, "\"\"\"", at + 3);
        }
        return switch (source.charAt(at)) {
            case '"' -> closing(source, "\"", at + 1);
            case '\'' -> closing(source, "'", at + 1);
            default -> at + 1;
        };
    }

    private static int after(String source, String mark, int from) {
        var found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + mark.length();
    }

    private static int closing(String source, String mark, int from) {
        var at = from;
        while (at < source.length() && !source.startsWith(mark, at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), at + mark.length());
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
