package org.hoshimori.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.Programme;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.programme.ProgrammeTexts.Draft;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.hoshimori.web.Outside;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// What the machine finds by itself: duplicates on a labelled set, and policies that nobody can open.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class DuplicatesTest {

    @Autowired
    DeskFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationRepository repository;

    @Autowired
    Checks checks;

    @Autowired
    Decisions decisions;

    @Autowired
    DeclarationRepository declarations;

    @Autowired
    Programme programme;

    @Autowired
    ProgrammeTexts texts;

    @Autowired
    org.hoshimori.address.Places places;

    @Autowired
    StaffFixtures staff;

    /// One row of the set.
    record Company(String name, String prefecture, @Nullable String number) {

        static Company at(ArgumentsAccessor row, int first) {
            return new Company(
                    Objects.requireNonNull(row.getString(first)),
                    Objects.requireNonNull(row.getString(first + 1)),
                    row.getString(first + 2));
        }

        Map<String, String> in(Map<String, String> facts) {
            facts.put("name", name);
            facts.put("prefecture", prefecture);
            facts.put("corporateNumber", Objects.requireNonNullElse(number, ""));
            return facts;
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/desk/duplicates.csv")
    void a_duplicate_is_told_from_a_near_miss(ArgumentsAccessor row) {
        var expected = Objects.requireNonNull(row.getString(6));
        var first = organizations.company().organization();
        var facts = Company.at(row, 0).in(fixtures.facts());
        var id = ((Applications.Outcome.Waits) fixtures.handIn(first, facts)).application();
        assertThat(duplicates(applications.mine(first, id))).isEmpty();
        decisions.decide(id, Decision.of(Move.ACCEPT, "森"));
        var second = organizations.company().organization();
        var others = Company.at(row, 3).in(fixtures.facts());
        var again = ((Applications.Outcome.Waits) fixtures.handIn(second, others)).application();
        assertThat(duplicates(applications.mine(second, again)))
                .containsExactlyInAnyOrderElementsOf(
                        expected.equals("none") ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void what_waits_together_is_told_from_what_waits_alone() {
        var number = "1234567890123";
        var facts = fixtures.facts();
        facts.put("corporateNumber", number);
        var first = ((Applications.Outcome.Waits)
                        fixtures.handIn(organizations.company().organization(), facts))
                .application();
        var others = fixtures.facts();
        others.put("corporateNumber", number);
        var second = ((Applications.Outcome.Waits)
                        fixtures.handIn(organizations.company().organization(), others))
                .application();
        assertThat(duplicates(repository.find(second).orElseThrow())).containsExactly("same-number");
        assertThat(duplicates(repository.find(first).orElseThrow())).isEmpty();
        checks.again(first);
        assertThat(duplicates(repository.find(first).orElseThrow())).containsExactly("same-number");
        assertThat(declarations.alike(repository.find(first).orElseThrow()))
                .singleElement()
                .satisfies(alike -> assertThat(alike.application()).isEqualTo(second));
        decisions.decide(first, new Decision(Move.REFUSE, "森", "番号が違います", ""));
        checks.again();
        assertThat(repository.find(second).orElseThrow().doubts()).containsExactly("corporate-number");
    }

    private static List<String> duplicates(Application application) {
        return application.doubts().stream()
                .filter(doubt -> doubt.startsWith("same-"))
                .toList();
    }

    @Test
    void the_address_of_a_policy_is_asked_only_where_the_operator_says_so() {
        var silent = new Silent();
        var checks = new Checks(declarations, programme, texts, places, silent);
        var snapshot = new Snapshot(Map.of("policyUrl", "https://minato.example/policy"));
        assertThat(checks.unreachable(snapshot)).isFalse();
        assertThat(silent.asked).isZero();
        outbound("on");
        try {
            assertThat(checks.unreachable(snapshot)).isTrue();
            assertThat(checks.unreachable(new Snapshot(Map.of()))).isFalse();
            assertThat(silent.asked).isEqualTo(1);
        } finally {
            outbound("off");
        }
    }

    private void outbound(String state) {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        texts.save(head, new Draft(Kind.SETTING, "outbound", "", state, Today.inJapan(), Text.State.SHOWN));
    }

    /// A network in which nobody answers.
    private static final class Silent extends Outside {

        private int asked;

        @Override
        public boolean answers(String url) {
            asked++;
            return false;
        }
    }
}
