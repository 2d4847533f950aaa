package org.hoshimori.entrance;

import java.util.Locale;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.Organizations;
import org.hoshimori.web.Reach;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What is written to people who come in: the words from `messages/entrance`, the address from [Reach].
@Component
class Letters {

    private final Outbox outbox;
    private final Organizations organizations;
    private final Reach reach;
    private final MessageSource texts;

    Letters(Outbox outbox, Organizations organizations, Reach reach, MessageSource texts) {
        this.outbox = outbox;
        this.organizations = organizations;
        this.reach = reach;
        this.texts = texts;
    }

    Company company(OrganizationId organization) {
        return organizations.company(organization);
    }

    /// Whether letters leave at all.
    boolean leave() {
        return outbox.configured();
    }

    String startUrl(String token) {
        return reach.url("/setup/" + token);
    }

    String resetUrl(String token) {
        return reach.url("/reset/" + token);
    }

    /// The invitation goes by mail where that is possible; the sample company writes to nobody.
    LinkOutcome.Issued invite(Actor actor, Member member, String token, Locale locale) {
        var url = reach.url("/invitation/" + token);
        var company = company(actor.organization());
        var email = member.email();
        if (email == null || email.isBlank() || company.sample() || !leave()) {
            return new LinkOutcome.Issued(url, false);
        }
        outbox.send(
                actor.organization(),
                email,
                texts.getMessage("entrance.invitation.mail.subject", new Object[] {company.name()}, locale),
                texts.getMessage(
                        "entrance.invitation.mail.body",
                        new Object[] {member.name(), company.name(), actor.name(), url},
                        locale));
        return new LinkOutcome.Issued(url, true);
    }

    void reset(String email, String token, Locale locale) {
        outbox.send(
                null,
                email,
                texts.getMessage("entrance.reset.mail.subject", null, locale),
                texts.getMessage("entrance.reset.mail.body", new Object[] {resetUrl(token)}, locale));
    }
}
