package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static hoshimori.schema.Tables.DESK_DECLARATION;
import static hoshimori.schema.Tables.MAIL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
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
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Decisions.Outcome;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.directory.Directory;
import org.hoshimori.mail.Outbox;
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
    DeclarationRepository declarations;

    @Autowired
    Outbox outbox;

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
        var number = accepted(fixtures.waiting(company));
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
            fixtures.waiting(organizations.company().organization());
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
        var id = fixtures.waiting(organizations.company().organization());
        var now = OffsetDateTime.now();
        assertThat(repository.claim(id, one.id(), now, DeskController.LEASE)).isTrue();
        assertThat(repository.claim(id, other.id(), now, DeskController.LEASE)).isFalse();
        assertThat(repository.claim(id, other.id(), now.plusMinutes(16), DeskController.LEASE))
                .isTrue();
    }

    @Test
    void undoing_takes_it_out_of_the_directory_and_keeps_the_number_for_it() {
        var company = organizations.company().organization();
        var id = fixtures.waiting(company);
        var number = accepted(id);
        done(decisions.decide(id, Decision.of(Move.UNDO, "森")));
        assertThat(directory.find(number)).isEmpty();
        assertThat(applications.declarations(company)).isEmpty();
        assertThat(accepted(id)).isEqualTo(number);
        assertThat(directory.find(number)).isPresent();
    }

    @Test
    void one_company_never_gets_two_declarations_by_taking_back() {
        var company = organizations.company().organization();
        var id = fixtures.waiting(company);
        done(decisions.decide(id, new Decision(Move.REFUSE, "森", "事業者ではありません", "")));
        var second = fixtures.waiting(company);
        assertThat(decisions.decide(id, Decision.of(Move.UNDO, "森"))).isInstanceOf(Outcome.OneStands.class);
        accepted(second);
        assertThat(decisions.decide(id, Decision.of(Move.UNDO, "森"))).isInstanceOf(Outcome.OneStands.class);
        decisions.decide(second, Decision.of(Move.UNDO, "森"));
        done(decisions.decide(second, new Decision(Move.REFUSE, "森", "重なっています", "")));
        done(decisions.decide(id, Decision.of(Move.UNDO, "森")));
        stage(second, Stage.WAITING);
        accepted(id);
        assertThat(decisions.decide(second, Decision.of(Move.ACCEPT, "森"))).isInstanceOf(Outcome.OneStands.class);
        assertThat(applications.declarations(company)).hasSize(1);
        stage(second, Stage.REFUSED);
    }

    /// As it may stand from before it was looked at.
    private void stage(UUID id, Stage stage) {
        database.across(sql -> sql.update(DESK_APPLICATION)
                .set(DESK_APPLICATION.STAGE, stage.id())
                .where(DESK_APPLICATION.ID.eq(id))
                .execute());
    }

    @Test
    void taking_back_brings_back_the_star_and_the_days() {
        var company = organizations.company().organization();
        var facts = fixtures.facts();
        var number = accepted(((Applications.Outcome.Waits) fixtures.handIn(company, facts)).application());
        dated(number, DESK_DECLARATION.SINCE, LocalDate.of(2020, 4, 1));
        var up = ((Applications.Outcome.Waits) next(company, Purpose.STEP_UP, 2, number, facts)).application();
        accepted(up);
        done(decisions.decide(up, Decision.of(Move.UNDO, "森")));
        assertThat(standing(number)).isEqualTo("CURRENT 1 2020-04-01 null");
        assertThat(directory.find(number).orElseThrow().since()).isEqualTo("2020-04-01");
        applications.withdraw(company, up, "港");
        applications.stop(company, number, "港");
        dated(number, DESK_DECLARATION.STOPPED_ON, LocalDate.of(2021, 5, 1));
        var again = ((Applications.Outcome.Waits) next(company, Purpose.RESTART, 2, number, facts)).application();
        accepted(again);
        done(decisions.decide(again, Decision.of(Move.UNDO, "森")));
        assertThat(standing(number)).isEqualTo("STOPPED 1 2020-04-01 2021-05-01");
    }

    private void dated(String number, org.jooq.Field<LocalDate> field, LocalDate day) {
        database.across(sql -> sql.update(DESK_DECLARATION)
                .set(field, day)
                .where(DESK_DECLARATION.NUMBER.eq(number))
                .execute());
    }

    private String standing(String number) {
        var one = declarations.find(number).orElseThrow();
        return one.standing() + " " + one.star() + " " + one.since() + " " + one.stoppedOn();
    }

    @Test
    void a_number_keeps_its_star_when_another_company_takes_it_over() {
        var facts = fixtures.facts();
        var owner = organizations.company().organization();
        var id = ((Applications.Outcome.Waits) applications.handIn(owner, fixtures.paper(facts, 2))).application();
        var number = accepted(id);
        var heir = organizations.company().organization();
        var transfer = ((Applications.Outcome.Waits) next(heir, Purpose.TRANSFER, 1, number, facts)).application();
        accepted(transfer);
        assertThat(applications.declarations(heir).getFirst().star()).isEqualTo(2);
    }

    @Test
    void a_letter_that_never_left_goes_with_its_decision_and_one_that_left_is_followed_by_another() {
        var company = organizations.company().organization();
        var id = fixtures.waiting(company);
        accepted(id);
        assertThat(letters(company)).singleElement().asString().startsWith("宣言を受け付けました");
        done(decisions.decide(id, Decision.of(Move.UNDO, "森")));
        assertThat(letters(company)).isEmpty();
        accepted(id);
        database.across(sql -> sql.update(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.SENT_AT, OffsetDateTime.now())
                .where(MAIL_MESSAGE.ORGANIZATION_ID.eq(company.value()))
                .execute());
        done(decisions.decide(id, Decision.of(Move.UNDO, "森")));
        assertThat(letters(company)).containsExactly("前のお知らせを取り消します");
    }

    private List<String> letters(OrganizationId company) {
        return outbox.unsent(company, 9).stream().map(Outbox.Letter::subject).toList();
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
        var id = fixtures.waiting(organizations.company().organization());
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
        facts.put("employees", "3");
        accepted(((Applications.Outcome.Waits) fixtures.handIn(company, facts)).application());
        var large = fixtures.facts();
        large.put("employees", "200");
        var other = organizations.company().organization();
        accepted(((Applications.Outcome.Waits) fixtures.handIn(other, large)).application());
        statistics.refresh();
        assertThat(statistics.all(Statistics.By.SIZE))
                .extracting(Statistics.Line::key)
                .containsSubsequence("under-6", "over-100");
        assertThat(statistics.all(Statistics.By.PREFECTURE))
                .anySatisfy(line -> assertThat(line).isEqualTo(new Statistics.Line(unused, 1L, 0L, 1L)));
        assertThat(statistics.shown(Statistics.By.PREFECTURE))
                .filteredOn(line -> line.key().equals(unused))
                .singleElement()
                .satisfies(line -> assertThat(line.one()).isNull());
    }
}
