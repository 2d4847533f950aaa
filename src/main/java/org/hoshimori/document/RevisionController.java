package org.hoshimori.document;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.EditorController.Face;
import org.hoshimori.file.FileId;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Section;
import org.hoshimori.template.Template;
import org.hoshimori.template.WordLook;
import org.hoshimori.template.WordWriter;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What was approved: its page, its history, differences; as Word, PDF and Markdown.
@Controller
class RevisionController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /// @param composition null where the company brought a file
    /// @param latest the revision that is in force now, where this is another one
    record RevisionPage(
            Revision revision,
            Template template,
            @Nullable Composition composition,
            @Nullable Revision latest,
            boolean reads,
            LocalDate today) {

        String path() {
            return "/documents/" + template.id() + "/revisions/" + revision.number();
        }

        String state() {
            return latest == null
                    ? (revision.begun(today) ? "in-force" : "approved")
                    : latest.number() > revision.number() ? "superseded" : "approved";
        }
    }

    /// @param from number of a revision, 0 for the draft
    record HistoryPage(
            Face face,
            List<Revision> revisions,
            int from,
            int to,
            @Nullable WordDifference difference,
            boolean ofFiles,
            LocalDate today) {

        String state(Revision revision) {
            var current = revisions.stream().filter(one -> one.begun(today)).findFirst();
            if (!revision.begun(today)) {
                return "approved";
            }
            return current.map(one -> one.id().equals(revision.id())).orElse(false) ? "in-force" : "superseded";
        }
    }

    /// A document on its way to paper.
    ///
    /// @param revision null for a draft
    record Sheet(
            Template template,
            Composition composition,
            Company company,
            @Nullable Revision revision) {

        boolean draft() {
            return revision == null;
        }

        /// What stands in the table of contents: a basic policy and a clause are short enough without one.
        List<Section> contents() {
            return switch (template.kind()) {
                case REGULATION, HANDBOOK ->
                    composition.sections().stream()
                            .filter(section -> section.kind() != Section.Kind.PREAMBLE)
                            .toList();
                case BASIC_POLICY, CLAUSE, CHECKLIST -> List.of();
            };
        }
    }

    /// What turns documents into files.
    @Component
    record Press(TemplateEngine engine, MessageSource texts, PdfPaper pdf, WordWriter word, Files files) {}

    private final Documents documents;
    private final DraftRepository drafts;
    private final EditorController editor;
    private final Organizations organizations;
    private final Press press;
    private final Database database;

    RevisionController(
            Documents documents,
            DraftRepository drafts,
            EditorController editor,
            Organizations organizations,
            Press press,
            Database database) {
        this.documents = documents;
        this.drafts = drafts;
        this.editor = editor;
        this.organizations = organizations;
        this.press = press;
        this.database = database;
    }

    @GetMapping("/documents/{template}/revisions/{number}")
    @Permitted(Permission.USE)
    ModelAndView revision(Actor actor, @PathVariable String template, @PathVariable int number) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var revision = seen(actor, template, number);
            var now = documents.inForce(organization, template);
            return new RevisionPage(
                    revision,
                    documents.template(template),
                    revision.file() == null ? documents.composition(organization, revision.id()) : null,
                    now.filter(one -> !one.id().equals(revision.id())).orElse(null),
                    actor.may(Permission.READ),
                    documents.today());
        });
        return new ModelAndView("document/revision", "page", page);
    }

    /// Whoever may only use the product sees what is in force. Errors: [NotFound] for everything else.
    private Revision seen(Actor actor, String template, int number) {
        var organization = actor.organization();
        documents.template(template);
        var revision = documents.revisions(organization, template).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("revision"));
        var binds = documents.inForce(organization, template).map(Revision::id).filter(revision.id()::equals);
        if (!actor.may(Permission.READ) && binds.isEmpty()) {
            throw new NotFound("revision");
        }
        return revision;
    }

    @GetMapping("/documents/{template}/history")
    @Permitted(Permission.READ)
    ModelAndView history(
            Actor actor,
            @PathVariable String template,
            @RequestParam(defaultValue = "-1") int from,
            @RequestParam(defaultValue = "-1") int to) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var face = editor.face(actor, template);
            var revisions = face.sketch().work().revisions();
            var texts = texts(organization, revisions, from, to);
            var ofFiles = file(revisions, face, from) || file(revisions, face, to);
            var difference = from < 0 || to < 0 || ofFiles
                    ? null
                    : WordDifference.between(text(texts, revisions, face, from), text(texts, revisions, face, to));
            return new HistoryPage(face, revisions, from, to, difference, ofFiles, documents.today());
        });
        return new ModelAndView("document/history", "page", page);
    }

    private static Optional<Revision> numbered(List<Revision> revisions, int number) {
        return revisions.stream().filter(one -> one.number() == number).findFirst();
    }

    private static boolean file(List<Revision> revisions, Face face, int number) {
        return number == 0
                ? face.sketch().draft().file() != null
                : numbered(revisions, number).map(one -> one.file() != null).orElse(false);
    }

    private Map<RevisionId, String> texts(OrganizationId organization, List<Revision> revisions, int from, int to) {
        var wanted = revisions.stream()
                .filter(one -> one.number() == from || one.number() == to)
                .map(Revision::id)
                .toList();
        return wanted.isEmpty() ? Map.of() : documents.plainTexts(organization, wanted);
    }

    private static String text(Map<RevisionId, String> texts, List<Revision> revisions, Face face, int number) {
        return number == 0
                ? face.sketch().composition().plainText()
                : numbered(revisions, number)
                        .map(one -> texts.getOrDefault(one.id(), ""))
                        .orElseThrow(() -> new NotFound("revision"));
    }

    @GetMapping("/documents/{template}/draft/{kind}")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> draft(Actor actor, @PathVariable String template, @PathVariable String kind) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var sketch = documents.sketch(organization, template);
            var file = sketch.draft().file();
            return kind.equals("file") && file != null
                    ? stored(organization, file)
                    : print(
                            new Sheet(
                                    sketch.template(),
                                    sketch.composition(),
                                    sketch.known().company(),
                                    null),
                            kind);
        });
    }

    @GetMapping("/documents/{template}/revisions/{number}/{kind}")
    @Permitted(Permission.USE)
    ResponseEntity<byte[]> export(
            Actor actor, @PathVariable String template, @PathVariable int number, @PathVariable String kind) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var revision = seen(actor, template, number);
            var file = revision.file();
            if (file != null) {
                return stored(organization, file);
            }
            return print(
                    new Sheet(
                            documents.template(template),
                            documents.composition(organization, revision.id()),
                            organizations.company(organization),
                            revision),
                    kind);
        });
    }

    /// Always as an attachment: what a company brought is never shown as a page of ours.
    private ResponseEntity<byte[]> stored(OrganizationId organization, FileId id) {
        var file = press.files().find(organization, id).orElseThrow(() -> new NotFound("file"));
        var content = press.files().content(organization, id).orElseThrow(() -> new NotFound("file"));
        return answer(file.name(), MediaType.parseMediaType(file.mediaType()), content);
    }

    private ResponseEntity<byte[]> print(Sheet sheet, String kind) {
        var shell = new Shell(Documents.LANGUAGE, press.texts(), "", null, List.of(), "", null);
        var marked = (sheet.company().sample() ? shell.text("document.export.sample") + " " : "")
                + (sheet.draft() ? shell.text("document.export.mark") + " " : "");
        var name = marked.replace(" ", "_") + sheet.template().title();
        return switch (kind) {
            case "markdown" ->
                answer(
                        name + ".md",
                        MediaType.parseMediaType("text/markdown;charset=UTF-8"),
                        ((marked.isEmpty() ? "" : "> " + marked.strip() + "\n\n")
                                        + sheet.composition().markdown())
                                .getBytes(StandardCharsets.UTF_8));
            case "pdf" -> {
                var page = new StringOutput();
                press.engine().render("document/paper.jte", Map.of("shell", shell, "page", sheet), page);
                yield answer(
                        name + ".pdf", MediaType.APPLICATION_PDF, press.pdf().render(page.toString()));
            }
            case "word" -> answer(name + ".docx", WORD, word(sheet, marked.strip(), shell));
            default -> throw new NotFound("kind");
        };
    }

    private byte[] word(Sheet sheet, String mark, Shell shell) {
        var own = drafts.look(sheet.company().id())
                .flatMap(id -> press.files().content(sheet.company().id(), id))
                .orElse(null);
        var revision = sheet.revision();
        var foot = revision == null
                ? ""
                : shell.text("document.export.imprint", revision.number(), shell.date(revision.inForceFrom()));
        return press.word()
                .word(sheet.composition(), new WordLook(sheet.company().name(), mark, foot, own));
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] content) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
