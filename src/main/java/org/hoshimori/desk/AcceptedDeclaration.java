package org.hoshimori.desk;

import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.Life.Standing;
import org.jspecify.annotations.Nullable;

/// A declaration that has a number.
///
/// @param organization null for declarations that came from elsewhere
/// @param application the one that was accepted last
/// @param since day on which this star was declared
public record AcceptedDeclaration(
        String number,
        @Nullable OrganizationId organization,
        UUID application,
        Standing standing,
        int star,
        LocalDate since,
        Snapshot snapshot,
        @Nullable LocalDate stoppedOn,
        @Nullable String mergedInto) {

    public boolean current() {
        return standing == Standing.CURRENT;
    }

    /// What an accepted application makes.
    static AcceptedDeclaration of(Application application, String number, LocalDate since) {
        return new AcceptedDeclaration(
                number,
                application.organization(),
                application.id(),
                Standing.CURRENT,
                application.star(),
                since,
                application.snapshot(),
                null,
                null);
    }

    AcceptedDeclaration in(Standing next, @Nullable LocalDate stopped) {
        return new AcceptedDeclaration(
                number, organization, application, next, star, since, snapshot, stopped, mergedInto);
    }

    /// Whether an application of this company for this purpose can be about this declaration.
    boolean suits(Application.Purpose purpose, int newStar, OrganizationId company) {
        var own = company.equals(organization);
        return switch (purpose) {
            case NEW -> false;
            case CHANGE -> current() && own && star == newStar;
            case STEP_UP -> current() && own && star < newStar;
            case RESTART -> standing == Standing.STOPPED && own;
            case TRANSFER -> current() && !own;
        };
    }
}
