package org.hoshimori.treatment;

import java.util.HashMap;
import java.util.Locale;
import org.hoshimori.asset.Assets;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Download;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The report for the owner: on the screen, as PDF and as Excel.
@Controller
class ReportController {

    private final Treatments treatments;
    private final Around around;
    private final ReportPaper paper;
    private final Database database;
    private final MessageSource messages;

    ReportController(
            Treatments treatments, Around around, ReportPaper paper, Database database, MessageSource messages) {
        this.treatments = treatments;
        this.around = around;
        this.paper = paper;
        this.database = database;
        this.messages = messages;
    }

    /// What the report takes from other rooms.
    @Component
    record Around(Organizations organizations, Assets assets, Editions editions) {}

    @GetMapping("/risks/report")
    @Permitted(Permission.READ)
    String report(Actor actor, Locale locale, Model model) {
        model.addAttribute("page", page(actor, locale));
        return "treatment/report";
    }

    @GetMapping("/risks/report.pdf")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> pdf(Actor actor, Locale locale) {
        var page = page(actor, locale);
        return file(page, "pdf", MediaType.APPLICATION_PDF, paper.pdf(page, locale), locale);
    }

    @GetMapping("/risks/report.xlsx")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> excel(Actor actor, Locale locale) {
        var page = page(actor, locale);
        return file(page, "xlsx", Download.EXCEL, paper.workbook(page, locale), locale);
    }

    /// Read in one transaction; the slow rendering afterwards holds no connection.
    private ReportPage page(Actor actor, Locale locale) {
        var organization = actor.organization();
        var words = new HashMap<>(around.assets().media(locale));
        around.editions().standard(locale).media().forEach(medium -> medium.threats()
                .forEach(threat -> words.put(threat.id(), threat.title())));
        return database.transact(
                organization,
                () -> ReportPage.of(
                        around.organizations().company(organization),
                        treatments.standings(organization, locale),
                        words));
    }

    private ResponseEntity<byte[]> file(ReportPage page, String ending, MediaType type, byte[] content, Locale locale) {
        var key = page.company().sample() ? "treatment.file.sample" : "treatment.file";
        var day = new Object[] {page.standings().today().toString()};
        var name = messages.getMessage(key, day, locale) + "." + ending;
        return Download.attached(name, type).body(content);
    }
}
