package org.hoshimori.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Edition;
import org.hoshimori.database.OrganizationId;
import org.springframework.stereotype.Component;

/// How far a company is with the five articles, read from its one standing round.
@Component
public class Articles {

    private final Rounds rounds;

    Articles(Rounds rounds) {
        this.rounds = rounds;
    }

    /// How far the company is; nothing is said yet where it has never begun. At most two statements.
    public ArticleProgress progress(OrganizationId organization, Edition edition) {
        return ArticleProgress.of(edition.fiveArticles(), states(answers(organization)));
    }

    /// The same for whoever knows already what was said in the company's open rounds.
    public ArticleProgress progress(Edition edition, List<Rounds.Said> said) {
        var states = new HashMap<String, String>();
        said.forEach(one -> states.putAll(one.answers()));
        return ArticleProgress.of(edition.fiveArticles(), states);
    }

    /// What has been said, by id of article or example.
    Map<String, RecordedAnswer> answers(OrganizationId organization) {
        return answers(organization, rounds.open(organization, Round.FIVE_ARTICLES));
    }

    private Map<String, RecordedAnswer> answers(OrganizationId organization, Optional<Round> standing) {
        return standing.stream()
                .flatMap(round -> rounds.answers(organization, round.id()).stream())
                .collect(Collectors.toMap(RecordedAnswer::question, answer -> answer));
    }

    static Map<String, String> states(Map<String, RecordedAnswer> answers) {
        var states = new HashMap<String, String>();
        answers.forEach((item, answer) -> {
            if (answer.answer() != null) {
                states.put(item, answer.answer());
            }
        });
        return states;
    }
}
