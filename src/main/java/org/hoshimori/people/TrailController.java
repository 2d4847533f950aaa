package org.hoshimori.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hoshimori.content.Editions;
import org.hoshimori.content.Owner;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.CsvPaper;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The trail as people read it: for the company, for one object, and as a file.
@Controller
@Permitted(Permission.READ_TRAIL)
class TrailController {

    private static final int SHOWN = 50;
    private static final int CSV_STEP = 1000;
    private static final long NEWEST = Long.MAX_VALUE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Trail trail;
    private final Organizations organizations;
    private final Database database;
    private final MessageSource messages;
    private final Editions editions;

    TrailController(
            Trail trail, Organizations organizations, Database database, MessageSource messages, Editions editions) {
        this.trail = trail;
        this.organizations = organizations;
        this.database = database;
        this.messages = messages;
        this.editions = editions;
    }

    @GetMapping("/trail")
    String trail(
            Actor actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam @Nullable Long before,
            Locale locale,
            Model model) {
        var wanted = TrailPage.KINDS.contains(kind) ? kind : "";
        var from = Objects.requireNonNullElse(before, NEWEST);
        return database.transact(actor.organization(), () -> {
            var entries = wanted.isEmpty()
                    ? trail.newest(actor.organization(), null, from, SHOWN + 1)
                    : trail.newestOf(actor.organization(), wanted, from, SHOWN + 1);
            var broken = before == null ? trail.brokenAt(actor.organization()) : null;
            return page(new TrailPage(shown(entries), wanted, null, next(entries), broken, owner(locale)), model);
        });
    }

    /// An id may have parts, for example a round and a question.
    @GetMapping("/trail/{kind}/{*id}")
    String object(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam @Nullable Long before,
            Locale locale,
            Model model) {
        var subject = new Subject(kind, id.substring(1));
        var from = Objects.requireNonNullElse(before, NEWEST);
        var entries = trail.newest(actor.organization(), subject, from, SHOWN + 1);
        return page(new TrailPage(shown(entries), kind, subject, next(entries), null, owner(locale)), model);
    }

    /// Written while it is read, a step at a time: a long trail neither fills the memory nor holds a transaction.
    @GetMapping("/trail.csv")
    void csv(Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        var sample = organizations.company(actor.organization()).sample();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + (sample ? "sample-" : "") + "trail.csv\"");
        try (var csv = new CsvPaper(response.getOutputStream())) {
            if (sample) {
                csv.row(messages.getMessage("web.sample", null, locale));
            }
            csv.row(headings(locale));
            var before = NEWEST;
            for (var step = next(actor, before); !step.isEmpty(); step = next(actor, before)) {
                step.forEach(entry -> csv.row(row(locale, entry)));
                before = step.getLast().sequence();
            }
        }
    }

    private List<TrailEntry> next(Actor actor, long before) {
        return trail.newest(actor.organization(), null, before, CSV_STEP);
    }

    private List<String> headings(Locale locale) {
        var headings = new ArrayList<String>();
        for (var key : List.of(
                "people.trail.number",
                "people.trail.when",
                "people.trail.who",
                "people.trail.what",
                "people.trail.about",
                "people.trail.id",
                "people.trail.from",
                "people.trail.to")) {
            headings.add(messages.getMessage(key, null, locale));
        }
        return headings;
    }

    private List<String> row(Locale locale, TrailEntry entry) {
        return List.of(
                Long.toString(entry.sequence()),
                TIME.format(entry.at().atZoneSameInstant(ZoneId.of("Asia/Tokyo"))),
                entry.author(),
                TrailPage.action(messages, locale, entry),
                TrailPage.kind(messages, locale, entry.subject().kind()),
                entry.subject().id(),
                TrailPage.said(messages, locale, entry.before(), owner(locale)),
                TrailPage.said(messages, locale, entry.after(), owner(locale)));
    }

    private Owner owner(Locale locale) {
        return editions.standard(locale).owner();
    }

    private static List<TrailEntry> shown(List<TrailEntry> found) {
        return found.subList(0, Math.min(SHOWN, found.size()));
    }

    private static long next(List<TrailEntry> found) {
        return found.size() > SHOWN ? shown(found).getLast().sequence() : 0;
    }

    private static String page(TrailPage page, Model model) {
        model.addAttribute("page", page);
        return "people/trail";
    }
}
