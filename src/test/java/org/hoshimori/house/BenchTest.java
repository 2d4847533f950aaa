package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What measures is started by hand and seldom; here it is at least compiled every time.
class BenchTest {

    @TempDir
    Path classes;

    @Test
    void what_measures_compiles() throws Exception {
        assertThat(compile(sources(Path.of("src/bench/java")))).isEmpty();
    }

    @Test
    void barks_at_what_does_not_compile() throws Exception {
        var broken = Files.writeString(classes.resolve("Broken.java"), "class Broken { final int a; }");
        assertThat(compile(List.of(broken))).contains("a not initialized");
    }

    private static List<Path> sources(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private String compile(List<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var faults = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
            var units = files.getJavaFileObjectsFromPaths(sources);
            var good =
                    compiler.getTask(faults, files, null, options, null, units).call();
            return good ? "" : faults.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
