package org.hoshimori.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.house.House.say;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How our types are built: no inheritance among them, no interface for its own sake, no boolean riddles,
/// and nothing hidden in statics, threads or the machine's clock.
class CodeTest {

    private static final Set<String> MUTABLE = Set.of(
            "java.lang.StringBuilder",
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.Date",
            "java.util.EnumMap",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.LinkedList",
            "java.util.Properties",
            "java.util.Random",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.WeakHashMap");

    private static final JavaClasses BROKEN = House.brokenClasses("code");
    private static final String BROKEN_ROOT = House.brokenRoot("code");

    static ArchRule interfaces() {
        return classes()
                .that()
                .areInterfaces()
                .should(say("have two implementations, or be sealed or functional", (type, fault) -> {
                    var implementations = type.getAllSubclasses().stream()
                            .filter(implementation -> !implementation.isInterface())
                            .count();
                    var isMeant = type.isAnnotation()
                            || type.getSimpleName().equals("package-info")
                            || type.getPermittedSubclasses().isPresent()
                            || type.isAnnotatedWith(FunctionalInterface.class);
                    if (implementations < 2 && !isMeant) {
                        fault.accept(type.getName() + " has " + implementations + " implementation(s) in production:"
                                + " use the class, or say sealed or @FunctionalInterface");
                    }
                }))
                .because("an interface exists when production has two implementations");
    }

    static ArchRule inheritance(String root) {
        return classes()
                .should(say("not extend our own classes", (type, fault) -> type.getRawSuperclass()
                        .filter(parent -> parent.getPackageName().startsWith(root) && !parent.isEnum())
                        .ifPresent(parent -> fault.accept(type.getName() + " extends our own " + parent.getName()))))
                .because("a class can be read alone; variants are sealed interfaces with records");
    }

    static ArchRule booleans(String root) {
        return classes()
                .should(say("take no boolean", (type, fault) -> type.getCodeUnits().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> !(type.isRecord() && method.isConstructor()))
                        .filter(method -> takesBoolean(method) && !isForced(method, root))
                        .forEach(method -> fault.accept(
                                method.getFullName() + " takes a boolean: two methods, or a type with two names"))))
                .because("nobody can read register(id, true, false)");
    }

    static ArchRule statics() {
        return classes()
                .should(say("keep no state in statics", (type, fault) -> {
                    type.getFields().stream()
                            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                            .filter(CodeTest::canChange)
                            .forEach(field -> fault.accept(field.getFullName() + " is static and can change"));
                    type.getStaticInitializer().ifPresent(block -> {
                        var made = block.getConstructorCallsFromSelf().stream()
                                .map(call -> call.getTargetOwner())
                                .filter(owner -> MUTABLE.contains(owner.getName()))
                                .toList();
                        var frozen = block.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getName().matches("unmodifiable.*|copyOf"))
                                .count();
                        if (made.size() > frozen) {
                            fault.accept(type.getName() + " makes a "
                                    + made.getFirst().getSimpleName()
                                    + " for a static; use of(), copyOf() or unmodifiable…()");
                        }
                    });
                }))
                .because("state lives in the database or in an object that somebody made");
    }

    static ArchRule surroundings() {
        return classes()
                .should(say("ask nobody behind the scenes", (type, fault) -> type.getAccessesFromSelf()
                        .forEach(access -> hidden(access, type)
                                .forEach(reason -> fault.accept(reason + ": " + access.getDescription())))))
                .because(
                        "what knows the time gets a Clock, what knows who asks gets an Actor, what reports uses a logger");
    }

    private static Stream<String> hidden(JavaAccess<?> access, JavaClass type) {
        var owner = access.getTargetOwner().getName();
        var name = access.getName();
        var mayMakeClock = type.getSimpleName().matches("Hoshimori|.*Config");
        // Nobody reads the time in a time-ordered id; it only sorts.
        var isId = type.getSimpleName().endsWith("Id");
        return switch (owner) {
            case "java.lang.ThreadLocal", "java.lang.InheritableThreadLocal" -> Stream.of("thread-local");
            case "java.lang.System" ->
                switch (name) {
                    case "out", "err" -> Stream.of("prints");
                    case "currentTimeMillis" -> isId ? Stream.of() : Stream.of("time without a Clock");
                    default -> Stream.of();
                };
            case "java.time.Clock" ->
                name.startsWith("system") && !mayMakeClock ? Stream.of("a Clock of its own") : Stream.of();
            case "java.util.Date" ->
                name.equals("<init>") && parameters(access).isEmpty() ? Stream.of("time without a Clock") : Stream.of();
            default -> {
                var isNow = owner.startsWith("java.time.") && name.equals("now");
                var isPrint =
                        name.equals("printStackTrace") && parameters(access).isEmpty();
                var hasClock = parameters(access).contains("java.time.Clock");
                yield isNow && !hasClock
                        ? Stream.of("time without a Clock")
                        : isPrint ? Stream.of("prints") : Stream.of();
            }
        };
    }

    private static Set<String> parameters(JavaAccess<?> access) {
        if (access instanceof JavaCodeUnitAccess<?> call && call.getTarget() instanceof CodeUnitCallTarget target) {
            return Set.copyOf(target.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .distinct()
                    .toList());
        }
        return Set.of();
    }

    private static boolean takesBoolean(JavaCodeUnit method) {
        return method.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(boolean.class) || type.isEquivalentTo(Boolean.class));
    }

    /// The signature belongs to a framework's interface or class.
    private static boolean isForced(JavaCodeUnit method, String root) {
        var type = method.getOwner();
        return Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                .filter(parent -> !parent.getPackageName().startsWith(root))
                .flatMap(parent -> parent.getMethods().stream())
                .anyMatch(other -> other.getName().equals(method.getName())
                        && other.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
    }

    /// A private array is taken for a constant.
    private static boolean canChange(JavaField field) {
        var type = field.getRawType();
        var isPrivate = field.getModifiers().contains(JavaModifier.PRIVATE);
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || MUTABLE.contains(type.getName())
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.getName().startsWith("java.util.concurrent.Concurrent")
                || (type.isArray() && !isPrivate);
    }

    @Test
    void an_interface_has_two_implementations_or_is_sealed_or_functional() {
        interfaces().allowEmptyShould(true).check(House.classes());
    }

    @Test
    void our_classes_do_not_extend_our_classes() {
        inheritance(Rooms.HOUSE).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void public_methods_take_no_boolean() {
        booleans(Rooms.HOUSE).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void statics_hold_no_state() {
        statics().allowEmptyShould(true).check(House.classes());
    }

    @Test
    void time_and_threads_are_handed_in() {
        surroundings().allowEmptyShould(true).check(House.classes());
    }

    @Test
    void barks_at_an_interface_for_its_own_sake() {
        assertThat(House.report(interfaces(), BROKEN))
                .contains("Lonely has 1 implementation(s) in production")
                .doesNotContain("Shape has")
                .doesNotContain("Chosen has");
    }

    @Test
    void barks_at_inheritance() {
        assertThat(House.report(inheritance(BROKEN_ROOT), BROKEN))
                .contains("Child extends our own")
                .doesNotContain("Colour");
    }

    @Test
    void barks_at_a_boolean_riddle() {
        assertThat(House.report(booleans(BROKEN_ROOT), BROKEN))
                .contains("Riddle.register(java.lang.String, boolean) takes a boolean")
                .contains("Riddle.<init>(boolean)")
                .doesNotContain("Riddle.setSilent")
                .doesNotContain("Riddle.inside")
                .doesNotContain("Answer");
    }

    @Test
    void barks_at_state_in_statics() {
        assertThat(House.report(statics(), BROKEN))
                .contains("Hidden.counter is static and can change")
                .contains("Hidden.HITS is static and can change")
                .contains("Hidden.SHARED is static and can change")
                .contains("Hidden makes a HashMap for a static")
                .doesNotContain("Hidden.FIXED")
                .doesNotContain("Frozen")
                .doesNotContain("Colour");
    }

    @Test
    void barks_at_hidden_time_and_threads() {
        assertThat(House.report(surroundings(), BROKEN))
                .contains("thread-local: ")
                .contains(
                        "prints: Method <org.hoshimori.house.broken.code.Hidden.speak()> gets field <java.lang.System.out>")
                .containsPattern("time without a Clock: .*Instant\\.now\\(\\)")
                .containsPattern("time without a Clock: .*LocalDate\\.now\\(java\\.time\\.ZoneId\\)")
                .containsPattern("time without a Clock: .*LocalTime\\.now\\(\\)")
                .containsPattern("a Clock of its own: .*Clock\\.systemUTC\\(\\)")
                .doesNotContain("asked(java.time.Clock)");
    }
}
