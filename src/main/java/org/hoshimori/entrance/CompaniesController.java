package org.hoshimori.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hoshimori.access.Membership;
import org.hoshimori.access.SignInId;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Visits;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Choosing the company to work in, for a sign-in that belongs to several.
@Open("whoever is signed in has no company yet; only the companies of the sign-in are shown")
@Controller
class CompaniesController {

    private final SignIns signIns;
    private final Visits visits;
    private final People people;
    private final Organizations organizations;
    private final Database database;

    CompaniesController(SignIns signIns, Visits visits, People people, Organizations organizations, Database database) {
        this.signIns = signIns;
        this.visits = visits;
        this.people = people;
        this.organizations = organizations;
        this.database = database;
    }

    @GetMapping("/companies")
    String companies(Model model, HttpServletRequest request) {
        var signIn = visits.signedIn(request);
        if (signIn.isEmpty()) {
            return "redirect:/sign-in?next=/companies";
        }
        model.addAttribute("companies", companies(signIn.get()));
        model.addAttribute("places", visits.otherPlaces(signIn.get()));
        model.addAttribute("chosen", visits.chosen(request).orElse(null));
        return "entrance/companies";
    }

    @PostMapping("/companies/{organization}")
    String choose(@PathVariable String organization, HttpServletRequest request) {
        var signIn = visits.signedIn(request);
        if (signIn.isEmpty()) {
            return "redirect:/sign-in?next=/companies";
        }
        var chosen = companies(signIn.get()).stream()
                .map(Company::id)
                .filter(id -> id.toString().equals(organization))
                .findFirst()
                .orElseThrow(() -> new NotFound("company"));
        visits.choose(request, signIn.get(), chosen);
        return "redirect:/";
    }

    /// One transaction per company: two companies never meet in one, and people have few.
    private List<Company> companies(SignInId signIn) {
        return signIns.memberships(signIn).stream()
                .flatMap(membership -> company(membership).stream())
                .toList();
    }

    private Optional<Company> company(Membership membership) {
        OrganizationId organization = membership.organization();
        return database.transact(organization, () -> people.find(organization, membership.member())
                .map(_ -> organizations.company(organization)));
    }
}
