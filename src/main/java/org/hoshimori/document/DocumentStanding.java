package org.hoshimori.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.document.Documents.Sketch;
import org.hoshimori.template.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How far one document of a company is.
///
/// @param template id of the document
/// @param revision in force, or approved for a later day; null before the first approval
/// @param changed the facts that changed since the revision in force was approved, as far as it uses them
public record DocumentStanding(
        String template, State state, @Nullable Revision revision, List<FactChange> changed) {

    public DocumentStanding {
        changed = List.copyOf(changed);
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

        /// What changed since it was kept.
        ///
        /// @param titles what each fact is called
        static List<FactChange> since(String kept, Map<String, String> now, Map<String, String> titles) {
            var before = JSON.readValue(kept, WORDS);
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

    /// 見直しをおすすめします.
    public boolean reviewRecommended() {
        return !changed.isEmpty();
    }

    DocumentStanding with(List<FactChange> changes) {
        return new DocumentStanding(template, state, revision, changes);
    }
}
