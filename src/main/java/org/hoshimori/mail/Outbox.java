package org.hoshimori.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hoshimori.database.OrganizationId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where rooms put mail. A message is written in the caller's transaction and leaves soon after it.
@Component
public class Outbox {

    /// Why a message is given up at once.
    public static final String NO_ADDRESS = "This is not an address";

    /// A line break in a head line would let a text add head lines of its own.
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final MessageRepository messages;
    private final Clock clock;
    private final String server;
    private final String from;

    Outbox(
            MessageRepository messages,
            Clock clock,
            @Value("${spring.mail.host:}") String server,
            @Value("${hoshimori.mail.from:}") String from) {
        this.messages = messages;
        this.clock = clock;
        this.server = server;
        this.from = from;
    }

    /// What waits for one company.
    ///
    /// @param waiting messages that will be tried again
    /// @param givenUp messages that could not be sent in eight tries
    /// @param lastError what the mail server said last, null when nothing went wrong
    public record Waiting(
            int waiting, int givenUp, @Nullable String lastError) {}

    /// A message that has not left.
    ///
    /// @param givenUp when it was given up; null while it will be tried again
    /// @param why what the mail server said last, or [#NO_ADDRESS]; null when nothing went wrong
    public record Letter(
            String recipient,
            String subject,
            OffsetDateTime written,
            @Nullable OffsetDateTime givenUp,
            @Nullable String why) {}

    /// Writes a message down. Plain text; the subject becomes one line.
    ///
    /// @param organization null for messages of no company, for example a reset
    /// @return the message, for [#withdraw]
    public UUID send(@Nullable OrganizationId organization, String recipient, String subject, String body) {
        var message = new Message(recipient.strip(), oneLine(subject), body);
        messages.add(organization, message, OffsetDateTime.now(clock));
        return message.id();
    }

    /// Takes back a message that has not left. True when nobody can have read it: it was never tried.
    public boolean withdraw(UUID message) {
        return messages.withdraw(message);
    }

    /// Whether messages leave: a mail server and a sender's address are known.
    public boolean configured() {
        return !server.isBlank() && !from.isBlank();
    }

    /// The state of one company's messages.
    public Waiting waiting(OrganizationId organization) {
        return messages.waiting(organization, null);
    }

    /// The state of one company's messages to one address.
    public Waiting waiting(OrganizationId organization, String recipient) {
        return messages.waiting(organization, recipient.strip());
    }

    /// The newest messages of a company that wait or were given up.
    public List<Letter> unsent(OrganizationId organization, int limit) {
        return messages.unsent(organization, limit);
    }

    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
