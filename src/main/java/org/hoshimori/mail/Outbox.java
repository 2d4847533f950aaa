package org.hoshimori.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.hoshimori.database.OrganizationId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where rooms put mail. A message is written in the caller's transaction and leaves soon after it.
@Component
public class Outbox {

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

    /// Writes a message down. Plain text; the subject becomes one line.
    ///
    /// @param organization null for messages of no company, for example a reset
    public void send(@Nullable OrganizationId organization, String recipient, String subject, String body) {
        messages.add(organization, new Message(recipient.strip(), oneLine(subject), body), OffsetDateTime.now(clock));
    }

    /// Whether messages leave: a mail server and a sender's address are known.
    public boolean configured() {
        return !server.isBlank() && !from.isBlank();
    }

    /// The state of one company's messages.
    public Waiting waiting(OrganizationId organization) {
        return messages.waiting(organization);
    }

    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
