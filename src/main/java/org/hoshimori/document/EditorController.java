package org.hoshimori.document;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.database.Database;
import org.hoshimori.document.CompanyFacts.Known;
import org.hoshimori.document.DocumentStanding.Face;
import org.hoshimori.document.DraftRepository.Filled;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.organization.Role;
import org.hoshimori.template.Blank;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Language;
import org.hoshimori.template.Template;
import org.hoshimori.template.Templates;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Shell;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// One document in work: its blanks beside the paper. Saves while one types; without script the button saves.
@Controller
class EditorController {

    /// One blank as it stands on the page.
    ///
    /// @param seen what the page remembers of the value, to tell later whether somebody else changed it
    /// @param conflict what somebody else wrote in the meantime
    record Asked(
            Blank blank,
            String value,
            String seen,
            @Nullable Problem problem,
            @Nullable Filled conflict,
            List<Option> people) {

        List<Map<String, String>> rows() {
            return BlankValues.rows(value);
        }

        /// How to choose, an example, and the words that stand there by themselves.
        String hint(Shell shell) {
            var hint = blank.hint() == null ? "" : blank.hint();
            return blank.example() == null ? hint : hint + " " + shell.text("document.edit.example", blank.example());
        }

        /// What the other editor wrote, in words.
        String theirs() {
            return conflict == null ? "" : BlankValues.words(blank, conflict.value());
        }

        List<String> chosen() {
            return List.of(value.split(","));
        }
    }

    /// A member or a role to choose.
    record Option(String id, String title, boolean role) {}

    record Group(String title, List<Asked> asked) {}

    /// @param language in which the paper is shown
    /// @param savedAt when it was saved last; null before
    record EditorPage(
            Face face,
            Language language,
            Composition paper,
            List<Group> groups,
            Approvals.Eyes eyes,
            Actor actor,
            Problems problems,
            @Nullable String fileName,
            LocalDate today,
            @Nullable OffsetDateTime savedAt) {

        boolean keeps() {
            return actor.may(Permission.KEEP_DOCUMENTS);
        }

        boolean edits() {
            return keeps() && !face.locked();
        }

        boolean conflicts() {
            return groups.stream().flatMap(group -> group.asked().stream()).anyMatch(one -> one.conflict() != null);
        }

        String able() {
            return String.join(
                    "\u3001",
                    eyes.besides(actor.member()).stream().map(one -> one.name()).toList());
        }

        String saved(Shell shell) {
            return savedAt == null
                    ? ""
                    : shell.text(
                            "document.edit.saved",
                            DateTimeFormatter.ofPattern(shell.text("document.format.time"), shell.locale())
                                    .format(savedAt.atZoneSameInstant(ZoneId.of("Asia/Tokyo"))));
        }
    }

    /// What the editor is made of.
    @Component
    record Workshop(Documents documents, Drafting drafting, Approvals approvals, Templates templates, Files files) {}

    private final Workshop workshop;
    private final Database database;
    private final Clock clock;

    EditorController(Workshop workshop, Database database, Clock clock) {
        this.workshop = workshop;
        this.database = database;
        this.clock = clock;
    }

    @GetMapping("/documents/{template}")
    @Permitted(Permission.READ)
    ModelAndView edit(Actor actor, @PathVariable String template, HttpServletRequest request) {
        return new ModelAndView("document/editor", "page", page(actor, template, request, Sent.NOTHING));
    }

    @PostMapping("/documents/{template}")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView save(Actor actor, @PathVariable String template, HttpServletRequest request) {
        var asked = asked(workshop.documents().template(template), request);
        var typed = BlankValues.typed(asked, request.getParameterMap());
        var outcome = workshop.drafting().fill(actor, template, typed.good());
        var live = request.getHeader("HX-Request") != null;
        return switch (outcome) {
            case Drafting.Outcome.Done(var conflicts) -> {
                var clean = typed.problems().isEmpty() && conflicts.isEmpty();
                if (clean && !live) {
                    RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "document.toast.saved");
                    yield new ModelAndView("redirect:/documents/" + template);
                }
                var page = page(actor, template, request, new Sent(typed, conflicts, OffsetDateTime.now(clock)));
                var view = new ModelAndView(live ? "document/saved" : "document/editor", "page", page);
                if (!clean) {
                    view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
                }
                yield view;
            }
            case Drafting.Outcome.Locked _, Drafting.Outcome.Overtaken _ -> {
                var page = page(actor, template, request, new Sent(typed, Map.of(), null));
                var view = new ModelAndView(live ? "document/saved" : "document/editor", "page", page);
                view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }

    @PostMapping("/documents/{template}/renew")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView renew(Actor actor, @PathVariable String template, HttpServletRequest request) {
        workshop.documents().template(template);
        workshop.drafting().renew(actor, template);
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "document.toast.renewed");
        return new ModelAndView("redirect:/documents/" + template);
    }

    /// What was sent and how it went.
    private record Sent(
            BlankValues typed,
            Map<String, Filled> conflicts,
            @Nullable OffsetDateTime savedAt) {
        private static final Sent NOTHING = new Sent(new BlankValues(Map.of(), List.of()), Map.of(), null);
    }

    private EditorPage page(Actor actor, String template, HttpServletRequest request, Sent sent) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var face = face(actor, template);
            var known = face.sketch().known();
            var file = face.sketch().draft().file();
            var language = language(face, request);
            var problems = new ArrayList<>(sent.typed().problems());
            if (face.locked() && !sent.typed().values().isEmpty()) {
                problems.add(new Problem("state", "document.problem.state", List.of()));
            }
            return new EditorPage(
                    face,
                    language,
                    language == Language.JAPANESE
                            ? face.sketch().composition()
                            : workshop.documents().composition(face.sketch(), language),
                    groups(asked(face.sketch().template(), request), known, sent),
                    workshop.approvals().eyes(organization, face.sketch().template(), known.people()),
                    actor,
                    new Problems(problems),
                    file == null
                            ? null
                            : workshop.files()
                                    .find(organization, file)
                                    .map(one -> one.name())
                                    .orElse(null),
                    workshop.documents().today(),
                    sent.savedAt());
        });
    }

    private static Language language(Face face, HttpServletRequest request) {
        return Language.of(Objects.requireNonNullElse(request.getParameter("in"), Language.JAPANESE.id()))
                .filter(face.languages()::contains)
                .orElseThrow(() -> new NotFound("language"));
    }

    Face face(Actor actor, String template) {
        var organization = actor.organization();
        var sketch = workshop.documents().sketch(organization, template);
        return new Face(
                sketch,
                sketch.work().standing(workshop.documents().today()).orElse(null),
                workshop.documents().changed(sketch),
                workshop.documents().languages(sketch));
    }

    /// The blanks that the document uses, asked in the language of the page.
    private List<Blank> asked(Template template, HttpServletRequest request) {
        var used = template.keys().stream().map(CompanyFacts::base).toList();
        return workshop.templates().blanks(Documents.EDITION, RequestContextUtils.getLocale(request)).stream()
                .filter(blank -> used.contains(blank.id()))
                .toList();
    }

    private static List<Group> groups(List<Blank> asked, Known known, Sent sent) {
        Map<String, List<Asked>> groups = new LinkedHashMap<>();
        var people = people(known);
        for (var blank : asked) {
            var stored = Objects.requireNonNull(known.values().get(blank.id()));
            var typed = sent.typed().values().get(blank.id());
            var problem = sent.typed().at(blank.id());
            var conflict = sent.conflicts().get(blank.id());
            var shown = typed != null && (problem != null || conflict != null) ? typed.value() : stored;
            groups.computeIfAbsent(blank.topic(), _ -> new ArrayList<>())
                    .add(new Asked(blank, shown, BlankValues.seen(stored), problem, conflict, people));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static List<Option> people(Known known) {
        var options = new ArrayList<Option>();
        for (var role : Role.values()) {
            if (role != Role.EMPLOYEE && role != Role.AUDITOR) {
                options.add(new Option(role.id(), role.id(), true));
            }
        }
        known.people().forEach(one -> options.add(new Option(one.id().toString(), one.name(), false)));
        return options;
    }
}
