package org.hoshimori.desk;

import java.util.List;
import java.util.regex.Pattern;

/// Finds words that a declaration must not use. SECURITY ACTION is declared by the company itself: nobody certifies it,
/// nobody awards it.
public final class Wording {

    private static final Pattern WRONG = Pattern.compile("認定|取得|認証|合格|公認|お墨付き|受賞|承認された|授与|"
            + "(?i)\\b(certif(y|ied|ication|icate)|accredited|awarded|approved by)\\b");

    private Wording() {}

    /// The wrong words of a text, in its order, each once.
    public static List<String> wrong(String text) {
        return WRONG.matcher(text)
                .results()
                .map(result -> result.group())
                .distinct()
                .toList();
    }
}
