package org.hoshimori.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Takes due messages to the mail server, one after the other, each with its own outcome.
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND = 50;
    private static final int DAYS_KEPT = 30;

    private final MessageRepository messages;
    private final Outbox outbox;
    private final JavaMailSender server;
    private final Clock clock;
    private final String from;

    Postman(
            MessageRepository messages,
            Outbox outbox,
            JavaMailSender server,
            Clock clock,
            @Value("${hoshimori.mail.from:}") String from) {
        this.messages = messages;
        this.outbox = outbox;
        this.server = server;
        this.clock = clock;
        this.from = from;
    }

    /// One round. Without a mail server messages wait.
    void round() {
        if (outbox.configured()) {
            messages.due(now(), ROUND).forEach(this::deliver);
        }
        messages.forgetGivenUp(now());
        messages.removeOlderThan(now().minusDays(DAYS_KEPT));
    }

    private void deliver(Message message) {
        if (!messages.tried(message, now())) {
            return;
        }
        var recipient = recipient(message);
        if (recipient.isEmpty()) {
            messages.givenUp(message.id(), Outbox.NO_ADDRESS);
            return;
        }
        try {
            send(message, recipient.get());
            messages.sent(message.id(), now());
        } catch (MessagingException | MailException e) {
            // The text of the message and the address are not logged: they are somebody's.
            LOG.warn("A mail could not be sent, try {} of {}", message.attempts() + 1, Message.MOST_ATTEMPTS);
            messages.failed(message.id(), reason(e));
        }
    }

    /// One strict address: a line break or a second recipient in it is no address.
    private static Optional<InternetAddress> recipient(Message message) {
        try {
            var address = new InternetAddress(message.recipient(), true);
            return message.recipient().chars().anyMatch(Character::isISOControl)
                    ? Optional.empty()
                    : Optional.of(address);
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private void send(Message message, InternetAddress recipient) throws MessagingException {
        var mail = server.createMimeMessage();
        var parts = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(recipient);
        parts.setSubject(message.subject());
        parts.setText(message.body());
        // No answer by an absence notice.
        mail.setHeader("Auto-Submitted", "auto-generated");
        server.send(mail);
    }

    private static String reason(Exception failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
