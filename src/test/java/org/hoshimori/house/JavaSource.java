package org.hoshimori.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A source file as the compiler's parser sees it: no classpath, no types, only the tree and the places.
record JavaSource(String path, String text, CompilationUnitTree unit, SourcePositions positions) {

    static final Set<Kind> TYPES = Set.of(Kind.CLASS, Kind.INTERFACE, Kind.RECORD, Kind.ENUM, Kind.ANNOTATION_TYPE);

    static List<JavaSource> all(Tree tree, String expression) {
        var files = tree.paths(expression).stream()
                .map(path -> new Source(path, tree.text(path)))
                .toList();
        if (files.isEmpty()) {
            return List.of();
        }
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        new DiagnosticCollector<JavaFileObject>(),
                        List.of("-proc:none", "-XDrawDiagnostics"),
                        null,
                        files);
        var positions = Trees.instance(task).getSourcePositions();
        try {
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> {
                        var path = unit.getSourceFile().toUri().getPath().substring(1);
                        return new JavaSource(path, tree.text(path), unit, positions);
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int start(com.sun.source.tree.Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    int end(com.sun.source.tree.Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    int line(int offset) {
        return (int) unit.getLineMap().getLineNumber(offset);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(uri(path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        private static URI uri(String path) {
            try {
                return new URI("string", "", "/" + path, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(path, e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
