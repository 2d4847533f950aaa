package org.hoshimori.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Cia;
import org.hoshimori.asset.Overriding;
import org.hoshimori.asset.PersonalKinds;
import org.hoshimori.intake.DryRun.Trouble;
import org.hoshimori.intake.Sheet.Line;
import org.jspecify.annotations.Nullable;

/// Turns one line of a sheet into a row of the register, or says in words what keeps it out.
final class RowReader {

    /// What is the same for all lines of a sheet.
    ///
    /// @param media ids of media by folded words
    /// @param least the smallest figure of the scale that the sheet uses, 0 or 1
    /// @param found media of words that were looked up already
    record Ground(
            ColumnMap map,
            Words words,
            Map<String, String> media,
            int least,
            LocalDate today,
            JapaneseDate dates,
            Map<String, String> found) {

        Ground(ColumnMap map, Words words, Map<String, String> media, int least, LocalDate today) {
            this(map, words, media, least, today, new JapaneseDate(words), new HashMap<>());
        }
    }

    private static final Pattern BRACKETS = Pattern.compile("[(\\[\\u3010\\u300c].*?[)\\]\\u3011\\u300d]");

    private final Ground ground;
    private final Line line;
    private final List<Trouble> troubles = new ArrayList<>();

    RowReader(Ground ground, Line line) {
        this.ground = ground;
        this.line = line;
    }

    List<Trouble> troubles() {
        return troubles;
    }

    boolean refused() {
        return troubles.stream().anyMatch(trouble -> !trouble.key().startsWith("intake.note."));
    }

    String name() {
        return one(Column.NAME, 200, "");
    }

    /// @param before the row that it would change; null for a new one. Columns that the sheet lacks stay as they were
    Asset read(@Nullable Asset before) {
        var fresh = AssetId.next();
        return new Asset(
                before == null ? fresh : before.id(),
                before == null ? 0 : before.version(),
                one(Column.CLASS, 100, before == null ? "" : before.businessClass()),
                name(),
                note(before == null ? "" : before.note()),
                one(Column.USERS, 200, before == null ? "" : before.users()),
                department(),
                medium(),
                personal(before),
                figures(before),
                override(before),
                new Asset.Keeping(
                        one(
                                Column.RETENTION,
                                100,
                                before == null ? "" : before.keeping().retention()),
                        registered(),
                        before == null ? fresh : before.keeping().kin()));
    }

    String department() {
        return one(Column.DEPARTMENT, 100, "");
    }

    String medium() {
        var text = one(Column.MEDIUM, 100, "");
        return ground.found().computeIfAbsent(text, word -> medium(ground.media(), word));
    }

    /// The medium that a word names: as it is written, without what stands in brackets, or as a part of it.
    static String medium(Map<String, String> media, String text) {
        var word = Asset.folded(text);
        var bare = BRACKETS.matcher(word).replaceAll("");
        var exact = Optional.ofNullable(media.get(word)).or(() -> Optional.ofNullable(media.get(bare)));
        return exact.orElseGet(() -> media.entrySet().stream()
                .filter(entry -> entry.getKey().length() > 2 && bare.contains(entry.getKey()))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(text));
    }

    /// Says what is wrong with the line as a whole.
    void check() {
        if (name().isEmpty()) {
            trouble(Column.NAME, "intake.problem.name", "");
        }
        if (medium().isEmpty()) {
            trouble(Column.MEDIUM, "intake.problem.medium", "");
        } else if (!ground.media().containsValue(medium())) {
            trouble(Column.MEDIUM, "intake.note.medium", medium());
        }
    }

    void trouble(Column column, String key, String typed) {
        var shown = typed.length() > 60 ? typed.substring(0, 60) : typed;
        var trouble = new Trouble(line.number(), ground.map().columns().getOrDefault(column, -1), key, shown);
        if (!troubles.contains(trouble)) {
            troubles.add(trouble);
        }
    }

    private String one(Column column, int most, String otherwise) {
        if (!ground.map().has(column)) {
            return otherwise;
        }
        var text = ground.map()
                .cell(line, column)
                .codePoints()
                .map(letter -> Character.isISOControl(letter) || letter == 0xFFFE || letter == 0xFFFF ? ' ' : letter)
                .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (text.length() > most) {
            trouble(column, "intake.problem.long", text);
            return "";
        }
        return text;
    }

    private String note(String otherwise) {
        if (!ground.map().has(Column.NOTE)) {
            return otherwise;
        }
        var text = ground.map()
                .cell(line, Column.NOTE)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\t' ? ' ' : letter)
                .filter(letter -> (letter < 0xD800 || letter > 0xDFFF) && letter != 0xFFFE && letter != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (text.length() > 2000) {
            trouble(Column.NOTE, "intake.problem.long", text);
            return "";
        }
        return text;
    }

    private PersonalKinds personal(@Nullable Asset before) {
        var kinds = EnumSet.noneOf(PersonalKinds.Kind.class);
        kind(kinds, Column.PERSONAL, PersonalKinds.Kind.PERSONAL, before);
        kind(kinds, Column.SPECIAL_CARE, PersonalKinds.Kind.SPECIAL_CARE, before);
        kind(kinds, Column.MY_NUMBER, PersonalKinds.Kind.MY_NUMBER, before);
        return new PersonalKinds(kinds);
    }

    private void kind(
            EnumSet<PersonalKinds.Kind> kinds, Column column, PersonalKinds.Kind kind, @Nullable Asset before) {
        if (!ground.map().has(column)) {
            if (before != null && before.personal().has(kind)) {
                kinds.add(kind);
            }
            return;
        }
        var typed = ground.map().cell(line, column);
        var truth = ground.words().truth(typed);
        if (truth.isEmpty()) {
            trouble(column, "intake.problem.truth", typed);
        } else if (truth.get()) {
            kinds.add(kind);
        }
    }

    private Cia figures(@Nullable Asset before) {
        return new Cia(
                figure(Column.CONFIDENTIALITY, before == null ? 1 : before.cia().confidentiality()),
                figure(Column.INTEGRITY, before == null ? 1 : before.cia().integrity()),
                figure(Column.AVAILABILITY, before == null ? 1 : before.cia().availability()));
    }

    private int figure(Column column, int otherwise) {
        if (!ground.map().has(column)) {
            trouble(column, "intake.note.figures", "");
            return otherwise;
        }
        var typed = plain(ground.map().cell(line, column));
        if (typed.matches("[0-3](\\.0+)?")) {
            var figure = typed.charAt(0) - '0' - ground.least();
            if (figure >= 0 && figure <= 2) {
                return figure;
            }
        }
        trouble(column, ground.least() == 0 ? "intake.problem.figure" : "intake.problem.figure-31", typed);
        return otherwise;
    }

    /// A figure or number in half width; long texts are cut, they are neither.
    static String plain(String text) {
        return Normalizer.normalize(text.substring(0, Math.min(60, text.length())), Normalizer.Form.NFKC)
                .strip();
    }

    private Overriding override(@Nullable Asset before) {
        if (!ground.map().has(Column.OVERRIDE)) {
            return before == null ? Overriding.NONE : before.override();
        }
        var reasons = EnumSet.noneOf(Overriding.Reason.class);
        for (var word : one(Column.OVERRIDE, 200, "").split("[\\u30fb,\\u3001/ \\u3000]+")) {
            if (!word.isEmpty()) {
                ground.words()
                        .reason(word)
                        .ifPresentOrElse(reasons::add, () -> trouble(Column.OVERRIDE, "intake.note.reason", word));
            }
        }
        return new Overriding(reasons);
    }

    private LocalDate registered() {
        var typed = one(Column.REGISTERED, 100, "");
        if (typed.isEmpty()) {
            return ground.today();
        }
        var day = ground.dates().read(typed);
        if (day.isEmpty()) {
            trouble(Column.REGISTERED, "intake.problem.day", typed);
        }
        return day.orElse(ground.today());
    }
}
