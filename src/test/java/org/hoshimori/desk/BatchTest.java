package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Batches.Choice;
import org.hoshimori.desk.Decisions.Outcome;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.hoshimori.web.NotFound;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Many decisions at once.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class BatchTest {

    @Autowired
    DeskFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    StaffFixtures staff;

    @Autowired
    ApplicationRepository repository;

    @Autowired
    Decisions decisions;

    @Autowired
    Batches batches;

    @Autowired
    Database database;

    private Application done(Outcome outcome) {
        return ((Outcome.Done) outcome).application();
    }

    private String accepted(UUID id) {
        return Objects.requireNonNull(
                done(decisions.decide(id, Decision.of(Move.ACCEPT, "森"))).number());
    }

    @Test
    void a_batch_decides_all_that_were_chosen_and_takes_them_back() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        fixtures.emptyDesk(head);
        var ids = new HashSet<UUID>();
        for (var i = 0; i < 25; i++) {
            ids.add(fixtures.waiting(organizations.company().organization()));
        }
        var choice = new Choice("none", 1, Move.ACCEPT, "");
        assertThat(batches.preview(choice, 3).count()).isEqualTo(25);
        var batch = fixtures.batch(head, choice);
        assertThat(batches.work()).isEqualTo(25);
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(repository.find(id).orElseThrow().stage()).isEqualTo(Stage.ACCEPTED));
        assertThat(batches.work()).isZero();
        batches.undo(head, batch);
        assertThat(batches.work()).isEqualTo(25);
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(repository.find(id).orElseThrow().stage()).isEqualTo(Stage.WAITING));
        assertThatThrownBy(() -> batches.undo(head, batch)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_batch_leaves_alone_what_a_clerk_has_before_them() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        var clerk = staff.clerk(StaffRole.RECEPTION).clerk();
        fixtures.emptyDesk(head);
        var open = fixtures.waiting(organizations.company().organization());
        var free = fixtures.waiting(organizations.company().organization());
        var later = fixtures.waiting(organizations.company().organization());
        repository.claim(open, clerk.id(), OffsetDateTime.now(), DeskController.LEASE);
        var choice = new Choice("none", 0, Move.ACCEPT, "");
        assertThat(batches.preview(choice, 3).count()).isEqualTo(2);
        fixtures.batch(head, choice);
        repository.claim(later, clerk.id(), OffsetDateTime.now(), DeskController.LEASE);
        batches.work();
        assertThat(repository.find(open).orElseThrow().stage()).isEqualTo(Stage.WAITING);
        assertThat(repository.find(later).orElseThrow().stage()).isEqualTo(Stage.WAITING);
        assertThat(repository.find(free).orElseThrow().stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void taking_a_batch_back_leaves_what_somebody_decided_after_it() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        fixtures.emptyDesk(head);
        var alone = fixtures.waiting(organizations.company().organization());
        var later = fixtures.waiting(organizations.company().organization());
        var batch = fixtures.batch(head, new Choice("none", 0, Move.RETURN, "直してください"));
        batches.work();
        done(decisions.decide(later, Decision.of(Move.UNDO, head.name())));
        done(decisions.decide(later, new Decision(Move.REFUSE, head.name(), "事業者ではありません", "")));
        batches.undo(head, batch);
        batches.work();
        assertThat(repository.find(alone).orElseThrow().stage()).isEqualTo(Stage.WAITING);
        assertThat(repository.find(later).orElseThrow().stage()).isEqualTo(Stage.REFUSED);
        assertThat(batches.missed(batches.newest(1), 10)).singleElement().satisfies(miss -> {
            assertThat(miss.application()).isEqualTo(later);
            assertThat(miss.word()).isEqualTo("decided");
        });
    }

    @Test
    void a_batch_decides_what_was_seen_and_no_others() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        fixtures.emptyDesk(head);
        var first = fixtures.waiting(organizations.company().organization());
        var choice = new Choice("none", 0, Move.ACCEPT, "");
        var seen = batches.preview(choice, 3).seen();
        accepted(first);
        var other = fixtures.waiting(organizations.company().organization());
        assertThat(batches.preview(choice, 3).count()).isEqualTo(1);
        assertThat(batches.start(head, choice, seen)).isEmpty();
        batches.work();
        assertThat(repository.find(other).orElseThrow().stage()).isEqualTo(Stage.WAITING);
    }

    @Test
    void a_batch_leaves_what_became_a_duplicate_since_it_was_chosen() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        fixtures.emptyDesk(head);
        var facts = fixtures.facts();
        var id = ((Applications.Outcome.Waits)
                        fixtures.handIn(organizations.company().organization(), facts))
                .application();
        fixtures.batch(head, new Choice("none", 0, Move.ACCEPT, ""));
        var twin = ((Applications.Outcome.Waits)
                        fixtures.handIn(organizations.company().organization(), facts))
                .application();
        accepted(twin);
        batches.work();
        assertThat(repository.find(id).orElseThrow().doubts()).containsExactly("same-name");
        assertThat(batches.missed(batches.newest(1), 10)).singleElement().satisfies(miss -> assertThat(miss.word())
                .isEqualTo("doubt"));
    }

    @Test
    void one_that_fails_is_kept_with_its_reference_and_the_others_go_on() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        fixtures.emptyDesk(head);
        var before = fixtures.waiting(organizations.company().organization());
        var broken = fixtures.waiting(organizations.company().organization());
        var after = fixtures.waiting(organizations.company().organization());
        var facts = facts(broken, JSONB.valueOf("[1]"));
        try {
            var batch = fixtures.batch(head, new Choice("none", 0, Move.ACCEPT, ""));
            batches.work();
            assertThat(batches.newest(1)).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(batch);
                assertThat(one.state()).isEqualTo(Batches.State.DONE);
                assertThat(one.finished()).isEqualTo(3);
                assertThat(one.missed()).isEqualTo(1);
            });
            assertThat(batches.missed(batches.newest(1), 10)).singleElement().satisfies(miss -> {
                assertThat(miss.application()).isEqualTo(broken);
                assertThat(miss.why()).isEqualTo(BatchRepository.Miss.Why.FAILED);
                assertThat(miss.reason()).matches("[0-9A-F]{8}");
            });
        } finally {
            facts(broken, facts);
        }
        assertThat(repository.find(before).orElseThrow().stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(repository.find(after).orElseThrow().stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(repository.find(broken).orElseThrow().stage()).isEqualTo(Stage.WAITING);
    }

    /// Puts other facts under an application, past all rules; returns what stood there.
    private JSONB facts(UUID id, JSONB facts) {
        return database.across(sql -> {
            var stood = Objects.requireNonNull(sql.fetchValue(
                    DSL.select(DESK_APPLICATION.FACTS).from(DESK_APPLICATION).where(DESK_APPLICATION.ID.eq(id))));
            sql.update(DESK_APPLICATION)
                    .set(DESK_APPLICATION.FACTS, facts)
                    .where(DESK_APPLICATION.ID.eq(id))
                    .execute();
            return stood;
        });
    }
}
