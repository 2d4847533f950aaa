package org.hoshimori.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Letters and pairs of letters by which a name is found: what PostgreSQL's own trigrams cannot do for Japanese.
final class Grams {

    private Grams() {}

    /// Every letter and every pair of neighbouring letters of the words, each once, sorted.
    static String[] stored(List<String> words) {
        var grams = new TreeSet<String>();
        for (var word : words) {
            var letters = letters(word);
            grams.addAll(letters);
            grams.addAll(pairs(letters));
        }
        return grams.toArray(String[]::new);
    }

    /// What a stored name must have so that it can contain the word: its pairs, or its only letter.
    static String[] asked(String word) {
        var letters = letters(word);
        return (letters.size() < 2 ? letters : pairs(letters))
                .stream().distinct().toArray(String[]::new);
    }

    private static List<String> letters(String word) {
        return word.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> pairs(List<String> letters) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i + 1 < letters.size(); i++) {
            pairs.add(letters.get(i) + letters.get(i + 1));
        }
        return pairs;
    }
}
