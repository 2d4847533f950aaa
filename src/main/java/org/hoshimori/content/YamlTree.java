package org.hoshimori.content;

import java.io.StringReader;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.content.BadContent.Fault;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One YAML file as a tree, with its first line (which names the schema) and the line number of every place in it.
///
/// Plain words follow the JSON-like rules of YAML 1.2 (as the editors do): only `true` and `false` are truth values and
/// a date stays text. The library's own rules are those of YAML 1.1, in which `no` and `off` are not words.
record YamlTree(String file, String firstLine, JsonNode root, Map<String, Integer> lines) {

    private static final Pattern WHOLE = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+\\.[0-9]+");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    YamlTree {
        lines = Map.copyOf(lines);
    }

    /// Reads a file; a file with a fault in its syntax yields no tree.
    static Optional<YamlTree> read(String file, String text, List<Fault> faults) {
        int before = faults.size();
        try {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (node == null) {
                faults.add(new Fault(file, 1, "The file is empty.", "Fill it or remove it."));
                return Optional.empty();
            }
            Conversion conversion = new Conversion(file, faults, new HashMap<>());
            JsonNode root = conversion.convert(node, "");
            return faults.size() > before
                    ? Optional.empty()
                    : Optional.of(new YamlTree(file, text.lines().findFirst().orElse(""), root, conversion.lines));
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            faults.add(new Fault(file, line, "A character that YAML does not allow.", "Remove the control character."));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String problem = "This is not YAML: " + e.getProblem() + ".";
            faults.add(new Fault(
                    file,
                    mark == null ? 1 : mark.getLine() + 1,
                    problem,
                    "Check indentation (two spaces) and colons here and one line above; put quotes around the text."));
        } catch (YAMLException e) {
            faults.add(new Fault(file, 1, "This is not YAML: " + e.getMessage(), "Write one plain YAML document."));
        }
        return Optional.empty();
    }

    /// The line (from 1) of a JSON pointer, or of the nearest place around it.
    int line(String pointer) {
        String place = pointer;
        while (!place.isEmpty()) {
            Integer line = lines.get(place);
            if (line != null) {
                return line;
            }
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault("", 1);
    }

    /// The place in words of the file: `articles › use-antivirus › title` for `/articles/1/title`.
    String place(String pointer) {
        StringBuilder place = new StringBuilder();
        JsonNode node = root;
        for (String step : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1))) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
            JsonNode id = node.path("id");
            place.append(place.isEmpty() ? "" : " › ").append(id.isString() ? id.stringValue() : step);
        }
        return place.isEmpty() ? "the file" : place.toString();
    }

    /// A fault at a place of this file.
    Fault fault(String pointer, String problem, String remedy) {
        return new Fault(file, line(pointer), problem, remedy);
    }

    private record Conversion(String file, List<Fault> faults, Map<String, Integer> lines) {

        JsonNode convert(Node node, String pointer) {
            lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
            if (node.getAnchor() != null) {
                refuse(node, "Anchors (&name) and references (*name) are not used here.", "Write the text out.");
                return JSON.nullNode();
            }
            return switch (node) {
                case MappingNode mapping -> object(mapping, pointer);
                case SequenceNode sequence -> array(sequence, pointer);
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new IllegalStateException("Unknown kind of YAML node: " + node.getNodeId());
            };
        }

        private ObjectNode object(MappingNode mapping, String pointer) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    refuse(tuple.getKeyNode(), "A key is not a word.", "Use a word before the colon.");
                    continue;
                }
                String name = key.getValue();
                if (object.has(name)) {
                    refuse(key, "The key '" + name + "' stands here twice.", "Keep one of the two.");
                    continue;
                }
                String child = pointer + "/" + name;
                lines.put(child, key.getStartMark().getLine() + 1);
                object.set(name, convert(tuple.getValueNode(), child));
            }
            return object;
        }

        private ArrayNode array(SequenceNode sequence, String pointer) {
            ArrayNode array = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, pointer + "/" + array.size()));
            }
            return array;
        }

        private JsonNode scalar(ScalarNode scalar) {
            String text = scalar.getValue();
            if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
                return JSON.stringNode(text);
            }
            return switch (text) {
                case "", "~", "null" -> JSON.nullNode();
                case "true" -> JSON.booleanNode(true);
                case "false" -> JSON.booleanNode(false);
                default -> {
                    if (WHOLE.matcher(text).matches()) {
                        BigInteger number = new BigInteger(text);
                        yield number.bitLength() < 32 ? JSON.numberNode(number.intValue()) : JSON.numberNode(number);
                    }
                    yield DECIMAL.matcher(text).matches()
                            ? JSON.numberNode(Double.parseDouble(text))
                            : JSON.stringNode(text);
                }
            };
        }

        private void refuse(Node node, String problem, String remedy) {
            faults.add(new Fault(file, node.getStartMark().getLine() + 1, problem, remedy));
        }
    }
}
