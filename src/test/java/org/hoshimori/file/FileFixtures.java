package org.hoshimori.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Contents of files as browsers send them.
public final class FileFixtures {

    private static final String TYPES = "<Types><Override ContentType=\"application/vnd.ms-%s.main+xml\"/></Types>";

    private FileFixtures() {}

    public static byte[] pdf() {
        return "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The beginning of a Windows program.
    public static byte[] program() {
        return "MZ\u0090\u0000\u0003\u0000\u0000\u0000".getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] word() {
        return zip(parts("document.wordprocessingml.document", "word/document.xml"));
    }

    public static byte[] wordWithMacro() {
        var parts = parts("document.wordprocessingml.document", "word/document.xml");
        parts.put("word/vbaProject.bin", "macro");
        return zip(parts);
    }

    /// A document of the kind with macros, called like one without.
    public static byte[] excelOfTheKindWithMacros() {
        return zip(parts("excel.sheet.macroEnabled", "xl/workbook.xml"));
    }

    static Map<String, String> parts(String kind, String main) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", TYPES.formatted(kind));
        parts.put(main, "<x/>");
        return parts;
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
