package org.hoshimori.document;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hoshimori.database.Database;
import org.hoshimori.document.Approvals.Outcome;
import org.hoshimori.document.DocumentStanding.Face;
import org.hoshimori.file.FileOutcome;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Shells;
import org.hoshimori.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// From draft to decision: asking, taking back, reading what would be approved, approving it or sending it back; and
/// bringing an existing document instead.
@Controller
class ApprovalController {

    private static final int MOST_WORDS = 1000;
    private static final int YEARS_AHEAD = 10;

    /// What is asked for, refused or typed.
    record Asking(String from, String note, String reason, Problems problems) {
        static final Asking NOTHING = new Asking("", "", "", Problems.NONE);
    }

    /// @param fingerprint of what would be approved
    /// @param difference to the revision before; null for the first and for a file
    record ApprovalPage(
            Face face,
            Approvals.Eyes eyes,
            Actor actor,
            String fingerprint,
            LocalDate inForceFrom,
            @Nullable WordDifference difference,
            Asking typed) {

        boolean waits() {
            return face.locked();
        }

        boolean own() {
            var request = face.sketch().draft().request();
            return request != null && request.by().equals(actor.member()) && !eyes.alone();
        }

        boolean approves() {
            return waits()
                    && !own()
                    && Approvals.holds(actor.roles(), face.sketch().template());
        }

        String able() {
            var request = face.sketch().draft().request();
            return String.join(
                    "\u3001",
                    eyes.besides(request == null ? actor.member() : request.by()).stream()
                            .map(one -> one.name())
                            .toList());
        }
    }

    private final EditorController editor;
    private final Approvals approvals;
    private final Documents documents;
    private final Drafting drafting;
    private final Files files;
    private final Database database;

    ApprovalController(
            EditorController editor,
            Approvals approvals,
            Documents documents,
            Drafting drafting,
            Files files,
            Database database) {
        this.editor = editor;
        this.approvals = approvals;
        this.documents = documents;
        this.drafting = drafting;
        this.files = files;
        this.database = database;
    }

    @GetMapping("/documents/{template}/approval")
    @Permitted(Permission.READ)
    ModelAndView approval(Actor actor, @PathVariable String template) {
        return page(actor, template, Asking.NOTHING);
    }

    @PostMapping("/documents/{template}/ask")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView ask(
            Actor actor,
            @PathVariable String template,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        documents.template(template);
        var words = note.strip();
        var problem = dayProblem(from);
        if (problem == null) {
            problem = wordsProblem("note", words);
        }
        if (problem != null) {
            return page(actor, template, new Asking(from, words, "", new Problems(List.of(problem))));
        }
        var outcome = approvals.ask(actor, template, LocalDate.parse(from), words.isEmpty() ? null : words);
        return answer(actor, template, outcome, "document.toast.asked", "", request);
    }

    @PostMapping("/documents/{template}/withdraw")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView withdraw(Actor actor, @PathVariable String template, HttpServletRequest request) {
        return answer(actor, template, approvals.withdraw(actor, template), "document.toast.withdrawn", "", request);
    }

    @PostMapping("/documents/{template}/return")
    @Permitted(Permission.APPROVE_DOCUMENTS)
    ModelAndView giveBack(
            Actor actor,
            @PathVariable String template,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        documents.template(template);
        var words = reason.strip();
        var problem = words.isEmpty()
                ? new Problem("reason", "document.problem.reason", List.of())
                : wordsProblem("reason", words);
        if (problem != null) {
            return page(actor, template, new Asking("", "", words, new Problems(List.of(problem))));
        }
        return answer(
                actor, template, approvals.giveBack(actor, template, words), "document.toast.returned", "", request);
    }

    @PostMapping("/documents/{template}/approval")
    @Permitted(Permission.APPROVE_DOCUMENTS)
    ModelAndView approve(
            Actor actor,
            @PathVariable String template,
            @RequestParam(defaultValue = "") String fingerprint,
            HttpServletRequest request) {
        documents.template(template);
        var outcome = approvals.approve(actor, template, fingerprint);
        return answer(actor, template, outcome, "document.toast.approved", "/history", request);
    }

    @PostMapping("/documents/{template}/own-file")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView bring(
            Actor actor, @PathVariable String template, @RequestParam MultipartFile file, HttpServletRequest request)
            throws IOException {
        documents.template(template);
        var content = file.getBytes();
        var refusal =
                content.length == 0 || content.length > Files.MOST ? null : DocumentConfig.OwnFile.refusal(content);
        if (refusal != null) {
            return refused(actor, template, refusal);
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (files.store(actor.organization(), actor.author(), name, content)) {
            case FileOutcome.Stored(var stored) ->
                switch (drafting.bring(actor, template, stored.id(), stored.name())) {
                    case Drafting.Outcome.Done _ ->
                        answer(actor, template, new Outcome.Done(), "document.toast.file", "", request);
                    case Drafting.Outcome.Locked _, Drafting.Outcome.Overtaken _ ->
                        refused(actor, template, "document.problem.state");
                };
            case FileOutcome.TooLarge _ -> refused(actor, template, "document.problem.file.large");
            case FileOutcome.TypeNotAllowed _ -> refused(actor, template, "document.problem.file.type");
            case FileOutcome.CompanyFull _ -> refused(actor, template, "document.problem.file.full");
            case FileOutcome.Empty _ -> refused(actor, template, "document.problem.file.empty");
        };
    }

    @PostMapping("/documents/{template}/own-file/remove")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView composeAgain(Actor actor, @PathVariable String template, HttpServletRequest request) {
        documents.template(template);
        drafting.bring(actor, template, null, "");
        return answer(actor, template, new Outcome.Done(), "document.toast.file.removed", "", request);
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping({
        "/documents/{template}/ask",
        "/documents/{template}/return",
        "/documents/{template}/withdraw",
        "/documents/{template}/renew",
        "/documents/{template}/own-file"
    })
    @Permitted(Permission.READ)
    String again(@PathVariable String template) {
        return "redirect:/documents/" + documents.template(template).id();
    }

    private ModelAndView refused(Actor actor, String template, String key) {
        return page(actor, template, new Asking("", "", "", Problems.one("file", key)));
    }

    private @Nullable Problem dayProblem(String from) {
        try {
            var day = LocalDate.parse(from);
            var today = documents.today();
            if (day.isBefore(today)) {
                return new Problem("from", "document.problem.past", List.of());
            }
            return day.isAfter(today.plusYears(YEARS_AHEAD))
                    ? new Problem("from", "document.problem.far", List.of())
                    : null;
        } catch (DateTimeException e) {
            return new Problem("from", "document.problem.date", List.of());
        }
    }

    private static @Nullable Problem wordsProblem(String field, String words) {
        if (words.length() > MOST_WORDS) {
            return new Problem(field, "web.problem.long", List.of());
        }
        if (words.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            return new Problem(field, "web.problem.control", List.of());
        }
        return Wording.problem(field, words).orElse(null);
    }

    private ModelAndView answer(
            Actor actor, String template, Outcome outcome, String toast, String to, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
                yield new ModelAndView("redirect:/documents/" + template + to);
            }
            case Outcome.NotFrom _ -> refused(actor, template, "state", "document.problem.state");
            case Outcome.Changed(var sinceAsked) ->
                refused(
                        actor,
                        template,
                        "approve",
                        sinceAsked ? "document.problem.asked-changed" : "document.problem.text-changed");
            case Outcome.OwnRequest _ -> refused(actor, template, "approve", "document.problem.self");
            case Outcome.WrongRole _ -> refused(actor, template, "approve", "document.problem.role-needed");
        };
    }

    private ModelAndView refused(Actor actor, String template, String field, String key) {
        return page(actor, template, new Asking("", "", "", Problems.one(field, key)));
    }

    private ModelAndView page(Actor actor, String template, Asking typed) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var face = editor.face(actor, template);
            var sketch = face.sketch();
            var request = sketch.draft().request();
            var current = face.current();
            var before = sketch.work().current();
            var difference = current == null
                            || before == null
                            || current.file() != null
                            || sketch.draft().file() != null
                    ? null
                    : WordDifference.between(
                            before.plain(), sketch.composition().plainText());
            return new ApprovalPage(
                    face,
                    approvals.eyes(
                            organization, sketch.template(), sketch.known().people()),
                    actor,
                    approvals.fingerprint(organization, sketch),
                    request == null ? documents.today() : Documents.later(request.inForceFrom(), documents.today()),
                    difference,
                    typed);
        });
        var view = new ModelAndView("document/approval", "page", page);
        if (!typed.problems().none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
