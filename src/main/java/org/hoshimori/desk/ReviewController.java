package org.hoshimori.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.content.Edition;
import org.hoshimori.database.Database;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Application.Event;
import org.hoshimori.desk.Application.LookAfter;
import org.hoshimori.desk.Decisions.Outcome;
import org.hoshimori.desk.DeclarationRepository.Alike;
import org.hoshimori.desk.DeskController.Post;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.mail.Outbox;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.Programme;
import org.hoshimori.programme.Programme.Settings.Outbound;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.programme.StaffPermission;
import org.hoshimori.programme.Staffed;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shell;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// One application beside its checks and its history, and what a clerk decides about it.
@Controller
@Staffed(StaffPermission.RECEIVE)
class ReviewController {

    private final ApplicationRepository applications;
    private final Decisions decisions;
    private final Beside beside;
    private final Database database;
    private final Clock clock;

    ReviewController(
            ApplicationRepository applications, Decisions decisions, Beside beside, Database database, Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.beside = beside;
        this.database = database;
        this.clock = clock;
    }

    /// What stands beside an application.
    @Component
    record Beside(
            DeclarationRepository declarations,
            Checks checks,
            ProgrammeTexts texts,
            Programme programme,
            DeskLetters letters) {}

    /// Whether this clerk has it before them.
    enum Claim {
        MINE,
        ANOTHER
    }

    /// What a clerk typed.
    record Typed(
            @Nullable String move,
            @Nullable String note,
            @Nullable String into) {

        static final Typed NOTHING = new Typed(null, null, null);

        static String shown(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    /// What has not reached the company, and whether mail leaves at all.
    record Mail(Outbox.Waiting unsent, Post post) {}

    /// The page.
    ///
    /// @param declaration what came of it; null while there is none
    /// @param mail null where nothing is sent to the company
    /// @param alike declarations and applications that look like the same company's
    record Page(
            Application application,
            List<Event> events,
            @Nullable AcceptedDeclaration declaration,
            List<Alike> alike,
            List<Text> blocks,
            Edition edition,
            Outbound outbound,
            @Nullable Mail mail,
            Claim claim,
            Clerk clerk,
            Typed typed,
            Problems problems) {

        List<String> checks() {
            return Checks.ALL;
        }

        boolean doubted(String check) {
            return application.doubts().contains(check);
        }

        /// What the machine does not look at is no star.
        boolean unseen(String check) {
            return check.equals("policy-address")
                    && (outbound == Outbound.OFF
                            || application.snapshot().get("policyUrl").isEmpty());
        }

        boolean waits() {
            return application.stage() == Stage.WAITING && claim == Claim.MINE;
        }

        boolean looksAfter() {
            return application.course().lookAfter() == LookAfter.YES;
        }

        boolean decides() {
            return clerk.may(StaffPermission.DECIDE);
        }

        boolean undoes() {
            return decides() && Life.after(application.stage(), Move.UNDO) instanceof Life.Step.To;
        }

        /// The declaration stands on this application, and this clerk may stop it.
        boolean stops() {
            return decides()
                    && declaration != null
                    && declaration.current()
                    && declaration.application().equals(application.id());
        }

        String words(String field, Shell shell) {
            return application.snapshot().words(field, edition, shell);
        }

        /// What was handed in before it was returned.
        String before(String field, Shell shell) {
            var before = Objects.requireNonNull(application.earlier()).words(field, edition, shell);
            return shell.text("desk.before", before.isEmpty() ? shell.text("desk.before.none") : before);
        }
    }

    @GetMapping("/desk/applications/{id}")
    ModelAndView application(Clerk clerk, @PathVariable UUID id, Locale locale) {
        return page(clerk, id, Typed.NOTHING, Problems.NONE, locale);
    }

    /// Opening a waiting one takes it, so that no two clerks work on the same.
    private ModelAndView page(Clerk clerk, UUID id, Typed typed, Problems problems, Locale locale) {
        return database.across(_ -> {
            beside.checks().again(id);
            var application = applications.find(id).orElseThrow(() -> new NotFound("application"));
            var claim = application.stage() == Stage.WAITING && !claim(clerk, id) ? Claim.ANOTHER : Claim.MINE;
            var view = new ModelAndView(
                    "desk/review",
                    "page",
                    new Page(
                            application,
                            applications.events(id),
                            beside.declarations()
                                    .find(Objects.toString(application.number(), ""))
                                    .orElse(null),
                            beside.declarations().alike(application),
                            beside.texts().all(Kind.BLOCK),
                            beside.programme().edition(locale),
                            beside.programme().settings().outbound(),
                            mail(application),
                            claim,
                            clerk,
                            typed,
                            problems));
            if (!problems.none()) {
                view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return view;
        });
    }

    private @Nullable Mail mail(Application application) {
        var post = beside.letters().leave() ? Post.LEAVES : Post.WAITS;
        return beside.letters()
                .unsent(application)
                .map(unsent -> new Mail(unsent, post))
                .orElse(null);
    }

    private boolean claim(Clerk clerk, UUID id) {
        return applications.claim(id, clerk.id(), OffsetDateTime.now(clock), DeskController.LEASE);
    }

    @PostMapping("/desk/applications/{id}")
    ModelAndView decide(Clerk clerk, @PathVariable UUID id, Typed typed, Locale locale, HttpServletRequest request) {
        var move = Typed.shown(typed.move());
        if (!List.of("accept", "return", "refuse", "merge").contains(move)) {
            throw new NotFound("move");
        }
        var needed = move.equals("refuse") || move.equals("merge") ? StaffPermission.DECIDE : StaffPermission.RECEIVE;
        if (!clerk.may(needed)) {
            throw new AccessDeniedException(needed.name());
        }
        var note = Typed.shown(typed.note());
        if (note.length() > 4000 || note.matches("(?s).*[\\p{Cntrl}&&[^\\r\\n\\t]].*")) {
            return page(clerk, id, typed, Problems.one("note", "web.problem.long"), locale);
        }
        var outcome = database.across(_ -> claim(clerk, id)
                ? decisions.decide(
                        id,
                        new Decision(
                                Move.of(move),
                                clerk.name(),
                                note,
                                move.equals("merge") ? AcceptedDeclaration.number(Typed.shown(typed.into())) : ""))
                : new Outcome.NotFromThere(Stage.WAITING));
        return switch (outcome) {
            case Outcome.Done _ -> afterwards(clerk, id, "desk.toast." + move, request);
            case Outcome.NotFromThere _ -> page(clerk, id, typed, Problems.one("note", "desk.problem.stage"), locale);
            case Outcome.NoteMissing _ -> page(clerk, id, typed, Problems.one("note", "desk.problem.note"), locale);
            case Outcome.OneStands _ -> page(clerk, id, typed, Problems.one("note", "desk.problem.stands"), locale);
            case Outcome.NoSuchNumber _ -> page(clerk, id, typed, Problems.one("into", "desk.problem.into"), locale);
        };
    }

    /// On to the next one, so that the desk empties without going back to the list.
    private ModelAndView afterwards(Clerk clerk, UUID id, String toast, HttpServletRequest request) {
        var flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put(Shells.TOAST, toast);
        flash.put("undo", id);
        return applications
                .claimNext(clerk.id(), id, OffsetDateTime.now(clock), DeskController.LEASE)
                .map(next -> new ModelAndView("redirect:/desk/applications/" + next))
                .orElseGet(() -> new ModelAndView("redirect:/desk"));
    }

    @PostMapping("/desk/applications/{id}/later")
    String later(Clerk clerk, @PathVariable UUID id) {
        applications.release(id, clerk.id());
        return "redirect:/desk";
    }

    @PostMapping("/desk/applications/{id}/undo")
    @Staffed(StaffPermission.DECIDE)
    ModelAndView undo(Clerk clerk, @PathVariable UUID id, Locale locale, HttpServletRequest request) {
        return switch (decisions.decide(id, Decision.of(Move.UNDO, clerk.name()))) {
            case Outcome.Done _ -> {
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "desk.toast.undone");
                yield new ModelAndView("redirect:/desk/applications/" + id);
            }
            case Outcome.OneStands _ ->
                page(clerk, id, Typed.NOTHING, Problems.one("note", "desk.problem.stands"), locale);
            case Outcome.NotFromThere _, Outcome.NoteMissing _, Outcome.NoSuchNumber _ ->
                page(clerk, id, Typed.NOTHING, Problems.one("note", "desk.problem.undo"), locale);
        };
    }

    @PostMapping("/desk/applications/{id}/looked-at")
    String lookedAt(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        decisions.lookedAt(id, clerk.name());
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "desk.toast.looked-at");
        return "redirect:/desk?heap=after";
    }

    /// A refused form leaves its address in the browser.
    @GetMapping({"/desk/applications/{id}/undo", "/desk/applications/{id}/later", "/desk/applications/{id}/looked-at"})
    String again(@PathVariable UUID id) {
        return "redirect:/desk/applications/" + id;
    }
}
