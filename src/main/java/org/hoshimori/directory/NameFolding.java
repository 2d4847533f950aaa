package org.hoshimori.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Brings names of companies to one form, so that the same company written in two ways is found: width and case
/// (NFKC), hiragana as katakana, old letters as today's, kinds of company such as 株式会社 or (株) left out, spaces
/// and dots left out.
public final class NameFolding {

    private static final Pattern KIND = Pattern.compile("(株式|有限|合同|合資|合名|相互)会社"
            + "|\\((株|有|同|資|名|財|社|医|学|福|宗|特非|一社|一財|公社|公財)\\)"
            + "|(一般|公益|特例)?(社団|財団)法人|(特定非営利活動|医療|学校|社会福祉|宗教|(地方)?独立行政|国立大学|公立大学|国立研究開発|NPO)法人(社団|財団)?");

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Pd}・･.,、。'’`&＆_]+");

    private static final Map<Integer, Integer> TODAYS = letters();

    private NameFolding() {}

    /// The folded name; a name that is nothing but a kind of company stays as it is.
    public static String fold(String name) {
        var wide = todays(Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
        var without = KIND.matcher(NOISE.matcher(wide).replaceAll("")).replaceAll("");
        return without.isEmpty() ? wide.strip() : without;
    }

    /// Hiragana becomes katakana, an old letter becomes today's.
    private static String todays(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter)
                .map(letter -> TODAYS.getOrDefault(letter, letter))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static Map<Integer, Integer> letters() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NameFolding.class.getResourceAsStream("/directory/letters.txt")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(
                            pair -> pair[0].codePointAt(0), pair -> pair[1].codePointAt(0)));
        } catch (IOException e) {
            throw new UncheckedIOException("directory/letters.txt cannot be read", e);
        }
    }
}
