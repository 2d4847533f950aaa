package org.hoshimori.assessment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The verbs of the responsible person who combines what respondents said: decide single questions, or take over what
/// is proposed.
@Component
public class Decisions {

    private static final int LONGEST_REASON = 2_000;

    private final Database database;
    private final RoundRepository rounds;
    private final AnswerRepository answers;
    private final Editions editions;
    private final Trail trail;
    private final Clock clock;

    Decisions(
            Database database,
            RoundRepository rounds,
            AnswerRepository answers,
            Editions editions,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.answers = answers;
        this.editions = editions;
        this.trail = trail;
        this.clock = clock;
    }

    /// What the responsible person wants to be the company's answer.
    ///
    /// @param answer id in the scale; for "such a thing does not exist here" the one that the content says
    /// @param reason up to 2,000 characters; needed where the proposal says something else or there is none
    public record Wish(
            String question,
            String answer,
            boolean notApplicable,
            @Nullable String reason) {

        boolean same(Decision there) {
            return answer.equals(there.answer())
                    && notApplicable == there.notApplicable()
                    && Objects.equals(reason, there.reason());
        }
    }

    /// What became of the responsible person's decisions.
    public sealed interface Outcome {

        /// They are in the database.
        ///
        /// @param count how many are new or changed
        record Decided(int count) implements Outcome {}

        /// Nothing was written: these decisions differ from what was proposed and say no reason.
        ///
        /// @param questions ids in the order in which they were sent
        record ReasonMissing(List<String> questions) implements Outcome {}

        /// The round was closed in the meantime; it does not change any more.
        record RoundClosed() implements Outcome {}
    }

    /// What a round has to go on with, read in one go so that nobody can close it in between.
    private record Matter(SelfDiagnosis diagnosis, List<RecordedAnswer> given, Map<String, Decision> decided) {}

    /// Writes the company's answers down: all of them, or none when one lacks its reason. What stands there already is
    /// left alone.
    public Outcome decide(Actor actor, RoundId id, List<Wish> wishes) {
        return database.transact(actor.organization(), () -> matter(actor, id)
                .map(matter -> decide(actor, id, matter, wishes))
                .orElseGet(Outcome.RoundClosed::new));
    }

    /// Decides every question that is not decided yet as its answers propose; questions without an answer stay open.
    public Outcome acceptProposals(Actor actor, RoundId id) {
        return database.transact(actor.organization(), () -> matter(actor, id)
                .map(matter -> decide(actor, id, matter, proposed(matter)))
                .orElseGet(Outcome.RoundClosed::new));
    }

    private Optional<Matter> matter(Actor actor, RoundId id) {
        var organization = actor.organization();
        var round = rounds.held(organization, id).orElseThrow(() -> new NotFound("round"));
        if (round.closed()) {
            return Optional.empty();
        }
        return Optional.of(new Matter(
                editions.edition(round.edition(), Locale.JAPANESE).selfDiagnosis(),
                answers.of(organization, id),
                answers.decisions(organization, id).stream()
                        .collect(Collectors.toMap(Decision::question, decision -> decision))));
    }

    private Outcome decide(Actor actor, RoundId id, Matter matter, List<Wish> wishes) {
        var proposals = Proposal.all(matter.diagnosis(), matter.given());
        var news = wishes.stream()
                .filter(wish -> {
                    var there = matter.decided().get(wish.question());
                    return there == null || !wish.same(there);
                })
                .toList();
        var unreasoned = news.stream()
                .filter(wish -> wish.reason() == null && !agreed(proposals.get(wish.question()), wish))
                .map(Wish::question)
                .toList();
        if (!unreasoned.isEmpty()) {
            return new Outcome.ReasonMissing(unreasoned);
        }
        write(actor, id, news, matter, proposals);
        return new Outcome.Decided(news.size());
    }

    private static boolean agreed(@Nullable Proposal proposal, Wish wish) {
        return proposal != null && proposal.agrees(wish.answer(), wish.notApplicable());
    }

    private void write(Actor actor, RoundId id, List<Wish> wishes, Matter matter, Map<String, Proposal> proposals) {
        if (wishes.isEmpty()) {
            return;
        }
        var now = OffsetDateTime.now(clock);
        var decisions = wishes.stream()
                .map(wish -> {
                    var proposal = proposals.get(wish.question());
                    return new Decision(
                            wish.question(),
                            wish.answer(),
                            wish.notApplicable(),
                            matter.diagnosis().answer(wish.answer()).points(),
                            proposal == null ? null : proposal.answer().id(),
                            wish.reason(),
                            now);
                })
                .toList();
        answers.decide(actor.organization(), id, actor.member(), decisions);
        for (var decision : decisions) {
            trail.append(
                    actor.organization(),
                    actor.author(),
                    Subject.of("answer", id + "/" + decision.question()),
                    new Change(
                            "decided",
                            decision.proposed(),
                            decision.notApplicable() ? "not-applicable" : decision.answer()));
        }
    }

    private static List<Wish> proposed(Matter matter) {
        var proposals = Proposal.all(matter.diagnosis(), matter.given());
        return matter.diagnosis().questions().stream()
                .map(SelfDiagnosis.Question::id)
                .filter(question ->
                        proposals.containsKey(question) && !matter.decided().containsKey(question))
                .map(question -> {
                    var proposal = Objects.requireNonNull(proposals.get(question));
                    return new Wish(
                            question,
                            proposal.answer().id(),
                            proposal.notApplicable(),
                            proposal.notApplicable() ? reasons(matter, question) : null);
                })
                .toList();
    }

    /// "Such a thing does not exist here" is counted with its reason noted: what the respondents wrote.
    private static @Nullable String reasons(Matter matter, String question) {
        var said = matter.given().stream()
                .filter(answer -> answer.question().equals(question) && answer.comment() != null)
                .map(RecordedAnswer::comment)
                .distinct()
                .collect(Collectors.joining("\n"));
        return said.isEmpty() ? null : said.substring(0, Math.min(said.length(), LONGEST_REASON));
    }
}
