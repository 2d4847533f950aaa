package org.hoshimori.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.document.CompanyFacts.Known;
import org.hoshimori.document.DraftRepository.Draft;
import org.hoshimori.document.DraftRepository.Filled;
import org.hoshimori.document.RevisionRepository.Contents;
import org.hoshimori.organization.MemberId;
import org.hoshimori.template.ClauseChange;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Language;
import org.hoshimori.template.Template;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How far one document of a company is.
///
/// @param template id of the document
/// @param revision in force, or approved for a later day; null before the first approval
/// @param changed the facts that changed since the revision in force was approved, as far as it uses them
/// @param outdated ids of the clauses that were reworded from what the template does not offer any more
/// @param asker who asked for the approval that it waits for; null unless it waits
public record DocumentStanding(
        String template,
        State state,
        @Nullable Revision revision,
        List<FactChange> changed,
        Set<String> outdated,
        @Nullable MemberId asker) {

    public DocumentStanding {
        changed = List.copyOf(changed);
        outdated = Set.copyOf(outdated);
    }

    /// Before anybody looked whether facts changed.
    DocumentStanding(String template, State state, @Nullable Revision revision) {
        this(template, state, revision, List.of(), Set.of(), null);
    }

    /// One fact, then and now, in words.
    ///
    /// @param key as the template writes it, for example `organization.name`
    public record FactChange(String key, String title, String before, String now) {

        private static final JsonMapper JSON = JsonMapper.shared();
        private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

        /// What a document says of the company, to be kept with its revision.
        static String json(Map<String, String> words) {
            return JSON.writeValueAsString(new LinkedHashMap<>(words));
        }

        /// What was kept.
        static Map<String, String> words(String kept) {
            return JSON.readValue(kept, WORDS);
        }

        /// What changed since it was kept.
        ///
        /// @param titles what each fact is called
        static List<FactChange> since(String kept, Map<String, String> now, Map<String, String> titles) {
            var before = words(kept);
            var changes = new ArrayList<FactChange>();
            now.forEach((key, words) -> {
                var then = before.get(key);
                if (then != null && !then.equals(words)) {
                    changes.add(new FactChange(key, titles.getOrDefault(key, key), then, words));
                }
            });
            return changes;
        }
    }

    /// Everything that this room keeps about one document in work, but for what was composed.
    ///
    /// @param revisions the newest first
    /// @param current contents, without the composition, of the revision in force or approved for later
    record Workpiece(
            Map<String, Filled> blanks,
            Draft draft,
            List<ClauseChange> changes,
            List<Revision> revisions,
            @Nullable Contents current) {

        Optional<Revision> inForce(LocalDate day) {
            return revisions.stream().filter(one -> one.begun(day)).findFirst();
        }

        /// The revision in force, or approved for a later day.
        Optional<Revision> standing(LocalDate day) {
            return revisions.stream().filter(one -> one.begun(day)).findFirst().or(() -> revisions.stream()
                    .findFirst());
        }
    }

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

    /// When a document is to come into force, and what changed.
    record Occasion(LocalDate day, String note) {}

    /// What every page about one document shows at its head.
    ///
    /// @param current in force, or approved for a later day
    /// @param changed facts that changed since
    /// @param languages in which it can be read, Japanese first
    record Face(Sketch sketch, @Nullable Revision current, List<FactChange> changed, List<Language> languages) {

        String id() {
            return sketch.template().id();
        }

        String path() {
            return "/documents/" + id();
        }

        String title() {
            return sketch.template().title();
        }

        DraftRepository.State state() {
            return sketch.draft().state();
        }

        /// Titles of the clauses that were reworded from what the template does not offer any more.
        List<String> outdated() {
            var outdated = DocumentStanding.outdated(sketch.template(), sketch.changes(), sketch.known())
                    .keySet();
            return sketch.template().clauses().stream()
                    .filter(clause -> outdated.contains(clause.id()))
                    .map(clause -> clause.title())
                    .toList();
        }

        int version() {
            return sketch.draft().version();
        }

        boolean locked() {
            return state() == DraftRepository.State.IN_REVIEW;
        }

        boolean sample() {
            return sketch.known().company().sample();
        }

        /// The step of the way: 0 draft, 1 approval, 2 in force.
        int step() {
            return switch (state()) {
                case DRAFT -> 0;
                case IN_REVIEW -> 1;
                case SETTLED -> 2;
            };
        }
    }

    /// Where a document is on its way. Whoever changes one that is in force begins a new draft; what is in force stays
    /// in force until the next revision takes its place.
    public enum State {
        /// Nobody has touched it; it can be read as it would be.
        PROPOSED,
        DRAFT,
        IN_REVIEW,
        /// Approved, and its day is still to come.
        APPROVED,
        IN_FORCE;

        /// The word in message keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The clauses that were reworded from a text that the template does not offer any more, because a fact decides
    /// otherwise now: id to what is different.
    static Map<String, WordDifference> outdated(Template template, List<ClauseChange> changes, Known known) {
        Map<String, WordDifference> outdated = new LinkedHashMap<>();
        var readable = Clauses.readable(template, known);
        var facts = known.in(template.language());
        for (var change : changes) {
            if (change instanceof ClauseChange.Reworded reworded
                    && !reworded.base().isEmpty()) {
                var id = reworded.clauseId();
                var base = reworded.base();
                template.clauses().stream()
                        .filter(clause -> clause.id().equals(id))
                        .map(clause -> readable.offered(clause, facts))
                        .filter(now -> !now.equals(base))
                        .forEach(now -> outdated.put(id, WordDifference.between(base, now)));
            }
        }
        return outdated;
    }

    /// 見直しをおすすめします.
    public boolean reviewRecommended() {
        return !changed.isEmpty() || !outdated.isEmpty();
    }

    DocumentStanding with(List<FactChange> changes, Set<String> clauses) {
        return new DocumentStanding(template, state, revision, changes, clauses, asker);
    }

    DocumentStanding askedBy(MemberId who) {
        return new DocumentStanding(template, state, revision, changed, outdated, who);
    }
}
