package org.hoshimori.result;

import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.organization.Company;
import org.jspecify.annotations.Nullable;

/// What comparing with other companies means, and whether this one takes part.
///
/// @param consent null while the company has not agreed
/// @param peers null while there are too few other companies
/// @param latest null before the first result
/// @param owner whether the reader may agree or take it back
record ComparisonPage(
        Company company,
        SelfDiagnosis diagnosis,
        @Nullable Consent consent,
        @Nullable Peers peers,
        @Nullable Result latest,
        boolean owner) {

    String signed(int points) {
        return ScaleLine.signed(points);
    }
}
