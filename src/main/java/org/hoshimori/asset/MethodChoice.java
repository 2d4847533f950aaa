package org.hoshimori.asset;

import java.util.List;
import java.util.NoSuchElementException;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.stereotype.Component;

/// By which edition of the method a company counts: 3.0 shows figures of 0 to 2, 3.1 of 1 to 3. What is stored stays
/// 0 to 2, so that a company can go back.
@Component
public class MethodChoice {

    /// The methods there are, the first for whoever has not chosen.
    public static final List<String> METHODS = List.of("3.0", "3.1");

    private final Database database;
    private final StepRepository settings;
    private final Trail trail;

    MethodChoice(Database database, StepRepository settings, Trail trail) {
        this.database = database;
        this.settings = settings;
        this.trail = trail;
    }

    /// `3.0` or `3.1`.
    public String of(OrganizationId organization) {
        return settings.method(organization).orElse(METHODS.getFirst());
    }

    /// Counts by another edition from now on. Errors: [NoSuchElementException] for one that does not exist.
    public void choose(Actor actor, String method) {
        if (!METHODS.contains(method)) {
            throw new NoSuchElementException(method);
        }
        database.transact(actor.organization(), () -> {
            var before = of(actor.organization());
            if (!before.equals(method)) {
                settings.choose(actor.organization(), method);
                trail.append(
                        actor.organization(),
                        actor.author(),
                        Subject.of("register", actor.organization()),
                        new Change("changed-method", before, method));
            }
            return method;
        });
    }

    /// How much more than what is stored a method shows.
    public static int offset(String method) {
        return method.equals("3.0") ? 0 : 1;
    }
}
