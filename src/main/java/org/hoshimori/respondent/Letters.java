package org.hoshimori.respondent;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.web.Reach;
import org.hoshimori.web.Shell;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What leaves the product for those who are asked: absolute addresses, letters where mail is set up, printed
/// sheets.
@Component
class Letters {

    private final Outbox outbox;
    private final Reach reach;
    private final MessageSource messages;
    private final TemplateEngine pages;
    private final PdfPaper paper;

    Letters(Outbox outbox, Reach reach, MessageSource messages, TemplateEngine pages, PdfPaper paper) {
        this.outbox = outbox;
        this.reach = reach;
        this.messages = messages;
        this.pages = pages;
        this.paper = paper;
    }

    boolean configured() {
        return outbox.configured();
    }

    String url(String path) {
        return reach.url(path);
    }

    /// The texts without a request: for letters and paper.
    Shell texts(Locale locale) {
        return new Shell(locale, messages, "", null, List.of(), "", null);
    }

    /// Sends a colleague the link. The asker is named: a link without a sender looks like a trap.
    void send(OrganizationId organization, String recipient, Actor asker, AskPage.Shown shown, Locale locale) {
        var texts = texts(locale);
        outbox.send(
                organization,
                recipient,
                texts.text("respondent.asking.letter.subject", asker.name()),
                texts.text(
                        "respondent.asking.letter.body",
                        shown.colleague().label(),
                        asker.name(),
                        shown.url(),
                        texts.time(shown.until())));
    }

    /// Reminds a person of the questions that are still open.
    void remind(OrganizationId organization, String recipient, Round round, Respondent respondent, Locale locale) {
        var texts = texts(locale);
        outbox.send(
                organization,
                recipient,
                texts.text("respondent.asking.reminder.subject", round.name()),
                texts.text(
                        "respondent.asking.reminder.body",
                        respondent.label(),
                        round.name(),
                        url("/assessments/" + round.id())));
    }

    /// The question sheet as an A4 PDF: one set of pages for each person with their code, or a blank one.
    byte[] sheet(Company company, Round round, SelfDiagnosis diagnosis, List<Member> people, Locale locale) {
        var page = new StringOutput();
        pages.render(
                "respondent/sheet.jte",
                Map.of(
                        "shell", texts(locale),
                        "company", company,
                        "round", round,
                        "diagnosis", diagnosis,
                        "people", people),
                page);
        return paper.render(page.toString());
    }
}
