package org.hoshimori.organization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What must not happen to the company (絶対に起きては困ること), as the owner chose it.
@Component
public class Worries {

    private final Database database;
    private final OrganizationRepository companies;
    private final Trail trail;
    private final Clock clock;

    Worries(Database database, OrganizationRepository companies, Trail trail, Clock clock) {
        this.database = database;
        this.companies = companies;
        this.trail = trail;
        this.clock = clock;
    }

    /// One of them: an entry of the content or a sentence of the owner's own; the other one is null.
    public record Worry(
            @Nullable String contentId, @Nullable String ownText) {

        /// How the trail remembers it.
        String words() {
            return Objects.requireNonNullElse(contentId == null ? ownText : contentId, "");
        }
    }

    /// In the order in which they were chosen.
    public List<Worry> of(OrganizationId organization) {
        return companies.worries(organization);
    }

    /// Replaces what was chosen before. Entries that stand twice and empty sentences are left out.
    public void choose(Actor actor, List<String> contentIds, List<String> ownTexts) {
        var chosen = new ArrayList<Worry>();
        contentIds.stream().distinct().forEach(id -> chosen.add(new Worry(id, null)));
        ownTexts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .forEach(text -> chosen.add(new Worry(null, text)));
        database.transact(actor.organization(), () -> {
            companies.lock(actor.organization());
            var before = of(actor.organization());
            if (!before.equals(chosen)) {
                companies.worries(actor.organization(), chosen, OffsetDateTime.now(clock));
                trail.append(
                        actor.organization(),
                        actor.author(),
                        Subject.of("company", actor.organization()),
                        new Change("changed-worries", words(before), words(chosen)));
            }
            return chosen;
        });
    }

    private static @Nullable String words(List<Worry> worries) {
        return worries.isEmpty() ? null : worries.stream().map(Worry::words).collect(Collectors.joining(" / "));
    }
}
