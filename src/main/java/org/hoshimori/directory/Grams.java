package org.hoshimori.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Letters and pairs of letters by which a name is found: what PostgreSQL's own trigrams cannot do for Japanese. Marks
/// of prefecture, industry and star stand beside them, so that a word together with them is looked up in the index
/// alone.
final class Grams {

    /// One alone may be in more entries than the sample has shown.
    private static final int FEWEST = 2;

    /// So small a share is fetched and compared quicker than looked up in one more list.
    private static final double HARDLY_ANYTHING = 0.003;

    /// The share of what is not among the commonest, at most.
    private static final float RARE = 0.002f;

    private Grams() {}

    /// Every letter and every pair of neighbouring letters of the words, each once, and the marks, sorted.
    static String[] stored(List<String> words, DirectoryEntry entry) {
        var grams = new TreeSet<>(marks(entry.prefecture(), entry.industry(), entry.star()));
        for (var word : words) {
            var letters = letters(word);
            grams.addAll(letters);
            grams.addAll(pairs(letters));
        }
        return grams.toArray(String[]::new);
    }

    /// What a stored name must have so that it can contain the word: its pairs, or its only letter; and the marks. The
    /// rarest of them stand first and the others are left out as soon as those let hardly anything through: every
    /// common one is a long list to look into, and whoever searches compares the whole word in the end.
    ///
    /// @param shares of the commonest, as the share of entries that have them
    static String[] asked(String word, Search search, Map<String, Float> shares) {
        var letters = letters(word);
        var marks = marks(search.place().prefecture(), search.industry(), search.star());
        var all = Stream.concat((letters.size() < 2 ? letters : pairs(letters)).stream(), marks.stream())
                .distinct()
                .sorted(Comparator.comparing(gram -> shares.getOrDefault(gram, 0f)))
                .toList();
        var through = 1.0;
        var some = new ArrayList<String>();
        for (var gram : all) {
            if (some.size() >= FEWEST && through < HARDLY_ANYTHING) {
                break;
            }
            some.add(gram);
            through *= shares.getOrDefault(gram, RARE);
        }
        return some.toArray(String[]::new);
    }

    /// Longer than any pair of letters.
    private static List<String> marks(@Nullable String prefecture, @Nullable String industry, @Nullable Integer star) {
        return Stream.of(mark("#p", prefecture), mark("#i", industry), mark("#s", star))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> mark(String kind, @Nullable Object value) {
        return value == null ? List.of() : List.of(kind + value);
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
