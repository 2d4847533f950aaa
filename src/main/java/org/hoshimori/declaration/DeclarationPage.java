package org.hoshimori.declaration;

import java.util.List;
import java.util.Optional;
import org.hoshimori.declaration.Declaring.Draft;
import org.hoshimori.declaration.Declaring.Elsewhere;
import org.hoshimori.declaration.Readiness.Ready;
import org.hoshimori.desk.AcceptedDeclaration;
import org.hoshimori.desk.Application;
import org.hoshimori.organization.Company;
import org.hoshimori.programme.Programme;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// Where the company stands with its declaration.
///
/// @param draft what is prepared; null for nothing
record DeclarationPage(
        Company company,
        Programme.Mode mode,
        Ready ready,
        @Nullable Draft draft,
        List<Application> applications,
        List<AcceptedDeclaration> declarations,
        List<Elsewhere> elsewhere,
        Rights rights,
        Typed typed) {

    /// What the reader may do.
    enum Rights {
        READ,
        DECLARE
    }

    /// What was typed in the small form for declarations made elsewhere.
    record Typed(String number, String star, String declaredOn, Problems problems) {
        static final Typed NOTHING = new Typed("", "1", "", Problems.NONE);
    }

    boolean declares() {
        return rights == Rights.DECLARE && !company.sample();
    }

    boolean runs() {
        return mode != Programme.Mode.OFF;
    }

    Optional<AcceptedDeclaration> current() {
        return declarations.stream().filter(AcceptedDeclaration::current).findFirst();
    }

    Optional<AcceptedDeclaration> stopped() {
        return current().isPresent()
                ? Optional.empty()
                : declarations.stream().filter(one -> one.stoppedOn() != null).findFirst();
    }

    /// The application that is under way.
    Optional<Application> open() {
        return applications.stream().filter(one -> one.stage().open()).findFirst();
    }
}
