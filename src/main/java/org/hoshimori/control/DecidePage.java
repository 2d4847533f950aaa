package org.hoshimori.control;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.content.CandidateControl;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.control.ControlRegister.Deferral;
import org.hoshimori.control.Controls.Names;
import org.hoshimori.result.Result;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The weak questions of a closed round with what can be done about each.
///
/// @param weak questions below the best answer, weakest first
/// @param unknown questions that nobody could answer
/// @param decides whether the reader may decide
/// @param opened the question that stands open; the others show their title. Empty for none
record DecidePage(
        Result result,
        List<Weakness> weak,
        List<Weakness> unknown,
        Names names,
        boolean decides,
        String opened,
        Problems problems) {

    /// One weak question.
    ///
    /// @param gain points more when it is fully done
    /// @param candidates those that fit the company's size first
    /// @param size of the company; null while it is not known
    /// @param decided what is open for this question already
    record Weakness(
            SelfDiagnosis.Question question,
            SelfDiagnosis.Answer answer,
            int gain,
            List<CandidateControl> candidates,
            @Nullable String size,
            List<DecidedControl> decided,
            @Nullable Deferral deferral,
            Typed typed) {

        String id() {
            return question.id();
        }

        boolean fits(CandidateControl candidate) {
            return size == null || candidate.fits(size);
        }

        /// What was not decided on before.
        List<CandidateControl> offered() {
            return candidates.stream()
                    .filter(candidate ->
                            decided.stream().noneMatch(one -> candidate.id().equals(one.candidate())))
                    .toList();
        }

        boolean unknown() {
            return answer.points() < 0;
        }

        boolean partly() {
            return answer.points() > 0;
        }
    }

    /// What a refused form brought, kept for its question.
    record Typed(String question, DecideForm form, DecideForm.Later later, Problems problems) {

        static final Typed NOTHING = new Typed("", DecideForm.EMPTY, DecideForm.Later.EMPTY, Problems.NONE);

        /// With the problems named as the fields on the page are: `backup-due`.
        static Typed of(String question, DecideForm form, DecideForm.Later later, Problems problems) {
            var named = problems.list().stream()
                    .map(problem ->
                            new Problems.Problem(question + "-" + problem.field(), problem.key(), problem.arguments()))
                    .toList();
            return new Typed(question, form, later, new Problems(named));
        }

        /// Nothing typed yet, for a question that was asked for.
        static Typed asked(String question) {
            return new Typed(question, DecideForm.EMPTY, DecideForm.Later.EMPTY, Problems.NONE);
        }

        boolean refused(String field) {
            return problems.at(question + "-" + field) != null;
        }
    }

    /// The company as far as it matters here.
    ///
    /// @param size null while it is not known
    record Situation(
            @Nullable String size, Names names, List<DecidedControl> open, List<Deferral> deferrals, boolean decides) {}

    static DecidePage of(Result result, Situation situation, Typed typed) {
        var diagnosis = result.edition().selfDiagnosis();
        var weak = result.score().weakest(diagnosis).stream()
                .map(question -> weakness(result, question, situation, typed))
                .toList();
        var unknown = result.score().unknown(diagnosis).stream()
                .map(question -> weakness(result, question, situation, typed))
                .toList();
        return new DecidePage(
                result,
                weak,
                unknown,
                situation.names(),
                situation.decides(),
                opened(Stream.concat(weak.stream(), unknown.stream()).toList(), typed),
                typed.problems());
    }

    /// The one that was asked for, or the first about which nothing is decided.
    private static String opened(List<Weakness> all, Typed typed) {
        return Stream.concat(
                        all.stream().filter(one -> one.id().equals(typed.question())),
                        all.stream().filter(one -> one.decided().isEmpty() && one.deferral() == null))
                .map(Weakness::id)
                .findFirst()
                .orElse("");
    }

    private static Weakness weakness(Result result, SelfDiagnosis.Question question, Situation situation, Typed typed) {
        var diagnosis = result.edition().selfDiagnosis();
        var size = situation.size();
        var best = diagnosis.highestTotal() / diagnosis.questions().size();
        var answer = diagnosis.scale().stream()
                .filter(one -> one.equals(result.score().answers().get(question.id())))
                .findFirst()
                .orElseThrow();
        return new Weakness(
                question,
                answer,
                best - answer.points(),
                result.edition().controlsFor(question.id()).stream()
                        .sorted(Comparator.comparing(candidate -> size != null && !candidate.fits(size)))
                        .toList(),
                size,
                situation.open().stream()
                        .filter(control -> control.question().equals(question.id()))
                        .toList(),
                situation.deferrals().stream()
                        .filter(deferral -> deferral.question().equals(question.id()))
                        .findFirst()
                        .orElse(null),
                typed.question().equals(question.id()) ? typed : Typed.NOTHING);
    }

    private Stream<Weakness> all() {
        return Stream.concat(weak.stream(), unknown.stream());
    }

    /// Points when everything on this page is done.
    int totalWithAll() {
        return result.score().total() + all().mapToInt(Weakness::gain).sum();
    }

    /// Points when what is decided is done.
    int totalWithDecided() {
        return result.score().total()
                + all().filter(one -> !one.decided().isEmpty())
                        .mapToInt(Weakness::gain)
                        .sum();
    }

    long decidedQuestions() {
        return all().filter(one -> !one.decided().isEmpty()).count();
    }

    /// Whether the candidates and their estimates are a rule of our own.
    boolean own() {
        return result.edition().questions().controls().own();
    }
}
