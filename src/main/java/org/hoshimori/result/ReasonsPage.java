package org.hoshimori.result;

import java.util.List;
import org.hoshimori.content.SelfDiagnosis;

/// Every number of a result with its reason.
record ReasonsPage(Result result, List<Reason> reasons) {

    List<Reason> of(SelfDiagnosis.Part part) {
        return reasons.stream()
                .filter(reason -> reason.question().part().equals(part.id()))
                .toList();
    }

    /// The sum of what is listed; the total of the result is nothing else.
    int sum() {
        return reasons.stream().mapToInt(reason -> reason.decision().points()).sum();
    }

    int sum(SelfDiagnosis.Part part) {
        return of(part).stream().mapToInt(reason -> reason.decision().points()).sum();
    }

    String signed(int points) {
        return ScaleLine.signed(points);
    }
}
