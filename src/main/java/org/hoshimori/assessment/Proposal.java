package org.hoshimori.assessment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.content.SelfDiagnosis;

/// What several respondents' answers to one question lead to. The guideline says only: where not known, ask and
/// combine. Own rule (独自の目安): the lowest among those who know; わからない only where nobody knows.
///
/// @param answer the proposed answer; its points are the lowest of those who know
/// @param notApplicable true when every respondent who knows says that such a thing does not exist here
/// @param spread true when those who know do not agree
public record Proposal(SelfDiagnosis.Answer answer, boolean notApplicable, boolean spread) {

    /// Empty when nobody has answered.
    public static Optional<Proposal> of(SelfDiagnosis diagnosis, List<RecordedAnswer> answers) {
        var given = answers.stream().filter(answer -> answer.answer() != null).toList();
        var known = given.stream()
                .filter(answer -> points(diagnosis, answer) >= 0)
                .sorted(Comparator.comparingInt(answer -> points(diagnosis, answer)))
                .toList();
        if (known.isEmpty()) {
            return given.stream().findFirst().map(unknown -> new Proposal(answer(diagnosis, unknown), false, false));
        }
        var spread = points(diagnosis, known.getFirst()) != points(diagnosis, known.getLast());
        var nothingThere = known.stream().allMatch(RecordedAnswer::notApplicable);
        return Optional.of(new Proposal(answer(diagnosis, known.getFirst()), nothingThere, spread));
    }

    /// The proposals of all questions that anybody has answered, by question.
    public static Map<String, Proposal> all(SelfDiagnosis diagnosis, List<RecordedAnswer> answers) {
        var proposals = new HashMap<String, Proposal>();
        answers.stream()
                .collect(Collectors.groupingBy(RecordedAnswer::question))
                .forEach((question, given) ->
                        of(diagnosis, given).ifPresent(proposal -> proposals.put(question, proposal)));
        return proposals;
    }

    /// Whether a decision says what is proposed; only one that does not needs a reason of its own.
    boolean agrees(String decided, boolean decidedNotApplicable) {
        return answer.id().equals(decided) && (notApplicable || !decidedNotApplicable);
    }

    private static int points(SelfDiagnosis diagnosis, RecordedAnswer answer) {
        return answer(diagnosis, answer).points();
    }

    private static SelfDiagnosis.Answer answer(SelfDiagnosis diagnosis, RecordedAnswer answer) {
        return diagnosis.answer(answer.answer() == null ? "" : answer.answer());
    }
}
