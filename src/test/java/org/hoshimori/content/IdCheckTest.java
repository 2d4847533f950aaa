package org.hoshimori.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.content.BadContent.Fault;
import org.junit.jupiter.api.Test;

class IdCheckTest {

    private static final String DIAGNOSIS = "questionnaires/self-diagnosis.yaml";

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void ids_are_unique_over_all_lists_of_the_same_kind_in_a_file() {
        check(Map.of("laws.yaml", """
                laws:
                  - id: one
                    articles:
                      - id: first
                  - id: two
                    articles:
                      - id: second
                      - id: first
                """));

        assertFault("laws.yaml", 8, "The id 'first' stands already in line 4.");
    }

    @Test
    void the_same_id_in_lists_of_different_kinds_is_no_fault() {
        check(Map.of("owner.yaml", "efforts:\n  - id: one\nworries:\n  - id: one\n    questions: []\n"));

        assertThat(faults).isEmpty();
    }

    @Test
    void who_names_an_id_names_one_that_exists() {
        check(Map.of(DIAGNOSIS, "questions:\n  - id: backup\n", "controls.yaml", """
                        controls:
                          - id: one
                            question: backups
                            who: owner
                            sizes: [under-6]
                        """));

        assertFault("controls.yaml", 3, "There is no question 'backups'.");
    }

    @Test
    void roles_and_company_sizes_are_those_of_the_candidate_controls() {
        check(Map.of("controls.yaml", "controls:\n  - id: one\n    who: boss\n    sizes:\n      - 1-5\n"));

        assertThat(faults)
                .extracting(Fault::problem)
                .containsExactly("There is no role 'boss'.", "There is no company size '1-5'.");
        assertThat(faults).extracting(Fault::line).containsExactly(3, 5);
    }

    @Test
    void files_that_could_not_be_read_do_not_make_every_reference_to_them_a_fault() {
        check(Map.of("handbook.yaml", "sections:\n  - id: cover\n    questions: [backup]\n"));

        assertThat(faults).isEmpty();
    }

    @Test
    void a_link_written_at_one_end_only_is_reported() {
        check(Map.of(DIAGNOSIS, """
                        questions:
                          - id: backup
                            links:
                              handbook: cover
                          - id: lock-up
                            links:
                              handbook: desk
                        """, "handbook.yaml", """
                        sections:
                          - id: cover
                            questions:
                              - backup
                          - id: desk
                            questions: []
                        """));

        assertFault(DIAGNOSIS, 7, "'desk' and the question 'lock-up' are linked here, but not in handbook.yaml.");
    }

    private void check(Map<String, String> files) {
        Map<String, YamlTree> trees = new TreeMap<>();
        files.forEach((path, text) ->
                trees.put(path, YamlTree.read(path, text, faults).orElseThrow()));
        IdCheck.check(trees, faults);
    }

    private void assertFault(String file, int line, String problem) {
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.problem()).isEqualTo(problem);
            assertThat(fault.remedy()).isNotBlank();
        });
    }
}
