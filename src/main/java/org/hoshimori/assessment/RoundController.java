package org.hoshimori.assessment;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The rounds of the self-diagnosis: the list, beginning one, closing one.
@Controller
class RoundController {

    private static final int SHOWN = 20;

    private final Assessments assessments;
    private final Rounds rounds;
    private final Database database;
    private final Clock clock;

    RoundController(Assessments assessments, Rounds rounds, Database database, Clock clock) {
        this.assessments = assessments;
        this.rounds = rounds;
        this.database = database;
        this.clock = clock;
    }

    @GetMapping("/assessments")
    @Permitted(Permission.USE)
    String list(Actor actor, Model model) {
        var today = LocalDate.now(clock);
        var name = today.getYear() + "-" + String.format("%02d", today.getMonthValue());
        return list(actor, new RoundForm(name, today, ""), Problems.NONE, model);
    }

    @PostMapping("/assessments")
    @Permitted(Permission.LEAD_ROUNDS)
    String open(Actor actor, @Valid RoundForm form, BindingResult errors, Model model) {
        if (errors.hasErrors()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return list(actor, form, Problems.of(errors), model);
        }
        var round = assessments.open(
                actor,
                new Assessments.Opening(
                        Round.SELF_DIAGNOSIS,
                        Objects.requireNonNull(form.name()).strip(),
                        Objects.requireNonNull(form.startedOn()),
                        form.scope() == null || form.scope().isBlank()
                                ? null
                                : form.scope().strip(),
                        null,
                        null));
        return "redirect:/assessments/" + round.id();
    }

    @PostMapping("/assessments/{id}/close")
    @Permitted(Permission.LEAD_ROUNDS)
    String close(Actor actor, @PathVariable UUID id) {
        var round = rounds.round(actor.organization(), new RoundId(id));
        return switch (assessments.close(actor, round.id())) {
            case CloseOutcome.Closed _, CloseOutcome.AlreadyClosed _ -> "redirect:/results/" + id;
            case CloseOutcome.Incomplete(var open) -> "redirect:/assessments/" + id + "#" + open.getFirst();
        };
    }

    private String list(Actor actor, RoundForm form, Problems problems, Model model) {
        return database.transact(actor.organization(), () -> {
            var open = rounds.open(actor.organization(), Round.SELF_DIAGNOSIS);
            var answered = open.map(round -> rounds.answers(actor.organization(), round.id()).stream()
                            .filter(answer -> answer.answer() != null)
                            .map(RecordedAnswer::question)
                            .distinct()
                            .count())
                    .orElse(0L);
            var closed = rounds.closed(actor.organization(), Round.SELF_DIAGNOSIS, SHOWN);
            model.addAttribute(
                    "page",
                    new RoundsPage(
                            open.orElse(null),
                            answered.intValue(),
                            closed,
                            actor.may(Permission.LEAD_ROUNDS),
                            form,
                            problems));
            return "assessment/rounds";
        });
    }
}
