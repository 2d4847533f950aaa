package org.hoshimori.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Debian's LibreOffice, installed where it is missing: a second program that opens what we write.
public final class LibreOffice {

    private static final Path PROGRAM = Path.of("/usr/bin/soffice");

    /// Its two parts: one reads tables, the other texts. A machine may have only one of them.
    private static final List<Path> PARTS = List.of(
            Path.of("/usr/lib/libreoffice/program/libsclo.so"), Path.of("/usr/lib/libreoffice/program/libswlo.so"));

    private LibreOffice() {}

    /// Opens a file, lets it compute, and saves it in another format.
    ///
    /// @param name of the file with its ending, for example `register.xlsx`
    /// @param to the ending of the result, for example `xlsx` or `pdf`
    public static byte[] convert(byte[] file, String name, String to) throws IOException, InterruptedException {
        install();
        var folder = Files.createTempDirectory("hoshimori-office");
        try {
            var in = folder.resolve(name);
            Files.write(in, file);
            var out = Files.createDirectory(folder.resolve("out"));
            run(List.of(
                    PROGRAM.toString(),
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    to,
                    "--outdir",
                    out.toString(),
                    in.toString()));
            try (var results = Files.list(out)) {
                return Files.readAllBytes(
                        results.findFirst().orElseThrow(() -> new IOException("LibreOffice wrote nothing")));
            }
        } finally {
            try (var files = Files.walk(folder)) {
                for (var one : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private static void install() throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM) || !PARTS.stream().allMatch(Files::exists)) {
            run(List.of("apt-get", "update", "-qq"));
            run(List.of(
                    "apt-get",
                    "install",
                    "-y",
                    "-qq",
                    "--no-install-recommends",
                    "libreoffice-calc-nogui",
                    "libreoffice-writer-nogui"));
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("hoshimori", ".log");
        var process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var ended = process.waitFor(10, TimeUnit.MINUTES);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(output));
        }
        Files.delete(output);
    }
}
