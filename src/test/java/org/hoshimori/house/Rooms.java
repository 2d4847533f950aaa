package org.hoshimori.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The rooms and their order: the single place to add one. Whoever adds a room also writes its `package-info.java`.
final class Rooms {

    static final String HOUSE = "org.hoshimori";

    /// A room may use the rooms after it, never those before it.
    static final List<String> ORDER = List.of(
            "sample",
            "trial",
            "home",
            "declaration",
            "takeover",
            "desk",
            "programme",
            "directory",
            "address",
            "handout",
            "publication",
            "regulation",
            "document",
            "workbook",
            "scenario",
            "treatment",
            "check",
            "risk",
            "threat",
            "intake",
            "asset",
            "control",
            "result",
            "respondent",
            "article",
            "assessment",
            "entrance",
            "access",
            "people",
            "organization",
            "template",
            "content",
            "trail",
            "web",
            "database");

    /// Rooms beside the order, with all that they may use. Any room may use them.
    static final Map<String, Set<String>> BESIDE = Map.of(
            "paper", Set.of("database", "trail"),
            "file", Set.of("database", "trail", "web"),
            "mail", Set.of("database", "trail", "web"));

    private Rooms() {}

    static Set<String> all() {
        var rooms = new TreeSet<>(ORDER);
        rooms.addAll(BESIDE.keySet());
        return rooms;
    }

    static boolean exists(String room) {
        return ORDER.contains(room) || BESIDE.containsKey(room);
    }

    static boolean mayUse(String room, String other) {
        if (room.equals(other)) {
            return true;
        }
        if (BESIDE.containsKey(room)) {
            return BESIDE.getOrDefault(room, Set.of()).contains(other);
        }
        if (BESIDE.containsKey(other)) {
            return ORDER.contains(room);
        }
        return ORDER.contains(room) && ORDER.contains(other) && ORDER.indexOf(room) < ORDER.indexOf(other);
    }

    /// The room of a class below `root`: the first word of the package after it; empty for classes elsewhere.
    static Optional<String> of(JavaClass type, String root) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        return Optional.of(name.substring(root.length() + 1).split("\\.", 2)[0]);
    }

    /// In words, for a report.
    static String allowance(String room) {
        if (BESIDE.containsKey(room)) {
            return room + " may use only " + new TreeSet<>(BESIDE.getOrDefault(room, Set.of()));
        }
        return room + " may use only " + ORDER.subList(ORDER.indexOf(room) + 1, ORDER.size()) + " and "
                + new TreeSet<>(BESIDE.keySet());
    }
}
