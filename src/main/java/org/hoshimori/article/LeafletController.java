package org.hoshimori.article;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.web.Download;
import org.hoshimori.web.Shell;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// One A4 page of the five articles to hand out and to put on the wall, with the company's name and contact.
@Controller
class LeafletController {

    private static final String PATH = "/articles/leaflet.pdf";

    private final Organizations organizations;
    private final Editions editions;
    private final MessageSource messages;
    private final TemplateEngine templates;
    private final PdfPaper paper;

    LeafletController(
            Organizations organizations,
            Editions editions,
            MessageSource messages,
            TemplateEngine templates,
            PdfPaper paper) {
        this.organizations = organizations;
        this.editions = editions;
        this.messages = messages;
        this.templates = templates;
        this.paper = paper;
    }

    @GetMapping(PATH)
    @Permitted(Permission.USE)
    ResponseEntity<byte[]> leaflet(Actor actor, Locale locale) {
        var shell = new Shell(locale, messages, PATH, null, List.of(), "", null);
        var page = new LeafletPage(organizations.company(actor.organization()), editions.standard(locale));
        var text = new StringOutput();
        templates.render("article/leaflet.jte", Map.of("shell", shell, "page", page), text);
        return Download.shown("five-articles.pdf", MediaType.APPLICATION_PDF).body(paper.render(text.toString()));
    }
}
