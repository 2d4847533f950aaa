package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/// Guide values of the house. To need more is a reason to split, or to change the number for all by an ADR.
class SizesTest {

    private static final int FILE_LINES = 300;
    private static final int TEST_LINES = 450;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 6;
    private static final int COMPONENTS = 12;

    private static final String SOURCES = "src/(main|test|bench)/.*\\.java";

    static List<String> tooLong(Tree tree) {
        var faults = new ArrayList<String>();
        for (var path : tree.paths(SOURCES)) {
            var most = path.startsWith("src/test/") ? TEST_LINES : FILE_LINES;
            var lines = tree.text(path).lines().count();
            if (lines > most) {
                faults.add(path + " has " + lines + " lines, at most " + most);
            }
        }
        return faults;
    }

    static List<String> tooMuch(Tree tree) {
        var faults = new ArrayList<String>();
        for (var source : JavaSource.all(tree, SOURCES)) {
            new Sizes(source, faults).scan(source.unit(), null);
        }
        Collections.sort(faults);
        return faults;
    }

    @Test
    void a_file_fits_into_a_head() {
        House.holds(tooLong(House.tree()));
    }

    @Test
    void a_method_fits_onto_a_screen() {
        House.holds(tooMuch(House.tree()));
    }

    @Test
    void barks_at_a_long_file() {
        var lines = "// one more line\n".repeat(301);
        var tree = Tree.parse("=== src/main/java/Long.java\n" + lines + "=== src/test/java/LongTest.java\n" + lines
                + "=== src/test/java/TooLongTest.java\n" + "\n".repeat(451));
        assertThat(tooLong(tree))
                .containsExactly(
                        "src/main/java/Long.java has 301 lines, at most 300",
                        "src/test/java/TooLongTest.java has 451 lines, at most 450");
    }

    @Test
    void barks_at_long_methods_and_many_parameters() {
        assertThat(tooMuch(House.brokenTree("sizes.txt")))
                .containsExactlyInAnyOrder(
                        "src/main/java/Big.java:10: endless() has 41 lines, at most 40",
                        "src/main/java/Big.java:5: seven() has 7 parameters, at most 6",
                        "src/main/java/Big.java:53: static { } has 41 lines, at most 40",
                        "src/main/java/Big.java:7: constructor has 7 parameters, at most 6",
                        "src/main/java/Thirteen.java:1: record Thirteen has 13 components, at most 12",
                        "src/main/java/Twelve.java:6: constructor has 7 parameters, at most 6");
    }

    /// Walks one file; knows the type it is in.
    private static final class Sizes extends TreeScanner<Void, ClassTree> {
        private final JavaSource source;
        private final List<String> faults;

        Sizes(JavaSource source, List<String> faults) {
            this.source = source;
            this.faults = faults;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree outer) {
            if (type.getKind() == Kind.RECORD && components(type) > COMPONENTS) {
                fault(source.start(type), "record " + type.getSimpleName(), components(type), "components", COMPONENTS);
            }
            for (var member : type.getMembers()) {
                if (member instanceof BlockTree block) {
                    lines(block.isStatic() ? "static { }" : "{ }", source.start(block), source.end(block));
                }
            }
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            var isConstructor = method.getName().contentEquals("<init>");
            var name = isConstructor ? "constructor" : method.getName() + "()";
            var parameters = method.getParameters().size();
            var isCanonical = isConstructor && type.getKind() == Kind.RECORD && parameters == components(type);
            if (parameters > PARAMETERS && !isCanonical) {
                fault(start(method), name, parameters, "parameters", PARAMETERS);
            }
            lines(name, start(method), source.end(method));
            return super.visitMethod(method, type);
        }

        /// Where the signature starts, after annotations.
        private int start(MethodTree method) {
            var start = source.start(method);
            for (var annotation : method.getModifiers().getAnnotations()) {
                start = Math.max(start, source.end(annotation));
            }
            while (Character.isWhitespace(source.text().charAt(start))) {
                start++;
            }
            return start;
        }

        /// A record has no other fields than its components.
        private static int components(ClassTree type) {
            return (int) type.getMembers().stream()
                    .filter(member -> member instanceof VariableTree field
                            && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .count();
        }

        private void lines(String name, int start, int end) {
            var lines = 1 + source.line(end - 1) - source.line(start);
            if (end > start && lines > METHOD_LINES) {
                fault(start, name, lines, "lines", METHOD_LINES);
            }
        }

        private void fault(int place, String name, int size, String unit, int most) {
            faults.add(source.path() + ":" + source.line(place) + ": " + name + " has " + size + " " + unit
                    + ", at most " + most);
        }
    }
}
