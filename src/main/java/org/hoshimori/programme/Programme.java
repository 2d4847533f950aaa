package org.hoshimori.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.content.Listing;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How the programme is run on this installation, and what its form asks.
@Component
public class Programme {

    /// Fields that the operator may add to those of the application form, in the order of the form.
    public static final Set<String> SWITCHED = Collections.unmodifiableSet(new LinkedHashSet<>(
            List.of("kana", "corporateNumber", "representative", "employees", "capital", "reason")));

    private static final Set<String> ASKED_AT_FIRST = Set.of("kana", "corporateNumber");

    private final Mode mode;
    private final ProgrammeTexts texts;
    private final Editions editions;

    Programme(@Value("${hoshimori.programme:off}") Mode mode, ProgrammeTexts texts, Editions editions) {
        this.mode = mode;
        this.texts = texts;
        this.editions = editions;
    }

    /// The setting `hoshimori.programme`.
    public enum Mode {
        /// Nobody runs it here: companies prepare everything and record what they declared elsewhere.
        OFF,
        /// What passes the checks gets its number at once.
        IMMEDIATE,
        /// Somebody looks at everything before a number is given.
        REVIEWED
    }

    /// What the operator set, from the versioned settings.
    ///
    /// @param leading the digits every number begins with
    /// @param digits length of a number
    /// @param fields fields of the form beyond the standard ones
    /// @param sample of so many accepted at once one is looked at afterwards; 0 for none
    /// @param daysToDecide an application is due after so many days
    /// @param industries what may be chosen, as the operator words it; empty for all as they are shipped
    public record Settings(
            String leading,
            int digits,
            Set<String> fields,
            int sample,
            int daysToDecide,
            Outbound outbound,
            List<Division> industries) {

        /// Whether the server may open the address of a policy.
        public enum Outbound {
            OFF,
            ON
        }

        public boolean asks(String field) {
            return fields.contains(field);
        }

        /// The further fields in the order of the form.
        List<String> asked() {
            return SWITCHED.stream().filter(fields::contains).toList();
        }

        /// Whether the industry of this letter may be chosen. Declarations that have another one keep it.
        public boolean offers(String letter) {
            return industries.isEmpty()
                    || industries.stream().anyMatch(one -> one.letter().equals(letter));
        }
    }

    /// An industry as the operator words it: a line `E 製造業`, with ` / Manufacturing` behind it where wanted.
    ///
    /// @param english null where the shipped word stays
    public record Division(
            String letter, String title, @Nullable String english) {

        private static final Pattern LINE = Pattern.compile("([A-T])\\s+([^/]{1,60}?)(?:\\s+/\\s+([^/]{1,80}))?");

        /// Every line of a text; empty when one of them is none, or a letter comes twice.
        static Optional<List<Division>> read(String text) {
            var all = new ArrayList<Division>();
            for (var line : text.lines().filter(one -> !one.isBlank()).toList()) {
                var match = LINE.matcher(line.strip());
                if (!match.matches() || all.stream().anyMatch(one -> one.letter.equals(match.group(1)))) {
                    return Optional.empty();
                }
                all.add(new Division(match.group(1), match.group(2), match.group(3)));
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(all));
        }

        private Appendix.Industry worded(Appendix.Industry shipped, Locale locale) {
            var japanese = Locale.JAPANESE.getLanguage().equals(locale.getLanguage());
            return new Appendix.Industry(
                    shipped.id(),
                    shipped.code(),
                    japanese ? title : Objects.requireNonNullElse(english, shipped.title()));
        }
    }

    public Mode mode() {
        return mode;
    }

    public boolean runs() {
        return mode != Mode.OFF;
    }

    /// Today's settings. One statement.
    public Settings settings() {
        return settings(texts.saved(List.of(Kind.SETTING, Kind.INDUSTRIES)));
    }

    /// The newest edition with the industries as the operator words them. At most one statement.
    public Edition edition(Locale locale) {
        return edition(settings(texts.industries()), locale);
    }

    /// The same, of settings that are known. An industry that is no longer offered keeps its shipped name.
    public Edition edition(Settings settings, Locale locale) {
        var shipped = editions.standard(locale);
        if (settings.industries().isEmpty()) {
            return shipped;
        }
        var worded = settings.industries().stream().collect(Collectors.toMap(Division::letter, one -> one));
        return shipped.with(new Listing<>(shipped.industries().stream()
                .map(one -> worded.containsKey(one.code())
                        ? Objects.requireNonNull(worded.get(one.code())).worded(one, locale)
                        : one)
                .toList()));
    }

    /// What an application form needs of the operator.
    public record Terms(Settings settings, Text rules, Text purposes) {}

    /// The same together with the words that a company agrees to. One statement.
    public Terms terms() {
        var saved = texts.saved(List.of(Kind.SETTING, Kind.INDUSTRIES, Kind.RULES, Kind.PURPOSES));
        return new Terms(settings(saved), texts.standing(Kind.RULES, saved), texts.standing(Kind.PURPOSES, saved));
    }

    /// What these texts set; what they leave out is as it is shipped.
    static Settings settings(List<Text> saved) {
        var set = saved.stream()
                .filter(text -> text.kind() == Kind.SETTING)
                .collect(Collectors.toMap(Text::name, Text::body));
        return new Settings(
                set.getOrDefault("leading", "1"),
                number(set, "digits", 11),
                set.containsKey("fields") ? words(set.getOrDefault("fields", "")) : ASKED_AT_FIRST,
                number(set, "sample", 50),
                number(set, "days", 3),
                "on".equals(set.get("outbound")) ? Settings.Outbound.ON : Settings.Outbound.OFF,
                saved.stream()
                        .filter(text -> text.kind() == Kind.INDUSTRIES)
                        .findFirst()
                        .flatMap(text -> Division.read(text.body()))
                        .orElse(List.of()));
    }

    private static Set<String> words(String list) {
        var words = new TreeSet<>(List.of(list.strip().split("[\\s,]+")));
        words.retainAll(SWITCHED);
        return words;
    }

    private static int number(Map<String, String> set, String name, int standard) {
        var text = set.getOrDefault(name, "");
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : standard;
    }
}
