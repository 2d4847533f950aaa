package org.hoshimori.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Decisions.Outcome;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Life.Step;
import org.hoshimori.organization.OrganizationFixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// The table of [LifeTest] at the desk itself: every move that it forbids is refused and changes nothing.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class RefusedMovesTest {

    @Autowired
    DeskFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationRepository repository;

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @EnumSource(names = "UNCONFIRMED", mode = EnumSource.Mode.EXCLUDE)
    void a_forbidden_move_is_refused_and_changes_nothing(Stage stage) {
        var id = at(stage);
        var before = applications.events(id);
        var forbidden = Arrays.stream(Move.values())
                .filter(move -> Life.after(stage, move) instanceof Step.Forbidden)
                .toList();
        assertThat(forbidden).isNotEmpty();
        for (var move : forbidden) {
            assertThat(decisions.decide(id, new Decision(move, "森", "理由", other())))
                    .as("%s from %s", move, stage)
                    .isEqualTo(new Outcome.NotFromThere(stage));
        }
        assertThat(repository.find(id).orElseThrow().stage()).isEqualTo(stage);
        assertThat(applications.events(id)).isEqualTo(before);
    }

    /// An application that stands there.
    private UUID at(Stage stage) {
        var company = organizations.company().organization();
        var id = fixtures.waiting(company);
        switch (stage) {
            case UNCONFIRMED, WAITING -> {}
            case RETURNED -> decide(id, Move.RETURN);
            case ACCEPTED -> decide(id, Move.ACCEPT);
            case REFUSED -> decide(id, Move.REFUSE);
            case WITHDRAWN -> applications.withdraw(company, id, "港 一郎");
            case MERGED -> decide(id, Move.MERGE);
        }
        assertThat(repository.find(id).orElseThrow().stage()).isEqualTo(stage);
        return id;
    }

    private void decide(UUID id, Move move) {
        assertThat(decisions.decide(id, new Decision(move, "森", "理由", move == Move.MERGE ? other() : "")))
                .isInstanceOf(Outcome.Done.class);
    }

    /// The number of another declaration that is current.
    private String other() {
        var id = fixtures.waiting(organizations.company().organization());
        var done = (Outcome.Done) decisions.decide(id, Decision.of(Move.ACCEPT, "森"));
        return done.application().number() == null ? "" : done.application().number();
    }
}
