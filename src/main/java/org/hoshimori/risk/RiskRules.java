package org.hoshimori.risk;

import java.util.List;
import java.util.Map;

/// The rules by which risks are counted, as plain arithmetic on whole numbers.
public final class RiskRules {

    /// The answer 実施している; one higher is 一部, then 実施していない／わからない.
    public static final int DONE = 1;

    /// The answer 自社に該当しない.
    public static final int NOT_APPLICABLE = 4;

    /// The answer 実施していない／わからない, which also stands for no answer.
    public static final int NOT_DONE = 3;

    private RiskRules() {}

    /// 被害発生可能性, 1 to 3: threat (1 to 3) ÷ (4 − vulnerability (1 to 3)), rounded up.
    /// Errors: `IllegalArgumentException` outside of 1 to 3.
    public static int likelihood(int threat, int vulnerability) {
        if (threat < 1 || threat > 3 || vulnerability < 1 || vulnerability > 3) {
            throw new IllegalArgumentException("threat " + threat + ", vulnerability " + vulnerability);
        }
        return Math.ceilDiv(threat, 4 - vulnerability);
    }

    /// 脆弱性 of a threat by the answers (1 to 4) to its relevant items: 1 when all are done, 3 when none is even
    /// partly, else 2; what does not apply drops out, and when nothing is left it is 2. An item without an answer
    /// counts as not done.
    public static int vulnerability(List<String> items, Map<String, Integer> answers) {
        int best = NOT_APPLICABLE;
        int worst = 0;
        for (String item : items) {
            int answer = answers.getOrDefault(item, NOT_DONE);
            if (answer != NOT_APPLICABLE) {
                best = Math.min(best, answer);
                worst = Math.max(worst, answer);
            }
        }
        if (worst == 0) {
            return 2;
        }
        return worst == DONE ? 1 : best == NOT_DONE ? 3 : 2;
    }

    /// 実施率 of a group in tenths of a percent, 0 to 1000, rounded half up; -1 (shown as –) when nothing applies.
    public static int rate(List<Integer> answers) {
        int halves = 0;
        int counted = 0;
        for (int answer : answers) {
            if (answer != NOT_APPLICABLE) {
                counted++;
                halves += NOT_DONE - answer;
            }
        }
        return counted == 0 ? -1 : (1000 * halves + counted) / (2 * counted);
    }

    /// A rate in words, such as 62.5 %; – when nothing applies.
    public static String percent(int rate) {
        return rate < 0 ? "–" : rate / 10 + "." + rate % 10 + " %";
    }
}
