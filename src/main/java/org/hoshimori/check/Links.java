package org.hoshimori.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.risk.RiskRules;
import org.jspecify.annotations.Nullable;

/// The links of the content between the 25 questions and the 55 items, and what one side suggests to the other. Own
/// rule (独自の目安): only where all that is linked has an answer; 実施している when all of it is done, 実施していない
/// when none has begun, else 一部. What does not apply says nothing, and when nothing is left neither does the rest.
///
/// @param questions the questions linked to each item, in official order
record Links(Map<String, List<SelfDiagnosis.Question>> questions) {

    private static final String DONE = "implemented";
    private static final String PARTLY = "partly";
    private static final String NOT = "not";

    static Links of(SelfDiagnosis diagnosis) {
        var questions = new LinkedHashMap<String, List<SelfDiagnosis.Question>>();
        for (var question : diagnosis.questions()) {
            for (var item : question.links().checkItems()) {
                questions.computeIfAbsent(item, _ -> new ArrayList<>()).add(question);
            }
        }
        return new Links(questions);
    }

    List<SelfDiagnosis.Question> of(String item) {
        return Objects.requireNonNullElse(questions.get(item), List.of());
    }

    /// Answers 1 to 3 to items by their id.
    ///
    /// @param said answers to questions by their id, 1 to 4 as an item is answered
    Map<String, Integer> forItems(Map<String, Integer> said) {
        var hints = new HashMap<String, Integer>();
        questions.forEach((item, linked) -> common(
                        linked.stream().map(one -> said.get(one.id())).toList())
                .ifPresent(answer -> hints.put(item, answer)));
        return hints;
    }

    /// Answers to questions in the words of their scale, by the id of the question.
    ///
    /// @param said answers 1 to 4 by the id of the item
    static Map<String, String> forQuestions(SelfDiagnosis diagnosis, Map<String, Integer> said) {
        var hints = new HashMap<String, String>();
        for (var question : diagnosis.questions()) {
            common(question.links().checkItems().stream().map(said::get).toList())
                    .ifPresent(answer -> hints.put(question.id(), word(answer)));
        }
        return hints;
    }

    /// The figure of an item for an answer to a question. わからない counts as not done, as it does for items.
    static int figure(String answer, boolean notApplicable) {
        if (notApplicable) {
            return RiskRules.NOT_APPLICABLE;
        }
        return switch (answer) {
            case DONE -> RiskRules.DONE;
            case PARTLY -> RiskRules.DONE + 1;
            default -> RiskRules.NOT_DONE;
        };
    }

    private static String word(int figure) {
        return figure == RiskRules.DONE ? DONE : figure == RiskRules.NOT_DONE ? NOT : PARTLY;
    }

    static Optional<Integer> common(List<@Nullable Integer> answers) {
        var applying = new ArrayList<Integer>();
        for (var answer : answers) {
            if (answer == null) {
                return Optional.empty();
            }
            if (answer != RiskRules.NOT_APPLICABLE) {
                applying.add(answer);
            }
        }
        if (applying.isEmpty()) {
            return Optional.empty();
        }
        var first = applying.getFirst();
        return Optional.of(applying.stream().allMatch(first::equals) ? first : Integer.valueOf(RiskRules.DONE + 1));
    }
}
