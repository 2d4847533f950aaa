package org.hoshimori.assessment;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.content.Edition;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.web.NotFound;
import org.springframework.stereotype.Component;

/// Reading rounds, respondents, answers and decisions.
@Component
public class Rounds {

    /// What was finished for a question since a moment: its answer may have become better. Told by the room that
    /// knows about controls.
    @FunctionalInterface
    public interface Finished {

        /// Ids of questions.
        Set<String> questions(OrganizationId organization, OffsetDateTime since);
    }

    /// What the company has said elsewhere about the matter of a question: a candidate for its answer, shown to
    /// whoever may read the analysis. Told by the room that knows about check items.
    @FunctionalInterface
    public interface Hints {

        /// Answers of the scale by the id of the question.
        Map<String, String> of(OrganizationId organization);
    }

    private final RoundRepository rounds;
    private final AnswerRepository answers;

    Rounds(RoundRepository rounds, AnswerRepository answers) {
        this.rounds = rounds;
        this.answers = answers;
    }

    /// The round. Errors: [NotFound] when the company has no such round.
    public Round round(OrganizationId organization, RoundId round) {
        return rounds.find(organization, round).orElseThrow(() -> new NotFound("round"));
    }

    /// The round as it stays until the transaction ends: others may write into it, nobody closes it. To be asked before
    /// anything is written, the trail too. Errors: [NotFound] when the company has no such round.
    public Round kept(OrganizationId organization, RoundId round) {
        return rounds.shared(organization, round).orElseThrow(() -> new NotFound("round"));
    }

    /// The same for whoever writes and closes in one transaction: nobody else writes meanwhile.
    public Round held(OrganizationId organization, RoundId round) {
        return rounds.held(organization, round).orElseThrow(() -> new NotFound("round"));
    }

    /// The round that is being answered, if any.
    public Optional<Round> open(OrganizationId organization, String questionnaire) {
        return rounds.open(organization, questionnaire);
    }

    /// Closed rounds, the newest first.
    public List<Round> closed(OrganizationId organization, String questionnaire, int limit) {
        return rounds.closed(organization, questionnaire, limit);
    }

    public List<Respondent> respondents(OrganizationId organization, RoundId round) {
        return rounds.respondents(organization, round);
    }

    /// The respondent. Errors: [NotFound] when the company has no such respondent.
    public Respondent respondent(OrganizationId organization, RespondentId respondent) {
        return rounds.respondent(organization, respondent).orElseThrow(() -> new NotFound("respondent"));
    }

    /// Everything said in a round, by all respondents.
    public List<RecordedAnswer> answers(OrganizationId organization, RoundId round) {
        return answers.of(organization, round);
    }

    /// A respondent with the answers given so far.
    ///
    /// @param answers ids of the scale by question; questions with a comment only are not in it
    public record Said(Respondent respondent, Map<String, String> answers) {}

    /// A round with what was said in it so far; nothing where it is closed.
    ///
    /// @param points what was decided in the round that was closed last, by question; empty elsewhere
    public record Standing(Round round, List<Said> said, Map<String, Integer> points) {}

    /// Open rounds of all questionnaires with what was said in them, then closed ones, the newest first: one statement.
    ///
    /// @param decided the questionnaire whose last decisions come along
    public List<Standing> standing(OrganizationId organization, String decided, int limit) {
        return rounds.standing(organization, decided, limit);
    }

    /// What one respondent has said.
    public List<RecordedAnswer> answers(OrganizationId organization, Respondent respondent) {
        return answers.of(organization, respondent);
    }

    /// The company's decisions of a round: some while it is open, all once it is closed.
    public List<Decision> decisions(OrganizationId organization, RoundId round) {
        return answers.decisions(organization, round);
    }

    /// Points by question of the round that was closed last; empty before the first. One statement.
    public Map<String, Integer> latestPoints(OrganizationId organization, String questionnaire) {
        return answers.latestPoints(organization, questionnaire);
    }

    /// The score of a round's decisions; empty while a question has none.
    public Optional<Score> score(Edition edition, List<Decision> decisions) {
        Map<String, String> byQuestion =
                decisions.stream().collect(Collectors.toMap(Decision::question, Decision::answer));
        return Score.of(edition.selfDiagnosis(), byQuestion);
    }
}
