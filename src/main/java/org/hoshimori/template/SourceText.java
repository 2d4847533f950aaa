package org.hoshimori.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.content.BadContent.Fault;
import org.hoshimori.content.Edition;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// A YAML mapping of the content with the file it stands in. Every question that it cannot answer becomes a fault with
/// file and line instead of an exception, so that one start shows them all.
record SourceText(Edition.DocumentText file, Map<String, Object> values, int line, List<Fault> faults) {

    /// Reads a whole text as one mapping.
    static SourceText read(Edition.DocumentText file, String yaml, List<Fault> faults) {
        try {
            var read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            if (read instanceof Map<?, ?> map) {
                return new SourceText(file, strings(map), 1, faults);
            }
            faults.add(new Fault(file.shownAs(), 1, "This is no list of names and values.", "Write name: value."));
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(file.shownAs(), line, String.valueOf(e.getProblem()), "Correct the YAML."));
        }
        return new SourceText(file, Map.of(), 1, faults);
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        var strings = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                strings.put(String.valueOf(key), value);
            }
        });
        return strings;
    }

    /// The same values with those of another language over them.
    SourceText under(@Nullable SourceText translation) {
        if (translation == null) {
            return this;
        }
        var laid = new LinkedHashMap<>(values);
        laid.putAll(translation.values());
        return new SourceText(file, laid, line, faults);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /// A text that must be there.
    String said(String key) {
        var value = values.get(key);
        if (value == null || value instanceof Map || value instanceof List) {
            fault("'" + key + "' is missing.", "Write " + key + ": and its text.");
            return "";
        }
        return String.valueOf(value).strip();
    }

    String said(String key, String otherwise) {
        return has(key) ? said(key) : otherwise;
    }

    @Nullable
    String maybe(String key) {
        return has(key) ? said(key) : null;
    }

    @Nullable
    Integer number(String key) {
        var value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer whole) {
            return whole;
        }
        fault("'" + key + "' is no whole number.", "Write digits.");
        return null;
    }

    /// Texts of a list; none when it is missing.
    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        if (values.get(key) instanceof List<?> list) {
            list.forEach(one -> texts.add(String.valueOf(one)));
        } else if (has(key)) {
            fault("'" + key + "' is no list.", "Write " + key + ": [one, two].");
        }
        return texts;
    }

    /// Mappings of a list; none when it is missing.
    List<SourceText> each(String key) {
        var each = new ArrayList<SourceText>();
        if (values.get(key) instanceof List<?> list) {
            for (var one : list) {
                if (one instanceof Map<?, ?> map) {
                    var strings = strings(map);
                    each.add(new SourceText(file, strings, lineOf(strings.get("id")), faults));
                }
            }
        }
        return each;
    }

    /// Texts of a mapping; none when it is missing.
    Map<String, String> pairs(String key) {
        var pairs = new LinkedHashMap<String, String>();
        if (values.get(key) instanceof Map<?, ?> map) {
            strings(map).forEach((name, value) -> pairs.put(name, String.valueOf(value)));
        }
        return pairs;
    }

    void fault(String problem, String remedy) {
        faults.add(new Fault(file.shownAs(), line, problem, remedy));
    }

    private int lineOf(@Nullable Object id) {
        var lines = file.text().lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().matches("-? ?id: " + java.util.regex.Pattern.quote(Objects.toString(id, "\n")))) {
                return i + 1;
            }
        }
        return line;
    }
}
