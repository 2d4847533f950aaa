package org.hoshimori.content;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.content.BadContent.Fault;
import org.hoshimori.content.ContentFiles.Stored;

/// The JSON Schemas of `content/schema/`: the format of every file, the same one that completes in an editor.
final class ContentSchemas {

    private static final String HOME = "https://hoshimori.invalid/content/schema/";
    private static final Pattern MODELINE =
            Pattern.compile("# yaml-language-server: \\$schema=(?:\\.\\./)+schema/([a-z-]+)\\.schema\\.json\\s*");

    private final Map<String, String> texts = new HashMap<>();
    private final SchemaRegistry registry;

    ContentSchemas(Map<String, Stored> schemas, List<Fault> faults) {
        schemas.forEach((name, stored) -> stored.text(faults).ifPresent(text -> texts.put(HOME + name, text)));
        // English, whatever the language of the machine: faults are read by whoever keeps the content.
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
        registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts)
                        .schemaRegistryConfig(config));
    }

    /// Whether the first line tells editors the right schema; without it nobody completes or checks while writing.
    static void checkFirstLine(YamlTree tree, String schema, List<Fault> faults) {
        Matcher modeline = MODELINE.matcher(tree.firstLine());
        if (!modeline.matches() || !modeline.group(1).equals(schema)) {
            faults.add(new Fault(
                    tree.file(),
                    1,
                    "The first line does not name the schema of this file.",
                    "Begin with '# yaml-language-server: $schema=…/schema/" + schema + ".schema.json'."));
        }
    }

    /// Adds every breach of a schema (its file name without `.schema.json`).
    void check(YamlTree tree, String schema, List<Fault> faults) {
        String name = schema + ".schema.json";
        if (!texts.containsKey(HOME + name)) {
            faults.add(new Fault("content/schema/" + name, 1, "The schema is missing.", "Restore it."));
            return;
        }
        try {
            Schema checker = registry.getSchema(SchemaLocation.of(HOME + name));
            for (Error error : checker.validate(tree.root())) {
                faults.add(fault(tree, name, error));
            }
        } catch (SchemaException e) {
            faults.add(new Fault(
                    "content/schema/" + name,
                    1,
                    "The schema cannot be used: " + e.getMessage(),
                    "Mend it (JSON Schema 2020-12)."));
        }
    }

    private static Fault fault(YamlTree tree, String schema, Error error) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        String remedy =
                switch (error.getKeyword()) {
                    case "required" -> "Add '" + property + ":' here.";
                    case "additionalProperties", "unevaluatedProperties", "false" ->
                        "Remove it, or correct the spelling of its name.";
                    case "enum", "const" -> "Use one of the words that the message lists.";
                    case "type" -> "Write a value of that kind; put quotes around a number or date that is a text.";
                    case "minItems", "maxItems" -> "Add or remove items of this list.";
                    default -> "Follow content/schema/" + schema + ".";
                };
        boolean superfluous = "additionalProperties".equals(error.getKeyword()) && property != null;
        String place = superfluous ? pointer + "/" + property : pointer;
        return tree.fault(place, "At " + tree.place(pointer) + ": " + error.getMessage() + ".", remedy);
    }
}
