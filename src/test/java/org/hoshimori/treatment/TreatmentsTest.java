package org.hoshimori.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.control.ControlId;
import org.hoshimori.control.Controls.Task;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.risk.Analysis;
import org.hoshimori.risk.RiskAnalysis;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.treatment.DecidedTreatment.Ending;
import org.hoshimori.treatment.DecidedTreatment.State;
import org.hoshimori.treatment.Standings.Standing;
import org.hoshimori.treatment.Treatment.Costs;
import org.hoshimori.treatment.TreatmentOutcome.Recorded;
import org.hoshimori.treatment.TreatmentOutcome.Refusal;
import org.hoshimori.treatment.TreatmentOutcome.Refused;
import org.hoshimori.web.NotFound;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@HoshimoriTest
class TreatmentsTest {

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Organizations companies;

    @Autowired
    AssetFixtures assets;

    @Autowired
    TreatmentFixtures fixtures;

    @Autowired
    Treatments treatments;

    @Autowired
    DecidedRepository decisions;

    @Autowired
    CoverRepository covers;

    @Autowired
    RiskAnalysis analysis;

    @Autowired
    RiskAnswers answers;

    @Autowired
    Treatments.Desk desk;

    @Autowired
    Database database;

    @Autowired
    MessageSource messages;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Test
    void what_nobody_has_decided_about_stands_first_and_the_largest_above_all() {
        var owner = organizations.company();
        var small = large(owner, "小", 0);
        var middle = large(owner, "中", 1);
        var decided = large(owner, "決めた大", 2);
        var open = large(owner, "決めていない大", 2);
        fixtures.retain(owner, decided, today().plusDays(30));
        assertThat(standings(owner).all())
                .extracting(one -> one.asset().id())
                .containsExactly(open.id(), middle.id(), decided.id(), small.id());
        assertThat(standings(owner).all())
                .extracting(Standing::state)
                .containsExactly(State.UNTREATED, State.UNTREATED, State.ACCEPTED, State.CALM);
        assertThat(standings(owner).largeOpen()).isEqualTo(1);
    }

    @Test
    void a_retained_risk_comes_back_as_untreated_and_as_a_task_when_its_day_has_passed() {
        var owner = organizations.company();
        var asset = large(owner, "図面", 2);
        var until = today().plusDays(10);
        var id = fixtures.retain(owner, asset, until);
        assertThat(state(owner, treatments, asset)).isEqualTo(State.ACCEPTED);
        assertThat(treatments.due(owner.organization(), today())).isEmpty();
        var onTheDay = later(10);
        assertThat(state(owner, onTheDay, asset)).isEqualTo(State.ACCEPTED);
        var after = later(11);
        assertThat(state(owner, after, asset)).isEqualTo(State.EXPIRED);
        assertThat(after.standings(owner.organization(), Locale.JAPANESE).largeOpen())
                .isEqualTo(1);
        var due = after.due(owner.organization(), after.today());
        assertThat(due).singleElement().satisfies(one -> {
            assertThat(one.decided().id()).isEqualTo(id);
            assertThat(one.names()).containsExactly("図面");
            assertThat(one.expired(after.today())).isTrue();
            assertThat(one.expired(until)).isFalse();
        });
        assertThat(new TreatmentTasks(after, messages).of(owner, Locale.JAPANESE))
                .extracting(Task::title)
                .containsExactly("「図面」の扱い方を、もう一度決める（期限切れ）");
    }

    @Test
    void a_new_decision_takes_the_place_of_the_old_one_and_the_old_one_is_kept() {
        var owner = organizations.company();
        var one = large(owner, "一", 2);
        var two = large(owner, "二", 2);
        var both = fixtures.modify(owner, List.of(one, two), fixtures.items(owner, one));
        var first = fixtures.retain(owner, one, today().plusDays(3));
        assertThat(decisions.find(owner.organization(), both).orElseThrow().end())
                .isNull();
        var second = fixtures.retain(owner, two, today().plusDays(3));
        var ended = decisions.find(owner.organization(), both).orElseThrow();
        assertThat(ended.end()).isNotNull();
        assertThat(ended.end().how()).isEqualTo(Ending.REPLACED);
        assertThat(decisions.about(owner.organization(), both, 9))
                .extracting(DecidedTreatment::id)
                .containsExactly(both, second, first);
        assertThat(actions(owner, both))
                .containsExactly("treatment-replaced", "treatment-left", "treatment-left", "treatment-modify");
        assertThat(covers.assets(owner.organization(), both)).hasSize(2).allSatisfy(held -> assertThat(held.leftAt())
                .isNotNull());
    }

    @Test
    void a_department_is_decided_about_as_it_is_that_day() {
        var owner = organizations.company();
        assets.add(owner, AssetFixtures.row("今", "営業部", "office-pc", 2));
        assets.add(owner, AssetFixtures.row("よそ", "経理部", "office-pc", 2));
        var asked = new Group.Asked(null, "営業部", null, null, null);
        var share = new Treatment.Share(Treatment.Way.INSURANCE, "保険", "", 1_000L, null, Costs.UNKNOWN);
        assertThat(treatments.record(owner, TreatmentId.next(), asked, share))
                .isInstanceOfSatisfying(
                        Recorded.class, done -> assertThat(done.assets()).isEqualTo(1));
        var newcomer = assets.add(owner, AssetFixtures.row("あとから", "営業部", "office-pc", 2));
        assertThat(state(owner, treatments, newcomer)).isEqualTo(State.UNTREATED);
        assertThat(standings(owner).count(State.SHARED)).isEqualTo(1);
        var nobody = new Group.Asked(null, "ない部署", null, null, null);
        assertThatThrownBy(() -> treatments.record(owner, TreatmentId.next(), nobody, share))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_same_form_sent_twice_stands_once() {
        var owner = organizations.company();
        var asset = large(owner, "図面", 2);
        var id = TreatmentId.next();
        var retain = new Treatment.Retain("理由", owner.member(), today());
        var asked = TreatmentFixtures.asked(List.of(asset));
        assertThat(treatments.record(owner, id, asked, retain)).isEqualTo(new Recorded(id, 1));
        assertThat(treatments.record(owner, id, asked, retain)).isEqualTo(new Recorded(id, 0));
        assertThat(actions(owner, id)).containsExactly("treatment-retain");
    }

    @Test
    void who_and_what_must_be_here() {
        var owner = organizations.company();
        var stranger = organizations.company();
        var auditor = organizations.person(owner, Role.AUDITOR);
        var employee = organizations.person(owner, Role.EMPLOYEE);
        var asked = TreatmentFixtures.asked(List.of(large(owner, "図面", 1)));
        var known = standings(owner).analysis().table().items().subList(0, 1);
        assertThat(refusal(owner, asked, modify(List.of("no-such-item"), List.of(), owner)))
                .isEqualTo(Refusal.NOT_HERE);
        assertThat(refusal(owner, asked, modify(known, List.of(), auditor))).isEqualTo(Refusal.NOBODY);
        assertThat(refusal(owner, asked, modify(known, List.of(), stranger))).isEqualTo(Refusal.NOBODY);
        assertThat(refusal(owner, asked, modify(known, List.of(ControlId.next()), owner)))
                .isEqualTo(Refusal.NOT_HERE);
        assertThat(refusal(owner, asked, new Treatment.Retain("理由", employee.member(), today())))
                .isEqualTo(Refusal.NOBODY);
        assertThat(standings(owner).decisions()).isEmpty();
    }

    @Test
    void finishing_answers_the_items_and_makes_the_risk_smaller() {
        var owner = organizations.company();
        var asset = large(owner, "図面", 2);
        var items = fixtures.items(owner, asset);
        var id = fixtures.modify(owner, List.of(asset), items);
        var planned = standings(owner).all().getFirst();
        assertThat(planned.asset().level()).isEqualTo(RiskLevel.LARGE);
        assertThat(planned.after()).isEqualTo(RiskLevel.MIDDLE);
        assertThat(treatments.finish(owner, id)).isTrue();
        assertThat(treatments.finish(owner, id)).isFalse();
        assertThat(answers.answers(owner.organization()).keySet()).containsExactlyInAnyOrderElementsOf(items);
        var done = standings(owner).all().getFirst();
        assertThat(done.asset().level()).isEqualTo(planned.after());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(actions(owner, id)).containsExactly("treatment-done", "treatment-modify");
    }

    @Test
    void what_is_withdrawn_is_untreated_again() {
        var owner = organizations.company();
        var asset = large(owner, "図面", 2);
        var id = fixtures.retain(owner, asset, today().plusDays(3));
        assertThat(treatments.withdraw(owner, id, "やめた")).isTrue();
        assertThat(treatments.withdraw(owner, id, "もう一度")).isFalse();
        assertThat(state(owner, treatments, asset)).isEqualTo(State.UNTREATED);
        assertThat(Objects.requireNonNull(decisions
                                .find(owner.organization(), id)
                                .orElseThrow()
                                .end())
                        .reason())
                .isEqualTo("やめた");
        assertThat(treatments.due(owner.organization(), today().plusDays(9))).isEmpty();
    }

    @Test
    void a_plan_covers_what_it_makes_smaller_and_leaves_what_stands() {
        var owner = organizations.company();
        var helped = large(owner, "図面", 2);
        var retained = large(owner, "受け入れた", 2);
        var small = large(owner, "小", 0);
        var paper = assets.add(owner, AssetFixtures.row("紙", "", "paper-documents", 2));
        fixtures.retain(owner, retained, today().plusDays(9));
        var items = fixtures.items(owner, helped);
        var plan = new Treatment.Modify(items, List.of(), "", owner.member(), today().plusDays(9), Costs.UNKNOWN);
        assertThat(treatments.plan(owner, plan)).isInstanceOfSatisfying(Recorded.class, done -> {
            assertThat(standings(owner).under(done.id()))
                    .extracting(one -> one.asset().id())
                    .contains(helped.id())
                    .doesNotContain(retained.id(), small.id());
        });
        var fewer = new Treatment.Modify(
                items.subList(0, 1), List.of(), "", owner.member(), today().plusDays(9), Costs.UNKNOWN);
        treatments.plan(owner, fewer);
        assertThat(treatments.plan(owner, plan)).isEqualTo(new Refused(Refusal.NO_ASSETS));
        assertThat(standings(owner).all())
                .filteredOn(one -> one.asset().id().equals(helped.id()))
                .singleElement()
                .satisfies(
                        one -> assertThat(Objects.requireNonNull(one.decided()).treatment())
                                .isEqualTo(plan));
        var everything = new Treatment.Modify(
                standings(owner).analysis().table().items(), List.of(), "", owner.member(), today(), Costs.UNKNOWN);
        assertThat(treatments.plan(owner, everything)).isInstanceOf(Recorded.class);
        assertThat(treatments.plan(owner, fewer)).isEqualTo(new Refused(Refusal.NO_ASSETS));
        assertThat(state(owner, treatments, paper)).isEqualTo(State.PLANNED);
    }

    @Test
    void a_control_for_a_check_item_makes_the_level_afterwards_smaller() {
        var owner = organizations.company();
        var asset = large(owner, "図面", 2);
        var decided = fixtures.controls(owner, fixtures.items(owner, asset));
        var linked = new Treatment.Modify(List.of(), decided, "", owner.member(), today(), Costs.UNKNOWN);
        var id = fixtures.record(owner, List.of(asset), linked);
        assertThat(standings(owner).under(id)).singleElement().satisfies(one -> {
            assertThat(one.asset().level()).isEqualTo(RiskLevel.LARGE);
            assertThat(one.after()).isNotEqualTo(RiskLevel.LARGE);
        });
        assertThat(treatments.finish(owner, id)).isTrue();
        assertThat(state(owner, treatments, asset)).isEqualTo(State.DONE);
    }

    @Test
    void another_companys_decisions_stay_invisible() {
        var owner = organizations.company();
        var stranger = organizations.company();
        var asset = large(owner, "図面", 2);
        var id = fixtures.retain(owner, asset, today());
        var theirs = stranger.organization();
        assertThat(decisions.find(theirs, id)).isEmpty();
        assertThat(covers.held(theirs)).isEmpty();
        assertThat(decisions.standing(theirs)).isEmpty();
        assertThat(covers.assets(theirs, id)).isEmpty();
        assertThat(decisions.about(theirs, id, 9)).isEmpty();
        assertThat(decisions.dueBy(theirs, today().plusDays(99), 9)).isEmpty();
        assertThat(treatments.withdraw(stranger, id, "x")).isFalse();
        assertThat(treatments.finish(stranger, id)).isFalse();
        var asked = TreatmentFixtures.asked(List.of(asset));
        var retain = new Treatment.Retain("理由", stranger.member(), today());
        assertThatThrownBy(() -> treatments.record(stranger, TreatmentId.next(), asked, retain))
                .isInstanceOf(NotFound.class);
        assertThat(covers.held(owner.organization())).hasSize(1);
    }

    @Test
    void what_was_decided_cannot_be_changed_or_removed_in_the_database() {
        var owner = organizations.company();
        fixtures.retain(owner, large(owner, "図面", 2), today());
        for (var statement : List.of(
                "UPDATE treatment_decided SET words = 'x'",
                "UPDATE treatment_decided SET day = day + 1",
                "UPDATE treatment_asset SET level = 'small'",
                "DELETE FROM treatment_asset",
                "DELETE FROM treatment_decided")) {
            assertThatThrownBy(() -> database.within(owner.organization(), sql -> sql.execute(statement)))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_company_goes_with_all_its_decisions() {
        var owner = organizations.company();
        fixtures.retain(owner, large(owner, "図面", 2), today());
        companies.remove(owner.organization(), owner.author());
        assertThat(covers.held(owner.organization())).isEmpty();
    }

    @Test
    void planned_items_never_make_a_risk_larger() {
        var owner = organizations.company();
        assets.addAll(owner, AssetFixtures.rows(200, 3));
        var all = standings(owner).analysis();
        var items = all.table().items();
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var answered = random.ints(items.size(), 1, 5).toArray();
            var today = new Analysis(all.method(), all.table(), answered, all.assets(), all.baseline());
            var before = Residual.of(today, List.of());
            var after = Residual.of(
                    today, items.stream().filter(_ -> random.nextInt(3) == 0).toList());
            assertThat(all.assets())
                    .allSatisfy(asset -> assertThat(after.value(asset)).isLessThanOrEqualTo(before.value(asset)));
        }
    }

    private static Treatment modify(List<String> items, List<ControlId> controls, Actor who) {
        return new Treatment.Modify(
                items, controls, "", who.member(), Today.inJapan().plusDays(9), Costs.UNKNOWN);
    }

    private @Nullable Refusal refusal(Actor actor, Group.Asked asked, Treatment treatment) {
        return treatments.record(actor, TreatmentId.next(), asked, treatment) instanceof Refused(var reason)
                ? reason
                : null;
    }

    private Asset large(Actor owner, String name, int importance) {
        return assets.add(owner, AssetFixtures.row(name, "", "office-pc", importance));
    }

    private Standings standings(Actor owner) {
        return treatments.standings(owner.organization(), Locale.JAPANESE);
    }

    private State state(Actor owner, Treatments at, Asset asset) {
        return at.standings(owner.organization(), Locale.JAPANESE).all().stream()
                .filter(one -> one.asset().id().equals(asset.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    /// The same verbs so many days later.
    private Treatments later(int days) {
        return new Treatments(database, decisions, covers, analysis, desk, Clock.offset(clock, Duration.ofDays(days)));
    }

    private List<String> actions(Actor owner, TreatmentId id) {
        return trail.newest(owner.organization(), Subject.of("treatment", id), Long.MAX_VALUE, 50).stream()
                .map(TrailEntry::action)
                .toList();
    }

    private LocalDate today() {
        return treatments.today();
    }
}
