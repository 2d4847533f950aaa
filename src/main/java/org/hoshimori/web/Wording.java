package org.hoshimori.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;

/// The right word beside SECURITY ACTION: a company declares it; nobody certifies it and nobody obtains it. Checked on
/// every text that people write here and that leaves the house.
public final class Wording {

    /// The programme's name, also in kana, and within the same sentence a word of certifying or obtaining. What repeats
    /// has an end, so that no text takes long.
    private static final Pattern WRONG = Pattern.compile(
            "(?:SECURITY\\s*ACTION|\\u30bb\\u30ad\\u30e5\\u30ea\\u30c6\\u30a3\\s*\\u30a2\\u30af\\u30b7\\u30e7\\u30f3)"
                    + "[^\\u3002.\\n]{0,40}?(\\u8a8d\\u5b9a|\\u53d6\\u5f97|certif\\w*|obtain\\w*)"
                    + "|(\\u8a8d\\u5b9a|\\u53d6\\u5f97|certif\\w{0,9}|obtain\\w{0,9})[^\\u3002.\\n]{0,20}?"
                    + "(?:SECURITY\\s*ACTION|\\u30bb\\u30ad\\u30e5\\u30ea\\u30c6\\u30a3\\s*\\u30a2\\u30af\\u30b7\\u30e7\\u30f3)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Where the whole text is about a declaration, such a word is wrong wherever it stands.
    private static final Pattern AROUND = Pattern.compile("認定|取得|認証|合格|公認|お墨付き|受賞|承認された|授与|"
            + "(?i)\\b(certif(y|ied|ication|icate)|accredited|awarded|approved by)\\b");

    private Wording() {}

    /// The wrong words of a text that is about a declaration, in its order, each once.
    public static List<String> ofDeclaration(String text) {
        return AROUND.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /// The wrong word as it was written, for example 認定; empty when the text is right.
    public static Optional<String> wrong(@Nullable String text) {
        var found = WRONG.matcher(Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC));
        return found.find() ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1)) : Optional.empty();
    }

    /// The problem of a field of a form; empty when its text is right.
    public static Optional<Problem> problem(String field, @Nullable String text) {
        return wrong(text).map(word -> new Problem(field, "web.problem.declaring", List.of(word)));
    }
}
