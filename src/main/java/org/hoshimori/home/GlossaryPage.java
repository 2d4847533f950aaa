package org.hoshimori.home;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hoshimori.content.Appendix;

/// The words of the screens, all of them or those that a search finds.
///
/// @param query as it was typed
record GlossaryPage(Appendix.Glossary glossary, String query, List<Appendix.Term> found) {

    private static final int LONGEST = 100;

    static GlossaryPage of(Appendix.Glossary glossary, String typed) {
        var query = typed.replaceAll("\\p{Cntrl}", " ").strip();
        var kept = query.substring(0, Math.min(query.length(), LONGEST));
        var wanted = fold(kept);
        return new GlossaryPage(
                glossary,
                kept,
                glossary.terms().stream().filter(term -> holds(term, wanted)).toList());
    }

    private static boolean holds(Appendix.Term term, String wanted) {
        return Stream.of(term.term(), term.reading(), term.english(), term.definition(), easy(term))
                .anyMatch(text -> fold(text).contains(wanted));
    }

    static String easy(Appendix.Term term) {
        return term.easy() == null ? "" : term.easy();
    }

    /// Small and capital letters, full and half width, and the two kinds of kana count as the same.
    static String fold(String text) {
        var folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .chars()
                .map(letter -> letter >= '\u30A1' && letter <= '\u30F6' ? letter - ('\u30A1' - '\u3041') : letter)
                .filter(letter -> !Character.isWhitespace(letter))
                .forEach(letter -> folded.append((char) letter));
        return folded.toString();
    }
}
