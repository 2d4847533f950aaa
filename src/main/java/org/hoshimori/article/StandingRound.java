package org.hoshimori.article;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.FiveArticles;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.web.NotFound;
import org.springframework.stereotype.Component;

/// The company's one round of the five articles, which stays open. All who keep the articles share one set of answers.
@Component
class StandingRound {

    private final Database database;
    private final ArticleRepository articles;
    private final Rounds rounds;
    private final Assessments assessments;
    private final Organizations organizations;
    private final Clock clock;

    StandingRound(
            Database database,
            ArticleRepository articles,
            Rounds rounds,
            Assessments assessments,
            Organizations organizations,
            Clock clock) {
        this.database = database;
        this.articles = articles;
        this.rounds = rounds;
        this.assessments = assessments;
        this.organizations = organizations;
        this.clock = clock;
    }

    /// Saves what is said about one article or example. Errors: [NotFound] for an item or a state that does not exist.
    AnswerOutcome keep(Actor actor, FiveArticles content, AnswerChange change) {
        if (content.articles().stream().noneMatch(article -> holds(article, change.question()))
                || (change.answer() != null
                        && content.scale().find(change.answer()).isEmpty())) {
            throw new NotFound("article");
        }
        return database.transact(
                actor.organization(),
                () -> assessments.answer(actor.organization(), actor.author(), shared(actor, content), change));
    }

    /// Whether an item is this article or one of its examples.
    static boolean holds(FiveArticles.Article article, String item) {
        return article.id().equals(item) || article.examples().find(item).isPresent();
    }

    /// The shared set of answers; the first saying of all begins it.
    private RespondentId shared(Actor actor, FiveArticles content) {
        var organization = actor.organization();
        if (rounds.open(organization, Round.FIVE_ARTICLES).isEmpty()) {
            articles.alone(organization);
        }
        return rounds.open(organization, Round.FIVE_ARTICLES)
                .map(round -> rounds.respondents(organization, round.id()))
                .orElseGet(() -> List.of(begin(actor, content)))
                .getFirst()
                .id();
    }

    private Respondent begin(Actor actor, FiveArticles content) {
        var organization = actor.organization();
        var opening =
                new Assessments.Opening(Round.FIVE_ARTICLES, content.title(), LocalDate.now(clock), null, null, null);
        var round = assessments.open(actor, opening).id();
        rounds.respondents(organization, round).forEach(opener -> assessments.remove(actor, opener));
        var company = organizations.company(organization).name();
        var label = company.substring(0, Math.min(company.length(), 100));
        return assessments.add(
                actor,
                new Respondent(RespondentId.next(), round, Respondent.Kind.MEMBER, label, null, null, null, null));
    }
}
