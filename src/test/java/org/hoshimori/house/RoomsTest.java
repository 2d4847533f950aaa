package org.hoshimori.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.house.House.say;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Rooms look only to the right, are flat, small, known, null-safe and explained.
class RoomsTest {

    private static final int MOST_TYPES = 20;
    private static final int SHORTEST_PARAGRAPH = 40;
    private static final JavaClasses BROKEN = House.brokenClasses("rooms");
    private static final String BROKEN_ROOT = House.brokenRoot("rooms");

    static ArchRule order(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(say("look only to the right", (type, fault) -> Rooms.of(type, root)
                        .ifPresent(room -> type.getDirectDependenciesFromSelf().forEach(use -> {
                            var other = Rooms.of(use.getTargetClass(), root);
                            if (other.isPresent() && !Rooms.mayUse(room, other.get())) {
                                fault.accept("room '" + room + "' must not use room '" + other.get() + "' ("
                                        + Rooms.allowance(room) + "): " + use.getDescription());
                            }
                        }))))
                .because("a room may use the rooms after it in Rooms.ORDER, so that every room can be read alone");
    }

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule flatAndKnown(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(say("be in a room of the list, without sub-packages", (type, fault) -> Rooms.of(type, root)
                        .ifPresent(room -> {
                            if (!Rooms.exists(room)) {
                                fault.accept("room '" + room + "' of " + type.getName() + " is not in Rooms.java");
                            } else if (!type.getPackageName().equals(root + "." + room)) {
                                fault.accept(type.getName() + " is in a sub-package; a room is one flat package");
                            }
                        })))
                .because("someone who has never met us finds a type by its room alone");
    }

    static List<String> crowded(JavaClasses classes, String root) {
        var types = new TreeMap<String, Integer>();
        classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(type -> Rooms.of(type, root).ifPresent(room -> types.merge(room, 1, Integer::sum)));
        return types.entrySet().stream()
                .filter(room -> room.getValue() > MOST_TYPES)
                .map(room -> "room '" + room.getKey() + "' has " + room.getValue() + " top-level types, at most "
                        + MOST_TYPES + ": split the room, not the layers")
                .toList();
    }

    /// `package-info.java` with `@NullMarked` and at least one paragraph.
    static List<String> unexplained(Tree tree) {
        var faults = new ArrayList<String>();
        tree.paths("src/main/java/org/hoshimori/.*\\.java").stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .distinct()
                .forEach(folder -> {
                    var path = folder + "/package-info.java";
                    if (!tree.exists(path)) {
                        faults.add(path + " is missing: one `///` paragraph on what lives there, and @NullMarked");
                        return;
                    }
                    var text = tree.text(path);
                    if (!JavaText.of(text).code().contains("@NullMarked")) {
                        faults.add(path + " lacks @NullMarked");
                    }
                    if (paragraph(text).length() < SHORTEST_PARAGRAPH) {
                        faults.add(path + " lacks a `///` paragraph: what lives here, what does not");
                    }
                });
        return faults;
    }

    private static String paragraph(String text) {
        var lines = Pattern.compile("(?m)^///(.*)$").matcher(text).results().map(line -> line.group(1));
        return String.join(" ", lines.toList()).strip();
    }

    @Test
    void rooms_look_only_to_the_right() {
        order(Rooms.HOUSE).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void rooms_make_no_circle() {
        noCycles(Rooms.HOUSE).check(House.classes());
    }

    @Test
    void rooms_are_flat_and_in_the_list() {
        flatAndKnown(Rooms.HOUSE).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void rooms_are_small() {
        House.holds(crowded(House.classes(), Rooms.HOUSE));
    }

    @Test
    void rooms_are_explained_and_null_safe() {
        House.holds(unexplained(House.tree()));
    }

    @Test
    void rooms_satisfy_spring_modulith() {
        assumeTrue(House.classes().contain("org.hoshimori.Hoshimori"), "the application class does not exist yet");
        ApplicationModules.of(Rooms.HOUSE).verify();
    }

    @Test
    void barks_at_a_look_to_the_left() {
        assertThat(House.report(order(BROKEN_ROOT), BROKEN))
                .contains("room 'content' must not use room 'assessment'")
                .contains("content.Edition")
                .contains("room 'paper' must not use room 'content' (paper may use only [database, trail])")
                .doesNotContain("room 'assessment' must not use room 'content'")
                .doesNotContain("room 'assessment' must not use room 'paper'");
    }

    @Test
    void barks_at_a_circle() {
        assertThat(House.report(noCycles(BROKEN_ROOT), BROKEN))
                .contains("Cycle detected: Slice assessment")
                .contains("Slice content");
    }

    @Test
    void barks_at_a_sub_package_and_an_unknown_room() {
        assertThat(House.report(flatAndKnown(BROKEN_ROOT), BROKEN))
                .contains("assessment.inner.Hidden is in a sub-package")
                .contains("room 'cellar' of")
                .contains("is not in Rooms.java");
    }

    @Test
    void barks_at_a_crowded_room() {
        assertThat(crowded(BROKEN, BROKEN_ROOT))
                .containsExactly("room 'web' has 21 top-level types, at most 20: split the room, not the layers");
    }

    @Test
    void barks_at_a_room_without_words() {
        assertThat(unexplained(House.brokenTree("rooms.txt")))
                .containsExactly(
                        "src/main/java/org/hoshimori/content/package-info.java is missing:"
                                + " one `///` paragraph on what lives there, and @NullMarked",
                        "src/main/java/org/hoshimori/web/package-info.java lacks @NullMarked",
                        "src/main/java/org/hoshimori/web/package-info.java lacks a `///` paragraph:"
                                + " what lives here, what does not");
    }

    @Test
    void spring_modulith_barks_too() {
        ImportOption everything = location -> true;
        var violations = ApplicationModules.of(BROKEN_ROOT, everything).detectViolations();
        assertThat(violations.getMessages())
                .anySatisfy(message -> assertThat(message).contains("Cycle detected: Slice assessment"));
    }
}
