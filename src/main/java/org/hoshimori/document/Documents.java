package org.hoshimori.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.CompanyFacts.Known;
import org.hoshimori.document.DocumentStanding.FactChange;
import org.hoshimori.document.DraftRepository.Draft;
import org.hoshimori.document.RevisionRepository.Row;
import org.hoshimori.document.RevisionRepository.Workpiece;
import org.hoshimori.template.ClauseChange;
import org.hoshimori.template.Composer;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Template;
import org.hoshimori.template.Templates;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reading a company's documents: what is in force, what is in work, and how far each of them is.
@Component
public class Documents {

    /// The edition whose templates a company composes from.
    static final String EDITION = "3.0";

    /// Documents are adopted in Japanese.
    static final Locale LANGUAGE = Locale.JAPANESE;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    /// A document as it would be on a day, with everything it is made of.
    record Sketch(Template template, Workpiece work, Known known, Composition composition, Occasion occasion) {

        Draft draft() {
            return work.draft();
        }

        List<ClauseChange> changes() {
            return work.changes();
        }

        /// What it says of the company, in words.
        Map<String, String> words() {
            return known.wordsOf(template.keys());
        }
    }

    private final RevisionRepository revisions;
    private final CompanyFacts facts;
    private final Templates templates;
    private final MessageSource texts;
    private final Clock clock;

    Documents(RevisionRepository revisions, CompanyFacts facts, Templates templates, MessageSource texts, Clock clock) {
        this.revisions = revisions;
        this.facts = facts;
        this.templates = templates;
        this.texts = texts;
        this.clock = clock;
    }

    /// The revision of a document that binds today.
    public Optional<Revision> inForce(OrganizationId organization, String template) {
        return revisions.inForce(organization, template, today());
    }

    /// All revisions of a document, the newest first.
    public List<Revision> revisions(OrganizationId organization, String template) {
        return revisions.all(organization, template);
    }

    /// A revision. Errors: [NotFound] when the company has no such revision.
    public Revision revision(OrganizationId organization, RevisionId id) {
        return revisions.find(organization, id).orElseThrow(() -> new NotFound("revision"));
    }

    /// The text of a revision exactly as it was approved. Errors: [NotFound] when the company has no such revision, or
    /// brought a file instead.
    public Composition composition(OrganizationId organization, RevisionId id) {
        return revisions
                .contents(organization, id)
                .filter(contents -> !contents.composition().isEmpty())
                .map(contents -> RevisionRepository.Composed.read(contents.composition()))
                .orElseThrow(() -> new NotFound("composition"));
    }

    /// The text that the fingerprint of a revision is of; empty where the company brought a file.
    public String plainText(OrganizationId organization, RevisionId id) {
        return revisions
                .contents(organization, id)
                .orElseThrow(() -> new NotFound("revision"))
                .plain();
    }

    /// How far every document is that somebody has touched, in one statement; without looking whether facts changed.
    public List<DocumentStanding> standing(OrganizationId organization) {
        return revisions.standing(organization, today()).stream()
                .map(Row::standing)
                .toList();
    }

    /// The same with the facts that changed since: seven statements, however many documents there are.
    public List<DocumentStanding> reviewed(OrganizationId organization) {
        return reviewed(organization, facts.known(organization));
    }

    List<DocumentStanding> reviewed(OrganizationId organization, Known known) {
        var standing = new ArrayList<DocumentStanding>();
        for (var row : revisions.standing(organization, today())) {
            var stored = row.facts();
            standing.add(
                    stored == null || stored.isEmpty()
                            ? row.standing()
                            : row.standing().with(changed(row.standing().template(), stored, known)));
        }
        return standing;
    }

    private List<FactChange> changed(String template, String stored, Known known) {
        var before = JSON.readValue(stored, WORDS);
        var now = find(template).map(found -> known.wordsOf(found.keys())).orElse(before);
        var changes = new ArrayList<FactChange>();
        now.forEach((key, words) -> {
            var then = before.get(key);
            if (then != null && !then.equals(words)) {
                changes.add(new FactChange(key, known.titles().getOrDefault(key, key), then, words));
            }
        });
        return changes;
    }

    /// The facts that changed since the standing revision of a document in work was approved.
    List<FactChange> changed(Sketch sketch) {
        var current = sketch.work().current();
        return current == null || current.facts().isEmpty()
                ? List.of()
                : changed(sketch.template().id(), current.facts(), sketch.known());
    }

    /// The texts that the fingerprints of several revisions are of, in one statement.
    Map<RevisionId, String> plainTexts(OrganizationId organization, List<RevisionId> ids) {
        return revisions.plain(organization, ids);
    }

    static String json(Map<String, String> words) {
        return JSON.writeValueAsString(new LinkedHashMap<>(words));
    }

    /// The template of an id that came from outside. Errors: [NotFound] when there is none.
    Template template(String id) {
        return find(id).orElseThrow(() -> new NotFound("template"));
    }

    private Optional<Template> find(String id) {
        try {
            return Optional.of(templates.template(EDITION, id, LANGUAGE));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    List<Template> templates() {
        return templates.all(EDITION, LANGUAGE);
    }

    Known known(OrganizationId organization) {
        return facts.known(organization);
    }

    /// The document as it is in work, composed for the day that was asked for, or for today.
    Sketch sketch(OrganizationId organization, String id) {
        var template = template(id);
        var work = revisions.work(organization, id, today());
        var request = work.draft().request();
        var day = request == null ? today() : later(request.inForceFrom(), today());
        var note = request == null || request.note() == null ? "" : request.note();
        return sketch(template, work, facts.known(organization, work.blanks()), new Occasion(day, note));
    }

    /// When a document is to come into force, and what changed.
    record Occasion(LocalDate day, String note) {}

    /// The same document for another occasion.
    Sketch sketch(Sketch sketch, Occasion occasion) {
        return sketch(sketch.template(), sketch.work(), sketch.known(), occasion);
    }

    private Sketch sketch(Template template, Workpiece work, Known known, Occasion occasion) {
        var facts = known.facts()
                .with("document.date", day(occasion.day()))
                .with("document.title", template.title())
                .with("revisions", history(template, work.revisions(), known, occasion));
        var composition = new Composer().compose(template, facts, work.changes());
        return new Sketch(template, work, known, composition, occasion);
    }

    /// The table of revisions at the end of a regulation: those before, and the one to come.
    private List<Map<String, String>> history(Template template, List<Revision> past, Known known, Occasion occasion) {
        if (template.kind() != Template.Kind.REGULATION) {
            return List.of();
        }
        var rows = new ArrayList<Map<String, String>>();
        for (var revision : past.reversed()) {
            rows.add(row(revision.number(), revision.inForceFrom(), revision.approvedBy(), revision.note()));
        }
        var role = known.words().getOrDefault("role." + Approvals.role(template).id(), "");
        var next = past.stream().mapToInt(Revision::number).max().orElse(0) + 1;
        rows.add(row(next, occasion.day(), role, occasion.note()));
        return rows;
    }

    private Map<String, String> row(int number, LocalDate day, String person, @Nullable String note) {
        return Map.of(
                "number",
                String.valueOf(number),
                "date",
                day(day),
                "person",
                person,
                "change",
                note == null ? "" : note);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(texts.getMessage("document.format.date", null, LANGUAGE), LANGUAGE)
                .format(day);
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /// Today where the companies are.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }
}
