package org.hoshimori.control;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.content.Editions;
import org.hoshimori.control.ControlPage.Rights;
import org.hoshimori.control.ControlPage.Typed;
import org.hoshimori.control.ControlRegister.MoveOutcome;
import org.hoshimori.control.ControlRepository.Stored;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.control.Controls.Topic;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.database.Database;
import org.hoshimori.file.FileId;
import org.hoshimori.file.FileOutcome;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.trail.Subject;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Reach;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// One control: its page, and what the responsible person and those who decide do with it.
@Controller
class ControlController {

    private static final String LINK = "opinionLink";
    private static final int SHOWN = 50;

    private final Controls controls;
    private final ControlRepository repository;
    private final ControlRegister register;
    private final Opinions opinions;
    private final Aside aside;
    private final Database database;

    ControlController(
            Controls controls,
            ControlRepository repository,
            ControlRegister register,
            Opinions opinions,
            Aside aside,
            Database database) {
        this.controls = controls;
        this.repository = repository;
        this.register = register;
        this.opinions = opinions;
        this.aside = aside;
        this.database = database;
    }

    /// What the page shows beside the control.
    @Component
    record Aside(ControlNoteRepository notes, ControlRegister.Desk desk, Editions editions, Reach reach) {}

    @GetMapping("/controls/{id}")
    @Permitted(Permission.USE)
    ModelAndView control(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return page(actor, seen(actor, id), null, request);
    }

    @PostMapping("/controls/{id}")
    @Permitted(Permission.DECIDE_CONTROLS)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @Valid DecideForm form,
            BindingResult errors,
            HttpServletRequest request) {
        var stored = seen(actor, id);
        var problems = form.checkChange(
                Problems.of(errors),
                controls.names(actor.organization()),
                controls.today(),
                stored.control().due());
        if (!problems.none()) {
            return page(actor, stored, new Typed(form, "", problems), request);
        }
        var words = new Chosen(stored.control().candidate(), DecideForm.shown(form.title()), form.words());
        register.change(actor, stored.control().id(), words, form.terms());
        return back(id, "control.toast.changed", request);
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping({"/controls/{id}/state", "/controls/{id}/evidence"})
    @Permitted(Permission.USE)
    String again(@PathVariable UUID id) {
        return "redirect:/controls/" + id;
    }

    @PostMapping("/controls/{id}/state")
    @Permitted(Permission.WORK)
    ModelAndView move(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var stored = workedOn(actor, id);
        var to = State.of(state).orElseThrow(() -> new NotFound("state"));
        var why = reason.strip();
        if (why.length() > 2000 || why.matches("(?s).*[\\p{Cntrl}&&[^\\r\\n\\t]].*")) {
            return refused(
                    actor, stored, why, why.length() > 2000 ? "web.problem.long" : "web.problem.control", request);
        }
        return switch (register.move(actor, stored.control().id(), to, why)) {
            case MoveOutcome.Moved _ -> back(id, "control.toast." + to.id(), request);
            case MoveOutcome.ReasonMissing _ -> refused(actor, stored, why, "control.problem.reason", request);
            case MoveOutcome.NotFrom _ -> refused(actor, seen(actor, id), why, "control.problem.state", request);
        };
    }

    @PostMapping("/controls/{id}/evidence")
    @Permitted(Permission.WORK)
    ModelAndView attach(
            Actor actor, @PathVariable UUID id, @RequestParam MultipartFile file, HttpServletRequest request)
            throws IOException {
        var stored = workedOn(actor, id);
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (register.attach(actor, stored.control().id(), name, file.getBytes())) {
            case FileOutcome.Stored _ -> back(id, "control.toast.evidence", request);
            case FileOutcome.TooLarge _ -> refusedFile(actor, stored, "control.problem.file.large", request);
            case FileOutcome.TypeNotAllowed _ -> refusedFile(actor, stored, "control.problem.file.type", request);
            case FileOutcome.CompanyFull _ -> refusedFile(actor, stored, "control.problem.file.full", request);
            case FileOutcome.Empty _ -> refusedFile(actor, stored, "control.problem.file.empty", request);
        };
    }

    @GetMapping("/controls/{id}/evidence/{file}")
    @Permitted(Permission.USE)
    ResponseEntity<byte[]> evidence(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        var organization = actor.organization();
        var control = seen(actor, id).control();
        return database.transact(organization, () -> {
            var wanted = new FileId(file);
            var files = aside.desk().files();
            if (!aside.notes().files(organization, control.id()).contains(wanted)) {
                throw new NotFound("evidence");
            }
            var stored = files.find(organization, wanted).orElseThrow(() -> new NotFound("evidence"));
            return Download.attached(stored.name(), MediaType.parseMediaType(stored.mediaType()))
                    .body(files.content(organization, wanted).orElseThrow(() -> new NotFound("evidence")));
        });
    }

    @PostMapping("/controls/{id}/link")
    @Permitted(Permission.DECIDE_CONTROLS)
    ModelAndView link(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var token = opinions.invite(actor, seen(actor, id).control().id());
        RequestContextUtils.getOutputFlashMap(request).put(LINK, aside.reach().url("/opinion/" + token));
        return back(id, "control.toast.link", request);
    }

    /// The control, if this person may see it. Errors: [NotFound] for another company's, and for another person's where
    /// one sees only one's own.
    private Stored seen(Actor actor, UUID id) {
        return repository
                .find(actor.organization(), new ControlId(id))
                .filter(stored -> actor.may(Permission.READ) || stored.control().isFor(actor.member()))
                .orElseThrow(() -> new NotFound("control"));
    }

    /// The control, if this person may move it on.
    private Stored workedOn(Actor actor, UUID id) {
        var stored = seen(actor, id);
        if (!actor.may(Permission.DECIDE_CONTROLS) && !stored.control().isFor(actor.member())) {
            throw new AccessDeniedException("another person's control");
        }
        return stored;
    }

    private ModelAndView refused(Actor actor, Stored stored, String reason, String key, HttpServletRequest request) {
        var typed = new Typed(DecideForm.of(stored.control()), reason, Problems.one("reason", key));
        return page(actor, stored, typed, request);
    }

    private ModelAndView refusedFile(Actor actor, Stored stored, String key, HttpServletRequest request) {
        var typed = new Typed(DecideForm.of(stored.control()), "", Problems.one("file", key));
        return page(actor, stored, typed, request);
    }

    private ModelAndView page(Actor actor, Stored stored, @Nullable Typed typed, HttpServletRequest request) {
        var organization = actor.organization();
        var control = stored.control();
        var decides = actor.may(Permission.DECIDE_CONTROLS);
        var link = RequestContextUtils.getInputFlashMap(request);
        var page = database.transact(
                organization,
                () -> new ControlPage(
                        control,
                        Topic.of(aside.editions().standard(RequestContextUtils.getLocale(request)), control.question()),
                        stored.reason(),
                        controls.names(organization),
                        aside.desk().files().all(organization, aside.notes().files(organization, control.id())),
                        opinions.newest(organization, control.id(), Opinions.MOST),
                        aside.desk()
                                .trail()
                                .newest(organization, Subject.of("control", control.id()), Long.MAX_VALUE, SHOWN),
                        new Rights(decides || (actor.may(Permission.WORK) && control.isFor(actor.member())), decides),
                        controls.today(),
                        typed == null ? new Typed(DecideForm.of(control), "", Problems.NONE) : typed,
                        link == null ? null : (String) link.get(LINK)));
        var view = new ModelAndView("control/control", "page", page);
        if (typed != null) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static ModelAndView back(UUID id, String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:/controls/" + id);
    }
}
