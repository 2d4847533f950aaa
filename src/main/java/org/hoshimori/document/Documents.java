package org.hoshimori.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.CompanyFacts.Known;
import org.hoshimori.document.DocumentStanding.FactChange;
import org.hoshimori.document.DocumentStanding.Occasion;
import org.hoshimori.document.DocumentStanding.Sketch;
import org.hoshimori.document.DocumentStanding.Workpiece;
import org.hoshimori.document.RevisionRepository.Row;
import org.hoshimori.organization.Member;
import org.hoshimori.template.Composer;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Language;
import org.hoshimori.template.Template;
import org.hoshimori.template.Templates;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Reading a company's documents: what is in force, what is in work, and how far each of them is.
@Component
public class Documents {

    /// The edition whose templates a company composes from.
    static final String EDITION = "3.0";

    /// Documents are adopted in Japanese.
    static final Locale LANGUAGE = Locale.JAPANESE;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// Somebody asks for the approval of a document. Published in the transaction that notes it.
    ///
    /// @param approvers who may approve it, without whoever asks
    public record ReviewAsked(
            OrganizationId organization, String template, String title, String asker, List<Member> approvers) {}

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
                .map(contents -> Composition.read(contents.composition()))
                .orElseThrow(() -> new NotFound("composition"));
    }

    /// The languages in which a revision was kept, Japanese first; Japanese alone where the company brought a file.
    public List<Language> languages(OrganizationId organization, Revision revision) {
        var kept = revisions.languages(organization, revision.id());
        return Stream.of(Language.values())
                .filter(language -> language == Language.JAPANESE || kept.contains(language.id()))
                .toList();
    }

    /// The text of a revision in one of its languages; the Japanese one is the one that binds. Errors: [NotFound] when
    /// the company has no such revision, or not in this language, or brought a file instead.
    public Composition composition(OrganizationId organization, RevisionId id, Language language) {
        return language == Language.JAPANESE
                ? composition(organization, id)
                : revisions.composition(organization, id, language).orElseThrow(() -> new NotFound("language"));
    }

    /// The text that the fingerprint of a revision is of; empty where the company brought a file.
    public String plainText(OrganizationId organization, RevisionId id) {
        return revisions
                .contents(organization, id)
                .orElseThrow(() -> new NotFound("revision"))
                .plain();
    }

    /// What the text of a revision says of the company, as it was approved: fact such as `organization.representative`
    /// to words; nothing where the company brought a file.
    public Map<String, String> said(OrganizationId organization, RevisionId id) {
        return revisions
                .contents(organization, id)
                .filter(contents -> !contents.facts().isEmpty())
                .map(contents -> FactChange.words(contents.facts()))
                .orElse(Map.of());
    }

    /// What changed from one revision to another, word by word; empty where the company brought a file for one of them.
    /// Errors: [NotFound] when the company has no such revision.
    public Optional<WordDifference> difference(OrganizationId organization, RevisionId before, RevisionId after) {
        var texts = revisions.contents(organization, List.of(before, after));
        var from = texts.get(before);
        var to = texts.get(after);
        if (from == null || to == null) {
            throw new NotFound("revision");
        }
        return from.plain().isEmpty() || to.plain().isEmpty()
                ? Optional.empty()
                : Optional.of(WordDifference.between(from.plain(), to.plain()));
    }

    /// How far every document is that somebody has touched, in one statement; without looking whether facts changed.
    public List<DocumentStanding> standing(OrganizationId organization) {
        return revisions.standing(organization, today()).stream()
                .map(Row::standing)
                .toList();
    }

    /// The same with the facts and clauses that need another look: seven statements, however many documents there are.
    public List<DocumentStanding> reviewed(OrganizationId organization) {
        return reviewed(organization, facts.known(organization));
    }

    List<DocumentStanding> reviewed(OrganizationId organization, Known known) {
        return revisions.standing(organization, today()).stream()
                .map(row -> find(row.standing().template())
                        .map(template -> row.standing()
                                .with(
                                        changed(template, row.facts(), known),
                                        DocumentStanding.outdated(template, row.reworded(), known)
                                                .keySet()))
                        .orElse(row.standing()))
                .toList();
    }

    /// The facts that changed since the standing revision of a document in work was approved.
    List<FactChange> changed(Sketch sketch) {
        var current = sketch.work().current();
        return current == null ? List.of() : changed(sketch.template(), current.facts(), sketch.known());
    }

    private static List<FactChange> changed(Template template, String stored, Known known) {
        return stored.isEmpty()
                ? List.of()
                : FactChange.since(stored, known.wordsOf(template.keys()), known.titles(Language.JAPANESE));
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

    /// The same document in English, where it is said in English.
    Optional<Template> english(Template template) {
        return Optional.ofNullable(templates.languages(EDITION, template.id()).get(Language.ENGLISH));
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
        var work = Objects.requireNonNull(
                revisions.work(organization, List.of(id), today()).get(id));
        return sketch(template, work, facts.known(organization, work.blanks()));
    }

    /// The same from what is at hand.
    Sketch sketch(Template template, Workpiece work, Known known) {
        var request = work.draft().request();
        var day = request == null ? today() : later(request.inForceFrom(), today());
        var note = request == null || request.note() == null ? "" : request.note();
        return sketch(template, work, known, new Occasion(day, note));
    }

    /// The same document for another occasion.
    Sketch sketch(Sketch sketch, Occasion occasion) {
        return sketch(sketch.template(), sketch.work(), sketch.known(), occasion);
    }

    private Sketch sketch(Template template, Workpiece work, Known known, Occasion occasion) {
        return new Sketch(template, work, known, composed(template, work, known, occasion), occasion);
    }

    private Composition composed(Template template, Workpiece work, Known known, Occasion occasion) {
        var facts = known.in(template.language())
                .with("document.date", day(occasion.day(), template.language().locale()))
                .with("document.title", template.title())
                .with("revisions", history(template, work.revisions(), known, occasion));
        return new Composer().compose(template, facts, work.changes());
    }

    /// The same document in every language in which it is said, Japanese first; Japanese alone for a file.
    List<Language> languages(Sketch sketch) {
        var said = templates.languages(EDITION, sketch.template().id()).keySet();
        return sketch.draft().file() == null ? List.copyOf(said) : List.of(Language.JAPANESE);
    }

    /// From the same facts and the same changes, in one of these languages.
    Composition composition(Sketch sketch, Language language) {
        var said = templates.languages(EDITION, sketch.template().id()).get(language);
        return composed(Objects.requireNonNull(said), sketch.work(), sketch.known(), sketch.occasion());
    }

    /// Keeps with a revision what its document says in the other languages.
    void keepLanguages(OrganizationId organization, RevisionId revision, Sketch sketch) {
        for (var language : languages(sketch)) {
            if (language != Language.JAPANESE) {
                revisions.add(organization, revision, language, composition(sketch, language));
            }
        }
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
                day(day, LANGUAGE),
                "person",
                person,
                "change",
                note == null ? "" : note);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(texts.getMessage("document.format.date", null, locale), locale)
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
