package org.hoshimori.respondent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hoshimori.assessment.Decision;
import org.hoshimori.assessment.Decisions;
import org.hoshimori.assessment.Proposal;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.Round;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The table in which the responsible person decides the company's answers: questions × respondents.
///
/// @param leads whether the reader may decide: not in a closed round
/// @param rows in official order
record DecidePage(
        Round round,
        SelfDiagnosis diagnosis,
        List<Respondent> respondents,
        List<Row> rows,
        boolean leads,
        Problems problems) {

    /// Stands for "such a thing does not exist here" among the answers that can be chosen.
    static final String NOT_APPLICABLE = "not-applicable";

    private static final int LONGEST_REASON = 2_000;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /// One question.
    ///
    /// @param given by respondent
    /// @param proposal null while nobody has answered
    /// @param decision null while nothing is decided
    /// @param chosen what stands in the select: typed, decided, or empty
    /// @param reason what stands in the text field
    record Row(
            SelfDiagnosis.Question question,
            Map<RespondentId, RecordedAnswer> given,
            @Nullable Proposal proposal,
            @Nullable Decision decision,
            String chosen,
            String reason) {

        @Nullable
        RecordedAnswer said(Respondent respondent) {
            return given.get(respondent.id());
        }

        /// Neither answered by anybody nor decided: no total without it.
        boolean missing() {
            return proposal == null && decision == null;
        }

        /// Answered, but nobody knows.
        boolean unknown() {
            return decision == null && proposal != null && proposal.answer().points() < 0;
        }

        boolean spread() {
            return proposal != null && proposal.spread();
        }
    }

    /// @param typed what a refused form held, by field; empty for a page opened anew
    static List<Row> rows(
            SelfDiagnosis diagnosis,
            List<RecordedAnswer> answers,
            List<Decision> decisions,
            Map<String, String> typed) {
        var proposals = Proposal.all(diagnosis, answers);
        var given = new HashMap<String, Map<RespondentId, RecordedAnswer>>();
        for (var answer : answers) {
            given.computeIfAbsent(answer.question(), _ -> new HashMap<>()).put(answer.respondent(), answer);
        }
        var decided = new HashMap<String, Decision>();
        decisions.forEach(decision -> decided.put(decision.question(), decision));
        return diagnosis.questions().stream()
                .map(question -> {
                    var decision = decided.get(question.id());
                    var chosen = decision == null ? "" : decision.notApplicable() ? NOT_APPLICABLE : decision.answer();
                    var reason = decision == null || decision.reason() == null ? "" : decision.reason();
                    return new Row(
                            question,
                            given.getOrDefault(question.id(), Map.of()),
                            proposals.get(question.id()),
                            decision,
                            typed.getOrDefault("answer-" + question.id(), chosen),
                            typed.getOrDefault("reason-" + question.id(), reason));
                })
                .toList();
    }

    /// What a form wishes: every question with an answer chosen.
    static List<Decisions.Wish> wishes(SelfDiagnosis diagnosis, Map<String, String> typed) {
        return diagnosis.questions().stream()
                .map(SelfDiagnosis.Question::id)
                .filter(question ->
                        !typed.getOrDefault("answer-" + question, "").isBlank())
                .map(question -> {
                    var chosen = typed.getOrDefault("answer-" + question, "");
                    var isNotApplicable = chosen.equals(NOT_APPLICABLE);
                    var reason = reason(typed, question);
                    return new Decisions.Wish(
                            question,
                            isNotApplicable ? diagnosis.notApplicable().answer() : chosen,
                            isNotApplicable,
                            reason.isEmpty() ? null : reason);
                })
                .toList();
    }

    /// What a form says that cannot be taken: an answer that is not in the scale, a reason too long or with unseen
    /// characters.
    static Problems problems(SelfDiagnosis diagnosis, Map<String, String> typed) {
        var scale = diagnosis.scale().stream().map(SelfDiagnosis.Answer::id).toList();
        var found = new ArrayList<Problems.Problem>();
        for (var question : diagnosis.questions()) {
            var chosen = typed.getOrDefault("answer-" + question.id(), "");
            if (!chosen.isBlank() && !chosen.equals(NOT_APPLICABLE) && !scale.contains(chosen)) {
                found.add(new Problems.Problem("answer-" + question.id(), "web.problem.type", List.of()));
            }
            var reason = reason(typed, question.id());
            if (reason.length() > LONGEST_REASON) {
                found.add(new Problems.Problem("reason-" + question.id(), "web.problem.long", List.of()));
            }
            if (UNSEEN.matcher(reason).find()) {
                found.add(new Problems.Problem("reason-" + question.id(), "web.problem.control", List.of()));
            }
        }
        return new Problems(found);
    }

    private static String reason(Map<String, String> typed, String question) {
        return typed.getOrDefault("reason-" + question, "")
                .replace("\r\n", "\n")
                .strip();
    }

    List<Row> missing() {
        return rows.stream().filter(Row::missing).toList();
    }

    List<Row> unknown() {
        return rows.stream().filter(Row::unknown).toList();
    }

    long decided() {
        return rows.stream().filter(row -> row.decision() != null).count();
    }

    /// Whether something is proposed that is not decided yet.
    boolean proposes() {
        return rows.stream().anyMatch(row -> row.proposal() != null && row.decision() == null);
    }

    /// The word of an answer, "such a thing does not exist here" among them.
    @Nullable
    String label(@Nullable RecordedAnswer said) {
        return said == null || said.answer() == null || said.notApplicable()
                ? null
                : diagnosis.answer(said.answer()).label();
    }
}
