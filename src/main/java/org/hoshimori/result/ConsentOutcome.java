package org.hoshimori.result;

/// What became of the wish to be counted in the comparison.
sealed interface ConsentOutcome {

    /// The company is counted from the next renewal on.
    record Agreed() implements ConsentOutcome {}

    /// A fictional company never counts.
    record SampleCompany() implements ConsentOutcome {}
}
