package org.hoshimori.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How the programme is run on this installation, and what its form asks.
@Component
public class Programme {

    /// Fields that the operator may add to those of the application form.
    public static final Set<String> SWITCHED =
            Set.of("kana", "corporateNumber", "representative", "employees", "capital", "reason");

    private static final Set<String> ASKED_AT_FIRST = Set.of("kana", "corporateNumber");

    private final Mode mode;
    private final ProgrammeTexts texts;

    Programme(@Value("${hoshimori.programme:off}") Mode mode, ProgrammeTexts texts) {
        this.mode = mode;
        this.texts = texts;
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
    public record Settings(
            String leading, int digits, Set<String> fields, int sample, int daysToDecide, Outbound outbound) {

        /// Whether the server may open the address of a policy.
        public enum Outbound {
            OFF,
            ON
        }

        public boolean asks(String field) {
            return fields.contains(field);
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
        return settings(texts.saved(List.of(Kind.SETTING)));
    }

    /// What an application form needs of the operator.
    public record Terms(Settings settings, Text rules, Text purposes) {}

    /// The same together with the words that a company agrees to. One statement.
    public Terms terms() {
        var saved = texts.saved(List.of(Kind.SETTING, Kind.RULES, Kind.PURPOSES));
        return new Terms(settings(saved), texts.standing(Kind.RULES, saved), texts.standing(Kind.PURPOSES, saved));
    }

    private static Settings settings(List<Text> saved) {
        var set = saved.stream()
                .filter(text -> text.kind() == Kind.SETTING)
                .collect(Collectors.toMap(Text::name, Text::body));
        return new Settings(
                set.getOrDefault("leading", "1"),
                number(set, "digits", 11),
                set.containsKey("fields") ? words(set.getOrDefault("fields", "")) : ASKED_AT_FIRST,
                number(set, "sample", 50),
                number(set, "days", 3),
                Settings.Outbound.valueOf(set.getOrDefault("outbound", "off").toUpperCase(Locale.ROOT)));
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
