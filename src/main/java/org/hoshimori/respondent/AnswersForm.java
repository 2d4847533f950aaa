package org.hoshimori.respondent;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.content.SelfDiagnosis;
import org.jspecify.annotations.Nullable;

/// What the page of questions sends without script: one group of fields per question, and the button that was pressed.
///
/// @param sent per question `<id>`, `comment-<id>`, `none-<id>`, `seen-<id>`, `theirs-<id>`; and `then`
record AnswersForm(Map<String, String> sent) {

    static final AnswersForm NONE = new AnswersForm(Map.of());

    private static final int LONGEST_COMMENT = 2_000;

    /// Whether the page that was sent showed this question.
    boolean has(String question) {
        return sent.containsKey("seen-" + question);
    }

    /// Whether somebody else's answer is to stay.
    boolean takesTheirs(String question) {
        return sent.containsKey("theirs-" + question);
    }

    @Nullable
    String answer(String question) {
        var answer = sent.get(question);
        return answer == null || answer.isBlank() ? null : answer;
    }

    String comment(String question) {
        return sent.getOrDefault("comment-" + question, "");
    }

    boolean notApplicable(String question) {
        return sent.containsKey("none-" + question);
    }

    /// What the pressed button asks for: `stay`, `next`, `back`, `finish`, `close`, or `ask` and `evidence` with a
    /// question behind a colon.
    String then() {
        return sent.getOrDefault("then", "stay").split(":", 2)[0];
    }

    /// The question behind the colon; empty where there is none.
    String about() {
        var then = sent.getOrDefault("then", "stay");
        return then.contains(":") ? then.substring(then.indexOf(':') + 1).replaceAll("[^a-z-]", "") : "";
    }

    AnswerChange change(SelfDiagnosis diagnosis, String question) {
        return change(diagnosis, question, given(question), seen(question));
    }

    /// @param notApplicable "such a thing does not exist here"
    record Given(
            @Nullable String answer,
            boolean notApplicable,
            @Nullable String comment) {}

    private Given given(String question) {
        return new Given(answer(question), notApplicable(question), comment(question));
    }

    /// An answer as it is kept: "does not exist here" counts as the content says, and text has no control characters.
    static AnswerChange change(SelfDiagnosis diagnosis, String question, Given given, int seen) {
        return new AnswerChange(
                question,
                given.notApplicable() ? diagnosis.notApplicable().answer() : given.answer(),
                given.notApplicable(),
                cleaned(given.comment()),
                null,
                seen);
    }

    private int seen(String question) {
        try {
            return Integer.parseInt(sent.getOrDefault("seen-" + question, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static @Nullable String cleaned(@Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            return null;
        }
        return comment.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }

    /// Why an answer cannot be kept as it is: key of a sentence, or empty.
    static Optional<String> fault(AnswerChange change) {
        var comment = change.comment();
        if (comment != null && comment.codePointCount(0, comment.length()) > LONGEST_COMMENT) {
            return Optional.of("respondent.questions.problem.long");
        }
        return change.notApplicable() && (comment == null || comment.isBlank())
                ? Optional.of("respondent.questions.problem.reason")
                : Optional.empty();
    }
}
