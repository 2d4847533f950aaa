package org.hoshimori.mail;

import static hoshimori.schema.Tables.MAIL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@HoshimoriTest
class OutboxTest {

    private static final String FROM = "hoshimori@example.jp";

    @Autowired
    MessageRepository messages;

    @Autowired
    Database database;

    @Autowired
    Clock clock;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int port;
    private final OrganizationId organization = OrganizationId.next();
    private final String recipient = UUID.randomUUID() + "@example.jp";

    @BeforeEach
    void start() {
        server.start();
        port = server.getSmtp().getPort();
        // What other tests wrote to nobody would stand before the messages of these.
        messages.due(OffsetDateTime.now(clock).plusDays(30), 10_000)
                .forEach(message -> messages.givenUp(message.id(), "of another test"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_message_arrives_in_japanese_once_and_its_text_is_forgotten() throws Exception {
        var outbox = outbox("127.0.0.1");
        outbox.send(organization, recipient, "星守からの招待", "次のリンクを開いてください。");
        postman(clock).round();
        postman(clock).round();
        var received = Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipients(mail).equals(recipient))
                .toArray(MimeMessage[]::new);
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("星守からの招待");
        assertThat(received[0].getContent().toString()).startsWith("次のリンクを開いてください。");
        assertThat(received[0].getContentType())
                .startsWithIgnoringCase("text/plain")
                .containsIgnoringCase("utf-8");
        assertThat(received[0].getFrom()[0]).hasToString(FROM);
        assertThat(outbox.waiting(organization)).isEqualTo(new Outbox.Waiting(0, 0, null));
    }

    @Test
    void a_line_break_adds_no_head_line_and_no_recipient() throws Exception {
        outbox("127.0.0.1").send(organization, recipient, "こんにちは\r\nBcc: thief@example.com", "本文");
        outbox("127.0.0.1").send(organization, "a@example.jp\r\nBcc: thief@example.com", "題", "本文");
        outbox("127.0.0.1").send(organization, "a@example.jp, thief@example.com", "題", "本文");
        postman(clock).round();
        assertThat(Arrays.stream(server.getReceivedMessages()).map(OutboxTest::recipients))
                .contains(recipient)
                .noneMatch(all -> all.contains("thief") || all.startsWith("a@"));
        assertThat(Arrays.stream(server.getReceivedMessages())
                        .filter(mail -> recipients(mail).equals(recipient))
                        .map(OutboxTest::subject))
                .containsExactly("こんにちは Bcc: thief@example.com");
        assertThat(outbox("127.0.0.1").waiting(organization).givenUp()).isEqualTo(2);
    }

    @Test
    void without_a_server_messages_wait_and_another_company_does_not_see_them() {
        var outbox = outbox("");
        assertThat(outbox.configured()).isFalse();
        outbox.send(organization, recipient, "題", "本文");
        assertThat(outbox.waiting(organization).waiting()).isEqualTo(1);
        assertThat(outbox.waiting(OrganizationId.next()).waiting()).isZero();
    }

    @Test
    void a_refused_message_is_tried_again_later_and_later_and_given_up_after_eight_tries() {
        outbox("127.0.0.1").send(organization, recipient, "題", "本文");
        server.stop();
        var now = clock;
        for (var i = 0; i < 8; i++) {
            postman(now).round();
            assertThat(mine(now)).isFalse();
            now = Clock.offset(now, Duration.ofHours(25));
        }
        assertThat(mine(now)).isFalse();
        var waiting = outbox("127.0.0.1").waiting(organization);
        assertThat(waiting.waiting()).isZero();
        assertThat(waiting.givenUp()).isEqualTo(1);
        assertThat(waiting.lastError()).isNotBlank();
        assertThat(outbox("127.0.0.1").unsent(organization, 5)).singleElement().satisfies(letter -> {
            assertThat(letter.recipient()).isEqualTo(recipient);
            assertThat(letter.subject()).isEqualTo("題");
            assertThat(letter.givenUp()).isNotNull();
            assertThat(letter.why()).isEqualTo(waiting.lastError());
        });
        assertThat(bodies()).containsExactly("");
        assertThat(outbox("127.0.0.1").unsent(OrganizationId.next(), 5)).isEmpty();
    }

    @Test
    void what_is_given_up_at_once_loses_its_text_also_without_a_server_and_what_waits_keeps_it() {
        outbox("").send(organization, "nobody at all", "題", "https://example.jp/invitation/secret");
        postman(clock).round();
        assertThat(bodies()).containsExactly("");
        assertThat(outbox("").unsent(organization, 5).getFirst().why()).isEqualTo(Outbox.NO_ADDRESS);
        outbox("").send(organization, recipient, "題", "本文");
        var killed = messages.due(OffsetDateTime.now(clock), 1000).stream()
                .filter(message -> message.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
        new Postman(messages, outbox(""), new JavaMailSenderImpl(), clock, FROM).round();
        assertThat(bodies()).containsExactly("", "本文");
        var last = new Message(killed.id(), recipient, "題", "本文", Message.MOST_ATTEMPTS - 1);
        messages.tried(last, OffsetDateTime.now(clock));
        new Postman(messages, outbox(""), new JavaMailSenderImpl(), clock, FROM).round();
        assertThat(bodies()).containsExactly("", "");
        assertThat(outbox("").waiting(organization, recipient).givenUp()).isEqualTo(1);
        assertThat(outbox("").waiting(organization, "another@example.jp").givenUp())
                .isZero();
    }

    private List<String> bodies() {
        return database.across(sql -> sql.select(MAIL_MESSAGE.BODY)
                .from(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(MAIL_MESSAGE.CREATED_AT)
                .fetch(MAIL_MESSAGE.BODY));
    }

    @Test
    void the_pause_grows() {
        var pauses = IntStream.range(0, 8)
                .mapToObj(tried -> new Message(UUID.randomUUID(), "", "", "", tried).pause())
                .toList();
        assertThat(pauses).isSorted().startsWith(Duration.ofMinutes(1)).endsWith(Duration.ofHours(24));
    }

    @Test
    void what_was_rolled_back_is_never_sent() {
        var outbox = outbox("127.0.0.1");
        assertThatThrownBy(() -> database.across(_ -> {
                    outbox.send(organization, recipient, "題", "本文");
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");
        assertThat(outbox.waiting(organization).waiting()).isZero();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return InternetAddress.toString(mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean mine(Clock now) {
        return messages.due(OffsetDateTime.now(now), 1000).stream()
                .anyMatch(message -> message.recipient().equals(recipient));
    }

    private Outbox outbox(String host) {
        return new Outbox(messages, clock, host, FROM);
    }

    private Postman postman(Clock now) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new Postman(messages, outbox("127.0.0.1"), sender, now, FROM);
    }
}
