package org.hoshimori.handout;

import java.util.Map;
import org.hoshimori.content.CompanyRules.QuizQuestion;
import org.hoshimori.handout.Readings.Text;
import org.hoshimori.handout.ThreeQuestions.Verdict;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// A document on its way through the screens of a phone: what changed, one idea after the other, and at the end the
/// confirmation. Or everything at once.
///
/// @param path of the screens, without the query
/// @param confirmPath where the confirmation goes
/// @param filePath where the file is that the company brought
/// @param place number of the screen from 1, `end`, `all` or `contents`
/// @param company where the reader is not signed in; empty otherwise
/// @param mark whether the company is the sample
/// @param stance whether the reader is asked to confirm
/// @param given answers to the questions, when some were sent
record ReadingPage(
        Text text,
        Paths paths,
        String place,
        String company,
        Mark mark,
        Stance stance,
        Map<String, String> given,
        Problems problems) {

    static final String END = "end";
    static final String ALL = "all";
    static final String CONTENTS = "contents";

    record Paths(String path, String confirmPath, String filePath, String back) {}

    enum Mark {
        SAMPLE,
        REAL
    }

    /// Whether the reader is asked to confirm, only looks, or has confirmed.
    enum Stance {
        ASKED,
        LOOKS,
        CONFIRMED
    }

    /// Screens with the one of changes, without the end.
    int count() {
        return text.reading().screens().size() + (text.changes() == null ? 0 : 1);
    }

    boolean all() {
        return place.equals(ALL);
    }

    boolean contents() {
        return place.equals(CONTENTS);
    }

    /// Number of the screen, 1 to [#count] and one more for the end; what is no number is the first.
    int at() {
        if (place.equals(END) || all()) {
            return count() + 1;
        }
        try {
            return Math.clamp(Integer.parseInt(place), 1, count() + 1);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    boolean end() {
        return at() > count();
    }

    boolean changed() {
        return text.changes() != null && at() == 1 && !end();
    }

    Reading.@Nullable Screen screen() {
        var index = at() - 1 - (text.changes() == null ? 0 : 1);
        return index < 0 || end() ? null : text.reading().screens().get(index);
    }

    /// The address of a screen; one past the last is the end.
    String to(int screen) {
        return paths.path() + "?screen=" + (screen > count() ? END : String.valueOf(Math.max(1, screen)));
    }

    /// The number of the screen of a text, where that of changes may come first.
    int number(int index) {
        return index + 1 + (text.changes() == null ? 0 : 1);
    }

    boolean asks() {
        return stance == Stance.ASKED && !text.questions().asked().isEmpty();
    }

    /// How a question stands; nothing is said before something was sent.
    Verdict verdict(QuizQuestion question) {
        return given.isEmpty() ? Verdict.OPEN : text.questions().verdict(question, given);
    }

    boolean chosen(QuizQuestion question, int choice) {
        return String.valueOf(choice).equals(given.get(question.id()));
    }
}
