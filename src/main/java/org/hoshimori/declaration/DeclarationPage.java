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
    ///
    /// @param transfer number of another company's declaration, typed in the form to take it over
    record Typed(String number, String star, String declaredOn, String transfer, Problems problems) {
        static final Typed NOTHING = new Typed("", "1", "", "", Problems.NONE);

        static Typed transfer(String number) {
            var problems = Problems.one("transfer-number", "declaration.problem.transfer");
            return new Typed("", "1", "", number, problems);
        }

        boolean elsewhereWrong() {
            return problems.at("number") != null || problems.at("declaredOn") != null;
        }
    }

    boolean declares() {
        return rights == Rights.DECLARE && !company.sample();
    }

    boolean runs() {
        return mode != Programme.Mode.OFF;
    }

    /// After a transfer a company may have several.
    List<AcceptedDeclaration> current() {
        return declarations.stream().filter(AcceptedDeclaration::current).toList();
    }

    Optional<AcceptedDeclaration> stopped() {
        return !current().isEmpty()
                ? Optional.empty()
                : declarations.stream().filter(one -> one.stoppedOn() != null).findFirst();
    }

    /// The application that is under way.
    Optional<Application> open() {
        return applications.stream().filter(one -> one.stage().open()).findFirst();
    }
}
