package org.hoshimori.document;

import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.DocumentConfig.Press;
import org.hoshimori.document.DocumentStanding.Face;
import org.hoshimori.document.Revision.Sheet;
import org.hoshimori.file.FileId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Language;
import org.hoshimori.template.Template;
import org.hoshimori.template.WordLook;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What was approved: its page, its history, differences; as Word, PDF and Markdown.
@Controller
class RevisionController {

    /// @param language in which it is read
    /// @param composition null where the company brought a file
    /// @param latest the revision that is in force now, where this is another one
    record RevisionPage(
            Revision revision,
            Template template,
            List<Language> languages,
            Language language,
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
    ModelAndView revision(
            Actor actor,
            @PathVariable String template,
            @PathVariable int number,
            @RequestParam Optional<String> in,
            Locale locale) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var revision = seen(actor, template, number);
            var now = documents.inForce(organization, template);
            var languages = documents.languages(organization, revision);
            // Who reads pages in English reads the document in English, where there is one.
            var language = in.map(id -> language(id, languages))
                    .orElse(languages.contains(Language.of(locale)) ? Language.of(locale) : Language.JAPANESE);
            return new RevisionPage(
                    revision,
                    press.templates()
                            .languages(Documents.EDITION, template)
                            .getOrDefault(language, documents.template(template)),
                    languages,
                    language,
                    revision.file() == null ? documents.composition(organization, revision.id(), language) : null,
                    now.filter(one -> !one.id().equals(revision.id())).orElse(null),
                    actor.may(Permission.READ),
                    documents.today());
        });
        return new ModelAndView("document/revision", "page", page);
    }

    private static Language language(String id, List<Language> languages) {
        return Language.of(id).filter(languages::contains).orElseThrow(() -> new NotFound("language"));
    }

    /// Whoever may only use the product sees what is in force. Errors: [NotFound] for everything else.
    private Revision seen(Actor actor, String template, int number) {
        var organization = actor.organization();
        documents.template(template);
        var revision = numbered(documents.revisions(organization, template), number)
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
            var ofFiles = file(revisions, face, from) || file(revisions, face, to);
            var difference = from < 0 || to < 0 || ofFiles
                    ? null
                    : WordDifference.between(text(actor, face, from), text(actor, face, to));
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

    private String text(Actor actor, Face face, int number) {
        return number == 0
                ? face.sketch().composition().plainText()
                : numbered(face.sketch().work().revisions(), number)
                        .map(one -> documents.plainText(actor.organization(), one.id()))
                        .orElseThrow(() -> new NotFound("revision"));
    }

    @GetMapping("/documents/{template}/draft/{kind}")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> draft(
            Actor actor,
            @PathVariable String template,
            @PathVariable String kind,
            @RequestParam(defaultValue = "ja") String in) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var sketch = documents.sketch(organization, template);
            var file = sketch.draft().file();
            if (kind.equals("file") && file != null) {
                return stored(organization, file);
            }
            var language = language(in, documents.languages(sketch));
            var text = documents.composition(sketch, language);
            return print(new Sheet(language, text, sketch.known().company(), null), kind);
        });
    }

    @GetMapping("/documents/{template}/revisions/{number}/{kind}")
    @Permitted(Permission.USE)
    ResponseEntity<byte[]> export(
            Actor actor,
            @PathVariable String template,
            @PathVariable int number,
            @PathVariable String kind,
            @RequestParam(defaultValue = "ja") String in) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var revision = seen(actor, template, number);
            var file = revision.file();
            if (file != null) {
                return stored(organization, file);
            }
            var language = language(in, documents.languages(organization, revision));
            var text = documents.composition(organization, revision.id(), language);
            return print(new Sheet(language, text, organizations.company(organization), revision), kind);
        });
    }

    /// Always as an attachment: what a company brought is never shown as a page of ours.
    private ResponseEntity<byte[]> stored(OrganizationId organization, FileId id) {
        var file = press.files().find(organization, id).orElseThrow(() -> new NotFound("file"));
        var content = press.files().content(organization, id).orElseThrow(() -> new NotFound("file"));
        return Download.attached(file.name(), MediaType.parseMediaType(file.mediaType()))
                .body(content);
    }

    private ResponseEntity<byte[]> print(Sheet sheet, String kind) {
        var shell = new Shell(sheet.language().locale(), press.texts(), "", null, List.of(), "", null);
        var marked = (sheet.company().sample() ? shell.text("document.export.sample") + " " : "")
                + (sheet.draft() ? shell.text("document.export.mark") + " " : "");
        var name = marked.replace(" ", "_") + sheet.composition().title();
        return switch (kind) {
            case "markdown" -> {
                var head = (marked + binding(sheet, shell)).strip();
                var text = (head.isEmpty() ? "" : "> " + head + "\n\n")
                        + sheet.composition().markdown();
                yield Download.attached(name + ".md", Download.MARKDOWN).body(text.getBytes(StandardCharsets.UTF_8));
            }
            case "pdf" -> {
                var page = new StringOutput();
                press.engine().render("document/paper.jte", Map.of("shell", shell, "page", sheet), page);
                yield Download.attached(name + ".pdf", MediaType.APPLICATION_PDF)
                        .body(press.pdf().render(page.toString()));
            }
            case "word" -> Download.attached(name + ".docx", Download.WORD).body(word(sheet, marked.strip(), shell));
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
        var look = new WordLook(sheet.company().name(), mark, (foot + " " + binding(sheet, shell)).strip(), own);
        return press.word().word(sheet.composition(), look);
    }

    /// Says on every paper that is not Japanese which text binds.
    private static String binding(Sheet sheet, Shell shell) {
        return sheet.language() == Language.JAPANESE
                ? ""
                : shell.text("document.language.binding." + sheet.language().id());
    }
}
