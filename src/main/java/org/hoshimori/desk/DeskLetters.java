package org.hoshimori.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.mail.Outbox;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.web.Reach;
import org.springframework.stereotype.Component;

/// Mails of the desk, worded by the operator. Without a mail server they wait in the outbox; the page says the same.
@Component
class DeskLetters {

    /// Letters that one company may cause by itself in a day.
    static final int MOST_A_DAY = 5;

    /// How the history calls a letter that was not sent because there were enough.
    static final String NOT_SENT = "not-mailed";

    private final Outbox outbox;
    private final ProgrammeTexts texts;
    private final Reach reach;
    private final DeclarationRepository counts;
    private final ApplicationRepository applications;
    private final Clock clock;

    DeskLetters(
            Outbox outbox,
            ProgrammeTexts texts,
            Reach reach,
            DeclarationRepository counts,
            ApplicationRepository applications,
            Clock clock) {
        this.outbox = outbox;
        this.texts = texts;
        this.reach = reach;
        this.counts = counts;
        this.applications = applications;
        this.clock = clock;
    }

    boolean leave() {
        return outbox.configured();
    }

    /// What has not reached the address of an application; empty where there is none.
    Optional<Outbox.Waiting> unsent(Application application) {
        var email = application.snapshot().get("email");
        return email.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(application.organization()).map(company -> outbox.waiting(company, email));
    }

    /// Writes one mail in the caller's transaction; none when there is no address.
    ///
    /// @param letter name of the letter among the operator's texts
    /// @param note what staff wrote, or the code to confirm an address; may be empty
    private Optional<UUID> send(Application application, String letter, String number, String note) {
        var email = application.snapshot().get("email");
        if (email.isEmpty()) {
            return Optional.empty();
        }
        var text = texts.find(Kind.LETTER, letter).orElseThrow();
        return Optional.of(outbox.send(
                application.organization(),
                email,
                filled(text.title(), application, number, note),
                filled(text.body(), application, number, note)));
    }

    /// Tells the company what was decided, and keeps which letter says so.
    void tell(Application application, Application.Decision decision) {
        var number = Objects.toString(application.number(), "");
        switch (decision.move()) {
            case ACCEPT -> told(application, accepted(application, decision, number));
            case RETURN -> told(application, send(application, "returned", number, decision.note()));
            case REFUSE, MERGE -> told(application, send(application, "refused", number, decision.note()));
            case UNDO -> told(application, takenBack(application, number));
            case CONFIRM, HAND_IN_AGAIN, WITHDRAW -> {}
        }
    }

    private void told(Application application, Optional<UUID> letter) {
        counts.letter(application.id(), letter.orElse(null));
    }

    /// What somebody at the desk decided is always told.
    private Optional<UUID> accepted(Application application, Application.Decision decision, String number) {
        var alone = decision.who().equals(Application.Decision.MACHINE);
        return alone && !mayAnswer(application)
                ? Optional.empty()
                : send(application, "accepted", number, decision.note());
    }

    /// A letter that never left goes with its decision; whoever may have read it is told.
    private Optional<UUID> takenBack(Application application, String number) {
        var unread = counts.letter(application.id()).filter(outbox::withdraw).isPresent();
        return unread ? Optional.empty() : send(application, "undone", number, "");
    }

    /// Tells the company that its declaration was stopped, by itself or by the desk.
    void stopped(Application application, String letter, String number, String reason) {
        if (!letter.equals("stopped") || mayAnswer(application)) {
            send(application, letter, number, reason);
        }
    }

    /// Counts a letter that the company caused by itself: whoever hands in and withdraws again and again floods nobody.
    /// From the sixth within 24 hours on the history says that none was sent. True when it may be written.
    private boolean mayAnswer(Application application) {
        var company = application.organization();
        var now = OffsetDateTime.now(clock);
        if (company != null && counts.letters(company, now.minusDays(1)) >= MOST_A_DAY) {
            applications.note(
                    application.id(),
                    new Application.Event(
                            now,
                            Application.Decision.MACHINE,
                            NOT_SENT,
                            application.stage().id(),
                            null));
            return false;
        }
        if (company != null) {
            counts.addLetter(company, now);
        }
        return true;
    }

    /// Sends a code of six digits that confirms the address; returns how it is kept, empty when no more letters go out.
    Optional<byte[]> sendCode(Application application) {
        var code = String.format(Locale.ROOT, "%06d", new SecureRandom().nextInt(1_000_000));
        if (!mayAnswer(application)) {
            return Optional.empty();
        }
        send(application, "code", "", code);
        return Optional.of(hash(application.id(), code));
    }

    /// A code as it is typed: wide digits and spaces do no harm.
    static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    static byte[] hash(UUID id, String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((id + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String filled(String text, Application application, String number, String note) {
        return text.replace("{name}", application.snapshot().get("name"))
                .replace("{number}", number)
                .replace("{note}", note)
                .replace("{link}", reach.url("/declaration"));
    }
}
