package org.hoshimori.home;

import java.util.List;
import java.util.Locale;
import org.hoshimori.content.EffortRule;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.organization.Role;

/// How far the company is with one of the seven efforts, judged from facts (独自の目安).
enum EffortState {
    DONE,
    PARTLY,
    NOT,
    UNKNOWN;

    static EffortState of(EffortRule rule, CompanyFacts facts) {
        return switch (rule) {
            case EffortRule.PolicyDocumentInForce _ ->
                switch (facts.onward().policyDocument()) {
                    case NONE -> NOT;
                    case DRAFT, IN_REVIEW, WITH_ANOTHER, IN_FORCE -> PARTLY;
                    case PUBLIC -> DONE;
                };
            case EffortRule.RolesAndMoney _ -> rolesAndMoney(facts);
            case EffortRule.ControlsDecided _ ->
                facts.rounds().latest() == null
                        ? UNKNOWN
                        : share(facts.covered().size(), facts.weak().size());
            case EffortRule.RoundAge age -> roundAge(age, facts);
            case EffortRule.Answers(var questions) -> answers(questions, facts);
        };
    }

    /// The owner counts as person in charge only where they hold that role too, knowingly.
    private static EffortState rolesAndMoney(CompanyFacts facts) {
        var lead = facts.people().stream().anyMatch(member -> member.is(Role.SECURITY_LEAD)) ? 1 : 0;
        var money = facts.company().facts().yearlyBudgetYen() == null ? 0 : 1;
        return share(lead + money, 2);
    }

    private static EffortState roundAge(EffortRule.RoundAge age, CompanyFacts facts) {
        var latest = facts.rounds().latest();
        if (latest == null) {
            return UNKNOWN;
        }
        var closed = CompanyFacts.closedOn(latest);
        if (!facts.today().isAfter(closed.plusMonths(age.doneWithinMonths()))) {
            return DONE;
        }
        return facts.today().isAfter(closed.plusMonths(age.partlyWithinMonths())) ? NOT : PARTLY;
    }

    private static EffortState answers(List<String> questions, CompanyFacts facts) {
        var points = questions.stream()
                .map(question -> facts.rounds().points().getOrDefault(question, -1))
                .toList();
        if (points.stream().anyMatch(point -> point < 0)) {
            return UNKNOWN;
        }
        var best = facts.diagnosis().scale().stream()
                .mapToInt(SelfDiagnosis.Answer::points)
                .max()
                .orElse(0);
        if (points.stream().allMatch(point -> point == best)) {
            return DONE;
        }
        return points.stream().allMatch(point -> point == 0) ? NOT : PARTLY;
    }

    private static EffortState share(int done, int all) {
        return done >= all ? DONE : done > 0 ? PARTLY : NOT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The look of its chip; the word stands beside it.
    String mark() {
        return switch (this) {
            case DONE -> "ok";
            case PARTLY -> "info";
            case NOT, UNKNOWN -> "plain";
        };
    }

    /// What the content says about this state.
    String sentence(EffortRule.States states) {
        return switch (this) {
            case DONE -> states.done();
            case PARTLY -> states.partly();
            case NOT -> states.not();
            case UNKNOWN -> states.unknown();
        };
    }
}
