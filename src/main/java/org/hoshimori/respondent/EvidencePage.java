package org.hoshimori.respondent;

import java.util.List;
import org.hoshimori.assessment.Evidence;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.web.Problems;

/// The files of one question.
///
/// @param all the page of questions that it belongs to
record EvidencePage(QuestionsPage all, SelfDiagnosis.Question question, Problems problems) {

    List<Evidence.Piece> pieces() {
        return all.evidence(question.id());
    }
}
