package org.hoshimori.result;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.assessment.Decision;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.content.SelfDiagnosis;
import org.jspecify.annotations.Nullable;

/// Why a question has its points: what everybody said, what that led to, what was decided.
///
/// @param answer the company's answer
/// @param proposed what the respondents' answers led to; null when nobody had answered
record Reason(
        SelfDiagnosis.Question question,
        Decision decision,
        SelfDiagnosis.Answer answer,
        SelfDiagnosis.@Nullable Answer proposed,
        List<Voice> voices) {

    /// What one respondent said.
    ///
    /// @param answer null when there is only a comment
    record Voice(Respondent respondent, RecordedAnswer said, SelfDiagnosis.@Nullable Answer answer) {

        /// The comment, or nothing.
        String comment() {
            return said.comment() == null ? "" : said.comment();
        }
    }

    /// Whether the company decided otherwise than proposed.
    boolean differs() {
        return proposed != null && !proposed.id().equals(answer.id());
    }

    /// One reason per question, in official order.
    static List<Reason> of(Result result, List<Respondent> respondents, List<RecordedAnswer> answers) {
        Map<RespondentId, Respondent> byId =
                respondents.stream().collect(Collectors.toMap(Respondent::id, respondent -> respondent));
        var said = answers.stream().collect(Collectors.groupingBy(RecordedAnswer::question));
        var diagnosis = result.diagnosis();
        return diagnosis.questions().stream()
                .map(question -> {
                    var decision = result.decision(question.id()).orElseThrow();
                    return new Reason(
                            question,
                            decision,
                            diagnosis.answer(decision.answer()),
                            answer(diagnosis, decision.proposed()),
                            said.getOrDefault(question.id(), List.of()).stream()
                                    .filter(one -> byId.containsKey(one.respondent()))
                                    .map(one -> voice(diagnosis, byId, one))
                                    .toList());
                })
                .toList();
    }

    private static Voice voice(
            SelfDiagnosis diagnosis, Map<RespondentId, Respondent> respondents, RecordedAnswer said) {
        var respondent = respondents.get(said.respondent());
        if (respondent == null) {
            throw new IllegalStateException("an answer without its respondent");
        }
        return new Voice(respondent, said, answer(diagnosis, said.answer()));
    }

    private static SelfDiagnosis.@Nullable Answer answer(SelfDiagnosis diagnosis, @Nullable String id) {
        return id == null ? null : diagnosis.scale().find(id).orElse(null);
    }
}
