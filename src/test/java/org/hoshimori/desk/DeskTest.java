package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.StorageRefusal;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Batches.Choice;
import org.hoshimori.desk.Decisions.Decision;
import org.hoshimori.desk.Decisions.Outcome;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.directory.Directory;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.Numbers;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.hoshimori.web.NotFound;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// The desk where somebody looks at everything.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class DeskTest {

    @Autowired
    DeskFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    StaffFixtures staff;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationRepository repository;

    @Autowired
    Decisions decisions;

    @Autowired
    Batches batches;

    @Autowired
    Statistics statistics;

    @Autowired
    Directory directory;

    @Autowired
    Numbers numbers;

    @Autowired
    Database database;

    @Autowired
    ProgrammeTexts texts;

    private UUID waiting(OrganizationId company) {
        return ((Applications.Outcome.Waits) fixtures.handIn(company, fixtures.facts())).application();
    }

    private Application done(Outcome outcome) {
        return ((Outcome.Done) outcome).application();
    }

    private String accepted(UUID id) {
        return Objects.requireNonNull(
                done(decisions.decide(id, Decision.of(Move.ACCEPT, "森"))).number());
    }

    @Test
    void an_accepted_application_gets_a_number_and_appears_with_public_fields_only() {
        var company = organizations.company().organization();
        var number = accepted(waiting(company));
        assertThat(number).hasSize(11);
        var entry = directory.find(number).orElseThrow();
        assertThat(entry.toString()).contains("星見町").doesNotContain("planted", "秘密の担当", "1-2-3");
        assertThat(applications.declarations(company)).singleElement().satisfies(one -> assertThat(one.number())
                .isEqualTo(number));
    }

    @Test
    void a_returned_application_comes_back_with_what_changed_marked() {
        var company = organizations.company().organization();
        var facts = fixtures.facts();
        var id = ((Applications.Outcome.Waits) fixtures.handIn(company, facts)).application();
        assertThat(decisions.decide(id, Decision.of(Move.RETURN, "森"))).isInstanceOf(Outcome.NoteMissing.class);
        done(decisions.decide(id, new Decision(Move.RETURN, "森", "町の名前を見直してください", "")));
        assertThat(decisions.decide(id, Decision.of(Move.ACCEPT, "森"))).isInstanceOf(Outcome.NotFromThere.class);
        facts.put("town", "海見町");
        applications.handInAgain(company, id, fixtures.paper(facts, 1));
        var again = repository.find(id).orElseThrow();
        assertThat(again.stage()).isEqualTo(Stage.WAITING);
        assertThat(again.changed()).containsExactly("town");
        assertThat(applications.events(id)).extracting(Application.Event::move).contains("return", "hand-in-again");
    }

    @Test
    void two_clerks_never_get_the_same_application() throws Exception {
        var one = staff.clerk(StaffRole.RECEPTION).clerk();
        var other = staff.clerk(StaffRole.RECEPTION).clerk();
        for (var i = 0; i < 20; i++) {
            waiting(organizations.company().organization());
        }
        Set<UUID> seen = ConcurrentHashMap.newKeySet();
        var twice = ConcurrentHashMap.<UUID>newKeySet();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var work = IntStream.range(0, 2)
                    .mapToObj(number -> (Callable<Void>) () -> {
                        var clerk = number == 0 ? one : other;
                        for (var i = 0; i < 10; i++) {
                            var next = repository
                                    .claimNext(clerk.id(), null, OffsetDateTime.now(), DeskController.LEASE)
                                    .orElseThrow();
                            if (!seen.add(next)) {
                                twice.add(next);
                            }
                            decisions.decide(next, Decision.of(Move.ACCEPT, clerk.name()));
                        }
                        return null;
                    })
                    .toList();
            for (var result : threads.invokeAll(work)) {
                result.get();
            }
        }
        assertThat(twice).isEmpty();
        assertThat(seen).hasSize(20);
    }

    @Test
    void a_claimed_application_is_free_again_when_the_lease_ends() {
        var one = staff.clerk(StaffRole.RECEPTION).clerk();
        var other = staff.clerk(StaffRole.RECEPTION).clerk();
        var id = waiting(organizations.company().organization());
        var now = OffsetDateTime.now();
        assertThat(repository.claim(id, one.id(), now, DeskController.LEASE)).isTrue();
        assertThat(repository.claim(id, other.id(), now, DeskController.LEASE)).isFalse();
        assertThat(repository.claim(id, other.id(), now.plusMinutes(16), DeskController.LEASE))
                .isTrue();
    }

    @Test
    void undoing_takes_it_out_of_the_directory_and_keeps_the_number_for_it() {
        var company = organizations.company().organization();
        var id = waiting(company);
        var number = accepted(id);
        done(decisions.decide(id, Decision.of(Move.UNDO, "森")));
        assertThat(directory.find(number)).isEmpty();
        assertThat(applications.declarations(company)).isEmpty();
        assertThat(accepted(id)).isEqualTo(number);
        assertThat(directory.find(number)).isPresent();
    }

    @Test
    void a_merged_duplicate_ends_and_gives_nobody_anything() {
        var first = organizations.company().organization();
        var second = organizations.company().organization();
        var facts = fixtures.facts();
        var number = accepted(((Applications.Outcome.Waits) fixtures.handIn(first, facts)).application());
        var id = ((Applications.Outcome.Waits) fixtures.handIn(second, facts)).application();
        assertThat(repository.find(id).orElseThrow().doubts()).containsExactly("same-name");
        assertThat(decisions.decide(id, new Decision(Move.MERGE, "森", "", "99999999999")))
                .isInstanceOf(Outcome.NoSuchNumber.class);
        done(decisions.decide(id, new Decision(Move.MERGE, "森", "", number)));
        assertThat(applications.declarations(second)).isEmpty();
        assertThat(applications.of(first)).hasSize(1);
        assertThatThrownBy(() -> applications.mine(first, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_company_changes_steps_up_stops_and_starts_again_under_one_number() {
        var company = organizations.company().organization();
        var facts = fixtures.facts();
        var number = accepted(((Applications.Outcome.Waits) fixtures.handIn(company, facts)).application());
        facts.put("town", "海見町");
        assertThat(next(company, Purpose.RESTART, 1, number, facts))
                .isInstanceOf(Applications.Outcome.NotPossible.class);
        accepted(((Applications.Outcome.Waits) next(company, Purpose.CHANGE, 1, number, facts)).application());
        assertThat(directory.find(number).orElseThrow().town()).isEqualTo("海見町");
        accepted(((Applications.Outcome.Waits) next(company, Purpose.STEP_UP, 2, number, facts)).application());
        assertThat(directory.find(number).orElseThrow().star()).isEqualTo(2);
        assertThat(applications.stop(organizations.company().organization(), number, "x"))
                .isFalse();
        assertThat(applications.stop(company, number, "港")).isTrue();
        assertThat(directory.find(number)).isEmpty();
        assertThat(applications.declarations(company).getFirst().standing()).isEqualTo(Standing.STOPPED);
        accepted(((Applications.Outcome.Waits) next(company, Purpose.RESTART, 2, number, facts)).application());
        assertThat(directory.find(number)).isPresent();
    }

    @Test
    void what_the_desk_stopped_starts_again_only_after_somebody_looked() {
        var company = organizations.company().organization();
        var facts = fixtures.facts();
        var id = ((Applications.Outcome.Waits) fixtures.handIn(company, facts)).application();
        var number = accepted(id);
        assertThat(decisions.stopByDesk(id, "森", " ")).isInstanceOf(Outcome.NoteMissing.class);
        assertThat(directory.find(number)).isPresent();
        done(decisions.stopByDesk(id, "森", "事業者ではないとの知らせがありました。"));
        assertThat(directory.find(number)).isEmpty();
        assertThat(decisions.stopByDesk(id, "森", "もう一度")).isInstanceOf(Outcome.NotFromThere.class);
        var again = ((Applications.Outcome.Waits) next(company, Purpose.RESTART, 1, number, facts)).application();
        assertThat(repository.find(again).orElseThrow().doubts()).contains("stopped-by-desk");
        accepted(again);
        assertThat(applications.stop(company, number, "港")).isTrue();
        var own = ((Applications.Outcome.Waits) next(company, Purpose.RESTART, 1, number, facts)).application();
        assertThat(repository.find(own).orElseThrow().doubts()).doesNotContain("stopped-by-desk");
    }

    private Applications.Outcome next(
            OrganizationId company, Purpose purpose, int star, String number, Map<String, String> facts) {
        return applications.handIn(
                company,
                new Application.Paper(
                        purpose,
                        star,
                        number,
                        new Snapshot(facts),
                        texts.rules().revision(),
                        "港",
                        List.of()));
    }

    @Test
    void a_batch_decides_all_that_were_chosen_and_takes_them_back() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        batches.start(head, new Choice("any", 0, Move.ACCEPT, ""));
        batches.work();
        var ids = new HashSet<UUID>();
        for (var i = 0; i < 25; i++) {
            ids.add(waiting(organizations.company().organization()));
        }
        var choice = new Choice("none", 1, Move.ACCEPT, "");
        assertThat(batches.preview(choice, 3).count()).isEqualTo(25);
        var batch = batches.start(head, choice);
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
        batches.start(head, new Choice("any", 0, Move.ACCEPT, ""));
        batches.work();
        var open = waiting(organizations.company().organization());
        var free = waiting(organizations.company().organization());
        var later = waiting(organizations.company().organization());
        repository.claim(open, clerk.id(), OffsetDateTime.now(), DeskController.LEASE);
        var choice = new Choice("none", 0, Move.ACCEPT, "");
        assertThat(batches.preview(choice, 3).count()).isEqualTo(2);
        batches.start(head, choice);
        repository.claim(later, clerk.id(), OffsetDateTime.now(), DeskController.LEASE);
        batches.work();
        assertThat(repository.find(open).orElseThrow().stage()).isEqualTo(Stage.WAITING);
        assertThat(repository.find(later).orElseThrow().stage()).isEqualTo(Stage.WAITING);
        assertThat(repository.find(free).orElseThrow().stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void one_that_fails_is_kept_with_its_reference_and_the_others_go_on() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        batches.start(head, new Choice("any", 0, Move.ACCEPT, ""));
        batches.work();
        var before = waiting(organizations.company().organization());
        var broken = waiting(organizations.company().organization());
        var after = waiting(organizations.company().organization());
        var facts = facts(broken, JSONB.valueOf("[1]"));
        try {
            var batch = batches.start(head, new Choice("none", 0, Move.ACCEPT, ""));
            batches.work();
            assertThat(batches.newest(1)).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(batch);
                assertThat(one.state()).isEqualTo(Batches.State.DONE);
                assertThat(one.finished()).isEqualTo(3);
                assertThat(one.missed()).isEqualTo(1);
            });
            assertThat(batches.missed(batches.newest(1), 10)).singleElement().satisfies(miss -> {
                assertThat(miss.application()).isEqualTo(broken);
                assertThat(miss.why()).isEqualTo(Batches.Miss.Why.FAILED);
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

    @Test
    void what_was_decided_does_not_change_and_says_so_of_the_desk() {
        var id = waiting(organizations.company().organization());
        accepted(id);
        assertThatThrownBy(() -> facts(id, JSONB.valueOf("{}")))
                .satisfies(failure -> assertThat(StorageRefusal.of(failure)).contains(StorageRefusal.DECIDED));
    }

    @Test
    void numbers_are_unique_under_32_clients() throws Exception {
        Set<String> given = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newFixedThreadPool(32)) {
            var work = IntStream.range(0, 32)
                    .mapToObj(_ -> (Callable<Integer>) () -> {
                        var twice = 0;
                        for (var i = 0; i < 20; i++) {
                            twice += given.add(numbers.next()) ? 0 : 1;
                        }
                        return twice;
                    })
                    .toList();
            for (var result : threads.invokeAll(work)) {
                assertThat(result.get()).isZero();
            }
        }
        assertThat(given).hasSize(640);
        assertThat(numbers.takeOver(given.iterator().next())).isFalse();
    }

    @Test
    void a_number_lost_with_its_transaction_is_passed_over() {
        var lost = new HashSet<String>();
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> database.across(_ -> {
                        lost.add(numbers.next());
                        throw new IllegalStateException("the power went out");
                    }))
                    .hasMessage("the power went out");
        }
        var given = IntStream.range(0, 20).mapToObj(_ -> numbers.next()).toList();
        assertThat(lost).hasSize(5);
        assertThat(given).doesNotHaveDuplicates().doesNotContainAnyElementsOf(lost);
    }

    @Test
    void statistics_count_what_is_current() {
        var company = organizations.company().organization();
        var facts = fixtures.facts();
        statistics.refresh();
        var used = statistics.all(Statistics.By.PREFECTURE).stream()
                .map(Statistics.Line::key)
                .toList();
        var unused = IntStream.rangeClosed(1, 47)
                .mapToObj("%02d"::formatted)
                .filter(code -> !used.contains(code))
                .findFirst()
                .orElseThrow();
        facts.put("prefecture", unused);
        accepted(((Applications.Outcome.Waits) fixtures.handIn(company, facts)).application());
        statistics.refresh();
        assertThat(statistics.all(Statistics.By.PREFECTURE))
                .anySatisfy(line -> assertThat(line).isEqualTo(new Statistics.Line(unused, 1L, 0L, 1L)));
        assertThat(statistics.shown(Statistics.By.PREFECTURE))
                .filteredOn(line -> line.key().equals(unused))
                .singleElement()
                .satisfies(line -> assertThat(line.one()).isNull());
    }
}
