package org.hoshimori.declaration;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.hoshimori.address.AddressParts;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.Edition;
import org.hoshimori.desk.AcceptedDeclaration;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Snapshot;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.CorporateNumber;
import org.hoshimori.programme.Programme.Settings;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Wording;
import org.jspecify.annotations.Nullable;

/// The application as it is typed, by field. Which fields are asked depends on the operator's settings.
record DeclarationForm(Map<String, String> values) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Set<String> LONG = Set.of("reason", "policyHow");
    private static final Pattern STREET = Pattern.compile("[0-9]+\\s*[-‐−ー番の]\\s*[0-9]|番地|[0-9]+(番|号|階|F)");
    private static final String SOLE = "sole-proprietor";
    private static final int MOST = 200;

    DeclarationForm {
        var kept = new HashMap<String, String>();
        values.forEach((field, value) -> {
            if (Snapshot.ORDER.contains(field)
                    || field.equals("star")
                    || (field.equals("again") && ID.matcher(value).matches())) {
                kept.put(field, value.strip());
            }
        });
        kept.computeIfPresent("holder", (_, holder) -> holder.equals(SOLE) ? SOLE : "company");
        values = Map.copyOf(kept);
    }

    /// Filled with what the company's profile says. Of its address only the municipality and the town come to
    /// fields that the public reads; what cannot be taken apart stands in the field that stays private.
    static DeclarationForm of(Company company, Readiness.Ready ready, AddressParts addresses, int star) {
        var facts = company.facts();
        var number = facts.corporateNumber();
        var values = new HashMap<String, String>();
        values.put("star", String.valueOf(star));
        values.put("name", company.name());
        values.put("kana", shown(facts.kana()));
        values.put("holder", facts.soleProprietor() ? SOLE : "company");
        values.put("corporateNumber", number == null ? "" : number.digits());
        values.put("industry", shown(facts.industry()));
        values.put("prefecture", shown(facts.prefecture()));
        var address = shown(facts.address());
        var parts = addresses.read(address).or(() -> addresses.rest(shown(facts.prefecture()), address));
        values.put("municipality", parts.map(AddressParts.Parts::municipality).orElse(""));
        values.put("town", parts.map(AddressParts.Parts::town).orElse(""));
        values.put("street", parts.map(AddressParts.Parts::street).orElse(address));
        values.put("representative", shown(facts.representative()));
        values.put("employees", shown(facts.employees()));
        values.put("capital", shown(facts.capitalYen()));
        var proof = ready.proof();
        values.put("policyUrl", proof == null ? "" : proof.url());
        return new DeclarationForm(values);
    }

    /// Filled with what was declared before.
    static DeclarationForm of(AcceptedDeclaration declared, Purpose purpose, Readiness.Ready ready) {
        var values = new HashMap<>(declared.snapshot().facts());
        values.put("star", String.valueOf(declared.star()));
        if (purpose == Purpose.STEP_UP && ready.proof() != null) {
            values.putIfAbsent("policyUrl", ready.proof().url());
        }
        return new DeclarationForm(values).with(purpose, null);
    }

    /// The form with the star that the purpose wants, or that was asked for in the address.
    DeclarationForm with(Purpose purpose, @Nullable String asked) {
        var star = purpose == Purpose.STEP_UP ? "2" : asked;
        if (star == null || purpose == Purpose.CHANGE || !List.of("1", "2").contains(star)) {
            return this;
        }
        var changed = new HashMap<>(values);
        changed.put("star", star);
        return new DeclarationForm(changed);
    }

    /// More than a draft keeps.
    boolean tooMuch() {
        return values.values().stream().anyMatch(value -> value.length() > 1000 || value.indexOf('\0') >= 0);
    }

    private static String shown(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    String get(String field) {
        return Objects.requireNonNull(values.getOrDefault(field, ""));
    }

    int star() {
        return get("star").equals("2") ? 2 : 1;
    }

    boolean soleProprietor() {
        return get("holder").equals(SOLE);
    }

    /// The form with what machines can put right: narrow digits, no hyphens, katakana.
    DeclarationForm tidied() {
        var tidy = new HashMap<>(values);
        for (var field : List.of("corporateNumber", "postalCode", "employees", "capital")) {
            tidy.computeIfPresent(field, (_, typed) -> narrow(typed).replaceAll("[\\s\\p{Pd}ー−,、円人〒]", ""));
        }
        tidy.computeIfPresent(
                "score", (_, typed) -> narrow(typed).replaceAll("[\\s点]", "").replaceFirst("^[\\p{Pd}ー−]", "-"));
        tidy.computeIfPresent("email", (_, typed) -> narrow(typed));
        tidy.computeIfPresent("kana", (_, typed) -> katakana(narrow(typed)));
        if (soleProprietor()) {
            tidy.remove("corporateNumber");
        }
        return new DeclarationForm(tidy);
    }

    /// Everything that is wrong, in the order of the page.
    Problems problems(Settings settings, Edition edition) {
        var found = new ArrayList<Problem>();
        for (var field : Snapshot.ORDER) {
            var value = get(field);
            if (value.length() > (LONG.contains(field) ? 1000 : field.equals("policyUrl") ? 500 : MOST)) {
                found.add(problem(field, "web.problem.long"));
            } else if (CONTROL.matcher(value).find()) {
                found.add(problem(field, "web.problem.control"));
            } else if (value.isEmpty()) {
                if (required(field, settings)) {
                    found.add(problem(field, "declaration.problem.missing." + field));
                }
            } else {
                wrong(field, value, settings, edition, found);
            }
        }
        return new Problems(found);
    }

    boolean required(String field, Settings settings) {
        return switch (field) {
            case "name", "industry", "prefecture", "municipality", "town", "person", "email" -> true;
            case "policyHow" -> star() == 2;
            case "corporateNumber" -> settings.asks(field) && !soleProprietor();
            case "kana", "representative", "employees" -> settings.asks(field);
            default -> false;
        };
    }

    private void wrong(String field, String value, Settings settings, Edition edition, List<Problem> found) {
        var faulty =
                switch (field) {
                    case "industry" ->
                        !settings.offers(value)
                                || edition.industries().stream()
                                        .map(Appendix.Industry::code)
                                        .noneMatch(value::equals);
                    case "prefecture" ->
                        edition.prefectures().stream()
                                .map(Appendix.Prefecture::code)
                                .noneMatch(value::equals);
                    // No municipality has a number in its name: a street does not belong where the public reads it.
                    case "municipality" -> narrow(value).matches(".*[0-9].*");
                    case "town" -> STREET.matcher(narrow(value)).find();
                    case "postalCode" -> !value.matches("[0-9]{7}");
                    case "email" -> !MAIL.matcher(value).matches();
                    case "kana" -> !value.matches("[\\p{IsKatakana}ー・\\p{IsLatin}0-9&.,\\-'() ]+");
                    case "employees" -> !value.matches("[0-9]{1,7}");
                    case "capital" -> !value.matches("[0-9]{1,14}");
                    case "policyUrl" -> !address(value);
                    case "score" -> !value.matches("-?[0-9]{1,3}") || !score(Integer.parseInt(value));
                    default -> false;
                };
        if (faulty) {
            found.add(problem(field, "declaration.problem.wrong." + field));
        } else if (field.equals("corporateNumber")) {
            wrongNumber(value, found);
        } else if (LONG.contains(field) && !Wording.ofDeclaration(value).isEmpty()) {
            found.add(problem(field, "declaration.problem.wording", String.join("・", Wording.ofDeclaration(value))));
        }
    }

    private static void wrongNumber(String value, List<Problem> found) {
        if (value.matches("[0-9]+") && value.length() != 13) {
            found.add(problem("corporateNumber", "declaration.problem.digits", value.length()));
        } else if (CorporateNumber.parse(value).isEmpty()) {
            found.add(problem("corporateNumber", "declaration.problem.wrong.corporateNumber"));
        }
    }

    private static boolean score(int points) {
        return points >= -25 && points <= 100;
    }

    static boolean address(String typed) {
        try {
            var uri = new URI(typed.strip());
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static Problem problem(String field, String key, Object... arguments) {
        return new Problem(field, key, List.of(arguments));
    }

    private static String narrow(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private static String katakana(String typed) {
        var text = new StringBuilder();
        typed.codePoints()
                .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
