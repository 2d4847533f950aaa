package org.hoshimori.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.content.BadContent.Fault;
import tools.jackson.databind.JsonNode;

/// Checks the ids of one edition: each stands once in its list, and whoever names one names one that exists.
///
/// A path such as `questions/*/links/article` walks keys; `*` stands for each item of a list.
final class IdCheck {

    private record Path(String file, String steps) {}

    private record Reference(Path from, String kind) {}

    private record Named(YamlTree tree, String pointer, String id) {}

    private record Link(Named at, String item, String question) {

        boolean joinsTheSameAs(Link other) {
            return item.equals(other.item) && question.equals(other.question);
        }
    }

    private static final String DIAGNOSIS = "questionnaires/self-diagnosis.yaml";
    private static final String ARTICLES = "questionnaires/five-articles.yaml";

    /// Where the ids of each kind are given.
    private static final Map<String, Path> HOMES = Map.of(
            "question", new Path(DIAGNOSIS, "questions/*/id"),
            "part", new Path(DIAGNOSIS, "parts/*/id"),
            "answer", new Path(DIAGNOSIS, "scale/*/id"),
            "article", new Path(ARTICLES, "articles/*/id"),
            "handbook section", new Path("handbook.yaml", "sections/*/id"),
            "regulation chapter", new Path("regulations.yaml", "chapters/*/id"),
            "check item", new Path("check-items.yaml", "groups/*/items/*/id"),
            "law", new Path("laws.yaml", "laws/*/id"),
            "effort", new Path("owner.yaml", "efforts/*/id"));

    private static final List<Reference> REFERENCES = List.of(
            reference(DIAGNOSIS, "questions/*/part", "part"),
            reference(DIAGNOSIS, "not_applicable/answer", "answer"),
            reference(DIAGNOSIS, "questions/*/links/article", "article"),
            reference(DIAGNOSIS, "questions/*/links/handbook", "handbook section"),
            reference(DIAGNOSIS, "questions/*/links/regulations/*", "regulation chapter"),
            reference(DIAGNOSIS, "questions/*/links/check_items/*", "check item"),
            reference(ARTICLES, "articles/*/question", "question"),
            reference("controls.yaml", "controls/*/question", "question"),
            reference("controls.yaml", "controls/*/who", "role"),
            reference("controls.yaml", "controls/*/sizes/*", "company size"),
            reference("handbook.yaml", "sections/*/questions/*", "question"),
            reference("documents/handbook/quiz.yaml", "questions/*/section", "handbook section"),
            reference("regulations.yaml", "chapters/*/questions/*", "question"),
            reference("regulations.yaml", "situations/*/chapters/*", "regulation chapter"),
            reference("regulations.yaml", "law_chapters/*/law", "law"),
            reference("regulations.yaml", "law_chapters/*/chapters/*", "regulation chapter"),
            reference("check-items.yaml", "groups/*/id", "regulation chapter"),
            reference("check-items.yaml", "groups/*/items/*/estimate/costs/*/size", "company size"),
            reference("threats.yaml", "media/*/threats/*/check_items/*", "check item"),
            reference("owner.yaml", "sections/*/efforts/*", "effort"),
            reference("owner.yaml", "worries/*/questions/*", "question"),
            reference("efforts.yaml", "efforts/*/id", "effort"),
            reference("efforts.yaml", "efforts/*/rule/questions/*", "question"));

    private final Map<String, YamlTree> trees;
    private final List<Fault> faults;

    private IdCheck(Map<String, YamlTree> trees, List<Fault> faults) {
        this.trees = trees;
        this.faults = faults;
    }

    /// Adds a fault for each id that stands twice or leads nowhere; files that could not be read are left out.
    static void check(Map<String, YamlTree> trees, List<Fault> faults) {
        IdCheck check = new IdCheck(trees, faults);
        trees.values().forEach(tree -> check.findTwins(tree, tree.root(), "", "", new HashMap<>()));
        REFERENCES.forEach(check::follow);
        check.agree("articles/*", ARTICLES, "question", "article");
        check.agree("sections/*", "handbook.yaml", "questions/*", "handbook");
        check.agree("chapters/*", "regulations.yaml", "questions/*", "regulations/*");
    }

    private static Reference reference(String file, String steps, String kind) {
        return new Reference(new Path(file, steps), kind);
    }

    /// Ids in the same kind of place (the same path when list positions are left out) must differ over the whole file.
    private void findTwins(YamlTree tree, JsonNode node, String pointer, String shape, Map<String, Integer> seen) {
        JsonNode id = node.path("id");
        if (id.isString() && !pointer.isEmpty()) {
            int line = tree.line(pointer + "/id");
            Integer first = seen.putIfAbsent(shape + "=" + id.stringValue(), line);
            if (first != null) {
                faults.add(tree.fault(
                        pointer + "/id",
                        "The id '" + id.stringValue() + "' stands already in line " + first + ".",
                        "Give one of the two another id; an id in use never changes."));
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                findTwins(tree, node.path(i), pointer + "/" + i, shape + "/*", seen);
            }
        }
        node.properties()
                .forEach(property -> findTwins(
                        tree,
                        property.getValue(),
                        pointer + "/" + property.getKey(),
                        shape + "/" + property.getKey(),
                        seen));
    }

    private void follow(Reference reference) {
        Set<String> known = known(reference.kind());
        if (known.isEmpty()) {
            return; // the home of these ids could not be read; that fault is reported already
        }
        for (Named named : find(reference.from())) {
            if (!known.contains(named.id())) {
                faults.add(named.tree()
                        .fault(
                                named.pointer(),
                                "There is no " + reference.kind() + " '" + named.id() + "'.",
                                "Use an id of " + homeOf(reference.kind()) + "."));
            }
        }
    }

    private Set<String> known(String kind) {
        return switch (kind) {
            case "role" -> Set.copyOf(CandidateControl.ROLES);
            case "company size" -> Set.copyOf(CandidateControl.SIZES);
            default -> find(home(kind)).stream().map(Named::id).collect(Collectors.toSet());
        };
    }

    private static Path home(String kind) {
        Path home = HOMES.get(kind);
        if (home == null) {
            throw new IllegalStateException("no home for ids of the kind " + kind);
        }
        return home;
    }

    private static String homeOf(String kind) {
        return switch (kind) {
            case "role" -> CandidateControl.ROLES.toString();
            case "company size" -> CandidateControl.SIZES.toString();
            default -> home(kind).file();
        };
    }

    /// A link that is written down at both of its ends must say the same at both.
    private void agree(String items, String file, String questions, String link) {
        List<Link> links = new ArrayList<>();
        for (Named item : find(new Path(DIAGNOSIS, "questions/*/links/" + link))) {
            String question = item.pointer().replaceFirst("/links/.*", "/id");
            links.add(new Link(item, item.id(), item.tree().root().at(question).asString("")));
        }
        List<Link> backLinks = new ArrayList<>();
        for (Named question : find(new Path(file, items + "/" + questions))) {
            String item = question.pointer().replaceFirst("/questions?(/[0-9]+)?$", "/id");
            backLinks.add(new Link(question, question.tree().root().at(item).asString(""), question.id()));
        }
        if (trees.containsKey(DIAGNOSIS) && trees.containsKey(file)) {
            oneSided(links, backLinks, file);
            oneSided(backLinks, links, DIAGNOSIS);
        }
    }

    private void oneSided(List<Link> links, List<Link> backLinks, String other) {
        for (Link link : links) {
            if (backLinks.stream().noneMatch(link::joinsTheSameAs)) {
                faults.add(link.at()
                        .tree()
                        .fault(
                                link.at().pointer(),
                                "'" + link.item() + "' and the question '" + link.question()
                                        + "' are linked here, but not in " + other + ".",
                                "Write the link at both ends or at neither."));
            }
        }
    }

    private List<Named> find(Path path) {
        YamlTree tree = trees.get(path.file());
        List<Named> found = new ArrayList<>();
        if (tree != null) {
            walk(new Named(tree, "", ""), tree.root(), List.of(path.steps().split("/")), found);
        }
        return found;
    }

    private static void walk(Named here, JsonNode node, List<String> steps, List<Named> found) {
        if (steps.isEmpty()) {
            if (node.isString()) {
                found.add(new Named(here.tree(), here.pointer(), node.stringValue()));
            }
            return;
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        if (!step.equals("*")) {
            walk(new Named(here.tree(), here.pointer() + "/" + step, ""), node.path(step), rest, found);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(new Named(here.tree(), here.pointer() + "/" + i, ""), node.path(i), rest, found);
            }
        }
    }
}
