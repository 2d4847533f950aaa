package org.hoshimori.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings names of companies to one form, so that the same company written in two ways is found: width and case
/// (NFKC), hiragana as katakana, kinds of company such as 株式会社 or (株) left out, spaces and dots left out.
public final class NameFolding {

    private static final Pattern KIND = Pattern.compile("(株式|有限|合同|合資|合名|相互)会社"
            + "|\\((株|有|同|資|名|財|社|医|学|福|宗|特非|一社|一財|公社|公財)\\)"
            + "|(一般|公益|特例)?(社団|財団)法人|(特定非営利活動|医療|学校|社会福祉|宗教|独立行政|国立大学)法人(社団|財団)?");

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Pd}・･.,、。'’`&＆_]+");

    private NameFolding() {}

    /// The folded name; a name that is nothing but a kind of company stays as it is.
    public static String fold(String name) {
        var wide = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var without = NOISE.matcher(
                        KIND.matcher(NOISE.matcher(wide).replaceAll("")).replaceAll(""))
                .replaceAll("");
        return katakana(without.isEmpty() ? wide.strip() : without);
    }

    private static String katakana(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
