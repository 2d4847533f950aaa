package org.hoshimori.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.assessment.Proposal;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.risk.RiskAnswers;
import org.springframework.stereotype.Component;

/// What a company has said on one side, as candidates for the other. Nothing is written until somebody takes it over,
/// and nothing that has an answer is touched.
@Component
class Suggestions {

    private final Rounds rounds;
    private final RiskAnswers answers;
    private final Editions editions;
    private final Database database;

    Suggestions(Rounds rounds, RiskAnswers answers, Editions editions, Database database) {
        this.rounds = rounds;
        this.answers = answers;
        this.editions = editions;
        this.database = database;
    }

    /// Candidates 1 to 3 for the items that have no answer yet, by their id, in at most three statements.
    ///
    /// @param said what the items have for an answer
    Map<String, Integer> items(OrganizationId organization, Map<String, Integer> said) {
        var hints = links(Locale.JAPANESE).forItems(questions(organization));
        hints.keySet().removeAll(said.keySet());
        return hints;
    }

    Links links(Locale locale) {
        return Links.of(editions.standard(locale).selfDiagnosis());
    }

    /// Candidates for all questions, as answers of their scale.
    Map<String, String> questions(OrganizationId organization, Locale locale) {
        return Links.forQuestions(editions.standard(locale).selfDiagnosis(), answers.answers(organization));
    }

    /// Takes candidates over: of one item, or of all when the list is empty.
    void take(Actor actor, List<String> wanted) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            var hints = items(organization, answers.answers(organization));
            if (!wanted.isEmpty()) {
                hints.keySet().retainAll(wanted);
            }
            answers.record(actor, hints);
            return hints.size();
        });
    }

    /// What the company answered to the questions: in the open round, else in the one that was closed last.
    private Map<String, Integer> questions(OrganizationId organization) {
        var said = new HashMap<String, Integer>();
        var diagnosis = editions.standard(Locale.JAPANESE).selfDiagnosis();
        rounds.closed(organization, Round.SELF_DIAGNOSIS, 1).stream()
                .findFirst()
                .ifPresentOrElse(
                        closed -> rounds.decisions(organization, closed.id())
                                .forEach(decision -> said.put(
                                        decision.question(),
                                        Links.figure(decision.answer(), decision.notApplicable()))),
                        () -> rounds.open(organization, Round.SELF_DIAGNOSIS).ifPresent(open -> Proposal.all(
                                        diagnosis, rounds.answers(organization, open.id()))
                                .forEach((question, proposal) -> said.put(
                                        question, Links.figure(proposal.answer().id(), proposal.notApplicable())))));
        return said;
    }
}
