package org.hoshimori.result;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Score;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.CandidateControl;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.organization.Company;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;

/// The result of one round as it is shown.
///
/// @param earlier the round to compare with; null for the first one
/// @param others all other closed rounds, newest first
/// @param peers null while there are too few other companies
/// @param decides whether the reader may decide controls
record ResultPage(
        Result result,
        Company company,
        List<Respondent> respondents,
        @Nullable Result earlier,
        List<Round> others,
        Trend trend,
        @Nullable Peers peers,
        boolean decides) {

    /// So many weak questions are shown with a control; the others follow as a list.
    private static final int FIRST = 4;

    private static final int NAMED = 3;

    ScaleLine line() {
        return ScaleLine.of(result, earlier == null ? null : earlier.total(), peers == null ? null : peers.total());
    }

    String signed(int points) {
        return ScaleLine.signed(points);
    }

    /// The first who answered, people with 〜さん; the page says how many more there are.
    String names(Shell shell) {
        return respondents.stream()
                .limit(NAMED)
                .map(respondent -> respondent.kind() == Respondent.Kind.MEMBER
                        ? shell.text("web.person", respondent.label())
                        : respondent.label())
                .collect(Collectors.joining(shell.text("result.separator")));
    }

    int unnamed() {
        return Math.max(0, respondents.size() - NAMED);
    }

    int change() {
        return earlier == null ? 0 : result.total() - earlier.total();
    }

    boolean otherEdition() {
        return earlier != null
                && !earlier.round().edition().equals(result.round().edition());
    }

    List<Difference> differences() {
        return earlier == null ? List.of() : Difference.between(earlier, result);
    }

    List<Difference> differences(Difference.Way way) {
        return differences().stream()
                .filter(difference -> difference.way() == way)
                .toList();
    }

    /// Width of a bar for points of a part, never below nothing.
    String width(int points, int highest) {
        return String.format(Locale.ROOT, "%.2f%%", Math.max(0, 100.0 * points / highest));
    }

    /// The same part in the earlier round, where that edition has it.
    Optional<Score.PartScore> earlier(SelfDiagnosis.Part part) {
        return earlier == null
                ? Optional.empty()
                : earlier.score().parts().stream()
                        .filter(one -> one.part().id().equals(part.id()))
                        .findFirst();
    }

    List<SelfDiagnosis.Question> first() {
        return result.weakest().stream().limit(FIRST).toList();
    }

    List<SelfDiagnosis.Question> further() {
        return result.weakest().stream().skip(FIRST).toList();
    }

    SelfDiagnosis.Answer answer(SelfDiagnosis.Question question) {
        return result.diagnosis()
                .answer(result.decision(question.id()).orElseThrow().answer());
    }

    /// The total once the first weak questions are done.
    int reachable() {
        return result.total() + first().stream().mapToInt(result::gain).sum();
    }

    /// The candidate control with the least effort that fits the company's size.
    Optional<CandidateControl> hint(SelfDiagnosis.Question question) {
        var size = company.facts().sizeClass();
        return result.edition().controlsFor(question.id()).stream()
                .filter(control -> size == null || control.fits(size))
                .min(Comparator.comparing(CandidateControl::effort).thenComparing(CandidateControl::cost));
    }

    /// Name of the industry of the companies to compare with; null for all.
    @Nullable
    String peerIndustry() {
        return peers == null || peers.industry() == null
                ? null
                : result.edition().industries().stream()
                        .filter(industry -> industry.code().equals(peers.industry()))
                        .map(Appendix.Industry::title)
                        .findFirst()
                        .orElse(peers.industry());
    }
}
