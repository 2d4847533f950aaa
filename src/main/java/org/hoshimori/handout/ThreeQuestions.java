package org.hoshimori.handout;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hoshimori.content.CompanyRules.Quiz;
import org.hoshimori.content.CompanyRules.QuizQuestion;
import org.hoshimori.document.RevisionId;
import org.hoshimori.organization.MemberId;

/// The questions that one person is asked before confirming: always the same three for the same person and revision,
/// others for a colleague. Nobody's answers are kept.
record ThreeQuestions(List<QuizQuestion> asked) {

    static final ThreeQuestions NONE = new ThreeQuestions(List.of());

    private static final int HOW_MANY = 3;

    /// How an answer ended; nothing chosen is no mistake.
    enum Verdict {
        OPEN,
        RIGHT,
        WRONG
    }

    ThreeQuestions {
        asked = List.copyOf(asked);
    }

    /// @param sections of the handbook as the company has it: about what it left out nothing is asked
    static ThreeQuestions of(Quiz quiz, Set<String> sections, MemberId member, RevisionId revision) {
        var questions = new ArrayList<>(quiz.questions().stream()
                .filter(question -> sections.contains(question.section()))
                .toList());
        Collections.shuffle(questions, new Random(seed(member, revision)));
        return new ThreeQuestions(questions.stream().limit(HOW_MANY).toList());
    }

    private static long seed(MemberId member, RevisionId revision) {
        return ByteBuffer.allocate(32)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .putLong(revision.value().getMostSignificantBits())
                .putLong(revision.value().getLeastSignificantBits())
                .rewind()
                .hashCode();
    }

    /// @param given number of the choice by id of the question, counted from 1
    boolean passed(Map<String, String> given) {
        return asked.stream().allMatch(question -> verdict(question, given) == Verdict.RIGHT);
    }

    Verdict verdict(QuizQuestion question, Map<String, String> given) {
        var choice = given.getOrDefault(question.id(), "");
        if (choice.isEmpty()) {
            return Verdict.OPEN;
        }
        return choice.equals(String.valueOf(question.right())) ? Verdict.RIGHT : Verdict.WRONG;
    }
}
