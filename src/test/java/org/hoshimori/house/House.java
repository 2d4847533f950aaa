package org.hoshimori.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What the guards look at: the real house, and the samples in `broken/`.
final class House {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path BROKEN = ROOT.resolve("src/test/java/org/hoshimori/house/broken");
    private static final String BROKEN_PACKAGE = "org.hoshimori.house.broken";

    /// Pages are compiled into the package of their room; TreesTest reads their sources.
    private static final Pattern PAGE = Pattern.compile(".*/Jte\\w*Generated(\\$\\w+)?\\.class");

    private static final ImportOption NO_PAGES = location -> !location.matches(PAGE);

    private static final ImportOption NOT_BROKEN = location -> !location.contains("/org/hoshimori/house/broken/");

    private House() {}

    /// The classes that ship.
    static JavaClasses classes() {
        return Imported.PRODUCTION;
    }

    static JavaClasses testClasses() {
        return Imported.TESTS;
    }

    static Tree tree() {
        return Imported.TREE;
    }

    static String brokenRoot(String sample) {
        return BROKEN_PACKAGE + "." + sample;
    }

    static JavaClasses brokenClasses(String sample) {
        return new ClassFileImporter().importPackages(brokenRoot(sample));
    }

    static Tree brokenTree(String file) {
        return Tree.parse(brokenText(file));
    }

    static String brokenText(String file) {
        try {
            return Files.readString(BROKEN.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fails with one line per fault.
    static void holds(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError("\n" + String.join("\n", faults));
        }
    }

    /// All that a rule says about the classes; empty when it is content.
    static String report(ArchRule rule, JavaClasses classes) {
        return String.join(
                "\n",
                rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails());
    }

    /// A condition that says each fault in its own words.
    static ArchCondition<JavaClass> say(String description, BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<JavaClass>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, fault -> events.add(SimpleConditionEvent.violated(type, fault)));
            }
        };
    }

    /// Read once, when first asked for.
    private static final class Imported {
        static final JavaClasses PRODUCTION = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .withImportOption(NO_PAGES)
                .importPackages(Rooms.HOUSE);

        static final JavaClasses TESTS = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .withImportOption(NOT_BROKEN)
                .importPackages(Rooms.HOUSE);

        static final Tree TREE = Tree.of(ROOT);
    }
}
