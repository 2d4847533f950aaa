package org.hoshimori.organization;

import jakarta.validation.Valid;
import java.util.Locale;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The company's facts.
@Controller
class CompanyController {

    private final Organizations organizations;
    private final Database database;
    private final Editions editions;

    CompanyController(Organizations organizations, Database database, Editions editions) {
        this.organizations = organizations;
        this.database = database;
        this.editions = editions;
    }

    /// What the page gets.
    ///
    /// @param edits whether the person may change the facts
    record Page(CompanyForm form, Problems problems, boolean edits, Edition edition) {

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
        var form = database.transact(
                actor.organization(), () -> CompanyForm.of(organizations.company(actor.organization())));
        return page(actor, form, Problems.NONE, editions.standard(locale), model);
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

    private static String page(Actor actor, CompanyForm form, Problems problems, Edition edition, Model model) {
        model.addAttribute("page", new Page(form, problems, actor.may(Permission.EDIT_COMPANY), edition));
        return "organization/company";
    }
}
