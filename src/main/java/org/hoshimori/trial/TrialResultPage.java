package org.hoshimori.trial;

import java.util.List;
import org.hoshimori.assessment.Score;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.content.SelfDiagnosis.Answer;
import org.hoshimori.content.SelfDiagnosis.Question;

/// The result of a trial.
///
/// @param keeping how the reader can keep it
record TrialResultPage(SelfDiagnosis diagnosis, Score score, Keeping keeping) {

    /// Who reads decides how a result can be kept.
    enum Keeping {
        /// Signed in and leading rounds: into their company.
        COMPANY,
        /// Signed in without that right: ask somebody who leads.
        ASK,
        /// Nobody is signed in and sign-up is open: start a company.
        START,
        /// Nobody is signed in and sign-up is not open: sign in first.
        SIGN_IN
    }

    SelfDiagnosis.Band band() {
        return diagnosis.band(score.total());
    }

    List<Question> weak() {
        return score.weakest(diagnosis);
    }

    List<Question> unknown() {
        return score.unknown(diagnosis);
    }

    Answer answer(Question question) {
        return score.answers().getOrDefault(question.id(), diagnosis.scale().getLast());
    }

    /// Where a number of points stands on a scale from 0, in percent; below zero stands at its beginning.
    static String percent(int points, int highest) {
        return Math.max(0, Math.round(points * 100f / highest)) + "%";
    }

    /// What a band covers of the scale from 0 to 100.
    String from(SelfDiagnosis.Band band) {
        return percent(band.from(), diagnosis.highestTotal());
    }

    String width(SelfDiagnosis.Band band) {
        return percent(band.to() - Math.max(0, band.from()), diagnosis.highestTotal());
    }
}
