package org.hoshimori.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.content.Owner;
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
/// @param owner the worries by id, in the reader's language
record TrailPage(
        List<TrailEntry> entries,
        String kind,
        @Nullable Subject subject,
        long next,
        @Nullable OptionalLong brokenAt,
        Owner owner) {

    /// A state as the rooms write it: words in lower case, alone or joined by `, `, ` / ` or `: `.
    private static final Pattern CODE = Pattern.compile("(?<![^ ])[a-z][a-z-]+(?=$|, | / |: )");

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

    /// A state before or after in words: the rooms keep their own short words, people read the text. A word without a
    /// text stays as it is.
    static String said(MessageSource messages, Locale locale, @Nullable String state, Owner owner) {
        if (state == null) {
            return "";
        }
        return CODE.matcher(state).replaceAll(code -> {
            var worry = owner.worries().find(code.group());
            var role = word(messages, locale, "organization.role." + code.group(), code.group());
            var said = worry.isPresent()
                    ? worry.get().text()
                    : word(messages, locale, "trail.value." + code.group(), role);
            return Matcher.quoteReplacement(said);
        });
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
