package org.hoshimori.result;

import java.util.List;
import org.hoshimori.content.SelfDiagnosis;
import org.jspecify.annotations.Nullable;

/// How the answer to one question changed since an earlier round. Questions are matched by their id: their order and
/// numbers changed between editions.
///
/// @param before the earlier answer; null where the earlier round did not ask this question
record Difference(SelfDiagnosis.Question question, SelfDiagnosis.@Nullable Answer before, SelfDiagnosis.Answer now) {

    /// Which way it went.
    enum Way {
        BETTER("better"),
        WORSE("worse"),
        SAME("same"),
        NEW("new");

        private final String id;

        Way(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    Way way() {
        if (before == null) {
            return Way.NEW;
        }
        var points = Integer.compare(now.points(), before.points());
        return points > 0 ? Way.BETTER : points < 0 ? Way.WORSE : Way.SAME;
    }

    /// One difference per question of the later result, in official order.
    static List<Difference> between(Result earlier, Result later) {
        return later.diagnosis().questions().stream()
                .map(question -> new Difference(
                        question,
                        earlier.decision(question.id())
                                .flatMap(decision -> earlier.diagnosis().scale().find(decision.answer()))
                                .orElse(null),
                        later.diagnosis()
                                .answer(later.decision(question.id())
                                        .orElseThrow()
                                        .answer())))
                .toList();
    }
}
