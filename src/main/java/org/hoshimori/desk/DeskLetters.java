package org.hoshimori.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.mail.Outbox;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.web.Reach;
import org.springframework.stereotype.Component;

/// Mails of the desk, worded by the operator. Without a mail server they wait in the outbox; the page says the same.
@Component
class DeskLetters {

    private final Outbox outbox;
    private final ProgrammeTexts texts;
    private final Reach reach;

    DeskLetters(Outbox outbox, ProgrammeTexts texts, Reach reach) {
        this.outbox = outbox;
        this.texts = texts;
        this.reach = reach;
    }

    boolean leave() {
        return outbox.configured();
    }

    /// Writes one mail in the caller's transaction; nothing when there is no address.
    ///
    /// @param letter name of the letter among the operator's texts
    /// @param note what staff wrote, or the code to confirm an address; may be empty
    void send(Application application, String letter, String number, String note) {
        var email = application.snapshot().get("email");
        if (email.isEmpty()) {
            return;
        }
        var text = texts.find(Kind.LETTER, letter).orElseThrow();
        outbox.send(
                application.organization(),
                email,
                filled(text.title(), application, number, note),
                filled(text.body(), application, number, note));
    }

    /// Sends a code of six digits that confirms the address; returns how it is kept.
    byte[] sendCode(Application application) {
        var code = String.format(Locale.ROOT, "%06d", new SecureRandom().nextInt(1_000_000));
        send(application, "code", "", code);
        return hash(application.id(), code);
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
