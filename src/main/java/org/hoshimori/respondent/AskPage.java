package org.hoshimori.respondent;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.paper.QrCode;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// Asking a colleague without an account, and the links that are open.
///
/// @param askable the questions that the reader may pass on
/// @param mail whether the link can be sent by mail
record AskPage(
        Round round,
        SelfDiagnosis diagnosis,
        List<String> askable,
        Form form,
        Problems problems,
        List<OpenLink> links,
        boolean mail) {

    /// The questions of a part that the reader may pass on.
    List<SelfDiagnosis.Question> questionsOf(SelfDiagnosis.Part part) {
        return diagnosis.questionsOf(part).stream()
                .filter(question -> askable.contains(question.id()))
                .toList();
    }

    static final int USUAL_DAYS = 7;
    static final int MOST_DAYS = 14;

    /// Who is asked what, for how many days. The address is used once and not kept.
    record Form(
            @NotBlank(message = "web.problem.required")
            @Size(max = 100, message = "web.problem.long")
            @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
            @Nullable
            String name,

            @NotEmpty(message = "respondent.asking.problem.questions") @Nullable
            List<String> questions,

            @NotNull(message = "web.problem.required")
            @Min(value = 1, message = "respondent.asking.problem.days")
            @Max(value = MOST_DAYS, message = "respondent.asking.problem.days")
            @Nullable
            Integer days,

            @Email(message = "respondent.asking.problem.mail") @Size(max = 254, message = "web.problem.long") @Nullable
            String mail) {

        boolean asks(String question) {
            return questions != null && questions.contains(question);
        }

        String shownName() {
            return name == null ? "" : name;
        }

        String shownDays() {
            return days == null ? "" : days.toString();
        }

        String shownMail() {
            return mail == null ? "" : mail;
        }
    }

    /// A colleague's link that is still good.
    record OpenLink(Respondent colleague, OffsetDateTime until) {}

    /// The link itself, shown once.
    ///
    /// @param mailed whether it is on its way by mail
    record Shown(Round round, Respondent colleague, String url, OffsetDateTime until, boolean mailed) {

        QrCode code() {
            return QrCode.of(url);
        }
    }
}
