package org.hoshimori.respondent;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The questions asked of one respondent, answered in one go: a colleague's page, or a printed sheet being typed in.
///
/// @param asker who asks, as the colleague reads it
/// @param until when the colleague's link ends; null for a sheet
record EntryPage(
        Respondent respondent,
        SelfDiagnosis diagnosis,
        Form form,
        Problems problems,
        String asker,
        @Nullable OffsetDateTime until) {

    List<SelfDiagnosis.Question> questions() {
        return form.questions().stream().map(diagnosis::question).toList();
    }

    boolean chosen(SelfDiagnosis.Question question, SelfDiagnosis.Answer answer) {
        return answer.id().equals(form.answer(question.id()));
    }

    long open() {
        return form.questions().size() - form.answered();
    }

    /// A whole sheet of answers as one form sends it: fields `answer-…`, `none-…` and `comment-…` with a question each.
    /// Fields of questions that are not asked are not even read.
    ///
    /// @param questions ids of the questions asked, in official order
    /// @param typed what the browser sent, by field
    record Form(List<String> questions, Map<String, String> typed) {

        private static final int LONGEST_COMMENT = 2_000;
        private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

        static Form of(SelfDiagnosis diagnosis, Respondent respondent, Map<String, String> sent) {
            var asked = diagnosis.questions().stream()
                    .map(SelfDiagnosis.Question::id)
                    .filter(respondent::asks)
                    .toList();
            var fields = new HashMap<>(sent);
            asked.stream()
                    .filter(question -> fields.containsKey("none-" + question))
                    .forEach(question -> fields.put(
                            "answer-" + question, diagnosis.notApplicable().answer()));
            return new Form(asked, fields);
        }

        /// The form as it stands before anybody types: what was said earlier.
        static Form said(SelfDiagnosis diagnosis, Respondent respondent, List<RecordedAnswer> answers) {
            var fields = new HashMap<String, String>();
            for (var answer : answers) {
                if (answer.answer() != null) {
                    fields.put("answer-" + answer.question(), answer.answer());
                }
                if (answer.notApplicable()) {
                    fields.put("none-" + answer.question(), "on");
                }
                if (answer.comment() != null) {
                    fields.put("comment-" + answer.question(), answer.comment());
                }
            }
            return of(diagnosis, respondent, fields);
        }

        @Nullable
        String answer(String question) {
            var answer = typed.getOrDefault("answer-" + question, "").strip();
            return answer.isEmpty() ? null : answer;
        }

        /// Whether "such a thing does not exist here" is ticked: it counts as the content says, with its reason.
        boolean none(String question) {
            return typed.containsKey("none-" + question);
        }

        String comment(String question) {
            return typed.getOrDefault("comment-" + question, "")
                    .replace("\r\n", "\n")
                    .strip();
        }

        long answered() {
            return questions.stream()
                    .filter(question -> answer(question) != null)
                    .count();
        }

        boolean complete() {
            return answered() == questions.size();
        }

        /// What is to be saved of one question. What is left blank leaves an earlier answer alone.
        AnswerChange change(String question, @Nullable RecordedAnswer there) {
            var given = answer(question);
            var comment = comment(question).isEmpty() ? null : comment(question);
            if (there == null) {
                return new AnswerChange(question, given, none(question), comment, null, 0);
            }
            var answer = given == null ? there.answer() : given;
            var notApplicable = none(question) || given == null && there.notApplicable();
            return new AnswerChange(question, answer, notApplicable, comment, there.responsible(), there.revision());
        }

        /// Whether anything is said to a question: nothing is written for the others.
        boolean says(String question) {
            return answer(question) != null || !comment(question).isEmpty();
        }

        /// What cannot be taken as it is: an answer that the scale does not have, a comment too long or with unseen
        /// characters, a sheet without anything on it.
        Problems problems(SelfDiagnosis diagnosis) {
            var scale = diagnosis.scale().stream().map(SelfDiagnosis.Answer::id).collect(Collectors.toSet());
            var found = new ArrayList<Problems.Problem>();
            for (var question : questions) {
                var answer = answer(question);
                if (answer != null && !scale.contains(answer)) {
                    found.add(new Problems.Problem("answer-" + question, "web.problem.type", List.of()));
                }
                if (none(question) && comment(question).isEmpty()) {
                    var number = String.valueOf(diagnosis.question(question).number());
                    found.add(new Problems.Problem(
                            "comment-" + question, "respondent.questions.problem.reason", List.of(number)));
                }
                if (comment(question).length() > LONGEST_COMMENT) {
                    found.add(new Problems.Problem("comment-" + question, "web.problem.long", List.of()));
                }
                if (UNSEEN.matcher(comment(question)).find()) {
                    found.add(new Problems.Problem("comment-" + question, "web.problem.control", List.of()));
                }
            }
            if (questions.stream().noneMatch(this::says)) {
                found.add(new Problems.Problem(
                        "answer-" + questions.getFirst(), "respondent.sheet.problem.nothing", List.of()));
            }
            return new Problems(found);
        }
    }
}
