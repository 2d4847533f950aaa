package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One word, every tree: pages, texts, migrations and tests are filed under the room's name,
/// pages look only to the right like classes, and a table is made by the room that it is named after.
class TreesTest {

    private static final String NO_ROOM = ": no such room in Rooms.java";

    /// Folders that are no room: tables of frameworks; the guards, the walks, the dev mode.
    private static final Set<String> BESIDE_ROOMS = Set.of(
            "src/main/resources/db/migration/__root",
            "src/main/resources/db/migration/framework",
            "src/test/java/org/hoshimori/house",
            "src/test/java/org/hoshimori/journey",
            "src/test/java/org/hoshimori/dev");

    private static final Pattern FILED = Pattern.compile("(src/main/jte/|src/main/resources/db/migration/"
            + "|src/(?:main|test)/java/org/hoshimori/)([^/]+)/.*"
            + "|(src/main/resources/messages/)([a-z]+)(?:_en)?\\.properties");

    private static final Pattern USE =
            Pattern.compile("org\\.hoshimori\\.([a-z]+)\\.[A-Z]\\w*|@template\\.([a-z]+)\\.[\\w.]+");

    private static final Pattern NEW_TABLE =
            Pattern.compile("(?i)\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(?:public\\.)?\"?([a-z_0-9]+)\"?");

    static List<String> unfiled(Tree tree) {
        return tree.paths().stream()
                .map(FILED::matcher)
                .filter(path -> path.matches())
                .map(path -> path.group(1) == null ? path.group(3) + path.group(4) : path.group(1) + path.group(2))
                .distinct()
                .filter(folder -> !BESIDE_ROOMS.contains(folder))
                .filter(folder -> !Rooms.exists(folder.substring(folder.lastIndexOf('/') + 1)))
                .map(folder -> folder + NO_ROOM)
                .toList();
    }

    static List<String> pagesLookingLeft(Tree tree) {
        var faults = new ArrayList<String>();
        for (var path : tree.paths("src/main/jte/[a-z]+/.*\\.jte")) {
            var room = path.split("/", -1)[3];
            USE.matcher(tree.text(path)).results().forEach(use -> {
                var other = use.group(1) == null ? use.group(2) : use.group(1);
                if (Rooms.exists(room) && !Rooms.mayUse(room, other)) {
                    faults.add(path + " of room '" + room + "' must not use " + use.group() + ": "
                            + Rooms.allowance(room));
                }
            });
        }
        return faults;
    }

    static List<String> strangeTables(Tree tree) {
        var faults = new ArrayList<String>();
        for (var path : tree.paths("src/main/resources/db/migration/[a-z]+/.*\\.sql")) {
            var room = path.split("/", -1)[5];
            if (!Rooms.exists(room)) {
                continue;
            }
            NEW_TABLE
                    .matcher(tree.text(path))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(table -> {
                        if (!table.equals(room) && !table.startsWith(room + "_")) {
                            faults.add(path + ": table " + table + " must start with " + room);
                        }
                    });
        }
        return faults;
    }

    @Test
    void every_tree_speaks_of_rooms() {
        House.holds(unfiled(House.tree()));
    }

    @Test
    void pages_look_only_to_the_right() {
        House.holds(pagesLookingLeft(House.tree()));
    }

    @Test
    void a_table_is_named_after_its_room() {
        House.holds(strangeTables(House.tree()));
    }

    @Test
    void barks_at_a_folder_that_is_no_room() {
        assertThat(unfiled(House.brokenTree("rooms.txt")))
                .containsExactly(
                        "src/main/jte/cellar" + NO_ROOM,
                        "src/main/resources/db/migration/cellar" + NO_ROOM,
                        "src/main/resources/messages/cellar" + NO_ROOM,
                        "src/test/java/org/hoshimori/cellar" + NO_ROOM);
    }

    @Test
    void barks_at_a_page_that_looks_left() {
        assertThat(pagesLookingLeft(House.brokenTree("rooms.txt")))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("src/main/jte/content/edition.jte of room 'content' must not use"
                                + " org.hoshimori.assessment.Round"))
                .anySatisfy(fault -> assertThat(fault).contains("must not use @template.assessment.round"));
    }

    @Test
    void barks_at_a_table_of_another_room() {
        assertThat(strangeTables(House.brokenTree("rooms.txt")))
                .containsExactly("src/main/resources/db/migration/content/V0001__create_edition.sql:"
                        + " table edition must start with content");
    }
}
