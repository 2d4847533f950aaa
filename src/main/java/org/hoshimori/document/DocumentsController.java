package org.hoshimori.document;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.database.Database;
import org.hoshimori.document.DocumentStanding.State;
import org.hoshimori.document.DraftRepository.Stamp;
import org.hoshimori.document.Needs.Mark;
import org.hoshimori.document.Needs.Need;
import org.hoshimori.file.FileOutcome;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.WordPaper;
import org.hoshimori.template.Template;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shell;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The list of a company's documents, what of it binds everybody, and the company's own Word template.
@Controller
class DocumentsController {

    private static final String LOOK = "/documents/word-template";

    /// One document on the list.
    record Line(Template template, Need need, DocumentStanding standing) {

        boolean approved() {
            return standing.revision() != null;
        }

        boolean begun() {
            return standing.state() != State.PROPOSED;
        }

        String href() {
            return switch (standing.state()) {
                case PROPOSED, DRAFT -> "/documents/" + template.id();
                case IN_REVIEW -> "/documents/" + template.id() + "/approval";
                case APPROVED, IN_FORCE ->
                    standing.reviewRecommended() || standing.revision() == null
                            ? "/documents/" + template.id()
                            : "/documents/" + template.id() + "/revisions/"
                                    + standing.revision().number();
            };
        }

        String next(Shell shell) {
            if (standing.state() == State.IN_FORCE && standing.reviewRecommended()) {
                return shell.text("document.next.review");
            }
            var revision = standing.revision();
            return standing.state() == State.APPROVED && revision != null
                    ? shell.text("document.next.approved", shell.date(revision.inForceFrom()))
                    : shell.text("document.next." + standing.state().id());
        }
    }

    record ListPage(List<Line> basics, List<Line> chapters, List<Line> more, boolean keeps) {

        /// Whether a chapter of the regulations was approved, and another was not.
        boolean bound() {
            return chapters.stream().anyMatch(Line::approved)
                    && chapters.stream().anyMatch(line -> line.need().mark() != Mark.NOT && !line.approved());
        }
    }

    /// @param lines revisions in force with the template they came from
    record MinePage(List<Bound> lines) {

        boolean regulations() {
            return lines.stream().anyMatch(line -> line.template().kind() == Template.Kind.REGULATION);
        }
    }

    record Bound(Revision revision, Template template) {}

    record LookPage(@Nullable String now, Problems problems) {}

    private final Documents documents;
    private final Needs needs;
    private final DraftRepository drafts;
    private final Files files;
    private final Trail trail;
    private final Database database;

    DocumentsController(
            Documents documents, Needs needs, DraftRepository drafts, Files files, Trail trail, Database database) {
        this.documents = documents;
        this.needs = needs;
        this.drafts = drafts;
        this.files = files;
        this.trail = trail;
        this.database = database;
    }

    /// Everybody reads what is in force; who may read the company's papers sees the whole way there.
    @GetMapping("/documents")
    @Permitted(Permission.USE)
    ModelAndView list(Actor actor, Locale locale) {
        return database.transact(
                actor.organization(), () -> actor.may(Permission.READ) ? all(actor, locale) : mine(actor));
    }

    private ModelAndView all(Actor actor, Locale locale) {
        var known = documents.known(actor.organization());
        var standing = byTemplate(documents.reviewed(actor.organization(), known));
        var need = needs.of(known, locale);
        var lines = documents.templates().stream()
                .map(template -> new Line(
                        template,
                        Objects.requireNonNull(need.get(template.id())),
                        standing.getOrDefault(
                                template.id(), new DocumentStanding(template.id(), State.PROPOSED, null))))
                .toList();
        var page = new ListPage(
                of(lines, Template.Kind.BASIC_POLICY, Template.Kind.HANDBOOK),
                of(lines, Template.Kind.REGULATION),
                of(lines, Template.Kind.CLAUSE, Template.Kind.CHECKLIST),
                actor.may(Permission.KEEP_DOCUMENTS));
        return new ModelAndView("document/documents", "page", page);
    }

    private static List<Line> of(List<Line> lines, Template.Kind... kinds) {
        return lines.stream()
                .filter(line -> List.of(kinds).contains(line.template().kind()))
                .toList();
    }

    private ModelAndView mine(Actor actor) {
        var standing = byTemplate(documents.standing(actor.organization()));
        var today = documents.today();
        var lines = documents.templates().stream()
                .flatMap(template -> Optional.ofNullable(standing.get(template.id())).stream()
                        .flatMap(one -> Stream.ofNullable(one.revision()))
                        .filter(revision -> revision.begun(today))
                        .map(revision -> new Bound(revision, template)))
                .toList();
        return new ModelAndView("document/mine", "page", new MinePage(lines));
    }

    private static Map<String, DocumentStanding> byTemplate(List<DocumentStanding> standing) {
        return standing.stream().collect(Collectors.toMap(DocumentStanding::template, Function.identity()));
    }

    @GetMapping(LOOK)
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView look(Actor actor) {
        return look(actor, Problems.NONE);
    }

    @PostMapping(LOOK)
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView look(Actor actor, @RequestParam MultipartFile file, HttpServletRequest request) throws IOException {
        var content = file.getBytes();
        var problems = content.length > Files.MOST ? List.<String>of() : WordPaper.problems(content);
        if (!problems.isEmpty()) {
            return look(actor, Problems.one("file", DocumentConfig.OwnFile.key(problems.getFirst())));
        }
        var organization = actor.organization();
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (files.store(organization, actor.author(), name, content)) {
            case FileOutcome.Stored(var stored) -> {
                database.transact(organization, () -> {
                    drafts.look(organization, stored.id(), stamp(actor));
                    trail.append(
                            organization,
                            actor.author(),
                            Subject.of("company", organization),
                            Change.to("document-look-chosen", stored.name()));
                    return stored;
                });
                yield back("document.toast.look", request);
            }
            case FileOutcome.TooLarge _ -> look(actor, Problems.one("file", "document.problem.file.large"));
            case FileOutcome.TypeNotAllowed _ -> look(actor, Problems.one("file", "document.problem.file.type"));
            case FileOutcome.CompanyFull _ -> look(actor, Problems.one("file", "document.problem.file.full"));
            case FileOutcome.Empty _ -> look(actor, Problems.one("file", "document.problem.file.empty"));
        };
    }

    @PostMapping(LOOK + "/remove")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView removeLook(Actor actor, HttpServletRequest request) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            drafts.look(organization, null, stamp(actor));
            trail.append(
                    organization,
                    actor.author(),
                    Subject.of("company", organization),
                    Change.of("document-look-removed"));
            return organization;
        });
        return back("document.toast.look.removed", request);
    }

    private ModelAndView look(Actor actor, Problems problems) {
        var organization = actor.organization();
        var name = database.transact(organization, () -> drafts.look(organization)
                .flatMap(id -> files.find(organization, id))
                .map(stored -> stored.name())
                .orElse(null));
        var view = new ModelAndView("document/look", "page", new LookPage(name, problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Stamp stamp(Actor actor) {
        return new Stamp(actor.name(), documents.now());
    }

    private static ModelAndView back(String toast, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:" + LOOK);
    }
}
