package org.hoshimori.handout;

import java.util.Locale;
import org.hoshimori.content.CompanyRules.Quiz;
import org.hoshimori.content.Editions;

/// The shipped questions on the handbook.
final class QuizFixtures {

    static final Quiz QUIZ = Editions.shipped().standard(Locale.JAPANESE).quiz();

    private QuizFixtures() {}

    /// The right choice for the name of a field, counted from 1.
    static int right(String field) {
        return QUIZ.questions().named(field.substring("question-".length())).right();
    }
}
