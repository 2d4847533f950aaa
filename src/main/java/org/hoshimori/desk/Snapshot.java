package org.hoshimori.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.content.Edition;
import org.hoshimori.directory.DirectoryEntry;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;

/// What a company handed in, by field; empty fields are left out. It never changes after a decision.
///
/// Fields: `name kana holder corporateNumber industry postalCode prefecture municipality town street person email
/// representative employees capital reason policyHow policyUrl score result townShown`.
public record Snapshot(Map<String, String> facts) {

    /// Fields in the order in which pages show them.
    public static final List<String> ORDER = List.of(
            "name",
            "kana",
            "holder",
            "corporateNumber",
            "industry",
            "postalCode",
            "prefecture",
            "municipality",
            "town",
            "street",
            "representative",
            "person",
            "email",
            "employees",
            "capital",
            "reason",
            "policyHow",
            "policyUrl",
            "score",
            "result",
            "townShown");

    /// The fields that the public may see.
    public static final List<String> PUBLIC =
            List.of("name", "kana", "corporateNumber", "industry", "prefecture", "municipality", "town", "policyUrl");

    public Snapshot {
        var kept = new TreeMap<String, String>();
        facts.forEach((field, value) -> {
            if (ORDER.contains(field) && !value.isBlank()) {
                kept.put(field, value.strip());
            }
        });
        facts = Map.copyOf(kept);
    }

    /// The value of a field; empty when it was left out.
    public String get(String field) {
        return Objects.requireNonNull(facts.getOrDefault(field, ""));
    }

    /// The value of a field as people read it: codes in words.
    String words(String field, Edition edition, Shell shell) {
        var value = get(field);
        return switch (value.isEmpty() ? "" : field) {
            case "holder" -> shell.text("desk.holder." + value);
            case "townShown" -> shell.text("desk.yes");
            default -> coded(field, value, edition, shell);
        };
    }

    /// The code of an industry or prefecture in words; any other value as it is.
    public static String coded(String field, String value, Edition edition, Shell shell) {
        return switch (field) {
            case "industry" ->
                edition.industries().stream()
                        .filter(one -> one.code().equals(value))
                        .map(one -> one.code() + " " + one.title())
                        .findFirst()
                        .orElse(value);
            case "prefecture" ->
                edition.prefectures().stream()
                        .filter(one -> one.code().equals(value))
                        .map(one -> shell.english() ? one.english() : one.title())
                        .findFirst()
                        .orElse(value);
            default -> value;
        };
    }

    public @Nullable String orNull(String field) {
        return facts.get(field);
    }

    /// Whether the company is run by one person without a corporation.
    public boolean soleProprietor() {
        return get("holder").equals("sole-proprietor");
    }

    /// The fields whose values differ.
    public List<String> changedFrom(Snapshot earlier) {
        var fields = new TreeSet<>(facts.keySet());
        fields.addAll(earlier.facts.keySet());
        fields.removeIf(field -> get(field).equals(earlier.get(field)));
        return ORDER.stream().filter(fields::contains).toList();
    }

    /// under-6, 6-20, 21-100, over-100 or unknown.
    String size() {
        var people = get("employees").replaceAll("[^0-9]", "");
        if (people.isEmpty() || people.length() > 8) {
            return "unknown";
        }
        var number = Integer.parseInt(people);
        return number < 6 ? "under-6" : number <= 20 ? "6-20" : number <= 100 ? "21-100" : "over-100";
    }

    /// What the public may know. A sole proprietor appears with the municipality only, unless they agreed to more.
    DirectoryEntry entry(String number, int star, LocalDate since) {
        var holder = soleProprietor() ? DirectoryEntry.Holder.SOLE_PROPRIETOR : DirectoryEntry.Holder.COMPANY;
        var townShown =
                holder == DirectoryEntry.Holder.COMPANY || get("townShown").equals("on");
        return new DirectoryEntry(
                number,
                star,
                get("name"),
                get("kana"),
                orNull("corporateNumber"),
                get("industry"),
                get("prefecture"),
                get("municipality"),
                townShown ? get("town") : "",
                holder,
                since,
                orNull("policyUrl"));
    }
}
