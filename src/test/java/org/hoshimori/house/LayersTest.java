package org.hoshimori.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.house.House.say;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A line of code knows its room, and inside the room its type: SQL in the repository, requests in the controller.
class LayersTest {

    private static final String SCHEMA = "hoshimori.schema";

    private static final Set<String> SQL_ROOMS = Set.of("database", "trail");
    private static final Set<String> HTTP_ROOMS = Set.of("web", "access");

    private static final JavaClasses BROKEN = House.brokenClasses("layers");
    private static final String BROKEN_ROOT = House.brokenRoot("layers");
    private static final String BROKEN_SCHEMA = BROKEN_ROOT + ".schema";

    /// The word that an inner class belongs to: `RiskRepository` for `RiskRepository$Row`.
    static String keeper(JavaClass type) {
        var name = type.getBaseComponentType().getName();
        return name.substring(name.lastIndexOf('.') + 1).split("\\$", 2)[0];
    }

    private static boolean isIn(JavaClass type, String root, Set<String> rooms) {
        return Rooms.of(type, root).filter(rooms::contains).isPresent();
    }

    static ArchRule sqlInRepositories(String root, String schema) {
        return classes()
                .that()
                .resideOutsideOfPackage(schema + "..")
                .should(say("leave SQL to the repository", (type, fault) -> {
                    if (keeper(type).endsWith("Repository") || isIn(type, root, SQL_ROOMS)) {
                        return;
                    }
                    for (var use : type.getDirectDependenciesFromSelf()) {
                        var used = use.getTargetClass().getName();
                        var isConnection = Stream.of("java.sql.", "javax.sql.", "org.springframework.jdbc.")
                                .anyMatch(used::startsWith);
                        if (used.startsWith("org.jooq.")
                                || used.startsWith(schema + ".")
                                || (isConnection && !keeper(type).endsWith("Config"))) {
                            fault.accept("SQL outside a repository: " + use.getDescription());
                        }
                    }
                }))
                .because("what touches a table is found in one file per room");
    }

    static ArchRule ownTables(String root, String schema) {
        return classes()
                .that()
                .resideOutsideOfPackage(schema + "..")
                .should(say("use only the tables of its room", (type, fault) -> Rooms.of(type, root)
                        .filter(room -> !room.equals("database"))
                        .ifPresent(room -> tables(type, schema)
                                .filter(table -> !table.equals(room) && !table.startsWith(room + "_"))
                                .distinct()
                                .forEach(table ->
                                        fault.accept(type.getName() + " of room '" + room + "' uses table " + table)))))
                .because("another room's facts are asked for through its public types");
    }

    private static Stream<String> tables(JavaClass type, String schema) {
        var classes = type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(used -> used.getPackageName().startsWith(schema + ".tables"))
                .map(used -> snake(keeper(used).replaceFirst("Record$", "")));
        var constants = type.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().getName().equals(schema + ".Tables"))
                .map(access -> access.getTarget().getName().toLowerCase(Locale.ROOT));
        return Stream.concat(classes, constants);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    static ArchRule organizationFirst(String root) {
        return classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameEndingWith("Repository")
                .should(say("ask for the organisation first", (type, fault) -> {
                    reason(type, root)
                            .filter(String::isBlank)
                            .ifPresent(_ -> fault.accept(type.getName() + " crosses companies without a reason"));
                    type.getMethods().stream()
                            .filter(method -> isQuery(method) && !asksForOrganization(method, root))
                            .filter(_ -> reason(type, root).isEmpty())
                            .forEach(method -> {
                                var reason = reason(method, root);
                                if (reason.isEmpty()) {
                                    fault.accept(method.getFullName() + ": the first parameter must be OrganizationId,"
                                            + " or @CrossCompany must say why not");
                                } else if (reason.get().isBlank()) {
                                    fault.accept(method.getFullName() + " crosses companies without a reason");
                                }
                            });
                }))
                .because("one forgotten organisation shows a company's risks to its neighbour");
    }

    private static boolean isQuery(JavaMethod method) {
        return Stream.of(JavaModifier.PRIVATE, JavaModifier.STATIC, JavaModifier.SYNTHETIC)
                .noneMatch(method.getModifiers()::contains);
    }

    private static boolean asksForOrganization(JavaMethod method, String root) {
        var parameters = method.getRawParameterTypes();
        return !parameters.isEmpty() && parameters.getFirst().getName().equals(root + ".database.OrganizationId");
    }

    /// What `@CrossCompany` says; empty without the annotation.
    private static Optional<String> reason(CanBeAnnotated place, String root) {
        var name = root + ".database.CrossCompany";
        if (!place.isAnnotatedWith(name)) {
            return Optional.empty();
        }
        var annotation =
                switch (place) {
                    case JavaClass type -> type.getAnnotationOfType(name);
                    case JavaMethod method -> method.getAnnotationOfType(name);
                    default -> throw new IllegalArgumentException(place.toString());
                };
        var words = annotation.getProperties().values().stream().map(Object::toString);
        return Optional.of(String.join("", words.toList()));
    }

    static ArchRule repositoriesStayHome(String root) {
        return classes()
                .should(say("leave other rooms' repositories alone", (type, fault) -> {
                    for (var use : type.getDirectDependenciesFromSelf()) {
                        var room = Rooms.of(type, root);
                        var other = Rooms.of(use.getTargetClass(), root);
                        var isRepository = other.isPresent()
                                && keeper(use.getTargetClass()).endsWith("Repository");
                        if (isRepository && !other.equals(room)) {
                            fault.accept("repository of another room: " + use.getDescription());
                        }
                    }
                }))
                .because("another room is asked through its public types");
    }

    static ArchRule oneDirection(String root) {
        return classes()
                .should(say("not look back at the controller", (type, fault) -> {
                    for (var use : type.getDirectDependenciesFromSelf()) {
                        var user = keeper(type);
                        var used = keeper(use.getTargetClass());
                        var isOurs = use.getTargetClass().getPackageName().startsWith(root);
                        var isBack = (used.endsWith("Controller") && !user.endsWith("Controller"))
                                || (user.endsWith("Repository") && used.endsWith("Form"))
                                || (user.matches(".*(Form|Page)") && used.endsWith("Repository"));
                        if (isOurs && isBack) {
                            fault.accept("wrong direction: " + use.getDescription());
                        }
                    }
                }))
                .because("Read: Controller → Repository. Write: Controller → keeper → record → Repository");
    }

    static ArchRule httpInControllers(String root) {
        return classes()
                .should(say("not know the browser", (type, fault) -> {
                    if (keeper(type).matches(".*(Controller|Form|Config)") || isIn(type, root, HTTP_ROOMS)) {
                        return;
                    }
                    for (var use : type.getDirectDependenciesFromSelf()) {
                        var used = use.getTargetClass().getName();
                        var isHttp = Stream.of(
                                        "jakarta.servlet.",
                                        "org.springframework.web.",
                                        "org.springframework.ui.",
                                        "org.springframework.validation.")
                                .anyMatch(used::startsWith);
                        if (isHttp && !used.startsWith("org.springframework.web.client.")) {
                            fault.accept("HTTP outside a controller: " + use.getDescription());
                        }
                    }
                }))
                .because("what reads a request or picks a page is the controller");
    }

    @Test
    void sql_lives_in_repositories() {
        sqlInRepositories(Rooms.HOUSE, SCHEMA).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void a_room_touches_only_its_own_tables() {
        ownTables(Rooms.HOUSE, SCHEMA).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void a_query_asks_for_the_organisation_first() {
        organizationFirst(Rooms.HOUSE).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void repositories_stay_in_their_room() {
        repositoriesStayHome(Rooms.HOUSE).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void nothing_looks_back_at_the_controller() {
        oneDirection(Rooms.HOUSE).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void requests_end_in_controllers() {
        httpInControllers(Rooms.HOUSE).allowEmptyShould(true).check(House.classes());
    }

    @Test
    void barks_at_sql_outside_a_repository() {
        assertThat(House.report(sqlInRepositories(BROKEN_ROOT, BROKEN_SCHEMA), BROKEN))
                .containsPattern("SQL outside a repository: .*RiskRegister.*org\\.jooq\\.DSLContext")
                .containsPattern("SQL outside a repository: .*RiskRegister.*java\\.sql\\.Connection")
                .containsPattern("SQL outside a repository: .*RiskRegister.*schema\\.tables\\.RiskEntry")
                .doesNotContain("RiskRepository.<init>");
    }

    @Test
    void barks_at_the_table_of_another_room() {
        assertThat(House.report(ownTables(BROKEN_ROOT, BROKEN_SCHEMA), BROKEN))
                .contains("risk.RiskRepository of room 'risk' uses table asset_item")
                .contains("risk.RiskRepository of room 'risk' uses table control_plan")
                .doesNotContain("uses table risk_entry");
    }

    @Test
    void barks_at_a_query_over_all_companies() {
        assertThat(House.report(organizationFirst(BROKEN_ROOT), BROKEN))
                .contains("RiskRepository.find(java.lang.String): the first parameter must be OrganizationId")
                .contains("RiskRepository.silent() crosses companies without a reason")
                .contains("AssetRepository crosses companies without a reason")
                .doesNotContain("RiskRepository.count")
                .doesNotContain("RiskRepository.statistics")
                .doesNotContain("RiskRepository.row");
    }

    @Test
    void barks_at_a_foreign_repository() {
        assertThat(House.report(repositoriesStayHome(BROKEN_ROOT), BROKEN))
                .containsPattern("repository of another room: .*asset\\.AssetController.*risk\\.RiskRepository")
                .doesNotContain("risk.RiskRegister");
    }

    @Test
    void barks_at_a_look_back() {
        assertThat(House.report(oneDirection(BROKEN_ROOT), BROKEN))
                .containsPattern("wrong direction: .*RiskPage.*RiskRepository")
                .containsPattern("wrong direction: .*RiskPage.*AssetController");
    }

    @Test
    void barks_at_a_rule_that_knows_the_browser() {
        assertThat(House.report(httpInControllers(BROKEN_ROOT), BROKEN))
                .containsPattern("HTTP outside a controller: .*RiskRegister.*org\\.springframework\\.ui\\.Model")
                .doesNotContain("AssetController");
    }
}
