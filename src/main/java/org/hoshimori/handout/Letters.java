package org.hoshimori.handout;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.document.Revision;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.paper.QrCode;
import org.hoshimori.web.Reach;
import org.hoshimori.web.Shell;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What leaves the product for those who are asked to read: letters where mail is set up, printed sheets, addresses.
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

    /// What a letter is about.
    enum Occasion {
        ASKED,
        REMINDED
    }

    /// How many people stand on one page.
    enum Layout {
        ONE,
        MANY
    }

    /// One person's part of the printed sheets.
    record Slip(Member member, String url, QrCode code) {}

    /// @param until to when the links open
    record Sheet(Company company, Revision revision, List<Slip> slips, Layout layout, OffsetDateTime until) {}

    /// Whether this person is reached by mail. The sample company writes to nobody.
    boolean reaches(Company company, Member member) {
        return outbox.configured() && !company.sample() && member.email() != null;
    }

    /// False while only this machine can open the links: then paper and mail lead nowhere.
    boolean fromElsewhere() {
        return reach.fromElsewhere();
    }

    String url(String token) {
        return reach.url("/read/" + token);
    }

    Slip slip(Member member, String token) {
        return new Slip(member, url(token), QrCode.of(url(token)));
    }

    /// The texts without a request: for letters and paper.
    Shell texts(Locale locale) {
        return new Shell(locale, messages, "", null, List.of(), "", null);
    }

    /// @param until to when the link in it opens
    record Letter(Company company, Member member, Revision revision, Occasion occasion, OffsetDateTime until) {}

    /// Writes to a person who is reached by mail. Letters are in Japanese, as documents are.
    void send(Letter letter, String token) {
        var email = letter.member().email();
        if (email == null) {
            return;
        }
        var texts = texts(Locale.JAPANESE);
        var kind = letter.occasion().name().toLowerCase(Locale.ROOT);
        outbox.send(
                letter.company().id(),
                email,
                texts.text(
                        "handout.mail." + kind + ".subject", letter.revision().title()),
                texts.text(
                        "handout.mail." + kind + ".body",
                        letter.member().name(),
                        letter.company().name(),
                        letter.revision().title(),
                        url(token),
                        texts.time(letter.until())));
    }

    /// The sheets as an A4 PDF.
    byte[] print(Sheet sheet, Locale locale) {
        var page = new StringOutput();
        pages.render("handout/sheet.jte", Map.of("shell", texts(locale), "page", sheet), page);
        return paper.render(page.toString());
    }
}
