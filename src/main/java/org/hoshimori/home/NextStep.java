package org.hoshimori.home;

import static org.hoshimori.organization.Permission.ANALYSE_RISKS;
import static org.hoshimori.organization.Permission.ANSWER;
import static org.hoshimori.organization.Permission.DECIDE_CONTROLS;
import static org.hoshimori.organization.Permission.DECLARE;
import static org.hoshimori.organization.Permission.EDIT_COMPANY;
import static org.hoshimori.organization.Permission.KEEP_ARTICLES;
import static org.hoshimori.organization.Permission.KEEP_ASSETS;
import static org.hoshimori.organization.Permission.KEEP_DOCUMENTS;
import static org.hoshimori.organization.Permission.LEAD_ROUNDS;
import static org.hoshimori.organization.Permission.OWN;
import static org.hoshimori.organization.Permission.READ;
import static org.hoshimori.organization.Permission.READ_TRAIL;
import static org.hoshimori.organization.Permission.USE;
import static org.hoshimori.organization.Permission.WORK;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.hoshimori.home.CompanyState.Desk;
import org.hoshimori.home.CompanyState.Handbook;
import org.hoshimori.home.CompanyState.PolicyDocument;
import org.hoshimori.home.CompanyState.Protection;
import org.hoshimori.home.PutOff.Matter;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;

/// Today's one next step: the first row that holds for the company and that the reader's roles allow. The order is the
/// rule: what is late, what others wait for, what moves the company on, what keeps it fresh, and at last a calm day.
enum NextStep {
    OWN_LATE(WORK, 10, state -> state.work().mineLate() > 0),
    MORE_LATE(WORK, 10, state -> state.work().moreLate() > 0),
    ANSWER_MINE(ANSWER, 5, CompanyState::mineToAnswer),
    READ_PAPERS(WORK, 5, state -> state.work().toRead() > 0),
    BEGIN_ARTICLES(KEEP_ARTICLES, 10, state -> state.articles().settled() == 0 && !state.begun()),
    CLOSE_ROUND(LEAD_ROUNDS, 10, CompanyState::complete),
    GATHER_ANSWERS(LEAD_ROUNDS, 5, CompanyState::waiting),
    BEGIN_ROUND(LEAD_ROUNDS, 5, state -> !state.begun()),
    DECIDE(DECIDE_CONTROLS, 10, CompanyState::undecided),
    LOOK_AT_LATE(DECIDE_CONTROLS, 10, state -> state.work().late() > 0),
    NEXT_ROUND(LEAD_ROUNDS, 5, CompanyState::roundDue),
    APPROVE_POLICY(OWN, 5, state -> state.policyDocument(PolicyDocument.IN_REVIEW)),
    ANSWER_DESK(DECLARE, 5, state -> state.onward().desk() == Desk.ASKS),
    GO_ON_WITH_ARTICLES(KEEP_ARTICLES, 10, state -> state.articles().missing() > 0),
    CHOOSE_WORRIES(OWN, 5, state -> state.worries() == 0),
    COMPLETE_FACTS(EDIT_COMPANY, 5, state -> state.missingFacts() > 0),
    DECLARE_ONE(
            DECLARE, 5, state -> state.onward().canDeclare(1, Desk.HERE) && state.policyDocument(PolicyDocument.NONE)),
    WRITE_POLICY(
            KEEP_DOCUMENTS,
            10,
            state -> state.readyForPolicyDocument() && state.policyDocument(PolicyDocument.NONE, PolicyDocument.DRAFT)),
    PUBLISH_POLICY(KEEP_DOCUMENTS, 5, state -> state.policyDocument(PolicyDocument.IN_FORCE)),
    DECLARE_TWO(DECLARE, 5, state -> state.canDeclareTwo(Desk.HERE)),
    DECLARE_ELSEWHERE(DECLARE, 10, state -> state.canDeclareTwo(Desk.ELSEWHERE)),
    HAND_OUT_HANDBOOK(KEEP_DOCUMENTS, 5, state -> state.onward().handbook() == Handbook.IN_FORCE),
    WRITE_HANDBOOK(
            KEEP_DOCUMENTS,
            10,
            state -> state.onward().beyond() && state.onward().handbook() == Handbook.MISSING),
    WRITE_REGULATIONS(
            KEEP_DOCUMENTS,
            10,
            state -> state.onward().beyond() && state.onward().regulations() == 0),
    LIST_ASSETS(KEEP_ASSETS, 10, state -> state.protection(Protection.NO_ASSETS)),
    ANALYSE(ANALYSE_RISKS, 10, state -> state.protection(Protection.LISTED)),
    TREAT(ANALYSE_RISKS, 10, state -> state.protection(Protection.UNTREATED)),
    OWN_WORK(WORK, 10, state -> state.work().mine() > 0),
    LOOK_AT_RESULT(READ_TRAIL, LEAD_ROUNDS, 5, state -> state.latest() != null),
    CALM_WITH_OWNERS_PAGE(READ, 5, _ -> true),
    CALM(USE, 3, _ -> true);

    private final Permission needs;
    private final Set<Permission> leavesOut;
    private final int minutes;
    private final Predicate<CompanyState> when;

    NextStep(Permission needs, int minutes, Predicate<CompanyState> when) {
        this.needs = needs;
        this.leavesOut = Set.of();
        this.minutes = minutes;
        this.when = when;
    }

    /// A row for those who look without leading.
    NextStep(Permission needs, Permission leavesOut, int minutes, Predicate<CompanyState> when) {
        this.needs = needs;
        this.leavesOut = Set.of(leavesOut);
        this.minutes = minutes;
        this.when = when;
    }

    /// The step of today. There always is one: the last row holds for everybody who may use the product.
    static NextStep of(CompanyState state, Set<Role> roles) {
        return Arrays.stream(values())
                .filter(step -> step.concerns(roles) && step.when.test(state) && !step.isPutOff(state))
                .findFirst()
                .orElse(CALM);
    }

    boolean concerns(Set<Role> roles) {
        return needs.grantedTo(roles) && leavesOut.stream().noneMatch(left -> left.grantedTo(roles));
    }

    private boolean isPutOff(CompanyState state) {
        var matter = matter();
        return matter != null && state.onward().putOff(matter);
    }

    /// The matter that may be left for later; null for a step that may not.
    @Nullable
    Matter matter() {
        return switch (this) {
            case DECLARE_ONE, DECLARE_TWO, DECLARE_ELSEWHERE -> Matter.DECLARATION;
            case PUBLISH_POLICY -> Matter.PUBLICATION;
            case LIST_ASSETS, ANALYSE, TREAT -> Matter.ANALYSIS;
            case OWN_LATE, MORE_LATE, ANSWER_MINE, READ_PAPERS, BEGIN_ARTICLES, CLOSE_ROUND, GATHER_ANSWERS -> null;
            case BEGIN_ROUND, DECIDE, LOOK_AT_LATE, NEXT_ROUND, APPROVE_POLICY, ANSWER_DESK -> null;
            case GO_ON_WITH_ARTICLES, CHOOSE_WORRIES, COMPLETE_FACTS, WRITE_POLICY, HAND_OUT_HANDBOOK -> null;
            case WRITE_HANDBOOK, WRITE_REGULATIONS, OWN_WORK, LOOK_AT_RESULT, CALM_WITH_OWNERS_PAGE, CALM -> null;
        };
    }

    /// About how long it takes (独自の目安).
    int minutes() {
        return minutes;
    }

    /// The word in `messages/home`: `home.next.<word>`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the day is free: nothing has to be done.
    boolean calm() {
        return this == CALM || this == CALM_WITH_OWNERS_PAGE;
    }

    /// How many things it is about, for its sentence.
    int count(CompanyState state) {
        var open = state.open();
        var latest = state.latest();
        return switch (this) {
            case OWN_LATE -> state.work().mineLate();
            case MORE_LATE -> state.work().moreLate();
            case ANSWER_MINE -> open == null ? 0 : open.mine();
            case GATHER_ANSWERS -> open == null ? 0 : open.total() - open.answered();
            case DECIDE -> latest == null ? 0 : latest.weak();
            case LOOK_AT_LATE -> state.work().late();
            case GO_ON_WITH_ARTICLES -> state.articles().missing();
            case COMPLETE_FACTS -> state.missingFacts();
            case OWN_WORK -> state.work().mine();
            case READ_PAPERS -> state.work().toRead();
            case APPROVE_POLICY, WRITE_POLICY, PUBLISH_POLICY, WRITE_HANDBOOK, HAND_OUT_HANDBOOK, WRITE_REGULATIONS ->
                0;
            case ANSWER_DESK, DECLARE_ONE, DECLARE_TWO, DECLARE_ELSEWHERE -> 0;
            case LIST_ASSETS, ANALYSE, TREAT -> 0;
            case BEGIN_ARTICLES,
                    CLOSE_ROUND,
                    BEGIN_ROUND,
                    NEXT_ROUND,
                    CHOOSE_WORRIES,
                    LOOK_AT_RESULT,
                    CALM_WITH_OWNERS_PAGE,
                    CALM -> 0;
        };
    }

    /// Where its one button leads.
    String path(CompanyState state) {
        var open = state.open();
        var latest = state.latest();
        return switch (this) {
            case OWN_LATE, LOOK_AT_LATE, OWN_WORK -> "/controls";
            case MORE_LATE -> "/controls?tab=mine#more";
            case ANSWER_MINE -> open == null ? "/assessments" : "/assessments/" + open.id();
            case BEGIN_ARTICLES, GO_ON_WITH_ARTICLES, CALM -> "/articles";
            case CLOSE_ROUND -> open == null ? "/assessments" : "/assessments/" + open.id() + "/decide";
            case GATHER_ANSWERS -> open == null ? "/assessments" : "/assessments/" + open.id() + "/respondents";
            case BEGIN_ROUND, NEXT_ROUND -> "/assessments";
            case DECIDE -> latest == null ? "/assessments" : "/controls/decide/" + latest.id();
            case LOOK_AT_RESULT -> latest == null ? "/assessments" : "/results/" + latest.id();
            case APPROVE_POLICY -> "/documents/basic-policy/approval";
            case WRITE_POLICY -> "/documents/basic-policy";
            case PUBLISH_POLICY -> "/publication";
            case ANSWER_DESK, DECLARE_ONE, DECLARE_TWO, DECLARE_ELSEWHERE -> "/declaration";
            case READ_PAPERS -> "/handouts";
            case HAND_OUT_HANDBOOK -> "/handouts/handbook";
            case WRITE_HANDBOOK -> "/documents/handbook";
            case WRITE_REGULATIONS -> "/documents";
            case LIST_ASSETS -> "/assets";
            case ANALYSE -> "/risks";
            case TREAT -> "/risks/treatments";
            case CHOOSE_WORRIES -> "/owner#worries";
            case COMPLETE_FACTS -> "/company";
            case CALM_WITH_OWNERS_PAGE -> "/owner";
        };
    }
}
