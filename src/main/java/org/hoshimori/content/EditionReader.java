package org.hoshimori.content;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.content.BadContent.Fault;
import org.hoshimori.content.ContentFiles.Stored;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/// Reads the files of one edition, checks them, lays the English over the Japanese and makes records of both.
final class EditionReader {

    /// One edition in its two languages.
    record Both(Edition japanese, Edition english) {}

    private record Kind(String schema, Class<?> type) {}

    private static final String ENGLISH = "translations/en/";

    /// Templates of documents and blanks; room `template` reads what is in them.
    private static final String DOCUMENTS = "documents/";

    /// Every file that an edition has: nothing is optional, and what is not here is refused, for a misspelt file name
    /// would otherwise be passed over in silence.
    private static final SortedMap<String, Kind> FILES = Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
            Map.entry("edition.yaml", new Kind("edition", Edition.About.class)),
            Map.entry("questionnaires/self-diagnosis.yaml", new Kind("questionnaire", SelfDiagnosis.class)),
            Map.entry("questionnaires/five-articles.yaml", new Kind("five-articles", FiveArticles.class)),
            Map.entry("controls.yaml", new Kind("controls", CandidateControl.Catalogue.class)),
            Map.entry("owner.yaml", new Kind("owner", Owner.class)),
            Map.entry("efforts.yaml", new Kind("efforts", EffortRule.Judgements.class)),
            Map.entry("laws.yaml", new Kind("laws", Laws.class)),
            Map.entry("handbook.yaml", new Kind("handbook", CompanyRules.Handbook.class)),
            Map.entry("documents/handbook/quiz.yaml", new Kind("quiz", CompanyRules.Quiz.class)),
            Map.entry("regulations.yaml", new Kind("regulations", CompanyRules.Regulations.class)),
            Map.entry("check-items.yaml", new Kind("check-items", CompanyRules.CheckItems.class)),
            Map.entry("threats.yaml", new Kind("threats", RiskMethod.Threats.class)),
            Map.entry("methods/3.0.yaml", new Kind("risk-method", RiskMethod.class)),
            Map.entry("methods/3.1.yaml", new Kind("risk-method", RiskMethod.class)),
            Map.entry("glossary.yaml", new Kind("glossary", Appendix.Glossary.class)),
            Map.entry("industries.yaml", new Kind("industries", Appendix.Industries.class)),
            Map.entry("prefectures.yaml", new Kind("prefectures", Appendix.Prefectures.class)),
            Map.entry("references.yaml", new Kind("references", Appendix.References.class)),
            Map.entry("starting-assets.yaml", new Kind("starting-assets", Appendix.StartingAssets.class)))));

    private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(Listing.class, absent -> absent.setNullHandling(EMPTY))
            .withConfigOverride(List.class, absent -> absent.setNullHandling(EMPTY))
            .annotationIntrospector(new RequiredUnlessNullable())
            .build();

    private final String id;
    private final SortedMap<String, Stored> stored;
    private final ContentSchemas schemas;
    private final List<Fault> faults;

    private EditionReader(String id, SortedMap<String, Stored> stored, ContentSchemas schemas, List<Fault> faults) {
        this.id = id;
        this.stored = stored;
        this.schemas = schemas;
        this.faults = faults;
    }

    /// The edition, or nothing when faults were added; `stored` are its files by their path inside the edition.
    static Optional<Both> read(
            String id, SortedMap<String, Stored> stored, ContentSchemas schemas, List<Fault> faults) {
        return new EditionReader(id, stored, schemas, faults).read();
    }

    private Optional<Both> read() {
        int before = faults.size();
        refuseUnknownFiles();
        Map<String, YamlTree> japanese = new TreeMap<>();
        Map<String, YamlTree> translations = new TreeMap<>();
        FILES.forEach((path, kind) -> {
            tree(path).ifPresent(tree -> {
                ContentSchemas.checkFirstLine(tree, kind.schema(), faults);
                schemas.check(tree, kind.schema(), faults);
                japanese.put(path, tree);
            });
            if (stored.containsKey(ENGLISH + path)) {
                tree(ENGLISH + path).ifPresent(tree -> translations.put(path, tree));
            }
        });
        checkIds(japanese, faults.subList(before, faults.size()).stream().toList());
        Map<String, JsonNode> translated = translate(japanese, translations);
        if (faults.size() > before) {
            return Optional.empty();
        }
        Map<String, Object> ja = new HashMap<>();
        Map<String, Object> en = new HashMap<>();
        FILES.forEach((path, kind) -> {
            YamlTree tree = japanese.get(path);
            if (tree != null) {
                bind(tree.root(), tree, kind.type()).ifPresent(part -> ja.put(path, part));
                bind(translated.getOrDefault(path, tree.root()), tree, kind.type())
                        .ifPresent(part -> en.put(path, part));
            }
        });
        var texts = documentTexts("");
        var english = documentTexts(ENGLISH);
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Both(edition(ja, texts), edition(en, english)));
    }

    /// The texts below `documents/` of one language, by their path after it.
    private List<Edition.DocumentText> documentTexts(String language) {
        var texts = new ArrayList<Edition.DocumentText>();
        stored.forEach((path, file) -> {
            if (path.startsWith(language + DOCUMENTS)) {
                var name = path.substring(language.length() + DOCUMENTS.length());
                file.text(faults).ifPresent(text -> texts.add(new Edition.DocumentText(name, file.shownAs(), text)));
            }
        });
        return texts;
    }

    private void refuseUnknownFiles() {
        stored.forEach((path, file) -> {
            String known = path.startsWith(ENGLISH) ? path.substring(ENGLISH.length()) : path;
            if (!FILES.containsKey(known) && !known.startsWith(DOCUMENTS)) {
                faults.add(new Fault(
                        file.shownAs(),
                        1,
                        "An edition has no file '" + path + "'.",
                        "Remove it, or give it one of the names " + FILES.keySet() + "."));
            }
        });
    }

    private Optional<YamlTree> tree(String path) {
        Stored file = stored.get(path);
        if (file == null) {
            faults.add(missing(path));
            return Optional.empty();
        }
        return file.text(faults).flatMap(text -> YamlTree.read(file.shownAs(), text, faults));
    }

    private Fault missing(String path) {
        return new Fault("content/editions/" + id + "/" + path, 1, "The file is missing.", "Write it.");
    }

    private void checkIds(Map<String, YamlTree> japanese, List<Fault> reported) {
        YamlTree about = japanese.get("edition.yaml");
        if (about != null && !about.root().path("id").asString("").equals(id)) {
            faults.add(about.fault("/id", "The id is not the name of the folder.", "Write id: \"" + id + "\"."));
        }
        Set<String> lines = new HashSet<>();
        reported.forEach(fault -> lines.add(fault.file() + ":" + fault.line()));
        List<Fault> found = new ArrayList<>();
        IdCheck.check(japanese, found);
        // A schema that lists its ids has barked at the same line already.
        found.stream()
                .filter(fault -> !lines.contains(fault.file() + ":" + fault.line()))
                .forEach(faults::add);
    }

    private Map<String, JsonNode> translate(Map<String, YamlTree> japanese, Map<String, YamlTree> english) {
        Map<String, JsonNode> translated = new HashMap<>();
        japanese.forEach((path, tree) -> {
            YamlTree translation = english.get(path);
            if (translation != null) {
                translated.put(path, EnglishOverlay.lay(tree, translation, faults));
            } else if (!stored.containsKey(ENGLISH + path) && EnglishOverlay.needsEnglish(tree.root())) {
                faults.add(missing(ENGLISH + path));
            }
        });
        return translated;
    }

    private Optional<Object> bind(JsonNode node, YamlTree tree, Class<?> type) {
        try {
            return Optional.of(MAPPER.treeToValue(node, type));
        } catch (DatabindException e) {
            StringBuilder pointer = new StringBuilder();
            e.getPath().forEach(step -> pointer.append('/')
                    .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()));
            faults.add(tree.fault(
                    pointer.toString(),
                    e.getCause() instanceof IllegalArgumentException rule
                            ? String.valueOf(rule.getMessage())
                            : e.getOriginalMessage(),
                    "Correct the value; if the schema allows it, the record in org.hoshimori.content must follow."));
            return Optional.empty();
        }
    }

    private static Edition edition(Map<String, Object> parts, List<Edition.DocumentText> documents) {
        return new Edition(
                part(parts, Edition.About.class),
                Edition.Questions.of(
                        part(parts, SelfDiagnosis.class),
                        part(parts, FiveArticles.class),
                        part(parts, CandidateControl.Catalogue.class)),
                new Edition.ForOwner(
                        part(parts, Owner.class), part(parts, EffortRule.Judgements.class), part(parts, Laws.class)),
                CompanyRules.of(
                        part(parts, CompanyRules.Handbook.class),
                        part(parts, CompanyRules.Quiz.class),
                        part(parts, CompanyRules.Regulations.class),
                        part(parts, CompanyRules.CheckItems.class)),
                new RiskMethod.Analysis(
                        part(parts, RiskMethod.Threats.class),
                        new Listing<>(parts.values().stream()
                                .filter(RiskMethod.class::isInstance)
                                .map(RiskMethod.class::cast)
                                .sorted(Comparator.comparing(RiskMethod::id))
                                .toList())),
                new Appendix(
                        part(parts, Appendix.Glossary.class),
                        part(parts, Appendix.Industries.class),
                        part(parts, Appendix.Prefectures.class),
                        part(parts, Appendix.References.class),
                        part(parts, Appendix.StartingAssets.class)),
                documents);
    }

    private static <T> T part(Map<String, Object> parts, Class<T> type) {
        return parts.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no file is read as " + type));
    }

    /// What a schema lets be absent must be `@Nullable` in its record: otherwise a missing text would travel as a null
    /// that the compiler believes impossible. A list that may be absent is empty instead.
    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                    && constructor.getDeclaringClass().isRecord()) {
                return !List.class.isAssignableFrom(parameter.getRawType())
                        && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                                Nullable.class);
            }
            return super.hasRequiredMarker(config, member);
        }
    }
}
