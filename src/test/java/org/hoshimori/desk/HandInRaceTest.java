package org.hoshimori.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Application.Paper;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Applications.Outcome;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.ProgrammeTexts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Whose number it is, and that a form sent twice at once is handed in once, where numbers are given at once.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=immediate")
class HandInRaceTest {

    @Autowired
    DeskFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    ProgrammeTexts texts;

    private Paper paper(Purpose purpose, String number, Map<String, String> facts) {
        return new Paper(purpose, 1, number, new Snapshot(facts), texts.rules().revision(), "港 一郎", List.of());
    }

    /// An application that staff gave back.
    private UUID returned(OrganizationId company, Map<String, String> facts) {
        fixtures.handIn(organizations.company().organization(), facts);
        var waits = (Outcome.Waits) fixtures.handIn(company, facts);
        decisions.decide(waits.application(), new Decision(Move.RETURN, "森", "同じ名前があります。", ""));
        return waits.application();
    }

    @Test
    void what_was_returned_never_becomes_a_change_of_another_companys_declaration() {
        var owner = organizations.company().organization();
        var number = ((Outcome.Given) fixtures.handIn(owner, fixtures.facts())).number();
        var other = organizations.company().organization();
        var id = returned(other, fixtures.facts());
        assertThat(applications.handInAgain(other, id, paper(Purpose.CHANGE, number, fixtures.facts())))
                .isInstanceOf(Outcome.NotPossible.class);
        assertThat(applications.declarations(owner)).hasSize(1);
        assertThat(applications.declarations(other)).isEmpty();
    }

    @Test
    void a_change_is_refused_when_the_number_has_gone_to_another_company_meanwhile() {
        var owner = organizations.company().organization();
        var facts = fixtures.facts();
        var number = ((Outcome.Given) fixtures.handIn(owner, facts)).number();
        fixtures.handIn(organizations.company().organization(), fixtures.facts());
        var alike = fixtures.facts();
        fixtures.handIn(organizations.company().organization(), alike);
        var change = ((Outcome.Waits) applications.handIn(owner, paper(Purpose.CHANGE, number, alike))).application();
        var heir = organizations.company().organization();
        var transfer = (Outcome.Waits) applications.handIn(heir, paper(Purpose.TRANSFER, number, fixtures.facts()));
        decisions.decide(transfer.application(), Decision.of(Move.ACCEPT, "森"));
        assertThat(applications.declarations(heir)).hasSize(1);
        assertThat(decisions.decide(change, Decision.of(Move.ACCEPT, "森")))
                .isEqualTo(new Decisions.Outcome.NotFromThere(Stage.WAITING));
        applications.withdraw(owner, change, "港 一郎");
        assertThat(applications.declarations(heir)).hasSize(1);
    }

    @Test
    void a_form_sent_twice_at_once_makes_one_declaration() throws Exception {
        for (var run = 0; run < 8; run++) {
            var company = organizations.company().organization();
            var facts = fixtures.facts();
            together(() -> fixtures.handIn(company, facts));
            assertThat(applications.declarations(company)).hasSize(1);
            assertThat(applications.of(company)).hasSize(1);
        }
    }

    @Test
    void what_was_returned_and_is_sent_twice_at_once_gets_one_number() throws Exception {
        for (var run = 0; run < 8; run++) {
            var company = organizations.company().organization();
            var id = returned(company, fixtures.facts());
            var facts = fixtures.facts();
            together(() -> applications.handInAgain(company, id, fixtures.paper(facts, 1)));
            assertThat(applications.declarations(company)).hasSize(1);
            assertThat(applications.mine(company, id).stage()).isEqualTo(Stage.ACCEPTED);
        }
    }

    private static void together(Callable<Outcome> click) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var clicked : threads.invokeAll(List.of(click, click))) {
                clicked.get();
            }
        }
    }
}
