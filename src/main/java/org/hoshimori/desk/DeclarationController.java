package org.hoshimori.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.desk.Decisions.Outcome;
import org.hoshimori.directory.NameFolding;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.StaffPermission;
import org.hoshimori.programme.Staffed;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Declarations that stand: found by number or name, and stopped by staff where one must not stand.
@Controller
class DeclarationController {

    private static final int LONGEST = 2000;
    private static final int WORDS = 100;

    private final ApplicationRepository applications;
    private final DeclarationRepository declarations;
    private final Decisions decisions;
    private final Database database;

    DeclarationController(
            ApplicationRepository applications,
            DeclarationRepository declarations,
            Decisions decisions,
            Database database) {
        this.applications = applications;
        this.declarations = declarations;
        this.decisions = decisions;
        this.database = database;
    }

    /// What was searched for and what is there.
    record FindPage(String words, List<AcceptedDeclaration> found) {}

    /// One declaration that staff are about to stop.
    record StopPage(Application application, String reason, Problems problems) {}

    @GetMapping("/desk/declarations")
    @Staffed(StaffPermission.RECEIVE)
    ModelAndView find(@RequestParam(defaultValue = "") String q) {
        var typed = q.strip();
        var words = typed.length() > WORDS ? typed.substring(0, WORDS) : typed;
        var found = words.isEmpty()
                ? List.<AcceptedDeclaration>of()
                : database.across(_ -> declarations.search(AcceptedDeclaration.number(words), NameFolding.fold(words)));
        return new ModelAndView("desk/find", "page", new FindPage(words, found));
    }

    @GetMapping("/desk/applications/{id}/stop")
    @Staffed(StaffPermission.DECIDE)
    ModelAndView stop(@PathVariable UUID id) {
        return page(id, "", Problems.NONE);
    }

    @PostMapping("/desk/applications/{id}/stop")
    @Staffed(StaffPermission.DECIDE)
    ModelAndView stop(
            Clerk clerk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var words = reason.strip();
        if (words.length() > LONGEST || words.matches("(?s).*[\\p{Cntrl}&&[^\\r\\n\\t]].*")) {
            return page(id, reason, Problems.one("reason", "web.problem.long"));
        }
        return switch (decisions.stopByDesk(id, clerk.name(), words)) {
            case Outcome.Done _ -> {
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "desk.toast.stopped");
                yield new ModelAndView("redirect:/desk/applications/" + id);
            }
            case Outcome.NoteMissing _ -> page(id, reason, Problems.one("reason", "desk.problem.reason"));
            case Outcome.NotFromThere _, Outcome.NoSuchNumber _, Outcome.OneStands _ ->
                page(id, reason, Problems.one("reason", "desk.problem.standing"));
        };
    }

    private ModelAndView page(UUID id, String reason, Problems problems) {
        var application = applications.find(id).orElseThrow(() -> new NotFound("application"));
        if (application.number() == null) {
            throw new NotFound("declaration");
        }
        var view = new ModelAndView("desk/stop", "page", new StopPage(application, reason, problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
