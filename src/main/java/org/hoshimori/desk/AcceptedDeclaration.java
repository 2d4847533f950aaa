package org.hoshimori.desk;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.Application.Purpose;
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

    /// A number as it is typed: wide digits, spaces and hyphens do no harm.
    public static String number(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Pd}\u2212\u30fc]", "");
    }

    public boolean current() {
        return standing == Standing.CURRENT;
    }

    /// What an accepted application makes.
    static AcceptedDeclaration of(Application application, String number, int star, LocalDate since) {
        return new AcceptedDeclaration(
                number,
                application.organization(),
                application.id(),
                Standing.CURRENT,
                star,
                since,
                application.snapshot(),
                null,
                null);
    }

    /// What an accepted application makes of this declaration; null when it is not in a state for it.
    @Nullable
    AcceptedDeclaration after(Application application, LocalDate today) {
        var purpose = application.purpose();
        var company = application.organization();
        if (Life.after(standing, purpose.turn()) instanceof Life.Step.Forbidden) {
            return null;
        }
        if (purpose == Purpose.NEW) {
            return of(application, number, application.star(), today);
        }
        // The number may have gone to another company since this was handed in.
        if (company != null && !suits(purpose, application.star(), company)) {
            return null;
        }
        // Whoever takes over a number takes over its star.
        var next = purpose == Purpose.TRANSFER ? Math.max(star, application.star()) : application.star();
        return of(application, number, next, next == star ? since : today);
    }

    /// The same with this star and these days.
    AcceptedDeclaration as(int itsStar, LocalDate itsSince, @Nullable LocalDate stopped) {
        return new AcceptedDeclaration(
                number, organization, application, standing, itsStar, itsSince, snapshot, stopped, mergedInto);
    }

    AcceptedDeclaration in(Standing next, @Nullable LocalDate stopped) {
        return new AcceptedDeclaration(
                number, organization, application, next, star, since, snapshot, stopped, mergedInto);
    }

    /// Whether an application of this company for this purpose can be about this declaration.
    boolean suits(Purpose purpose, int newStar, OrganizationId company) {
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
