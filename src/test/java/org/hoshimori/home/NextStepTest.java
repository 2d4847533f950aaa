package org.hoshimori.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.home.CompanyState.Desk;
import org.hoshimori.home.CompanyState.Handbook;
import org.hoshimori.home.CompanyState.Onward;
import org.hoshimori.home.CompanyState.PolicyDocument;
import org.hoshimori.home.CompanyState.Protection;
import org.hoshimori.home.PutOff.Matter;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextStepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final RoundId ROUND = RoundId.next();

    private static final CompanyState.Articles UNTOUCHED = new CompanyState.Articles(0, 5);
    private static final CompanyState.Articles BEGUN = new CompanyState.Articles(3, 2);
    private static final CompanyState.Articles ALL = new CompanyState.Articles(5, 0);
    private static final CompanyState.Work NONE = new CompanyState.Work(0, 0, 0, 0, 0);

    /// Every combination of every fact that the table looks at.
    private static List<CompanyState> states() {
        var states = new ArrayList<CompanyState>();
        for (var articles : List.of(UNTOUCHED, BEGUN, ALL)) {
            for (var open : opens()) {
                for (var latest : latests()) {
                    for (var onward : onwards()) {
                        states.add(new CompanyState(articles, open, latest, NONE, 0, 2, onward, TODAY));
                    }
                    for (var work : List.of(
                            NONE,
                            new CompanyState.Work(2, 0, 0, 0, 0),
                            new CompanyState.Work(2, 1, 1, 0, 0),
                            new CompanyState.Work(0, 0, 0, 0, 1),
                            new CompanyState.Work(0, 0, 3, 0, 0),
                            new CompanyState.Work(0, 0, 0, 2, 0))) {
                        for (var missing : List.of(0, 3)) {
                            for (var worries : List.of(0, 2)) {
                                states.add(new CompanyState(
                                        articles, open, latest, work, missing, worries, Onward.NOTHING, TODAY));
                            }
                        }
                    }
                }
            }
        }
        return states;
    }

    private static List<Onward> onwards() {
        var onwards = new ArrayList<Onward>();
        for (var document : PolicyDocument.values()) {
            for (var star : List.of(0, 1, 2)) {
                for (var desk : Desk.values()) {
                    onwards.add(onward(document, star, desk));
                }
            }
        }
        for (var handbook : Handbook.values()) {
            for (var protection : Protection.values()) {
                onwards.add(new Onward(PolicyDocument.PUBLIC, 0, 2, Desk.HERE, handbook, protection, null, List.of()));
                onwards.add(
                        new Onward(PolicyDocument.PUBLIC, 3, 0, Desk.NOWHERE, handbook, protection, null, List.of()));
            }
        }
        return onwards;
    }

    private static Onward onward(PolicyDocument document, int star, Desk desk) {
        return new Onward(document, 0, star, desk, Handbook.MISSING, Protection.NOT_LOOKED_AT, null, List.of());
    }

    private static List<CompanyState.@Nullable Open> opens() {
        var opens = new ArrayList<CompanyState.@Nullable Open>();
        opens.add(null);
        opens.add(open(0, 25));
        opens.add(open(10, 0));
        opens.add(open(25, 0));
        opens.add(open(25, 4));
        return opens;
    }

    private static List<CompanyState.@Nullable Latest> latests() {
        var latests = new ArrayList<CompanyState.@Nullable Latest>();
        latests.add(null);
        for (var months : List.of(0, 13)) {
            latests.add(latest(months, 0, 0));
            latests.add(latest(months, 8, 0));
            latests.add(latest(months, 8, 3));
            latests.add(deferred(8, 5));
            latests.add(deferred(8, 8));
        }
        return latests;
    }

    /// Every set of roles, but one for each of those that may do the same.
    private static Collection<Set<Role>> roles() {
        var byRights = new HashMap<Set<Permission>, Set<Role>>();
        for (var mask = 1; mask < 1 << Role.values().length; mask++) {
            var held = EnumSet.noneOf(Role.class);
            for (var role : Role.values()) {
                if ((mask & 1 << role.ordinal()) != 0) {
                    held.add(role);
                }
            }
            var rights = EnumSet.allOf(Permission.class);
            rights.removeIf(right -> !right.grantedTo(held));
            byRights.putIfAbsent(rights, held);
        }
        return byRights.values();
    }

    @Test
    void nobody_is_ever_without_a_step_and_each_step_is_one_they_may_take() {
        var everyRoles = roles();
        for (var state : states()) {
            for (var roles : everyRoles) {
                var step = NextStep.of(state, roles);
                assertThat(step.concerns(roles)).as("%s for %s", step, roles).isTrue();
                assertThat(step.path(state)).startsWith("/");
                assertThat(step.minutes()).isPositive();
                assertThat(mayOpen(step, roles))
                        .as("%s opens for %s", step, roles)
                        .isTrue();
            }
        }
    }

    @Test
    void every_row_of_the_table_is_somebodys_step() {
        var seen = new HashSet<NextStep>();
        for (var state : states()) {
            for (var role : Role.values()) {
                seen.add(NextStep.of(state, Set.of(role)));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(NextStep.values());
    }

    @Test
    void a_step_that_counts_never_counts_nothing() {
        var counting = EnumSet.of(
                NextStep.OWN_LATE,
                NextStep.MORE_LATE,
                NextStep.ANSWER_MINE,
                NextStep.GATHER_ANSWERS,
                NextStep.DECIDE,
                NextStep.LOOK_AT_LATE,
                NextStep.GO_ON_WITH_ARTICLES,
                NextStep.COMPLETE_FACTS,
                NextStep.OWN_WORK,
                NextStep.READ_PAPERS);
        for (var state : states()) {
            for (var role : Role.values()) {
                var step = NextStep.of(state, Set.of(role));
                assertThat(step.count(state) > 0).as("%s", step).isEqualTo(counting.contains(step));
            }
        }
    }

    @Test
    void the_owners_way_from_the_first_day_on() {
        assertThat(lead(state(UNTOUCHED, null, null))).isEqualTo(NextStep.BEGIN_ARTICLES);
        assertThat(lead(state(BEGUN, null, null))).isEqualTo(NextStep.BEGIN_ROUND);
        assertThat(lead(state(BEGUN, open(0, 25), null))).isEqualTo(NextStep.ANSWER_MINE);
        assertThat(lead(state(BEGUN, open(20, 0), null))).isEqualTo(NextStep.GATHER_ANSWERS);
        assertThat(lead(state(BEGUN, open(25, 0), null))).isEqualTo(NextStep.CLOSE_ROUND);
        assertThat(lead(state(BEGUN, null, latest(0, 8, 0)))).isEqualTo(NextStep.DECIDE);
        assertThat(lead(state(BEGUN, null, latest(0, 8, 1)))).isEqualTo(NextStep.GO_ON_WITH_ARTICLES);
        assertThat(lead(state(ALL, null, latest(0, 8, 1)))).isEqualTo(NextStep.CHOOSE_WORRIES);
        assertThat(lead(state(ALL, null, latest(13, 8, 1)))).isEqualTo(NextStep.NEXT_ROUND);
    }

    @Test
    void a_company_that_began_with_the_diagnosis_is_not_sent_back() {
        assertThat(lead(state(UNTOUCHED, open(3, 22), null))).isEqualTo(NextStep.ANSWER_MINE);
        assertThat(lead(state(UNTOUCHED, null, latest(0, 8, 0)))).isEqualTo(NextStep.DECIDE);
    }

    @Test
    void what_is_put_off_is_no_step_until_its_day() {
        assertThat(lead(state(ALL, null, deferred(8, 7)))).isEqualTo(NextStep.DECIDE);
        assertThat(lead(state(ALL, null, deferred(8, 8)))).isEqualTo(NextStep.CHOOSE_WORRIES);
    }

    @Test
    void an_employee_answers_works_or_is_free() {
        var employee = Set.of(Role.EMPLOYEE);
        assertThat(NextStep.of(state(UNTOUCHED, open(3, 4), null), employee)).isEqualTo(NextStep.ANSWER_MINE);
        assertThat(NextStep.of(state(UNTOUCHED, open(25, 0), null), employee)).isEqualTo(NextStep.CALM);
        var late = new CompanyState(ALL, null, null, new CompanyState.Work(1, 1, 1, 0, 0), 0, 1, Onward.NOTHING, TODAY);
        assertThat(NextStep.of(late, employee)).isEqualTo(NextStep.OWN_LATE);
        var work = new CompanyState(ALL, null, null, new CompanyState.Work(1, 0, 0, 0, 0), 0, 1, Onward.NOTHING, TODAY);
        assertThat(NextStep.of(work, employee)).isEqualTo(NextStep.OWN_WORK);
        var reading =
                new CompanyState(ALL, null, null, new CompanyState.Work(1, 0, 0, 1, 0), 0, 1, Onward.NOTHING, TODAY);
        assertThat(NextStep.of(reading, employee)).isEqualTo(NextStep.READ_PAPERS);
    }

    @Test
    void an_auditor_reads_and_is_never_asked_to_change_anything() {
        var auditor = Set.of(Role.AUDITOR);
        for (var state : states()) {
            assertThat(NextStep.of(state, auditor))
                    .isEqualTo(state.latest() == null ? NextStep.CALM_WITH_OWNERS_PAGE : NextStep.LOOK_AT_RESULT);
        }
    }

    @Test
    void after_the_controls_come_the_basic_policy_its_place_and_the_declaration() {
        var decided = latest(1, 8, 3);
        assertThat(ahead(decided, PolicyDocument.NONE, 0, Desk.HERE)).isEqualTo(NextStep.DECLARE_ONE);
        assertThat(ahead(decided, PolicyDocument.NONE, 1, Desk.HERE)).isEqualTo(NextStep.WRITE_POLICY);
        assertThat(ahead(decided, PolicyDocument.NONE, 0, Desk.ELSEWHERE)).isEqualTo(NextStep.WRITE_POLICY);
        assertThat(ahead(decided, PolicyDocument.NONE, 0, Desk.WAITING)).isEqualTo(NextStep.WRITE_POLICY);
        assertThat(ahead(decided, PolicyDocument.PUBLIC, 1, Desk.ASKS)).isEqualTo(NextStep.ANSWER_DESK);
        assertThat(ahead(decided, PolicyDocument.DRAFT, 0, Desk.HERE)).isEqualTo(NextStep.WRITE_POLICY);
        assertThat(ahead(decided, PolicyDocument.IN_REVIEW, 0, Desk.HERE)).isEqualTo(NextStep.APPROVE_POLICY);
        assertThat(ahead(decided, PolicyDocument.IN_FORCE, 1, Desk.HERE)).isEqualTo(NextStep.PUBLISH_POLICY);
        assertThat(ahead(decided, PolicyDocument.PUBLIC, 1, Desk.HERE)).isEqualTo(NextStep.DECLARE_TWO);
        assertThat(ahead(decided, PolicyDocument.PUBLIC, 2, Desk.HERE)).isNotEqualTo(NextStep.DECLARE_TWO);
        assertThat(ahead(decided, PolicyDocument.PUBLIC, 0, Desk.ELSEWHERE)).isEqualTo(NextStep.DECLARE_ELSEWHERE);
        assertThat(ahead(decided, PolicyDocument.PUBLIC, 1, Desk.WAITING)).isEqualTo(NextStep.WRITE_HANDBOOK);
        // Weak points that nobody has looked at come first.
        assertThat(ahead(latest(1, 8, 0), PolicyDocument.NONE, 0, Desk.HERE)).isEqualTo(NextStep.DECIDE);
    }

    @Test
    void after_two_stars_come_the_handbook_the_regulations_and_the_detailed_analysis() {
        assertThat(beyond(0, Handbook.MISSING, Protection.NO_ASSETS)).isEqualTo(NextStep.WRITE_HANDBOOK);
        assertThat(beyond(0, Handbook.IN_FORCE, Protection.NO_ASSETS)).isEqualTo(NextStep.HAND_OUT_HANDBOOK);
        assertThat(beyond(0, Handbook.HANDED_OUT, Protection.NO_ASSETS)).isEqualTo(NextStep.WRITE_REGULATIONS);
        assertThat(beyond(1, Handbook.HANDED_OUT, Protection.NO_ASSETS)).isEqualTo(NextStep.LIST_ASSETS);
        assertThat(beyond(1, Handbook.HANDED_OUT, Protection.LISTED)).isEqualTo(NextStep.ANALYSE);
        assertThat(beyond(1, Handbook.HANDED_OUT, Protection.UNTREATED)).isEqualTo(NextStep.TREAT);
        assertThat(beyond(1, Handbook.HANDED_OUT, Protection.TREATED)).isEqualTo(NextStep.CALM_WITH_OWNERS_PAGE);
    }

    @Test
    void what_a_company_does_not_want_now_makes_room_for_the_next_step() {
        assertThat(without(Matter.DECLARATION, PolicyDocument.NONE, Desk.HERE)).isEqualTo(NextStep.WRITE_POLICY);
        assertThat(without(Matter.DECLARATION, PolicyDocument.IN_FORCE, Desk.HERE))
                .isEqualTo(NextStep.PUBLISH_POLICY);
        for (var desk : List.of(Desk.HERE, Desk.ELSEWHERE)) {
            assertThat(without(Matter.DECLARATION, PolicyDocument.PUBLIC, desk)).isEqualTo(NextStep.WRITE_HANDBOOK);
            assertThat(without(Matter.PUBLICATION, PolicyDocument.IN_FORCE, desk))
                    .isEqualTo(NextStep.WRITE_HANDBOOK);
        }
        // Who published all the same can declare.
        assertThat(without(Matter.PUBLICATION, PolicyDocument.PUBLIC, Desk.ELSEWHERE))
                .isEqualTo(NextStep.DECLARE_ELSEWHERE);
        for (var protection : List.of(Protection.NO_ASSETS, Protection.LISTED, Protection.UNTREATED)) {
            var onward = new Onward(
                    PolicyDocument.PUBLIC,
                    1,
                    2,
                    Desk.HERE,
                    Handbook.HANDED_OUT,
                    protection,
                    null,
                    List.of(new PutOff(Matter.ANALYSIS, null)));
            assertThat(lead(new CompanyState(ALL, null, latest(1, 8, 8), NONE, 0, 1, onward, TODAY)))
                    .isEqualTo(NextStep.CALM_WITH_OWNERS_PAGE);
        }
    }

    /// A lead who began alone: the owner's matters wait for the owner and hold nothing else up.
    @Test
    void a_lead_without_an_owner_is_not_sent_to_what_only_an_owner_may() {
        var ownersOwn = Set.of(NextStep.CHOOSE_WORRIES, NextStep.APPROVE_POLICY);
        for (var state : states()) {
            assertThat(ownersOwn).doesNotContain(NextStep.of(state, Set.of(Role.SECURITY_LEAD)));
        }
    }

    @Test
    void the_basic_policy_waits_for_the_owner_not_for_whoever_asked() {
        var onward = onward(PolicyDocument.IN_REVIEW, 0, Desk.ELSEWHERE);
        var state = new CompanyState(ALL, null, latest(1, 8, 3), NONE, 0, 1, onward, TODAY);
        assertThat(lead(state)).isEqualTo(NextStep.APPROVE_POLICY);
        assertThat(NextStep.of(state, Set.of(Role.SECURITY_LEAD))).isNotEqualTo(NextStep.APPROVE_POLICY);
    }

    @Test
    void only_optional_steps_can_be_put_off() {
        assertThat(NextStep.values())
                .filteredOn(step -> step.matter() != null)
                .containsExactly(
                        NextStep.DECLARE_ONE,
                        NextStep.PUBLISH_POLICY,
                        NextStep.DECLARE_TWO,
                        NextStep.DECLARE_ELSEWHERE,
                        NextStep.LIST_ASSETS,
                        NextStep.ANALYSE,
                        NextStep.TREAT);
    }

    private static NextStep without(Matter matter, PolicyDocument document, Desk desk) {
        var onward = new Onward(
                document,
                0,
                0,
                desk,
                Handbook.MISSING,
                Protection.NOT_LOOKED_AT,
                null,
                List.of(new PutOff(matter, TODAY.plusDays(1))));
        return lead(new CompanyState(ALL, null, latest(1, 8, 3), NONE, 0, 1, onward, TODAY));
    }

    private static NextStep beyond(int regulations, Handbook handbook, Protection protection) {
        var onward = new Onward(
                PolicyDocument.PUBLIC, regulations, 2, Desk.ELSEWHERE, handbook, protection, null, List.of());
        return lead(new CompanyState(ALL, null, latest(1, 8, 8), NONE, 0, 1, onward, TODAY));
    }

    private static NextStep ahead(CompanyState.Latest latest, PolicyDocument document, int star, Desk desk) {
        return lead(new CompanyState(ALL, null, latest, NONE, 0, 1, onward(document, star, desk), TODAY));
    }

    @Test
    void a_round_is_due_after_twelve_months_not_on_the_day_itself() {
        assertThat(state(ALL, null, latest(12, 0, 0)).roundDue()).isFalse();
        assertThat(new CompanyState(
                                ALL,
                                null,
                                new CompanyState.Latest(
                                        ROUND, TODAY.minusMonths(12).minusDays(1), 0, 0, 0),
                                NONE,
                                0,
                                1,
                                Onward.NOTHING,
                                TODAY)
                        .roundDue())
                .isTrue();
    }

    /// What the page behind a step asks for; a step must not lead to a closed door.
    private static boolean mayOpen(NextStep step, Set<Role> roles) {
        var needed =
                switch (step) {
                    case OWN_LATE, MORE_LATE, OWN_WORK -> Permission.WORK;
                    case ANSWER_MINE -> Permission.ANSWER;
                    case LOOK_AT_LATE, DECIDE, LOOK_AT_RESULT, CHOOSE_WORRIES, CALM_WITH_OWNERS_PAGE -> Permission.READ;
                    case COMPLETE_FACTS -> Permission.EDIT_COMPANY;
                    case APPROVE_POLICY -> Permission.OWN;
                    case WRITE_POLICY, PUBLISH_POLICY, WRITE_HANDBOOK, HAND_OUT_HANDBOOK -> Permission.KEEP_DOCUMENTS;
                    case WRITE_REGULATIONS, LIST_ASSETS, ANALYSE, TREAT -> Permission.READ;
                    case ANSWER_DESK, DECLARE_ONE, DECLARE_TWO, DECLARE_ELSEWHERE -> Permission.DECLARE;
                    case READ_PAPERS -> Permission.USE;
                    case CLOSE_ROUND, GATHER_ANSWERS, BEGIN_ROUND, NEXT_ROUND -> Permission.LEAD_ROUNDS;
                    case BEGIN_ARTICLES, GO_ON_WITH_ARTICLES, CALM -> Permission.USE;
                };
        return needed.grantedTo(roles);
    }

    private static NextStep lead(CompanyState state) {
        return NextStep.of(state, Set.of(Role.OWNER));
    }

    private static CompanyState state(
            CompanyState.Articles articles, CompanyState.@Nullable Open open, CompanyState.@Nullable Latest latest) {
        return new CompanyState(articles, open, latest, NONE, 0, 0, Onward.NOTHING, TODAY);
    }

    private static CompanyState.Open open(int answered, int mine) {
        return new CompanyState.Open(ROUND, answered, 25, mine);
    }

    private static CompanyState.Latest deferred(int weak, int settled) {
        return new CompanyState.Latest(ROUND, TODAY, weak, 0, settled);
    }

    private static CompanyState.Latest latest(int months, int weak, int covered) {
        return new CompanyState.Latest(ROUND, TODAY.minusMonths(months), weak, covered, covered);
    }
}
