package org.hoshimori.respondent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.assessment.Evidence;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.Database;
import org.hoshimori.file.FileOutcome;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Files that back an answer: add, take away, fetch. A fetched file is always saved, never shown by the browser.
@Controller
class EvidenceController {

    private final Answering answering;
    private final Evidence evidence;
    private final Rounds rounds;
    private final Files files;
    private final Database database;

    EvidenceController(Answering answering, Evidence evidence, Rounds rounds, Files files, Database database) {
        this.answering = answering;
        this.evidence = evidence;
        this.rounds = rounds;
        this.files = files;
        this.database = database;
    }

    @GetMapping("/respondents/{id}/evidence/{question}")
    @Permitted(Permission.ANSWER)
    String list(Actor actor, @PathVariable UUID id, @PathVariable String question, Locale locale, Model model) {
        return database.transact(actor.organization(), () -> {
            var respondent = answering.answerable(actor, id);
            var round = answering.round(actor, respondent.round().value());
            if (round.closed()) {
                return "redirect:/assessments/" + round.id();
            }
            return show(answering.page(actor, round, respondent, locale), question, Problems.NONE, model);
        });
    }

    @PostMapping("/respondents/{id}/evidence/{question}")
    @Permitted(Permission.ANSWER)
    String add(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            Model model) {
        return database.transact(actor.organization(), () -> {
            var respondent = answering.answerable(actor, id);
            var round = rounds.kept(actor.organization(), respondent.round());
            var page = answering.page(actor, round, respondent, locale);
            if (round.closed()) {
                return "redirect:/assessments/" + round.id();
            }
            page.asked(question);
            var fault = fault(evidence.attach(actor.organization(), actor.author(), sent(respondent, question, file)));
            if (fault == null) {
                return "redirect:/respondents/" + id + "/evidence/" + question;
            }
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return show(page, question, Problems.one("file", fault), model);
        });
    }

    @PostMapping("/respondents/{id}/evidence/{question}/{piece}/remove")
    @Permitted(Permission.ANSWER)
    String remove(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String question,
            @PathVariable UUID piece,
            RedirectAttributes next) {
        return database.transact(actor.organization(), () -> {
            var respondent = answering.answerable(actor, id);
            var round = rounds.kept(actor.organization(), respondent.round());
            if (round.closed()) {
                return "redirect:/assessments/" + round.id();
            }
            var found = evidence.of(actor.organization(), respondent).stream()
                    .filter(one -> one.id().equals(piece) && one.question().equals(question))
                    .findFirst();
            if (found.isEmpty() && !evidence.removedBefore(actor.organization(), piece)) {
                throw new NotFound("evidence");
            }
            found.ifPresent(one -> evidence.remove(actor.organization(), actor.author(), respondent, one));
            next.addFlashAttribute(Shells.TOAST, "respondent.evidence.removed");
            return "redirect:/respondents/" + id + "/evidence/" + question;
        });
    }

    /// The file itself, for whoever reads the company's results and for those who answer here; also of closed rounds.
    @GetMapping("/respondents/{id}/evidence/{question}/{piece}")
    @Permitted(Permission.USE)
    ResponseEntity<byte[]> fetch(
            Actor actor, @PathVariable UUID id, @PathVariable String question, @PathVariable UUID piece) {
        return database.transact(actor.organization(), () -> {
            var respondent = rounds.respondent(actor.organization(), new RespondentId(id));
            if (!actor.may(Permission.READ) && !respondent.answeredBy(actor)) {
                throw new NotFound("evidence");
            }
            var found = evidence.of(actor.organization(), respondent).stream()
                    .filter(one -> one.id().equals(piece) && one.question().equals(question))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("evidence"))
                    .file();
            var content = files.content(actor.organization(), found.id()).orElseThrow(() -> new NotFound("file"));
            return Download.attached(found.name(), MediaType.parseMediaType(found.mediaType()))
                    .body(content);
        });
    }

    private static String show(QuestionsPage page, String question, Problems problems, Model model) {
        model.addAttribute("page", new EvidencePage(page, page.asked(question), problems));
        return "respondent/evidence";
    }

    private static Evidence.Attachment sent(Respondent respondent, String question, @Nullable MultipartFile file) {
        try {
            return file == null
                    ? new Evidence.Attachment(respondent, question, "", new byte[0])
                    : new Evidence.Attachment(
                            respondent,
                            question,
                            file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                            file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String fault(FileOutcome outcome) {
        return switch (outcome) {
            case FileOutcome.Stored _ -> null;
            case FileOutcome.TooLarge _ -> "respondent.evidence.problem.large";
            case FileOutcome.TypeNotAllowed _ -> "respondent.evidence.problem.type";
            case FileOutcome.CompanyFull _ -> "respondent.evidence.problem.full";
            case FileOutcome.Empty _ -> "respondent.evidence.problem.empty";
        };
    }
}
