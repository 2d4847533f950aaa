package org.hoshimori.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.assessment.Decision;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.assessment.Score;
import org.hoshimori.content.Editions;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.web.NotFound;
import org.springframework.stereotype.Component;

/// Reading results of closed rounds.
@Component
public class Results {

    private final Rounds rounds;
    private final Editions editions;

    Results(Rounds rounds, Editions editions) {
        this.rounds = rounds;
        this.editions = editions;
    }

    /// The result of the round that was closed last; empty before the first.
    public Optional<Result> latest(OrganizationId organization, Locale locale) {
        return rounds.closed(organization, Round.SELF_DIAGNOSIS, 1).stream()
                .findFirst()
                .map(round -> of(organization, round, locale));
    }

    /// The result of a round. Errors: [NotFound] when the company has no such round, or when it is still open.
    public Result of(OrganizationId organization, RoundId round, Locale locale) {
        return of(organization, rounds.round(organization, round), locale);
    }

    Result of(OrganizationId organization, Round round, Locale locale) {
        if (!round.closed() || !round.questionnaire().equals(Round.SELF_DIAGNOSIS)) {
            throw new NotFound("result");
        }
        var edition = editions.edition(round.edition(), locale);
        List<Decision> decisions = rounds.decisions(organization, round.id());
        Score score = rounds.score(edition, decisions).orElseThrow(() -> new NotFound("result"));
        return new Result(round, edition, score, edition.selfDiagnosis().band(score.total()), decisions);
    }
}
