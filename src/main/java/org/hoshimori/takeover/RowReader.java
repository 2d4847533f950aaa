package org.hoshimori.takeover;

import java.net.URI;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hoshimori.address.AddressParts;
import org.hoshimori.desk.Batches.Handed;
import org.hoshimori.desk.Snapshot;
import org.hoshimori.intake.JapaneseDate;
import org.hoshimori.organization.CorporateNumber;
import org.hoshimori.takeover.Rows.Row;
import org.hoshimori.takeover.Trouble.Weight;
import org.jspecify.annotations.Nullable;

/// Reads one row as a declaration. What a declaration cannot be without refuses the row; what is wrong beyond that is
/// left out and noted.
final class RowReader {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Pd}ー〒]");
    private static final Pattern AMOUNT = Pattern.compile("[\\s,円人名]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4,20}");
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{7}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsKatakana}ー・\\p{IsLatin}0-9&.,\\-'() ]*");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final Pattern PEOPLE = Pattern.compile("[0-9]{1,7}");
    private static final Pattern YEN = Pattern.compile("[0-9]{1,14}");

    /// A longer one is no key, and does not fit into the index of those that were seen.
    private static final int LONGEST_KEY = 100;

    private final Ground ground;
    private final Row row;
    private final List<Trouble> troubles = new ArrayList<>();
    private final Map<String, String> facts = new HashMap<>();

    RowReader(Ground ground, Row row) {
        this.ground = ground;
        this.row = row;
    }

    /// What all rows of a file are read against.
    ///
    /// @param industries letters by every way to write them, folded
    record Ground(
            ColumnMap map,
            Words words,
            Map<String, String> industries,
            AddressParts addresses,
            JapaneseDate days,
            LocalDate today) {}

    /// A row as it was read.
    ///
    /// @param number that it was given before; empty for a row that is known by its key
    /// @param key under which the row is known: its number, or the list's own key
    /// @param handed null when the row is refused
    record Reading(
            int line, String number, String key, @Nullable Handed handed, List<Trouble> troubles) {

        boolean refused() {
            return handed == null;
        }

        /// The same row with something wrong that only the others can tell.
        Reading refusedFor(Trouble trouble) {
            var all = new ArrayList<>(troubles);
            all.add(trouble);
            return new Reading(line, number, key, null, all);
        }
    }

    Reading read() {
        var number = BETWEEN_DIGITS.matcher(narrow(Column.NUMBER)).replaceAll("");
        var key = number.isEmpty() ? typed(Column.KEY) : number;
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            refuse(Column.NUMBER, "number");
        } else if (key.isEmpty()) {
            refuse(Column.NUMBER, "no-number");
        } else if (key.length() > LONGEST_KEY) {
            refuse(Column.KEY, "long");
        }
        var star = ground.words().says("star.1", typed(Column.STAR))
                ? 1
                : ground.words().says("star.2", typed(Column.STAR)) ? 2 : 0;
        if (star == 0) {
            refuse(Column.STAR, "star");
        }
        var since = day(Column.SINCE);
        if (since == null) {
            refuse(Column.SINCE, "since");
        }
        name();
        industry();
        place();
        rest();
        var stopped = stopped(since);
        var refused = troubles.stream().anyMatch(trouble -> trouble.weight() == Weight.REFUSED);
        var handed = refused || since == null ? null : new Handed(number, star, since, stopped, new Snapshot(facts));
        return new Reading(row.line(), number, key.length() > LONGEST_KEY ? "" : key, handed, troubles);
    }

    private void name() {
        var name = typed(Column.NAME);
        if (name.isEmpty()) {
            refuse(Column.NAME, "name");
        }
        put("name", Column.NAME, 200);
        var kana = katakana(narrow(Column.KANA));
        if (KANA.matcher(kana).matches()) {
            facts.put("kana", kana.substring(0, Math.min(200, kana.length())));
        } else {
            note(Column.KANA, "kana");
        }
        var corporate = typed(Column.CORPORATE_NUMBER);
        var valid = CorporateNumber.parse(corporate);
        if (!corporate.isEmpty() && valid.isEmpty()) {
            note(Column.CORPORATE_NUMBER, "corporate-number");
        }
        var sole = sole(name, valid.isPresent());
        facts.put("holder", sole ? "sole-proprietor" : "company");
        if (!sole) {
            valid.ifPresent(found -> facts.put("corporateNumber", found.digits()));
        }
    }

    /// Whoever does not look like a company appears with the municipality only: a home address, once public, is out.
    private boolean sole(String name, boolean numbered) {
        var said = typed(Column.HOLDER);
        if (ground.words().says("holder.sole-proprietor", said)) {
            return true;
        }
        return !ground.words().says("holder.company", said)
                && !numbered
                && !ground.words().company(name);
    }

    private void industry() {
        var letter = ground.industries().get(Words.industry(typed(Column.INDUSTRY)));
        if (letter == null) {
            refuse(Column.INDUSTRY, "industry");
        } else {
            facts.put("industry", letter);
        }
    }

    private void place() {
        var postal = BETWEEN_DIGITS.matcher(narrow(Column.POSTAL_CODE)).replaceAll("");
        if (POSTAL_CODE.matcher(postal).matches()) {
            facts.put("postalCode", postal);
        } else if (!postal.isEmpty()) {
            note(Column.POSTAL_CODE, "postal-code");
        }
        var prefecture = ground.addresses().prefecture(typed(Column.PREFECTURE));
        var address = typed(Column.ADDRESS);
        var parts = prefecture
                .filter(_ -> !address.isEmpty())
                .flatMap(code -> ground.addresses().rest(code, address))
                .or(() -> ground.addresses().read(address));
        parts.ifPresent(part -> {
            facts.put("municipality", part.municipality());
            facts.put("town", part.town());
            facts.put("street", part.street());
        });
        prefecture
                .or(() -> parts.map(AddressParts.Parts::prefecture))
                .ifPresentOrElse(
                        code -> facts.put("prefecture", code),
                        () -> refuse(address.isEmpty() ? Column.PREFECTURE : Column.ADDRESS, "prefecture"));
        put("municipality", Column.MUNICIPALITY, 200);
        prefecture
                .flatMap(code -> ground.addresses().rest(code, typed(Column.MUNICIPALITY)))
                .filter(parted -> !parted.town().isEmpty() || !parted.street().isEmpty())
                .ifPresent(parted -> {
                    facts.put("municipality", parted.municipality());
                    facts.put("town", parted.town());
                    facts.put("street", parted.street());
                    note(Column.MUNICIPALITY, "municipality-long");
                });
        put("town", Column.TOWN, 200);
        put("street", Column.STREET, 200);
        if (facts.getOrDefault("municipality", "").isEmpty()) {
            refuse(address.isEmpty() ? Column.MUNICIPALITY : Column.ADDRESS, "municipality");
        }
    }

    private void rest() {
        put("representative", Column.REPRESENTATIVE, 200);
        put("person", Column.PERSON, 200);
        put("reason", Column.REASON, 1000);
        put("policyHow", Column.POLICY_HOW, 1000);
        pattern("email", Column.EMAIL, MAIL);
        pattern("employees", Column.EMPLOYEES, PEOPLE);
        pattern("capital", Column.CAPITAL, YEN);
        var url = typed(Column.POLICY_URL);
        if (!url.isEmpty() && !address(url)) {
            note(Column.POLICY_URL, "policy-url");
        } else {
            put("policyUrl", Column.POLICY_URL, 500);
        }
    }

    private @Nullable LocalDate stopped(@Nullable LocalDate since) {
        var standing = typed(Column.STANDING);
        var day = day(Column.STOPPED_ON);
        var stopped = ground.words().says("standing.stopped", standing);
        if (!standing.isEmpty() && !stopped && !ground.words().says("standing.current", standing)) {
            refuse(Column.STANDING, "standing");
        }
        if (day == null && !typed(Column.STOPPED_ON).isEmpty()) {
            note(Column.STOPPED_ON, "stopped-on");
        }
        if (day != null && since != null && day.isBefore(since)) {
            refuse(Column.STOPPED_ON, "stopped-before");
        }
        return day != null || stopped ? (day == null ? ground.today() : day) : null;
    }

    private @Nullable LocalDate day(Column column) {
        return ground.days()
                .read(typed(column))
                .filter(day -> !day.isAfter(ground.today()))
                .orElse(null);
    }

    /// An own column goes before what an address said; an empty one changes nothing.
    private void put(String field, Column column, int longest) {
        var typed = typed(column);
        if (typed.length() > longest) {
            refuse(column, "long");
        } else if (!typed.isEmpty()) {
            facts.put(field, typed);
        }
    }

    private void pattern(String field, Column column, Pattern shape) {
        var typed = AMOUNT.matcher(narrow(column)).replaceAll("");
        if (typed.length() <= 254 && shape.matcher(typed).matches()) {
            facts.put(field, typed);
        } else if (!typed.isEmpty()) {
            note(column, column.id());
        }
    }

    private static boolean address(String typed) {
        try {
            var uri = URI.create(typed);
            return uri.getHost() != null
                    && Objects.requireNonNullElse(uri.getScheme(), "").matches("(?i)https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String typed(Column column) {
        return CONTROL.matcher(ground.map().cell(row, column)).replaceAll(" ").strip();
    }

    private String narrow(Column column) {
        return Normalizer.normalize(typed(column), Normalizer.Form.NFKC);
    }

    private static String katakana(String typed) {
        var text = new StringBuilder();
        typed.codePoints()
                .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private void refuse(Column column, String reason) {
        troubles.add(new Trouble(row.line(), column, Weight.REFUSED, reason, typed(column)));
    }

    private void note(Column column, String reason) {
        troubles.add(new Trouble(row.line(), column, Weight.NOTED, reason, typed(column)));
    }
}
