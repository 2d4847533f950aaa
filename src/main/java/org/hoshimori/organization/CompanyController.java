package org.hoshimori.organization;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Organizations.PostalCodes.Street;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shell;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The company's facts.
@Controller
class CompanyController {

    private final Organizations organizations;
    private final Database database;
    private final Editions editions;
    private final Organizations.PostalCodes postalCodes;

    CompanyController(
            Organizations organizations, Database database, Editions editions, Organizations.PostalCodes postalCodes) {
        this.organizations = organizations;
        this.database = database;
        this.editions = editions;
        this.postalCodes = postalCodes;
    }

    /// A postal code that leads to an address.
    ///
    /// @param streets to choose from; null while no official file is loaded
    record Postal(String typed, @Nullable List<Street> streets) {

        List<Street> choices() {
            return streets == null ? List.of() : streets;
        }
    }

    /// What the page gets.
    ///
    /// @param edits whether the person may change the facts
    record Page(CompanyForm form, Problems problems, boolean edits, Edition edition, Postal postal) {

        /// Fields that documents and declarations ask for and that are empty, in the order of the page.
        List<String> missing() {
            var asked = new LinkedHashMap<String, @Nullable String>();
            asked.put("representative", form.representative());
            asked.put("prefecture", form.prefecture());
            asked.put("address", form.address());
            asked.put("industry", form.industry());
            asked.put("employees", form.employees());
            return asked.entrySet().stream()
                    .filter(one -> CompanyForm.shown(one.getValue()).isBlank())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        String fact(Shell shell, @Nullable String fact) {
            return fact == null ? shell.text("organization.company.unknown") : fact;
        }

        @Nullable
        String industry() {
            return edition.industries().stream()
                    .filter(industry -> industry.code().equals(form.industry()))
                    .map(Appendix.Industry::title)
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        String prefecture(Shell shell) {
            return edition.prefectures().stream()
                    .filter(prefecture -> prefecture.code().equals(form.prefecture()))
                    .map(prefecture -> shell.english() ? prefecture.english() : prefecture.title())
                    .findFirst()
                    .orElse(null);
        }
    }

    @GetMapping("/company")
    @Permitted(Permission.READ)
    String company(Actor actor, Locale locale, Model model) {
        return database.transact(actor.organization(), () -> {
            var form = CompanyForm.of(organizations.company(actor.organization()));
            return page(actor, form, Problems.NONE, editions.standard(locale), model);
        });
    }

    /// Fills the address from a postal code; nothing is saved yet.
    ///
    /// @param street place of the chosen one among several
    @PostMapping("/company/postal-code")
    @Permitted(Permission.EDIT_COMPANY)
    String look(
            Actor actor,
            CompanyForm form,
            @RequestParam(defaultValue = "") String postalCode,
            @RequestParam(defaultValue = "") String street,
            Locale locale,
            Model model) {
        var edition = editions.standard(locale);
        var typed = postalCode.substring(0, Math.min(20, postalCode.length()));
        var streets = postalCodes.at(typed).orElse(List.of());
        if (streets.isEmpty()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            var problems = Problems.one("postalCode", "organization.company.problem.postal");
            return page(actor, form, problems, edition, new Postal(typed, streets), model);
        }
        var chosen = streets.size() == 1 ? 0 : street.matches("[0-9]{1,2}") ? Integer.parseInt(street) : -1;
        if (chosen < 0 || chosen >= streets.size()) {
            return page(actor, form, Problems.NONE, edition, new Postal(typed, streets), model);
        }
        var postal = new Postal(typed, List.of());
        return page(actor, form.at(streets.get(chosen)), Problems.NONE, edition, postal, model);
    }

    /// A refused form leaves its address in the browser.
    @GetMapping("/company/postal-code")
    @Permitted(Permission.READ)
    String again() {
        return "redirect:/company";
    }

    @PostMapping("/company")
    @Permitted(Permission.EDIT_COMPANY)
    String change(
            Actor actor,
            @Valid CompanyForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        var edition = editions.standard(locale);
        var problems = form.problems(errors, edition);
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return page(actor, form, problems, edition, model);
        }
        database.transact(actor.organization(), () -> {
            var company = organizations.company(actor.organization());
            organizations.change(actor, form.applyTo(company));
            return company;
        });
        flash.addFlashAttribute(Shells.TOAST, "organization.company.saved");
        return "redirect:/company";
    }

    private String page(Actor actor, CompanyForm form, Problems problems, Edition edition, Model model) {
        var postal = new Postal("", postalCodes.at("").orElse(null));
        return page(actor, form, problems, edition, postal, model);
    }

    private static String page(
            Actor actor, CompanyForm form, Problems problems, Edition edition, Postal postal, Model model) {
        model.addAttribute("page", new Page(form, problems, actor.may(Permission.EDIT_COMPANY), edition, postal));
        return "organization/company";
    }
}
