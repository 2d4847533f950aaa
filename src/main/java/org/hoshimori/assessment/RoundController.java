package org.hoshimori.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The rounds of the self-diagnosis: the list, beginning one, closing one.
@Controller
class RoundController {

    private static final int SHOWN = 20;

    private final Assessments assessments;
    private final Rounds rounds;
    private final Rounds.Finished finished;
    private final Editions editions;
    private final Database database;
    private final Clock clock;

    RoundController(
            Assessments assessments,
            Rounds rounds,
            Rounds.Finished finished,
            Editions editions,
            Database database,
            Clock clock) {
        this.assessments = assessments;
        this.rounds = rounds;
        this.finished = finished;
        this.editions = editions;
        this.database = database;
        this.clock = clock;
    }

    /// What the page that begins a round sends.
    ///
    /// @param asked `weak` for the questions worth asking again, else all of them
    record RoundForm(
            @NotBlank(message = "web.problem.required")
            @Size(max = 100, message = "web.problem.long")
            @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
            @Nullable
            String name,

            @NotNull(message = "web.problem.required") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate startedOn,

            @Size(max = 200, message = "web.problem.long")
            @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
            @Nullable
            String scope,

            @Nullable String asked) {

        /// Between a year ago, for a round that was done on paper, and a month ahead.
        boolean near(LocalDate today) {
            return startedOn != null
                    && !startedOn.isBefore(today.minusYears(1))
                    && !startedOn.isAfter(today.plusMonths(1));
        }

        boolean onlyWeak() {
            return "weak".equals(asked);
        }
    }

    /// The list of rounds, and the form that begins the next one.
    ///
    /// @param open the round being answered
    /// @param answered how many of its questions have an answer
    /// @param weak the questions of the last closed round below the best answer or with a control finished since
    /// @param finished those of them with a control finished since
    record RoundsPage(
            @Nullable Round open,
            int answered,
            int total,
            List<Round> closed,
            List<SelfDiagnosis.Question> weak,
            List<SelfDiagnosis.Question> finished,
            RoundForm form,
            Problems problems) {}

    @GetMapping("/assessments")
    @Permitted(Permission.USE)
    String list(Actor actor, Locale locale, Model model) {
        var today = LocalDate.now(clock);
        return list(actor, new RoundForm(null, today, "", null), Problems.NONE, locale, model);
    }

    @PostMapping("/assessments")
    @Permitted(Permission.LEAD_ROUNDS)
    String open(Actor actor, @Valid RoundForm form, BindingResult errors, Locale locale, Model model) {
        if (!errors.hasErrors() && !form.near(LocalDate.now(clock))) {
            errors.rejectValue("startedOn", "date", "assessment.begin.date.far");
        }
        if (errors.hasErrors()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return list(actor, form, Problems.of(errors), locale, model);
        }
        return "redirect:/assessments/"
                + database.transact(actor.organization(), () -> open(actor, form))
                        .id();
    }

    private Round open(Actor actor, RoundForm form) {
        var last = rounds.closed(actor.organization(), Round.SELF_DIAGNOSIS, 1).stream()
                .findFirst();
        var weak = last.map(round ->
                        weak(actor.organization(), round, finished(actor.organization(), round), Locale.JAPANESE))
                .orElse(List.of());
        var opening = new Assessments.Opening(
                Round.SELF_DIAGNOSIS,
                Objects.requireNonNull(form.name()).strip(),
                Objects.requireNonNull(form.startedOn()),
                form.scope() == null || form.scope().isBlank()
                        ? null
                        : form.scope().strip(),
                last.map(Round::id).orElse(null),
                form.onlyWeak() && !weak.isEmpty()
                        ? weak.stream().map(SelfDiagnosis.Question::id).toList()
                        : null);
        return assessments.open(actor, opening);
    }

    /// While a question has no answer, the page says which: the list goes along to the page of questions.
    @PostMapping("/assessments/{id}/close")
    @Permitted(Permission.LEAD_ROUNDS)
    String close(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        var round = rounds.round(actor.organization(), new RoundId(id));
        return switch (assessments.close(actor, round.id())) {
            case CloseOutcome.Closed _, CloseOutcome.AlreadyClosed _ -> "redirect:/results/" + id;
            case CloseOutcome.Incomplete(var open) -> {
                next.addFlashAttribute("incomplete", List.copyOf(open));
                yield "redirect:/assessments/" + id;
            }
        };
    }

    private String list(Actor actor, RoundForm form, Problems problems, Locale locale, Model model) {
        return database.transact(actor.organization(), () -> {
            var organization = actor.organization();
            var open = rounds.open(organization, Round.SELF_DIAGNOSIS).orElse(null);
            var answered = open == null
                    ? 0
                    : rounds.answers(organization, open.id()).stream()
                            .filter(answer -> answer.answer() != null)
                            .map(RecordedAnswer::question)
                            .distinct()
                            .count();
            var closed = rounds.closed(organization, Round.SELF_DIAGNOSIS, SHOWN);
            var isNext = open == null && !closed.isEmpty();
            var done = isNext ? finished(organization, closed.getFirst()) : Set.<String>of();
            var weak = isNext ? weak(organization, closed.getFirst(), done, locale) : List.<SelfDiagnosis.Question>of();
            var better = weak.stream().filter(one -> done.contains(one.id())).toList();
            var total = editions.standard(locale).selfDiagnosis().questions().size();
            model.addAttribute(
                    "page", new RoundsPage(open, (int) answered, total, closed, weak, better, form, problems));
            return "assessment/rounds";
        });
    }

    private Set<String> finished(OrganizationId organization, Round round) {
        return round.closedAt() == null ? Set.of() : finished.questions(organization, round.closedAt());
    }

    private List<SelfDiagnosis.Question> weak(
            OrganizationId organization, Round round, Set<String> done, Locale locale) {
        var diagnosis = editions.edition(round.edition(), locale).selfDiagnosis();
        var best = diagnosis.highestTotal() / diagnosis.questions().size();
        var decided = rounds.decisions(organization, round.id()).stream()
                .collect(Collectors.toMap(Decision::question, Function.identity()));
        return diagnosis.questions().stream()
                .filter(question -> done.contains(question.id())
                        || Optional.ofNullable(decided.get(question.id()))
                                .map(decision -> decision.points() < best)
                                .orElse(true))
                .toList();
    }
}
