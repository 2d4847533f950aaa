package org.hoshimori.regulation;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hoshimori.database.Database;
import org.hoshimori.document.Needs;
import org.hoshimori.document.Needs.Regulations;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Composition.Book;
import org.hoshimori.template.Language;
import org.hoshimori.template.Section;
import org.hoshimori.template.WordLook;
import org.hoshimori.template.WordWriter;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shell;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// All regulations in one file, chapter by chapter: what is in force, and for those who may read it, what is still a
/// draft, marked as such.
@Controller
class BookController {

    /// What turns the book into a file.
    @Component
    record Bindery(TemplateEngine engine, MessageSource texts, PdfPaper pdf, WordWriter word) {}

    /// A book on its way to paper.
    ///
    /// @param mark what is said of the whole on every page: sample, drafts inside; empty for nothing
    record BookPage(Book book, Company company, String mark) {

        /// What stands in the table of contents; how a chapter closes is found without it.
        List<Section> listed(Composition.Chapter chapter) {
            return chapter.sections().stream()
                    .filter(section -> section.headed() && section.kind() != Section.Kind.CLOSING)
                    .toList();
        }

        String title() {
            return (mark + " " + book.title()).strip();
        }
    }

    private final Needs needs;
    private final Bindery bindery;
    private final Database database;

    BookController(Needs needs, Bindery bindery, Database database) {
        this.needs = needs;
        this.bindery = bindery;
        this.database = database;
    }

    /// @param kind `word`, `pdf` or `markdown`
    /// @param of `in-force` leaves drafts out
    @GetMapping("/regulations/book/{kind}")
    @Permitted(Permission.USE)
    ResponseEntity<byte[]> book(
            Actor actor, @PathVariable String kind, @RequestParam(defaultValue = "needed") String of) {
        var organization = actor.organization();
        var whole = actor.may(Permission.READ) && of.equals("needed");
        var found = database.transact(
                organization, () -> whole ? needs.regulations(organization) : needs.regulationsInForce(organization));
        if (found.chapters().isEmpty()) {
            throw new NotFound("regulations");
        }
        return print(found, kind);
    }

    private ResponseEntity<byte[]> print(Regulations found, String kind) {
        var shell = new Shell(Language.JAPANESE.locale(), bindery.texts(), "", null, List.of(), "", null);
        var page = page(found, shell);
        var name = page.title().replace(' ', '_');
        return switch (kind) {
            case "word" -> {
                var look = new WordLook(found.company().name(), page.mark(), "", found.look());
                yield Download.attached(name + ".docx", Download.WORD)
                        .body(bindery.word().word(page.book(), look));
            }
            case "pdf" -> {
                var xhtml = new StringOutput();
                bindery.engine().render("regulation/book.jte", Map.of("shell", shell, "page", page), xhtml);
                yield Download.attached(name + ".pdf", MediaType.APPLICATION_PDF)
                        .body(bindery.pdf().render(xhtml.toString()));
            }
            case "markdown" -> {
                var head = page.mark().isEmpty() ? "" : "> " + page.mark() + "\n\n";
                yield Download.attached(name + ".md", Download.MARKDOWN)
                        .body((head + page.book().markdown()).getBytes(StandardCharsets.UTF_8));
            }
            default -> throw new NotFound("kind");
        };
    }

    private static BookPage page(Regulations found, Shell shell) {
        var drafts = found.chapters().stream().anyMatch(chapter -> chapter.revision() == null);
        var mark = (found.company().sample() ? shell.text("regulation.book.sample") + " " : "")
                + (drafts ? shell.text("regulation.book.drafts") : "");
        var chapters = found.chapters().stream()
                .map(chapter -> new Composition.Chapter(
                        chapter.template().id(),
                        heading(chapter, shell),
                        standing(chapter, shell),
                        chapter.composition()))
                .toList();
        return new BookPage(new Book(shell.text("regulation.book.title"), chapters), found.company(), mark.strip());
    }

    private static String heading(Needs.Chapter chapter, Shell shell) {
        var heading = shell.text(
                "regulation.book.chapter",
                chapter.template().chapter(),
                chapter.template().title());
        return chapter.revision() == null ? heading + shell.text("regulation.book.draft") : heading;
    }

    private static String standing(Needs.Chapter chapter, Shell shell) {
        var revision = chapter.revision();
        var standing = revision == null
                ? shell.text("regulation.book.standing.draft")
                : shell.text(
                        "regulation.book.standing",
                        revision.number(),
                        shell.date(revision.inForceFrom()),
                        revision.approvedBy(),
                        revision.fingerprint());
        return chapter.composition() == null ? standing + shell.text("regulation.book.standing.file") : standing;
    }
}
