package org.hoshimori.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hoshimori.content.BadContent.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lays the English texts of a file over a copy of its Japanese tree.
///
/// The English file repeats the structure and holds `id`s and texts only: every text with Japanese characters needs its
/// counterpart without them, lists of objects are matched by `id`, lists of plain texts are replaced whole.
final class EnglishOverlay {

    /// Kana, kanji, their punctuation and full-width forms; `×` or `①` are no Japanese.
    private static final Pattern JAPANESE =
            Pattern.compile("[\\u3000-\\u30FF\\u31F0-\\u31FF\\u3400-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF]");

    private final YamlTree japanese;
    private final YamlTree english;
    private final List<Fault> faults;

    private EnglishOverlay(YamlTree japanese, YamlTree english, List<Fault> faults) {
        this.japanese = japanese;
        this.english = english;
        this.faults = faults;
    }

    /// The English tree; complete only if no fault was added.
    static JsonNode lay(YamlTree japanese, YamlTree english, List<Fault> faults) {
        return new EnglishOverlay(japanese, english, faults).merge(japanese.root(), "", english.root(), "");
    }

    static boolean isJapanese(String text) {
        return JAPANESE.matcher(text).find();
    }

    /// Whether a tree holds any text that needs English.
    static boolean needsEnglish(JsonNode node) {
        return node.isString()
                ? isJapanese(node.stringValue())
                : node.values().stream().anyMatch(EnglishOverlay::needsEnglish);
    }

    /// The pointers say where the two nodes stand; a missing English node keeps the pointer where it should stand.
    private JsonNode merge(JsonNode ja, String jaPointer, @Nullable JsonNode en, String enPointer) {
        if (en == null) {
            if (needsEnglish(ja)) {
                untranslated(jaPointer, enPointer);
            }
            return ja;
        }
        if (ja.isObject() && en.isObject()) {
            return mergeObjects(ja, jaPointer, en, enPointer);
        }
        if (ja.isArray() && en.isArray()) {
            return ja.path(0).path("id").isString()
                    ? mergeById(ja, jaPointer, en, enPointer)
                    : mergeByPosition(ja, jaPointer, en, enPointer);
        }
        if (ja.isString() && en.isString()) {
            checkText(ja.stringValue(), en.stringValue(), enPointer);
            return en;
        }
        faults.add(english.fault(
                enPointer,
                "'" + english.place(enPointer) + "' is of another kind than in " + japanese.file() + ":"
                        + japanese.line(jaPointer) + ".",
                ja.isValueNode() && !ja.isString()
                        ? "Remove it; numbers and true/false stand in the Japanese file only."
                        : "Repeat the structure of the Japanese file."));
        return ja;
    }

    private ObjectNode mergeObjects(JsonNode ja, String jaPointer, JsonNode en, String enPointer) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property : ja.properties()) {
            String key = property.getKey();
            merged.set(key, merge(property.getValue(), jaPointer + "/" + key, en.get(key), enPointer + "/" + key));
        }
        for (String key : en.propertyNames()) {
            if (!ja.has(key)) {
                superfluous(enPointer + "/" + key);
            }
        }
        return merged;
    }

    private ArrayNode mergeById(JsonNode ja, String jaPointer, JsonNode en, String enPointer) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < en.size(); i++) {
            String id = en.path(i).path("id").asString("");
            if (id.isEmpty()) {
                faults.add(english.fault(
                        enPointer + "/" + i,
                        "This item has no id, so nobody knows what it translates.",
                        "Begin it with the id of the Japanese item."));
            } else if (places.putIfAbsent(id, i) != null) {
                faults.add(english.fault(
                        enPointer + "/" + i, "The id '" + id + "' stands in this list twice.", "Keep one of the two."));
            }
        }
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < ja.size(); i++) {
            String id = ja.path(i).path("id").asString("");
            known.add(id);
            Integer place = places.get(id);
            merged.add(merge(
                    ja.path(i),
                    jaPointer + "/" + i,
                    place == null ? null : en.path(place),
                    enPointer + "/" + (place == null ? id : place)));
        }
        places.forEach((id, place) -> {
            if (!known.contains(id)) {
                superfluous(enPointer + "/" + place);
            }
        });
        return merged;
    }

    private JsonNode mergeByPosition(JsonNode ja, String jaPointer, JsonNode en, String enPointer) {
        if (ja.size() != en.size()) {
            faults.add(english.fault(
                    enPointer,
                    "'" + english.place(enPointer) + "' has " + en.size() + " items, " + japanese.file() + ":"
                            + japanese.line(jaPointer) + " has " + ja.size() + ".",
                    "Translate the whole list, one item for each."));
            return ja;
        }
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < ja.size(); i++) {
            merged.add(merge(ja.path(i), jaPointer + "/" + i, en.path(i), enPointer + "/" + i));
        }
        return merged;
    }

    private void checkText(String ja, String en, String enPointer) {
        if (en.isBlank() || isJapanese(en)) {
            faults.add(english.fault(
                    enPointer,
                    "'" + english.place(enPointer) + "' is " + (en.isBlank() ? "empty." : "still Japanese."),
                    "Write it in English."));
        } else if (!isJapanese(ja) && !ja.equals(en) && !ja.startsWith("https://")) {
            // Otherwise a translation could quietly change an id, a link between files or a code.
            faults.add(english.fault(
                    enPointer,
                    "'" + english.place(enPointer) + "' changes '" + ja + "', which is not Japanese.",
                    "Remove it; only Japanese texts are translated."));
        }
    }

    private void untranslated(String jaPointer, String enPointer) {
        faults.add(english.fault(
                enPointer,
                "There is no English for '" + japanese.place(jaPointer) + "' (" + japanese.file() + ":"
                        + japanese.line(jaPointer) + ").",
                "Add it here, under the same key or id."));
    }

    private void superfluous(String enPointer) {
        faults.add(english.fault(
                enPointer,
                "'" + english.place(enPointer) + "' is not in " + japanese.file() + ".",
                "Remove it, or correct its name or id."));
    }
}
