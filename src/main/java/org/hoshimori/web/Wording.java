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

    /// What a sentence calls the declaration: there such a word is wrong. Elsewhere it may be about a licence, another
    /// standard or the kind of a kindergarten.
    private static final Pattern NAMED = Pattern.compile(
            "SECURITY[\\s_-]*ACTION|セキュリティ\\s*アクション|宣言|★|[一二]つ星|\\bdeclar|\\b(one|two)[ -]stars?\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern AROUND = Pattern.compile(
            "認定(?!こども園)|取得|獲得|認可|認証|合格|公認|お墨付き|受賞|承認された|授与|"
                    + "\\b(?:certif\\w{0,9}|obtain\\w{0,9}|accredit\\w{0,9}|awarded|approved by\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SENTENCE_ENDS = Pattern.compile("[。.!?\\n]");

    private Wording() {}

    /// The wrong words in sentences that name the declaration, in their order, each once.
    public static List<String> ofDeclaration(String text) {
        return SENTENCE_ENDS
                .splitAsStream(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .filter(NAMED.asPredicate())
                .flatMap(sentence -> AROUND.matcher(sentence).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
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
