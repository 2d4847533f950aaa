package org.hoshimori.trial;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.assessment.Score;
import org.hoshimori.content.SelfDiagnosis;

/// What somebody without a sign-in has answered so far.
///
/// @param edition of the guideline whose questions are answered
/// @param answers id of the answer by id of the question
record Trial(String edition, Map<String, String> answers) {

    Trial {
        answers = Map.copyOf(answers);
    }

    /// No score before all 25 answers are there.
    Optional<Score> score(SelfDiagnosis diagnosis) {
        return Score.of(diagnosis, answers);
    }

    /// Of what a browser sent: the answers of the scale to questions that exist. The rest is left out, so that a row
    /// cannot grow.
    static Map<String, String> known(SelfDiagnosis diagnosis, Map<String, String> sent) {
        return sent.entrySet().stream()
                .filter(one -> diagnosis.questions().find(one.getKey()).isPresent())
                .filter(one -> diagnosis.scale().find(one.getValue()).isPresent())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
