package org.hoshimori.regulation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What comes from outside and asks for rules, as the company chose it: laws, situations of the content, own words.
@Component
class Outside {

    /// @param item id of the content; the company's own words where the kind is own
    record Item(Kind kind, String item) {}

    enum Kind {
        LAW,
        SITUATION,
        OWN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    private final Database database;
    private final OutsideRepository items;
    private final Trail trail;
    private final Clock clock;

    Outside(Database database, OutsideRepository items, Trail trail, Clock clock) {
        this.database = database;
        this.items = items;
        this.trail = trail;
        this.clock = clock;
    }

    List<Item> of(OrganizationId organization) {
        return items.of(organization);
    }

    /// Replaces what was chosen before; the same again changes nothing.
    void choose(Actor actor, List<Item> chosen) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            var before = items.of(organization);
            var now = chosen.stream().distinct().toList();
            if (!before.equals(now)) {
                items.choose(organization, now, actor.name(), OffsetDateTime.now(clock));
                trail.append(
                        organization,
                        actor.author(),
                        Subject.of("company", organization),
                        new Change("outside-chosen", words(before), words(now)));
            }
            return now;
        });
    }

    private static @Nullable String words(List<Item> items) {
        return items.isEmpty() ? null : items.stream().map(Item::item).collect(Collectors.joining(" / "));
    }
}
