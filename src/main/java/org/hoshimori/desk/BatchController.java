package org.hoshimori.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.desk.BatchRepository.Miss;
import org.hoshimori.desk.Batches.Batch;
import org.hoshimori.desk.Batches.Choice;
import org.hoshimori.desk.Batches.Preview;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.StaffPermission;
import org.hoshimori.programme.Staffed;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Deciding many at once: choose, look, start; and taking it back.
@Controller
@Staffed(StaffPermission.DECIDE)
class BatchController {

    private static final int SHOWN = 20;
    private static final int MISSED = 10;

    private final Batches batches;

    BatchController(Batches batches) {
        this.batches = batches;
    }

    /// What is typed.
    record Typed(
            @Nullable String doubt,
            @Nullable String star,
            @Nullable String move,
            @Nullable String note,
            @Nullable String seen) {

        Choice choice() {
            var asked = doubt == null ? "none" : doubt;
            var known = asked.equals("none") || asked.equals("any") || Checks.ALL.contains(asked);
            var word = move == null ? "accept" : move;
            if (!known || !List.of("accept", "return", "refuse").contains(word)) {
                throw new NotFound("choice");
            }
            return new Choice(
                    asked,
                    "1".equals(star) ? 1 : "2".equals(star) ? 2 : 0,
                    Move.of(word),
                    note == null ? "" : note.strip());
        }
    }

    /// The page.
    ///
    /// @param preview null before something was chosen
    record Page(
            Choice choice,
            @Nullable Preview preview,
            List<Batch> batches,
            List<Miss> missed,
            List<String> checks,
            Problems problems) {

        List<Miss> missed(Batch batch) {
            return missed.stream().filter(one -> one.batch().equals(batch.id())).toList();
        }
    }

    @GetMapping("/desk/batches")
    ModelAndView choose(Typed typed) {
        var choice = typed.choice();
        var preview = typed.doubt() == null ? null : batches.preview(choice, SHOWN);
        return page(choice, preview, Problems.NONE);
    }

    private ModelAndView page(Choice choice, @Nullable Preview preview, Problems problems) {
        var newest = batches.newest(SHOWN);
        var missed = batches.missed(newest, MISSED);
        var view = new ModelAndView(
                "desk/batches", "page", new Page(choice, preview, newest, missed, Checks.ALL, problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /// What was looked at is what is decided: when others are meant meanwhile, the page comes back with them.
    @PostMapping("/desk/batches")
    ModelAndView start(Clerk clerk, Typed typed, HttpServletRequest request) {
        var choice = typed.choice();
        if (choice.move() != Move.ACCEPT && choice.note().isEmpty()) {
            return page(choice, batches.preview(choice, SHOWN), Problems.one("note", "desk.problem.note"));
        }
        if (choice.note().length() > 4000) {
            return page(choice, batches.preview(choice, SHOWN), Problems.one("note", "web.problem.long"));
        }
        if (batches.start(clerk, choice, Objects.requireNonNullElse(typed.seen(), ""))
                .isEmpty()) {
            return page(choice, batches.preview(choice, SHOWN), Problems.one("note", "desk.problem.changed"));
        }
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "desk.toast.batch");
        return new ModelAndView("redirect:/desk/batches");
    }

    @PostMapping("/desk/batches/{id}/undo")
    ModelAndView undo(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        batches.undo(clerk, id);
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "desk.toast.batch-undo");
        return new ModelAndView("redirect:/desk/batches");
    }
}
