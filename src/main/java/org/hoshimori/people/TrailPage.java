package org.hoshimori.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.TrailEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// A page of the trail, newest first.
///
/// @param kind what the entries are about; empty for everything
/// @param subject the one object they are about, or null
/// @param next the number before which the next page begins; 0 when there is none
/// @param brokenAt the first entry where the chain does not hold; null where it was not checked
record TrailPage(
        List<TrailEntry> entries,
        String kind,
        @Nullable Subject subject,
        long next,
        @Nullable OptionalLong brokenAt) {

    /// What can be asked for by kind, in the order of the list of choices.
    static final List<String> KINDS = List.of(
            "company",
            "member",
            "department",
            "round",
            "respondent",
            "article",
            "control",
            "asset",
            "register",
            "treatment",
            "opinion",
            "sign-in",
            "link");

    /// The action in words. Rooms name their own actions; one without a text shows its word.
    static String action(MessageSource messages, Locale locale, TrailEntry entry) {
        return word(messages, locale, "trail.action." + entry.action(), entry.action());
    }

    /// The kind of object in words.
    static String kind(MessageSource messages, Locale locale, String kind) {
        return word(messages, locale, "trail.kind." + kind, kind);
    }

    private static String word(MessageSource messages, Locale locale, String key, String otherwise) {
        var text = messages.getMessage(key, null, null, locale);
        return text == null ? otherwise : text;
    }

    static String path(Subject subject) {
        return "/trail/"
                + URLEncoder.encode(subject.kind() + "/" + subject.id(), StandardCharsets.UTF_8)
                        .replace("%2F", "/")
                        .replace("+", "%20");
    }

    String older() {
        return (subject == null ? "/trail" : path(subject)) + "?before=" + next
                + (kind.isEmpty() || subject != null ? "" : "&kind=" + kind);
    }
}
