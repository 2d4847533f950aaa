package org.hoshimori.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.content.CompanyRules.QuizQuestion;
import org.hoshimori.content.Editions;
import org.hoshimori.document.RevisionId;
import org.hoshimori.handout.ThreeQuestions.Verdict;
import org.hoshimori.organization.MemberId;
import org.junit.jupiter.api.Test;

class ThreeQuestionsTest {

    private final Set<String> sections =
            QuizFixtures.QUIZ.questions().stream().map(QuizQuestion::section).collect(Collectors.toSet());
    private final RevisionId revision = RevisionId.next();
    private final MemberId member = MemberId.next();

    @Test
    void the_shipped_questions_cover_every_section_and_are_our_own() {
        var handbook = Editions.shipped().standard(Locale.JAPANESE).handbook();
        assertThat(QuizFixtures.QUIZ.questions()).hasSize(20);
        assertThat(QuizFixtures.QUIZ.own()).isTrue();
        assertThat(handbook.sections())
                .allSatisfy(section -> assertThat(sections).contains(section.id()));
        assertThat(QuizFixtures.QUIZ.questions()).allSatisfy(question -> {
            assertThat(new HashSet<>(question.choices())).hasSize(3);
            assertThat(question.right()).isBetween(1, 3);
        });
        // Not always the same place: nobody passes by pressing one button.
        assertThat(QuizFixtures.QUIZ.questions().stream().map(QuizQuestion::right))
                .contains(1, 2, 3);
    }

    @Test
    void one_person_gets_the_same_three_every_time_and_colleagues_get_others() {
        var mine = asked(member);
        assertThat(mine.asked()).hasSize(3).doesNotHaveDuplicates();
        assertThat(asked(member)).isEqualTo(mine);
        var different = new HashSet<ThreeQuestions>();
        for (var i = 0; i < 50; i++) {
            different.add(asked(MemberId.next()));
        }
        assertThat(different).hasSizeGreaterThan(25);
    }

    @Test
    void nothing_is_asked_about_what_the_company_left_out() {
        var some = ThreeQuestions.of(QuizFixtures.QUIZ, Set.of("cover", "incident-response"), member, revision);
        assertThat(some.asked())
                .extracting(QuizQuestion::section)
                .containsExactlyInAnyOrder("cover", "incident-response");
        assertThat(ThreeQuestions.of(QuizFixtures.QUIZ, Set.of(), member, revision)
                        .passed(Map.of()))
                .isTrue();
    }

    @Test
    void all_three_must_be_right() {
        var questions = asked(member);
        var given = new HashMap<String, String>();
        assertThat(questions.passed(given)).isFalse();
        questions.asked().forEach(question -> given.put(question.id(), String.valueOf(question.right())));
        assertThat(questions.passed(given)).isTrue();
        var last = questions.asked().getLast();
        given.put(last.id(), String.valueOf(last.right() % 3 + 1));
        assertThat(questions.passed(given)).isFalse();
        assertThat(questions.verdict(last, given)).isEqualTo(Verdict.WRONG);
        given.put(last.id(), "<script>");
        assertThat(questions.verdict(last, given)).isEqualTo(Verdict.WRONG);
        given.remove(last.id());
        assertThat(questions.verdict(last, given)).isEqualTo(Verdict.OPEN);
    }

    private ThreeQuestions asked(MemberId person) {
        return ThreeQuestions.of(QuizFixtures.QUIZ, sections, person, revision);
    }
}
