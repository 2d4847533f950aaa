package org.hoshimori.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.house.House.say;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Type names say the field's word, and a suffix means the same thing everywhere.
class NamesTest {

    private static final Set<String> EMPTY_WORDS = Set.of(
            "Service Manager Helper Util Impl Dto Entity Mapper Facade Handler Processor Base Abstract Common Data Info"
                    .split(" "));

    /// Words of technique with no place in the closed list of house suffixes.
    private static final Set<String> FOREIGN_SUFFIXES = Set.of(
            "Configuration Dao Repo Model Factory Provider Adapter Wrapper Strategy Constants Bean Singleton Tests Spec"
                    .split(" "));

    private static final Map<String, String> SAY_INSTEAD = Map.ofEntries(
            Map.entry("Survey", "Questionnaire or Assessment"),
            Map.entry("Measure", "Control"),
            Map.entry("Mitigation", "Control"),
            Map.entry("Issue", "Risk, Threat or CheckItem"),
            Map.entry("Certificate", "Declaration"),
            Map.entry("Attestation", "Declaration"),
            Map.entry("Tenant", "Organization"),
            Map.entry("Account", "Member or Actor"),
            Map.entry("User", "Member or Actor"),
            Map.entry("Version", "Edition, Revision or Release"),
            Map.entry("Policy", "PolicyDocument or Permission"));

    private static final Set<String> INSIDE_ONLY = Set.of("Controller", "Repository", "Form", "Config");

    private static final Map<String, String> SUFFIX_OF_ANNOTATION = Map.of(
            "org.springframework.stereotype.Controller", "Controller",
            "org.springframework.web.bind.annotation.RestController", "Controller",
            "org.springframework.stereotype.Repository", "Repository",
            "org.springframework.context.annotation.Configuration", "Config");

    private static final JavaClasses BROKEN = House.brokenClasses("names");

    static List<String> words(String name) {
        return List.of(name.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"));
    }

    static ArchRule words() {
        return classes()
                .should(say("say the field's word", (type, fault) -> {
                    var words = words(type.getSimpleName());
                    for (var i = 0; i < words.size(); i++) {
                        var word = words.get(i).replaceFirst("(?<=[a-z]{3})s$", "");
                        var isPolicyDocument = word.equals("Policy")
                                && (words.subList(i, words.size()).contains("Document")
                                        || words.subList(i, words.size()).contains("Proof"));
                        if (EMPTY_WORDS.contains(word) || EMPTY_WORDS.contains(words.get(i))) {
                            fault.accept(type.getName() + " says '" + word + "': name what it keeps or decides");
                        } else if (SAY_INSTEAD.containsKey(word) && !isPolicyDocument) {
                            fault.accept(type.getName() + " says '" + word + "': say " + SAY_INSTEAD.get(word));
                        }
                    }
                    if (FOREIGN_SUFFIXES.contains(words.getLast())) {
                        fault.accept(type.getName() + " ends in '" + words.getLast() + "', not one of the closed list"
                                + " Controller Form Page Repository Outcome Config Test Fixtures");
                    }
                }))
                .because("docs/glossary.md has the word for it");
    }

    static ArchRule suffixes() {
        return classes()
                .should(say("carry the suffix of what they are", (type, fault) -> {
                    for (var annotation : type.getAnnotations()) {
                        var suffix =
                                SUFFIX_OF_ANNOTATION.get(annotation.getRawType().getName());
                        if (suffix != null && !type.getSimpleName().endsWith(suffix)) {
                            fault.accept(type.getName() + " is a " + suffix + " by its annotation, not by its name");
                        }
                    }
                }))
                .because("a suffix means the same thing everywhere");
    }

    static ArchRule visibility() {
        return classes()
                .that()
                .areTopLevelClasses()
                .should(say("stay inside the room", (type, fault) -> {
                    var last = words(type.getSimpleName()).getLast();
                    if (INSIDE_ONLY.contains(last) && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                        fault.accept(type.getName() + " must be package-private: no other room uses a " + last);
                    }
                }))
                .because("public means that other rooms may use it");
    }

    /// Surefire runs classes called …Test only; a test elsewhere is green because nobody asks it.
    static ArchRule testsAreRun() {
        return classes()
                .that()
                .areTopLevelClasses()
                .should(say("be run", (type, fault) -> {
                    if (hasTests(type) && !type.getSimpleName().endsWith("Test")) {
                        fault.accept(type.getName() + " has tests but its name does not end in Test: never run");
                    }
                }))
                .because("surefire looks for …Test");
    }

    private static boolean hasTests(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .anyMatch(annotation -> Set.of("Test", "ParameterizedTest", "TestFactory", "Property", "ArchTest")
                        .contains(annotation.getRawType().getSimpleName()));
    }

    @Test
    void names_say_the_word_of_the_field() {
        words().allowEmptyShould(true).check(House.classes());
    }

    @Test
    void a_suffix_means_one_thing() {
        suffixes().allowEmptyShould(true).check(House.classes());
    }

    @Test
    void what_is_only_for_the_room_stays_in_the_room() {
        visibility().allowEmptyShould(true).check(House.classes());
    }

    @Test
    void every_test_is_run() {
        testsAreRun().allowEmptyShould(true).check(House.testClasses());
    }

    @Test
    void barks_at_empty_words() {
        assertThat(House.report(words(), BROKEN))
                .contains("RiskService says 'Service': name what it keeps or decides")
                .contains("AssessmentUtils says 'Util'")
                .contains("AssetInfo says 'Info'")
                .doesNotContain("DatabaseInformation");
    }

    @Test
    void barks_at_words_of_another_field() {
        assertThat(House.report(words(), BROKEN))
                .contains("TenantId says 'Tenant': say Organization")
                .contains("Policy says 'Policy': say PolicyDocument or Permission")
                .contains("WebConfiguration ends in 'Configuration', not one of the closed list")
                .doesNotContain("PolicyDocument says");
    }

    @Test
    void barks_at_a_suffix_that_lies() {
        assertThat(House.report(suffixes(), BROKEN))
                .contains("Desk is a Controller by its annotation, not by its name")
                .contains("WebConfiguration is a Config by its annotation");
    }

    @Test
    void barks_at_a_public_controller() {
        assertThat(House.report(visibility(), BROKEN))
                .contains("RiskController must be package-private: no other room uses a Controller")
                .doesNotContain("QuietRepository");
    }

    @Test
    void barks_at_a_test_that_nobody_runs() {
        assertThat(House.report(testsAreRun(), BROKEN)).contains("Forgotten has tests but its name does not end in");
    }
}
